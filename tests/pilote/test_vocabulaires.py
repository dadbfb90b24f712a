"""The words of directory/vocabulaire: what a reader, a search and a data exchange rely on, beyond what `quifaitquoi check` says.

Read with PyYAML's BaseLoader (everything is text), on purpose without the program's own reader: these
tests speak about the words, and hold whatever the program becomes. What they find, a volunteer reads: it is said in French.
"""

import re
import unicodedata
from collections import Counter

import pytest
import yaml
from babel import Locale, UnknownLocaleError
from data_inclusion.schema import v1

from garde import PILOTE, ouverture

FOLDER = PILOTE / "vocabulaire"

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


with ouverture():
    FILES = {path.stem: yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in sorted(FOLDER.glob("*.yml"))}
TABLES = {name: table for file in FILES.values() for name, table in file.items()}
RACINES, BESOINS, PUBLICS = TABLES["racines"], TABLES["besoins"], TABLES["publics"]
LANGUES, TEMPS_DE_VIE, SIGLES = TABLES["langues"], TABLES["temps_de_vie"], TABLES["sigles"]
EVERY_TABLE = pytest.mark.parametrize("name", TABLES)


def fold(text: str) -> str:
    """Lower case without accents: what a search compares."""
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def texts(value) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [text for part in (value.values() if isinstance(value, dict) else value) for text in texts(part)]


@pytest.mark.parametrize("stem", FILES)
def test_each_file_opens_by_telling_a_volunteer_how_to_add_a_term(stem):
    text = (FOLDER / f"{stem}.yml").read_text(encoding="utf-8")
    comment = text[: re.search(r"^[^#\n]", text, re.M).start()]
    assert comment.startswith("# ") and "Pour ajouter" in comment, f"{stem}.yml : dites en haut comment ajouter un terme"


# Words


@EVERY_TABLE
def test_no_two_terms_have_the_same_name(name):
    names = Counter(fold(term["nom"]) for term in TABLES[name].values())
    twice = [text for text, count in names.items() if count > 1]
    assert not twice, f"{name} : ces noms sont portés par deux termes : {twice}"


@EVERY_TABLE
def test_no_stigmatising_word_is_shown(name):
    for slug, term in TABLES[name].items():
        if slug == "SDF":  # explained in the glossary, because people meet it
            continue
        for key in ("nom", "presentation", "explication"):
            shown = term.get(key, "").lower()  # accents kept: « drogue » is a thing, « drogué » a label
            found = [word for word in STIGMATISING if re.search(rf"\b{word}s?\b", shown)]
            assert not found, f"{name}.{slug}.{key} : {found} colle une étiquette aux personnes"


@EVERY_TABLE
def test_no_middle_dot_breaks_a_word_for_screen_readers_and_search(name):
    dotted = [text for text in texts(TABLES[name]) if re.search("[·•‧∙]", text)]
    assert not dotted, f"{name} : le point médian coupe les mots pour les lecteurs d'écran : {dotted}"


@EVERY_TABLE
def test_synonyms_are_written_once_per_term_and_add_something_to_its_name(name):
    for slug, term in TABLES[name].items():
        synonyms = [fold(synonym) for synonym in term.get("synonymes", [])]
        assert len(set(synonyms)) == len(synonyms), f"{name}.{slug} : un synonyme est écrit deux fois"
        assert fold(term["nom"]) not in synonyms, f"{name}.{slug} : le nom lui-même n'est pas un synonyme"


def test_each_need_has_3_to_120_synonyms():
    # What people type is many words, most of all for a danger; still one reads them in one look at a file.
    for slug, besoin in BESOINS.items():
        count = len(besoin.get("synonymes", []))
        assert 3 <= count <= 120, f"besoins.{slug} : {count} synonymes, il en faut de 3 à 120"


# The most characters of a name, of a presentation or an explanation: what a phone shows without scrolling.
LENGTHS = {
    "racines": (25, 60), "besoins": (34, 140), "temps_de_vie": (40, 180), "publics": (55, 110), "conditions": (55, 110),
    "documents": (55, 110), "sigles": (130, 130),
}  # fmt: skip


