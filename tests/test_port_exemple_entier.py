"""The invented territory uses all that the models offer: every field, every value, every way of saying hours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, get_args, get_origin

import pytest

from port_exemple_lu import FICHES, elements_lus, sous_types, utilises
from quifaitquoi.annuaire.model.genres import MODELES
from quifaitquoi.annuaire.model.quartier import Quartier
from quifaitquoi.annuaire.model.types import Element
from quifaitquoi.annuaire.model.vacances import ZoneScolaire

# There is one annuaire.yml: where it chose a value, it cannot show the other one too.
UNE_SEULE_FOIS = {(("Avertissement", "partout"), "non"), (("Annuaire", "fond_de_carte"), "aucun"),
                 (("Annuaire", "droits_nationaux"), "non"), (("Annuaire", "lignes_nationales"), "non"),
                 (("Annuaire", "cle_usb"), "non")}


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


@pytest.fixture(scope="module")
def elements() -> dict[str, Element]:
    return elements_lus()


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
