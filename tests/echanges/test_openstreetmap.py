"""What a mapper is offered: tags of the map's own words, of what was verified, and that may go there."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import Territoire, enrichir
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.echanges.sorties.openstreetmap import CONTEXTE, ETIQUETTES, FORMAT
from quifaitquoi.savoir.publiable import publiable

JOUR = date(2026, 11, 20)
GEOJSON, TABLEAU = "openstreetmap/a-comparer.geojson", "openstreetmap/a-comparer.xlsx"
LIEU = {
    "nom": "Maison", "genre": "lieu", "services": [{"quoi": "douche"}], "horaires": "Mo-Fr 09:00-12:00; PH off", "cout": "gratuit",
    "adresse": {"voie": "3 quai des Essais", "code_postal": "99340", "commune": "Port-Exemple", "position": [46.331, -3.055]},
    "contact": {"telephone": [{"numero": "02 61 91 00 14", "pour": "l'accueil"}, {"numero": "3919", "pour": "la nuit"}],
                "site": "https://maison.example.org/équipe"},
    "accessibilite": {"plain_pied": "en-partie", "toilettes_adaptees": "non", "ascenseur": "oui"},
    "verification": {"le": "2026-10-02", "comment": "telephone", "par": "coordination"},
}


@pytest.fixture(scope="module")
def territoire(port_exemple) -> Territoire:
    return enrichir(verifier(port_exemple, JOUR).directory, JOUR)


def proposes(territoire: Territoire, licence: str = "Licence Ouverte 2.0", **champs: object) -> list[dict[str, str]]:
    """The tags offered of one fiche that says this."""
    fiche = Fiche.model_validate({nom: v for nom, v in {**LIEU, **champs}.items() if v is not None}, context={"pays": "FR"})
    fiche.nomme(slug="maison", zone="gare", chemin="fiches/gare/maison.yml")
    annuaire = territoire.directory.annuaire
    annuaire = annuaire.model_copy(update={"licence_donnees": annuaire.licence_donnees.model_copy(update={"nom": licence})})
    t = publiable(enrichir(replace(territoire.directory, annuaire=annuaire, fiches={"maison": fiche}), JOUR))
    return [point["properties"] for point in json.loads(FORMAT.faire(t)[GEOJSON])["features"]]


def source(licence: str | None, *pour: str) -> dict:
    return {"sources": [{"titre": "Une page", **({"licence": licence} if licence else {}), **({"pour": [*pour]} if pour else {})}]}


def test_a_place_has_the_tags_of_the_map_and_no_other_property(territoire):
    assert proposes(territoire) == [{
        "name": "Maison", "opening_hours": "Mo-Fr 09:00-12:00; PH off", "phone": "+33261910014;3919", "fee": "no",
        "website": "https://maison.example.org/%C3%A9quipe", "wheelchair": "limited", "toilets:wheelchair": "no",
        "check_date": "2026-10-02"}]


@pytest.mark.parametrize("champs", [
    {"verification": None}, {"verification": {"le": "2024-10-02", "comment": "telephone", "par": "coordination"}},
    {"adresse": {**LIEU["adresse"], "position": None}}, {"adresse": {**LIEU["adresse"], "precision": "quartier"}},
    {"adresse": {"commune": "Port-Exemple"}, "confidentialite": "adresse-non-publiee"}, {"acces": {"ouvert_a": "prison"}},
    {"genre": "equipe-mobile"}, {"etat": {"statut": "ferme"}},
    {"adresse_provisoire": {**LIEU["adresse"], "du": "2026-11-01"}}])
def test_what_was_not_verified_in_time_or_has_no_door_on_the_map_is_not_offered(territoire, champs):
    assert proposes(territoire, **champs) == []


@pytest.mark.parametrize(("licence", "reste"), [("CC-BY-4.0", False), ("CC-BY-SA-4.0", False), ("ODbL-1.0", False),
                                                ("etalab-2.0", True), ("CC0-1.0", True), (None, True)])
def test_a_fact_goes_only_where_the_licence_of_its_source_lets_it(territoire, licence, reste):
    [tags] = proposes(territoire, **source(licence, "horaires"))
    assert ("opening_hours" in tags) is reste and "phone" in tags
    assert bool(proposes(territoire, **source(licence))) is reste


@pytest.mark.parametrize(("licence", "reste"), [("Licence Ouverte 2.0", True), ("CC0 1.0", True), ("ODbL 1.0", True),
                                                ("CC BY 4.0", False), ("Tous droits réservés", False)])
def test_a_directory_gives_nothing_that_its_own_licence_keeps_from_the_map(territoire, licence, reste):
    assert bool(proposes(territoire, licence)) is reste


@pytest.mark.parametrize("champ", ["contact", "contact.telephone"])
def test_what_is_in_doubt_is_not_offered(territoire, champ):
    [tags] = proposes(territoire, a_confirmer=[{"champ": champ, "pourquoi": "deux pages donnent deux numéros"}])
    assert "phone" not in tags and "opening_hours" in tags


def test_a_closure_of_a_few_days_is_no_part_of_the_hours(territoire):
    [tags] = proposes(territoire, fermetures=[{"du": "2026-12-24", "au": "2027-01-03"}])
    assert tags["opening_hours"] == "Mo-Fr 09:00-12:00; PH off"


def test_both_files_hold_the_same_places_and_the_table_leads_to_each_page(territoire):
    faits = FORMAT.faire(publiable(territoire))
    points = json.loads(faits[GEOJSON])["features"]
    ids = [point["id"] for point in points]
    assert len(points) > 10 and ids == sorted(ids) and all(point["properties"].keys() <= ETIQUETTES.keys() for point in points)
    with zipfile.ZipFile(io.BytesIO(faits[TABLEAU])) as archive:
        entetes, feuille = (archive.read(f"xl/{nom}.xml").decode() for nom in ("sharedStrings", "worksheets/sheet1"))
    textes = {un.text for partie in (entetes, feuille) for un in ElementTree.fromstring(partie).iter() if un.text}
    assert {*CONTEXTE, *ETIQUETTES, *ids} <= textes and feuille.count("<row ") == len(points) + 1 and "<f>" not in feuille
    assert all(any(texte.endswith(f"/{un.rpartition('--')[2]}/index.html") for texte in textes) for un in ids)
