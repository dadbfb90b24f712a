"""The controlled vocabularies of directory/vocabulaire: what a reader, a search and a data exchange rely on.

Read with PyYAML's BaseLoader (everything is text), on purpose without the program's own reader: these
tests speak about the words, and hold whatever the program becomes.
"""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import material
import pytest
import yaml
from babel import Locale, UnknownLocaleError
from data_inclusion.schema import v1

from garde import PILOTE, ouverture

FOLDER = PILOTE / "vocabulaire"
ICONS = Path(material.__file__).parent / "templates" / ".icons" / "material"

# What each table holds: required keys, then optional ones.
SHAPES = {
    ("besoins", "racines"): ({"nom", "presentation", "pictogramme"}, set()),
    ("besoins", "besoins"): (
        {"nom", "racines", "synonymes", "pictogramme", "revue"},
        {"data_inclusion", "soliguide", "presentation"},
    ),
    ("publics", "publics"): ({"nom", "synonymes"}, {"data_inclusion"}),
    ("conditions", "conditions"): ({"nom"}, set()),
    ("conditions", "documents"): ({"nom", "presentation"}, set()),
    ("langues", "langues"): ({"nom", "natif", "sens"}, {"synonymes"}),
    ("temps-de-vie", "temps_de_vie"): ({"nom", "presentation", "pictogramme", "besoins"}, {"publics"}),
    ("sigles", "sigles"): ({"nom", "explication"}, {"anciens_noms"}),
}
LISTS = {"racines", "synonymes", "data_inclusion", "soliguide", "besoins", "publics", "anciens_noms"}

# Soliguide's category identifiers, its own spellings included ("accomodation", "assitance").
SOLIGUIDE = set(
    """
    health health_access health_coverage find_healthcare physical_health general_practitioner
    health_assessment child_care dental_care optical_care hearing_care infirmary vaccination std_testing
    chronic_diseases nutrition medical_accommodation mental_health psychological_support psychiatry
    support_groups mental_health_education therapeutic_activities addictions addiction_care
    addiction_prevention_and_material sexual_health emergency_contraception abortion contraception
    gynecology sti_prevention_testing hiv_prevention sexual_health_vaccination sexual_health_education
    sexual_violence_support affective_life parenthood pregnancy_care health_specialists allergology
    cardiology dermatology endocrinology gastroenterology kinesitherapy otorhinolaryngology speech_therapy
    osteopathy pedicure phlebology pneumology radiology rheumatology stomatology urology vet_care
    neurology vascular_surgery mobility transportation_mobility personal_vehicle_access
    vehicle_maintenance mobility_support driving_license mobility_financing training_and_jobs
    digital_tools_training french_course catalan_course spanish_course job_coaching
    integration_through_economic_activity tutoring hygiene_and_wellness shower laundry wellness toilets
    hygiene_products face_masks counseling legal_advice domiciliation social_accompaniment public_writer
    disability_advice administrative_assistance parent_assistance budget_advice technology
    computers_at_your_disposal wifi electrical_outlets_available telephone_at_your_disposal digital_safe
    food food_distribution food_packages social_grocery_stores fountain solidarity_fridge shared_kitchen
    cooking_workshop baby_parcel food_voucher community_garden welcome day_hosting rest_area babysitting
    family_area information_point activities sport_activities museums libraries other_activities equipment
    luggage_storage solidarity_store clothing animal_assitance accomodation_and_housing overnight_stop
    emergency_accommodation long_term_accomodation citizen_housing access_to_housing hairdresser
    legal_protection regularization cooling_space climate_refuge
    """.split()
)
# Umbrellas above the finer identifiers that we use, and courses in languages that no need asks for.
SOLIGUIDE_UNUSED = {
    "health", "food", "welcome", "hygiene_and_wellness", "accomodation_and_housing", "catalan_course",
    "spanish_course",
}  # fmt: skip

# Labels stuck on people. Synonyms may hold them, because people type them; what is shown may not.
STIGMATISING = [
    "sdf", "clochard", "vagabond", "marginaux", "toxicomane", "toxico", "drogué", "alcoolique", "junkie",
    "cas social", "cassos", "assisté", "clandestin", "sans-papiers", "migrants", "indigent", "prostituée",
    "handicapé mental", "fou", "folle", "invalide", "vieux", "vieillard", "public éloigné", "hors des radars",
    "décrocheur", "taulard", "illettré", "analphabète", "populations fragiles", "nécessiteux",
]  # fmt: skip


