"""The same town elsewhere: its numbers and country are those of the place, and what only France has is left out."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest
from data_inclusion.schema.v1 import Service, Structure
from tests.echanges.hsds_3 import fautes, notre_schema

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import Territoire, enrichir
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.lieu import Contact
from quifaitquoi.echanges.sorties import FORMATS
from quifaitquoi.savoir.publiable import publiable

JOUR = date(2026, 11, 20)
PAYS = {"BE": ("02 555 12 34", "+3225551234"), "CH": ("022 327 41 11", "+41223274111"), "CA": ("514 872-0311", "+15148720311"),
        "RE": ("02 62 41 70 70", "+262262417070")}


@pytest.fixture(scope="module", params=PAYS)
def ici(port_exemple, request) -> tuple[str, Territoire]:
    """A country, and Port-Exemple there: a number of that country, no postcode, which is France's."""
    pays, directory = request.param, verifier(port_exemple, JOUR).directory
    contact = Contact.model_validate({"telephone": PAYS[pays][0]}, context={"pays": pays})
    annuaire = directory.annuaire.model_copy(update={"pays": pays, "fuseau": None})
    fiches = {slug: _la_bas(fiche, contact) for slug, fiche in directory.fiches.items()}
    return pays, publiable(enrichir(replace(directory, annuaire=annuaire, fiches=fiches), JOUR))


def _la_bas(fiche: Fiche, contact: Contact) -> Fiche:
    services = tuple(un.model_copy(update={"contact": None}) for un in fiche.services)
    adresses = {nom: adresse.model_copy(update={"code_postal": None})
                for nom in ("adresse", "adresse_provisoire") if (adresse := getattr(fiche, nom))}
    return fiche.model_copy(update={"contact": contact, "services": services, **adresses})


@pytest.fixture(scope="module")
def faits(ici) -> dict[str, bytes]:
    return {chemin: contenu for un in FORMATS for chemin, contenu in un.faire(ici[1]).items()}


def test_the_national_schema_accepts_each_record_and_no_number_is_taken_for_one_of_france(ici, faits):
    pays, (ecrit, de_partout) = ici[0], PAYS[ici[0]]
    for nom, modele in (("structures", Structure), ("services", Service)):
        lus = json.loads(faits[f"data-inclusion-v1/{nom}.json"])
        assert lus and all(modele.model_validate(un) for un in lus)
        assert {un["telephone"] for un in lus} == {ecrit if pays == "RE" else de_partout}


def test_hsds_has_the_country_and_only_its_own_fields(ici, faits):
    tous = json.loads(faits["hsds-3/services.json"])["contents"]
    assert tous and list(fautes(notre_schema(), tous)) == []
    lieux = [la["location"] for un in tous for la in un["service_at_locations"]]
    assert {adresse["country"] for lieu in lieux for adresse in lieu.get("addresses", ())} == {ici[0]}


def test_a_mapper_reads_numbers_that_can_be_dialled_from_anywhere(ici, faits):
    points = json.loads(faits["openstreetmap/a-comparer.geojson"])["features"]
    assert points and {point["properties"]["phone"] for point in points} == {PAYS[ici[0]][1]}


def test_a_person_reads_numbers_as_the_country_writes_them(ici, faits):
    lignes = csv.DictReader(io.StringIO(faits["annuaire.csv"].decode("utf-8-sig")), delimiter=";")
    chiffres = {"".join(c for c in ligne["Téléphone"] if c.isdigit()) for ligne in lignes}
    assert chiffres == {"".join(c for c in PAYS[ici[0]][0] if c.isdigit())}


def test_without_a_postcode_of_france_there_is_no_line_of_digital_help(faits):
    assert len(faits["mediation-numerique-1.0.2.csv"].decode().splitlines()) == 1
