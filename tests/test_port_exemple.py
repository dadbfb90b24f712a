"""The invented territory uses every feature, and nothing in it could be taken for real."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

import pytest
import yaml
from data_inclusion.schema import v1

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.check.tree import trouve
from quifaitquoi.annuaire.enrich.territoire import enrichir
from quifaitquoi.annuaire.geographie import contient
from quifaitquoi.annuaire.model.genres import MODELES
from quifaitquoi.annuaire.model.quartier import Quartier
from quifaitquoi.annuaire.model.types import Element
from quifaitquoi.annuaire.model.vacances import ZoneScolaire

RACINE = Path(__file__).parent / "port-exemple"
EN_TETE = "# yaml-language-server: $schema=../../../../plugins/quifaitquoi/schema/fiche.schema.json"
NUMEROS_PUBLICS = {"15", "17", "18", "112", "114", "115", "119", "3114", "3919", "116 006"}

# There is one annuaire.yml: where it chose a value, it cannot show the other one too.
UNE_SEULE_FOIS = {(("Avertissement", "partout"), "non"), (("Annuaire", "fond_de_carte"), "aucun"),
                 (("Annuaire", "droits_nationaux"), "non")}

# What the check says of this territory on purpose; README.md explains each to its readers.
EXEMPLES_VIVANTS = {
    ("fiches/les-hauts/mairie-annexe-des-hauts.yml", "revue-depassee"),
    ("fiches/les-dunes/maison-medicale-des-dunes.yml", "revue-depassee"),
    ("fiches/vieux-port/bibliotheque-du-phare.yml", "fermeture-passee"),
    ("fiches/les-hauts/creche-les-crevettes.yml", "complet-passe"),
    ("fiches/partout/bus-des-soins.yml", "tournee-passee"),
    ("fiches/partout/troc-du-port.yml", "sans-horaires"),
    ("traductions/ar.po", "traduction-perimee"),
    ("traductions/en.po", "traduction-perimee"),
}


def charge(fichier: Path) -> dict:
    """The file with every scalar as text, read by PyYAML alone."""
    return yaml.load(fichier.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def modele_de(fichier: Path) -> type[Element]:
    return trouve(fichier, RACINE).modele


FICHIERS_YAML = sorted(RACINE.rglob("*.yml"))
BRUT = {fichier.relative_to(RACINE).as_posix(): charge(fichier) for fichier in FICHIERS_YAML}
FICHES = {nom: brut for nom, brut in BRUT.items() if nom.startswith("fiches/")}
TEXTES = {fichier.relative_to(RACINE).as_posix(): fichier.read_text(encoding="utf-8")
          for fichier in sorted(RACINE.rglob("*")) if fichier.is_file()}


@pytest.fixture(scope="module")
def elements() -> dict[str, Element]:
    return {nom: modele_de(RACINE / nom).model_validate(brut, context={"pays": "FR"}) for nom, brut in BRUT.items()}


@pytest.fixture(scope="module")
def rapport(aujourdhui):
    return verifier(RACINE, aujourdhui, base=RACINE)


@pytest.fixture(scope="module")
def territoire(rapport, aujourdhui):
    return enrichir(rapport.directory, aujourdhui)


# -- walking the models: what they offer, and what the data uses


def sous_types(annotation: object) -> Iterator[object]:
    """The types inside an annotation, one by one, without what only decorates them."""
    origine = get_origin(annotation)
    if origine is Annotated:
        yield from sous_types(get_args(annotation)[0])
    elif origine in (Union, UnionType, tuple, list, dict):
        for partie in get_args(annotation):
            yield from sous_types(partie)
    else:
        yield annotation


def modeles(depart: type[Element], vus: dict[str, type[Element]] | None = None) -> dict[str, type[Element]]:
    """Every model that can stand inside `depart`, itself included, by name."""
    vus = {} if vus is None else vus
    if depart.__name__ not in vus:
        vus[depart.__name__] = depart
        for champ in depart.model_fields.values():
            for genre in sous_types(champ.annotation):
                if isinstance(genre, type) and issubclass(genre, Element):
                    modeles(genre, vus)
    return vus


def tous_les_modeles() -> dict[str, type[Element]]:
    trouves: dict[str, type[Element]] = {}
    for depart in MODELES:
        modeles(depart, trouves)
    return trouves


def utilises(valeur: object) -> Iterator[tuple[tuple[str, str], object]]:
    """((model, field), value) for each field that is written somewhere inside `valeur`, lists one item at a time."""
    if isinstance(valeur, Element):
        for champ in valeur.model_fields_set:
            ecrit = getattr(valeur, champ)
            for partie in ecrit if isinstance(ecrit, tuple) else (ecrit,):
                yield (type(valeur).__name__, champ), partie
            yield from utilises(ecrit)
    elif isinstance(valeur, dict):
        for partie in valeur.values():
            yield from utilises(partie)
    elif isinstance(valeur, tuple):
        for partie in valeur:
            yield from utilises(partie)


def champs_offerts() -> set[tuple[str, str]]:
    return {(nom, champ) for nom, modele in tous_les_modeles().items() for champ in modele.model_fields if _propre(modele, champ)}


def _propre(modele: type, champ: str) -> bool:
    """Whether it is offered here first, not by a larger model: a temporary address has all the lines of an address."""
    return not any(champ in parent.model_fields for parent in tous_les_modeles().values()
                   if parent is not modele and issubclass(modele, parent))


def valeurs_offertes() -> set[tuple[tuple[str, str], str]]:
    return {((nom, champ), valeur)
            for nom, modele in tous_les_modeles().items() for champ, info in modele.model_fields.items() if _propre(modele, champ)
            for genre in sous_types(info.annotation) if get_origin(genre) is Literal for valeur in get_args(genre)}


def test_the_walk_over_the_models_sees_nested_fields_and_closed_lists_of_values():
    assert len(tous_les_modeles()) >= 35
    assert {("Age", "strict"), ("Numero", "pour"), ("Complet", "precision"), ("Service", "contact")} <= champs_offerts()
    assert {(("Acces", "porte"), "par-le-115"), (("Cout", "tarif"), "adhesion"), (("Publics", "familles"), "couples"),
            (("Quartier", "etendue"), "quartier")} <= valeurs_offertes()


def test_the_walk_over_the_data_does_not_take_a_default_for_a_written_value():
    quartier = Quartier.model_validate({"nom": "Rond", "centre": ["46.33", "-3.05"], "rayon": "500"})
    assert {cle for cle, _ in utilises(quartier)} == {("Quartier", "nom"), ("Quartier", "centre"), ("Quartier", "rayon")}


def test_every_field_of_every_model_is_used_at_least_once(elements):
    ecrits = {cle for element in elements.values() for cle, _ in utilises(element)}
    assert champs_offerts() - ecrits == set()


def test_every_value_of_every_closed_list_is_used_at_least_once_in_its_own_field(elements):
    ecrites = {(cle, valeur) for element in elements.values() for cle, valeur in utilises(element) if isinstance(valeur, str)}
    # A town is in one school zone.
    autres_zones = {(("Annuaire", "zone_scolaire"), zone) for zone in get_args(ZoneScolaire) if zone != "B"}
    assert valeurs_offertes() - ecrites == UNE_SEULE_FOIS | autres_zones


def test_what_may_be_written_in_two_ways_is_written_in_both():
    formes = {
        "horaires": {type(f["horaires"]) for f in FICHES.values() if "horaires" in f},
        "cout": {type(f["cout"]) for f in FICHES.values() if "cout" in f},
        "organisme": {type(f["organisme"]) for f in FICHES.values() if "organisme" in f},
    }
    assert formes == {"horaires": {dict, str}, "cout": {dict, str}, "organisme": {list, str}}
    telephones = [f["contact"]["telephone"] for f in FICHES.values() if "telephone" in f.get("contact", {})]
    assert {type(t) for t in telephones} == {str, list}
    assert any(f.get("acces", {}).get("documents") == "aucun" for f in FICHES.values())
    dates = {len(s["date"]) for f in FICHES.values() for s in f.get("sources", ()) if "date" in s}
    assert dates == {len("2026"), len("2026-09"), len("2026-09-14")}
    assert any("date" not in s for f in FICHES.values() for s in f.get("sources", ()))


# -- hours


def horaires_ecrits() -> Iterator[str | dict[str, str]]:
    for fiche in FICHES.values():
        for bloc in (fiche, *fiche["services"], *fiche.get("tournee", ())):
            if "horaires" in bloc:
                yield bloc["horaires"]


@pytest.mark.parametrize("forme, jours, heures", [
    ("several days", r"lundi au vendredi", r"9h-12h, 13h30-16h30"),
    ("single days", r"lundi, mardi et jeudi", r".*"),
    ("every day", r"tous les jours", r"7h-21h"),
    ("the working week", r"en semaine", r".*"),
    ("days but one", r".* sauf mercredi", r".*"),
    ("one day of the month", r"premier samedi du mois", r".*"),
    ("two days of the month", r"deuxième et quatrième \w+ du mois", r".*"),
    ("the last of the month", r"dernier \w+ du mois", r".*"),
    ("even weeks", r".*semaines paires", r".*"),
    ("one week in two", r"un jeudi sur deux, depuis le .*", r"\d.*"),
    ("out of the school holidays", r".* hors vacances scolaires", r"\d.*"),
    ("in the school holidays", r"vacances scolaires, .*", r"\d.*"),
    ("months", r"d.octobre à avril", r".*"),
    ("months and days", r"de mars à octobre, samedi", r".*"),
    ("a season with dates", r"du 1er novembre au 31 mars", r".*"),
    ("a season that is closed", r"du 1er juillet au 31 août", r"fermé"),
    ("a season and days", r"du 1er mai au 15 septembre, .*", r".*"),
    ("single dates", r"24 et 31 décembre", r".*"),
    ("a holiday of its own", r"1er janvier", r"\d.*"),
    ("closed on holidays", r"jours fériés", r"fermé"),
    ("open on holidays", r"jours fériés", r"\d.*"),
    ("eves of holidays", r"veilles de jours fériés", r".*"),
    ("past midnight", r"vendredi et samedi", r"22h-5h30"),
    ("until midnight", r".*", r".*-minuit"),
    ("no known end", r"vendredi", r"\d+h-"),
    ("no known hours", r"mercredi", r"heures à confirmer"),
    ("a part of the day", r"mercredi", r"après-midi"),
    ("by appointment", r"lundi", r"sur rendez-vous"),
    ("hours by appointment", r"mardi", r"\d.* sur rendez-vous"),
    ("closed on a weekday", r"lundi", r"fermé"),
])
def test_each_way_of_saying_hours_in_french_is_used(forme, jours, heures):
    lignes = [ligne for horaires in horaires_ecrits() if isinstance(horaires, dict) for ligne in horaires.items()]
    assert any(re.fullmatch(jours, cle) and re.fullmatch(heures, valeur) for cle, valeur in lignes), forme


@pytest.mark.parametrize("forme", [r"24/7", r"24h/24, 7j/7", r".*PH off.*", r".*\w\w\[1,3\].*", r"May-Sep .*; Oct-Apr .*",
                                   r".*Dec 24.*", r".*Su,PH .*"])
def test_hours_are_also_written_as_openstreetmap_or_in_one_line(forme):
    assert any(re.fullmatch(forme, horaires) for horaires in horaires_ecrits() if isinstance(horaires, str))


# -- nothing of it is real


def test_every_phone_number_is_kept_for_fiction_or_is_a_public_short_number(elements):
    champs = {("Contact", "telephone"), ("Contact", "sms"), ("Numero", "numero"), ("Role", "telephone"), ("Urgence", "numero"),
              ("ContactAnnuaire", "telephone")}
    numeros = {v for e in elements.values() for cle, v in utilises(e) if cle in champs and isinstance(v, str)}
    assert len(numeros) > 60
    assert {n for n in numeros if not re.fullmatch(r"02 61 91 \d\d \d\d", n)} == NUMEROS_PUBLICS


def test_whatever_looks_like_a_phone_number_in_any_text_is_kept_for_fiction():
    for nom, texte in TEXTES.items():
        trouves = re.findall(r"(?<![\d.])(?:\+\d{2,3}|0)[\s.]?\d(?:[\s.]?\d\d){4}(?!\d)", texte)
        assert [n for n in trouves if not n.startswith("02 61 91 ")] == [], nom


def test_every_host_of_a_site_or_a_mailbox_is_under_example_org():
    hotes = set()
    for texte in TEXTES.values():
        hotes |= {hote.lower() for hote in re.findall(r"https?://([^/\s)\"'>]+)", texte)}
        hotes |= {hote.lower().rstrip(".") for hote in re.findall(r"[\w.+-]+@([\w.-]+)", texte)}
    assert len(hotes) > 20
    assert {hote for hote in hotes if hote != "example.org" and not hote.endswith(".example.org")} == set()


def test_every_position_is_in_a_rectangle_of_open_sea(elements):
    emprise = elements["annuaire.yml"].emprise
    assert (emprise.sud, emprise.ouest, emprise.nord, emprise.est) == (46.30, -3.10, 46.36, -3.00)
    positions = []
    for element in elements.values():
        if isinstance(element, Quartier):
            positions += [position for tour in element.anneaux for position in tour]
        positions += [bloc.position for bloc in blocs_avec_position(element)]
        if isinstance(element, Quartier) and element.centre:
            positions.append(element.centre)
    assert len(positions) > 100
    assert [p for p in positions if not emprise.contient(p)] == []


def blocs_avec_position(valeur: object) -> Iterator[Element]:
    if isinstance(valeur, Element):
        if getattr(valeur, "position", None):
            yield valeur
        for champ in valeur.model_fields_set:
            yield from blocs_avec_position(getattr(valeur, champ))
    elif isinstance(valeur, (tuple, dict)):
        for partie in valeur.values() if isinstance(valeur, dict) else valeur:
            yield from blocs_avec_position(partie)


def test_every_page_is_told_that_the_territory_is_invented():
    avertissement = BRUT["annuaire.yml"]["avertissement"]
    assert "invent" in avertissement["texte"] and avertissement["partout"] == "oui"


def test_the_only_real_numbers_come_from_the_numbering_plan_and_were_never_verified():
    publiques = {nom: f for nom, f in FICHES.items() if "/numero-" in nom}
    assert len(publiques) == 7
    for nom, fiche in publiques.items():
        assert [s["titre"] for s in fiche["sources"]] == ["Plan national de numérotation"], nom
        assert "verification" not in fiche and "organisme" not in fiche, nom


# -- it is a territory


def test_about_sixty_fiches_stand_in_six_neighbourhoods_and_one_zone_for_all():
    zones = [nom.split("/")[1] for nom in FICHES]
    assert 55 <= len(FICHES) <= 75
    assert set(zones) == {nom.split("/")[1].removesuffix(".yml") for nom in BRUT if nom.startswith("quartiers/")}
    assert len(set(zones) - {"partout"}) == 6
    assert min(zones.count(zone) for zone in set(zones)) >= 4


def test_about_forty_fiches_are_verified_in_time_and_each_other_degree_of_trust_is_there(territoire):
    statuts = [vue.confiance.statut for vue in territoire.fiches.values()]
    assert 40 <= statuts.count("verifiee") <= 60
    assert statuts.count("perimee") == 2
    assert statuts.count("lue") >= 8


def test_each_fiche_lies_inside_the_neighbourhood_that_it_is_filed_under(territoire):
    for vue in territoire.fiches.values():
        if vue.position and vue.fiche.zone != "partout":
            assert contient(territoire.directory.quartiers[vue.fiche.zone], vue.position), vue.slug


def test_neighbourhoods_overlap_so_that_a_fiche_can_be_in_two(territoire):
    par_position = [q for vue in territoire.fiches.values() if vue.position for q in [vue.quartiers] if len(q) > 1]
    assert len(par_position) >= 3


def test_each_root_need_is_answered_in_several_neighbourhoods(territoire):
    for racine in territoire.directory.vocabulaire.racines:
        zones = {q.slug for vue in territoire.par_racine[racine] for q in vue.quartiers}
        assert len(zones) >= 2, racine


def test_some_needs_have_no_answer_on_the_island_and_one_has_none_at_all(territoire):
    ile = {racine for vue in territoire.par_quartier["ile-aux-mouettes"] for b in vue.besoins for racine in b.racines}
    assert {"dormir", "apprendre-le-francais", "travailler-et-se-former"} & ile == set()
    assert set(territoire.directory.vocabulaire.besoins) - set(territoire.par_besoin) == {"dentiste"}


def test_each_public_condition_paper_and_body_is_used_by_a_fiche():
    vocabulaire = "\n".join(texte for nom, texte in TEXTES.items() if nom.startswith(("fiches/", "vocabulaire/temps")))
    mots = set(re.findall(r"[a-z0-9-]+", vocabulaire))
    for fichier, liste in (("publics", "publics"), ("conditions", "conditions"), ("conditions", "documents")):
        assert set(BRUT[f"vocabulaire/{fichier}.yml"][liste]) - mots == set()
    assert {nom.split("/")[1].removesuffix(".yml") for nom in BRUT if nom.startswith("organismes/")} - mots == set()


def test_the_terms_of_data_inclusion_are_those_of_its_package():
    besoins, publics = BRUT["vocabulaire/besoins.yml"]["besoins"], BRUT["vocabulaire/publics.yml"]["publics"]
    assert {t for b in besoins.values() for t in b.get("data_inclusion", ())} <= {t.value for t in v1.Thematique}
    assert {t for p in publics.values() for t in p.get("data_inclusion", ())} <= {t.value for t in v1.Public}


def test_each_fiche_begins_with_the_line_that_lets_editors_help():
    for nom in FICHES:
        assert TEXTES[nom].splitlines()[0] == EN_TETE, nom


def test_each_handwritten_page_begins_with_its_title():
    pages = {nom: texte for nom, texte in TEXTES.items() if nom.startswith("pages/")}
    assert {"pages/mentions-legales.md", "pages/confidentialite.md", "pages/licence.md"} <= set(pages)
    for nom, texte in pages.items():
        assert re.match(r"# \w", texte), nom


# -- the check


def test_the_check_finds_no_error(rapport):
    assert [str(p) for p in rapport.erreurs] == []
    assert rapport.directory is not None and rapport.fichiers == len(FICHIERS_YAML)


def test_the_check_warns_of_the_living_examples_and_of_nothing_else(rapport):
    assert sorted((p.fichier, p.regle) for p in rapport.problemes) == sorted(EXEMPLES_VIVANTS)


def test_the_readme_explains_each_living_example():
    for fichier, regle in EXEMPLES_VIVANTS:
        assert re.search(rf"\| `{re.escape(fichier)}` \| `{regle}` \|", TEXTES["README.md"]), fichier


def test_each_file_that_the_readme_names_exists():
    dossiers = ("fiches/", "")
    for nom in re.findall(r"`((?:fiches/|organismes/|quartiers/)?[a-z-]+/[a-z0-9-]+)(?:\.yml)?`", TEXTES["README.md"]):
        assert any(f"{dossier}{nom}.yml" in BRUT for dossier in dossiers), nom


def test_each_accepted_warning_would_be_given_if_it_were_not_accepted(tmp_path, aujourdhui):
    acceptes = set()
    for nom, texte in TEXTES.items():
        cible = tmp_path / nom
        cible.parent.mkdir(parents=True, exist_ok=True)
        cible.write_text(re.sub(r"^accepte:\n(?:  .*\n)+", "", texte, flags=re.MULTILINE), encoding="utf-8")
        acceptes |= {(nom, a["regle"]) for a in BRUT.get(nom, {}).get("accepte", ())}
    sans = verifier(tmp_path, aujourdhui, base=tmp_path)
    assert {(p.fichier, p.regle) for p in sans.problemes} == EXEMPLES_VIVANTS | acceptes
    assert len(acceptes) >= 5