def load(stem: str) -> dict:
    return yaml.load((FOLDER / f"{stem}.yml").read_text(encoding="utf-8"), yaml.BaseLoader)


def table(stem: str, name: str) -> dict[str, dict]:
    return load(stem)[name]


with ouverture():
    BESOINS, RACINES = table("besoins", "besoins"), table("besoins", "racines")
    PUBLICS, LANGUES = table("publics", "publics"), table("langues", "langues")
    TEMPS_DE_VIE, SIGLES = table("temps-de-vie", "temps_de_vie"), table("sigles", "sigles")
    TABLES = {f"{stem}.{name}": table(stem, name) for stem, name in SHAPES}
EVERY_TABLE = pytest.mark.parametrize("name", TABLES)
FILES = pytest.mark.parametrize("stem", sorted({stem for stem, _ in SHAPES}))


def fold(text: str) -> str:
    """Lower case without accents: what a search compares."""
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def texts(value) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [text for part in (value.values() if isinstance(value, dict) else value) for text in texts(part)]


# Form


def test_the_folder_holds_these_files_and_nothing_else():
    assert {path.stem for path in FOLDER.glob("*.yml")} == {stem for stem, _ in SHAPES}


@FILES
def test_each_file_holds_its_tables_and_nothing_else(stem):
    assert set(load(stem)) == {name for file, name in SHAPES if file == stem}


@FILES
def test_each_file_opens_by_telling_a_volunteer_how_to_add_a_term(stem):
    text = (FOLDER / f"{stem}.yml").read_text(encoding="utf-8")
    comment = text[: re.search(r"^[^#\n]", text, re.M).start()]
    assert comment.startswith("# ") and "Pour ajouter" in comment


@FILES
def test_each_file_keeps_to_the_yaml_that_volunteers_know(stem):
    """No flow mapping, anchor, tag or second document; no key written twice, which PyYAML would swallow."""
    text = (FOLDER / f"{stem}.yml").read_text(encoding="utf-8")
    for event in yaml.parse(text):
        assert not isinstance(event, yaml.AliasEvent), event.start_mark
        assert not getattr(event, "anchor", None) and not getattr(event, "tag", None), event.start_mark
        assert not (isinstance(event, yaml.MappingStartEvent) and event.flow_style), event.start_mark
    assert "\t" not in text and "\u00a0" not in text and not re.search(r"^---", text, re.M)

    def keys_of(node):
        if isinstance(node, yaml.MappingNode):
            repeated = [k for k, n in Counter(key.value for key, _ in node.value).items() if n > 1]
            assert not repeated, repeated
            for _, value in node.value:
                keys_of(value)

    keys_of(yaml.compose(text, yaml.BaseLoader))


@pytest.mark.parametrize("shape", SHAPES, ids=".".join)
def test_each_term_has_the_expected_keys_only_and_none_is_empty(shape):
    required, optional = SHAPES[shape]
    for slug, term in table(*shape).items():
        assert required <= set(term) <= required | optional, (slug, sorted(term))
        for key, value in term.items():
            assert isinstance(value, list if key in LISTS else str), (slug, key)
            assert value and all(text.strip() == text != "" for text in texts(value)), (slug, key)


@EVERY_TABLE
def test_keys_are_slugs_except_for_acronyms_and_language_codes(name):
    if name == "sigles.sigles":
        return
    pattern = r"[a-z]{2,3}" if name == "langues.langues" else r"[a-z0-9]+(-[a-z0-9]+)*"
    assert [key for key in TABLES[name] if not re.fullmatch(pattern, key)] == []


# Words


@EVERY_TABLE
def test_no_two_terms_have_the_same_name(name):
    names = Counter(fold(term["nom"]) for term in TABLES[name].values())
    assert [text for text, count in names.items() if count > 1] == []


@EVERY_TABLE
def test_no_stigmatising_word_is_shown(name):
    for slug, term in TABLES[name].items():
        if slug == "SDF":  # explained in the glossary, because people meet it
            continue
        for key in ("nom", "presentation", "explication"):
            shown = term.get(key, "").lower()  # accents kept: « drogue » is a thing, « drogué » a label
            found = [word for word in STIGMATISING if re.search(rf"\b{word}s?\b", shown)]
            assert not found, (slug, key, found)