@pytest.mark.parametrize("name", LENGTHS)
def test_names_and_presentations_are_short_enough_for_a_phone(name):
    for slug, term in TABLES[name].items():
        for key, most in zip(("nom", "explication" if name == "sigles" else "presentation"), LENGTHS[name], strict=True):
            length = len(term.get(key, ""))
            assert length <= most, f"{name}.{slug}.{key} : {length} signes, {most} au plus"


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
    found = any(re.search(rf"\b{re.escape(fold(typed))}\b", word) for word in words)
    assert found, f"besoins.{meant} : « {typed} » n'y mène plus, gardez-le dans ses synonymes"


# References


def test_no_two_needs_or_roots_share_a_pictogram():
    seen = Counter(term["pictogramme"] for term in [*RACINES.values(), *BESOINS.values()])
    shared = [icon for icon, count in seen.items() if count > 1]
    assert not shared, f"besoins.yml : ces pictogrammes servent deux fois : {shared}"


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


def test_a_life_moment_has_a_page_s_worth_of_needs_and_is_told_in_two_sentences():
    for slug, moment in TEMPS_DE_VIE.items():
        assert 6 <= len(moment["besoins"]) <= 14, f"temps_de_vie.{slug} : de 6 à 14 besoins"
        assert len(re.findall(r"[.!?](?:\s|$)", moment["presentation"])) == 2, f"temps_de_vie.{slug} : deux phrases"


# Coverage


def test_each_root_has_at_least_3_needs():
    counts = Counter(root for besoin in BESOINS.values() for root in besoin["racines"])
    few = {root: counts[root] for root in RACINES if counts[root] < 3}
    assert not few, f"racines : une tuile de l'accueil a au moins 3 besoins : {few}"


def test_each_root_is_the_main_one_of_some_need():
    never = set(RACINES) - {besoin["racines"][0] for besoin in BESOINS.values()}
    assert not never, f"racines : aucun besoin n'a d'abord cette racine : {sorted(never)}"


@pytest.mark.parametrize("slug", ["hebergement-urgence", "maraude", "repas-chaud", "petit-dejeuner", "colis-alimentaire"])
def test_what_one_eats_and_where_one_sleeps_is_verified_every_three_months_at_least(slug):
    assert int(BESOINS[slug]["revue"]) <= 3, f"besoins.{slug}.revue : 3 mois au plus"


@pytest.mark.parametrize("code", LANGUES)
def test_each_language_is_written_in_the_direction_that_babel_knows(code):
    try:
        order = Locale.parse(code).character_order
    except UnknownLocaleError:  # Babel has no locale for it: the script of the native name decides
        letters = [unicodedata.bidirectional(c) for c in LANGUES[code]["natif"] if c.isalpha()]
        order = "right-to-left" if letters[0] in {"R", "AL"} else "left-to-right"
    expected = {"left-to-right": "ltr", "right-to-left": "rtl"}[order]
    assert LANGUES[code]["sens"] == expected, f"langues.{code} : écrivez sens: {expected}"


def test_the_languages_heard_in_these_neighbourhoods_are_known():
    heard = "fr fsl ar tr prs fa ps ti so ka sq uk ru ro rom pt es en de gsw".split()
    missing = set(heard) - set(LANGUES)
    assert not missing, f"langues : ces langues sont parlées ici, gardez-les : {sorted(missing)}"


def test_the_glossary_is_in_alphabetical_order():
    assert list(SIGLES) == sorted(SIGLES, key=fold), "sigles : rangez-les dans l'ordre alphabétique"


def test_an_explanation_is_one_sentence_and_leans_on_no_unexplained_acronym():
    known = set(SIGLES) | {name for sigle in SIGLES.values() for name in sigle.get("anciens_noms", [])}
    for key, sigle in SIGLES.items():
        assert len(re.findall(r"[.!?](?:\s|$)", sigle["explication"])) == 1, f"sigles.{key} : une phrase"
        unknown = set(re.findall(r"\b[A-Z][A-Z0-9]{1,}\b", sigle["explication"])) - known
        assert not unknown, f"sigles.{key} : expliquez aussi {sorted(unknown)}"