@EVERY_TABLE
def test_no_middle_dot_breaks_a_word_for_screen_readers_and_search(name):
    assert [text for text in texts(TABLES[name]) if re.search("[·•‧∙]", text)] == []


@EVERY_TABLE
def test_synonyms_are_written_once_per_term_and_add_something_to_its_name(name):
    for slug, term in TABLES[name].items():
        synonyms = [fold(synonym) for synonym in term.get("synonymes", [])]
        assert len(set(synonyms)) == len(synonyms), (slug, "twice")
        assert fold(term["nom"]) not in synonyms, (slug, "the name itself")


def test_each_need_has_3_to_12_synonyms():
    counts = {slug: len(besoin["synonymes"]) for slug, besoin in BESOINS.items()}
    assert {slug: count for slug, count in counts.items() if not 3 <= count <= 12} == {}


def test_names_and_presentations_are_short_enough_for_a_phone():
    for slug, racine in RACINES.items():
        assert len(racine["nom"]) <= 25 and len(racine["presentation"]) <= 60, slug
    for slug, besoin in BESOINS.items():
        assert len(besoin["nom"]) <= 34 and len(besoin.get("presentation", "")) <= 140, slug
    for slug, moment in TEMPS_DE_VIE.items():
        assert len(moment["nom"]) <= 40 and len(moment["presentation"]) <= 180, slug
    for name in ("publics.publics", "conditions.conditions", "conditions.documents"):
        for slug, term in TABLES[name].items():
            assert len(term["nom"]) <= 55 and len(term.get("presentation", "")) <= 110, slug
    for slug, sigle in SIGLES.items():
        assert len(sigle["explication"]) <= 130, slug


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("machine à laver", "laverie"),
        ("laverie", "laverie"),
        ("douche gratuite", "douche"),
        ("papiers", "aide-aux-demarches"),
        ("papiers", "droit-au-sejour"),
        ("colis", "colis-alimentaire"),
        ("pole emploi", "emploi"),
        ("115", "hebergement-urgence"),
        ("dents", "dentiste"),
        ("psy", "soutien-psychologique"),
        ("couches", "affaires-de-bebe"),
        ("mission locale", "emploi-jeunes"),
        ("écrivain public", "aide-aux-demarches"),
        ("seringues", "reduction-des-risques"),
        ("119", "enfant-en-danger"),
        ("3919", "violences"),
        ("114", "urgences"),
        ("CMU", "couverture-sante"),
        ("lunettes", "vue-et-audition"),
        ("wifi", "acces-internet"),
        ("loyer", "impayes-de-loyer"),
        ("boîte aux lettres", "domiciliation"),
        ("CV", "emploi"),
        ("FLE", "cours-de-francais"),
        ("vaccin", "medecin"),
        ("EDF", "aide-financiere"),
        ("maison de retraite", "bien-vieillir"),
    ],
)
def test_what_people_type_leads_to_the_need_they_mean(typed, meant):
    besoin = BESOINS[meant]
    words = [fold(word) for word in [besoin["nom"], *besoin["synonymes"]]]
    assert any(re.search(rf"\b{re.escape(fold(typed))}\b", word) for word in words)


# References


def test_every_pictogram_is_in_the_set_that_material_ships():
    terms = {**RACINES, **BESOINS, **TEMPS_DE_VIE}
    icons = {slug: term["pictogramme"] for slug, term in terms.items()}
    assert {slug: icon for slug, icon in icons.items() if not (ICONS / f"{icon}.svg").is_file()} == {}


def test_no_two_needs_or_roots_share_a_pictogram():
    seen = Counter(term["pictogramme"] for term in [*RACINES.values(), *BESOINS.values()])
    assert [icon for icon, count in seen.items() if count > 1] == []


def test_data_inclusion_values_are_in_the_official_enumerations():
    thematiques = {member.value for member in v1.Thematique}
    publics = {member.value for member in v1.Public}
    assert {v for b in BESOINS.values() for v in b.get("data_inclusion", [])} - thematiques == set()
    assert {v for p in PUBLICS.values() for v in p.get("data_inclusion", [])} - publics == set()


def test_every_data_inclusion_theme_has_a_need_so_that_imported_services_find_a_place():
    used = {value for besoin in BESOINS.values() for value in besoin.get("data_inclusion", [])}
    assert {member.value for member in v1.Thematique} - used == set()


def test_soliguide_identifiers_exist_and_all_that_name_a_need_are_used():
    used = {value for besoin in BESOINS.values() for value in besoin.get("soliguide", [])}
    assert used - SOLIGUIDE == set()
    assert SOLIGUIDE - used == SOLIGUIDE_UNUSED


def test_every_need_hangs_under_existing_roots():
    for slug, besoin in BESOINS.items():
        assert set(besoin["racines"]) <= set(RACINES), slug
        assert len(set(besoin["racines"])) == len(besoin["racines"]), slug


def test_life_moments_point_to_existing_needs_and_publics():
    assert list(TEMPS_DE_VIE) == [
        "je-deviens-adulte", "je-vais-avoir-un-enfant", "j-eleve-seul-mes-enfants", "je-deviens-senior",
    ]  # fmt: skip
    for slug, moment in TEMPS_DE_VIE.items():
        assert set(moment["besoins"]) <= set(BESOINS) and set(moment.get("publics", [])) <= set(PUBLICS), slug
        assert 6 <= len(set(moment["besoins"])) == len(moment["besoins"]) <= 14, slug
        assert len(re.findall(r"[.!?](?:\s|$)", moment["presentation"])) == 2, slug


# Coverage


def test_there_are_about_90_needs_under_about_a_dozen_roots():
    assert 85 <= len(BESOINS) <= 100
    assert 12 <= len(RACINES) <= 15


def test_each_root_has_at_least_3_needs():
    counts = Counter(root for besoin in BESOINS.values() for root in besoin["racines"])
    assert {root: counts[root] for root in RACINES if counts[root] < 3} == {}


def test_each_root_is_the_main_one_of_some_need():
    assert {besoin["racines"][0] for besoin in BESOINS.values()} == set(RACINES)


def test_review_rhythms_are_1_to_16_months_and_short_for_food_and_shelter():
    for slug, besoin in BESOINS.items():
        assert besoin["revue"].isdigit() and 1 <= int(besoin["revue"]) <= 16, slug
    for slug in ("hebergement-urgence", "maraude", "repas-chaud", "petit-dejeuner", "colis-alimentaire"):
        assert int(BESOINS[slug]["revue"]) <= 3, slug
    assert int(BESOINS["bibliotheque"]["revue"]) == 12


def test_relatives_and_professionals_are_publics_of_their_own():
    assert {"entourage", "professionnels"} <= set(PUBLICS)


@pytest.mark.parametrize("code", LANGUES)
def test_each_language_is_written_in_the_direction_that_babel_knows(code):
    sens = LANGUES[code]["sens"]
    assert sens in {"ltr", "rtl"}
    try:
        order = Locale.parse(code).character_order
    except UnknownLocaleError:  # Babel has no locale for it: the script of the native name decides
        letters = [unicodedata.bidirectional(c) for c in LANGUES[code]["natif"] if c.isalpha()]
        order = "right-to-left" if letters[0] in {"R", "AL"} else "left-to-right"
    assert sens == {"left-to-right": "ltr", "right-to-left": "rtl"}[order]


def test_the_languages_heard_in_these_neighbourhoods_are_known():
    heard = "fr fsl ar tr prs fa ps ti so ka sq uk ru ro rom pt es en de gsw".split()
    assert set(heard) - set(LANGUES) == set()


def test_the_glossary_is_in_alphabetical_order():
    assert [fold(key) for key in SIGLES] == sorted(fold(key) for key in SIGLES)


def test_the_glossary_explains_what_shuts_people_out_and_keeps_old_names():
    met = "CSAPA CAARUD LHSS AHI CHU CCAS SIAO PMI CAF CeGIDD OFPRA SPADA CIDFF SSU LGBTI PAS JEEP CTS CSC"
    assert set(met.split()) - set(SIGLES) == set()
    assert "Pôle emploi" in SIGLES["France Travail"]["anciens_noms"]
    assert "hôpital" in SIGLES["CHU"]["explication"]


def test_an_explanation_is_one_sentence_and_leans_on_no_unexplained_acronym():
    known = set(SIGLES) | {name for sigle in SIGLES.values() for name in sigle.get("anciens_noms", [])}
    for key, sigle in SIGLES.items():
        assert len(re.findall(r"[.!?](?:\s|$)", sigle["explication"])) == 1, key
        assert set(re.findall(r"\b[A-Z][A-Z0-9]{1,}\b", sigle["explication"])) <= known, key
