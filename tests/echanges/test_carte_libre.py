"""`quifaitquoi comparer`: what the map lacks, what it says otherwise, what we lack; each list under its own licence."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import osmium
import pytest
from click.testing import CliRunner

from quifaitquoi.annuaire.enrich import Territoire, enrichir
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.identifiants import Identifiants
from quifaitquoi.annuaire.model.lieu import Contact
from quifaitquoi.commands import main
from quifaitquoi.echanges.carte_libre import A_VOIR, ODBL, Ecarts, classeurs, ecarts
from quifaitquoi.echanges.sorties.openstreetmap import etiquettes, lieux_permis
from quifaitquoi.savoir.publiable import publiable


@pytest.fixture(scope="module")
def notre(territoire):
    """One of ours that may go to the map, with a phone; and its tags."""
    public = publiable(territoire)
    return next((vue, tags) for vue in lieux_permis(public) if {"phone", "opening_hours"} <= set(tags := etiquettes(public, vue)))


def objet(numero: int, position: tuple[float, float], **tags: str) -> dict:
    return {"type": "node", "id": numero, "lat": position[0], "lon": position[1], "tags": tags}


def compares(territoire: Territoire, dossier: Path, *objets: dict) -> Ecarts:
    fichier = dossier / "overpass.json"
    fichier.write_text(json.dumps({"elements": objets}), encoding="utf-8")
    return ecarts(territoire, [fichier])


def dit(octets: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        return " ".join(archive.read(nom).decode() for nom in archive.namelist())


def test_a_place_found_by_its_name_nearby_is_compared_by_what_its_tags_mean(territoire, notre, tmp_path):
    vue, tags = notre
    pareil = {"amenity": "social_facility", "name": vue.fiche.nom, "contact:phone": tags["phone"], **{
        nom: tags[nom] for nom in ("opening_hours", "website", "wheelchair") if nom in tags}}
    faits = compares(territoire, tmp_path, objet(7, vue.position, **pareil))
    assert faits.differents == [] and vue.fiche.nom not in {nom for ligne in faits.absents_de_la_carte for nom in ligne}
    faits = compares(territoire, tmp_path, objet(7, vue.position, **pareil | {"opening_hours": "Su 03:00-04:00"}))
    [(page, _, etiquette, sienne, la_notre, _)] = faits.differents
    assert (page, etiquette, sienne, la_notre) == (
        "https://www.openstreetmap.org/node/7", "opening_hours", "Su 03:00-04:00", tags["opening_hours"])


def test_what_the_map_lacks_and_what_we_lack_are_two_lists(territoire, notre, tmp_path):
    vue, _ = notre
    fontaine = objet(9, vue.position, amenity="drinking_water", name="Fontaine Introuvable")
    faits = compares(territoire, tmp_path, fontaine, objet(8, vue.position, amenity="bank", name="Banque"),
                     objet(6, vue.position, amenity="shower", access="private"), objet(5, (1.0, 1.0), amenity="shower"))
    assert [ligne[:2] for ligne in faits.absents_d_ici] == [("https://www.openstreetmap.org/node/9", "Fontaine Introuvable")]
    assert len(faits.absents_de_la_carte) == len(lieux_permis(publiable(territoire)))


@pytest.mark.parametrize("sien, dit_", [
    ("+33 6 39 98 01 20", A_VOIR), ("+33 6 39 98 01 20;+33 2 61 91 00 99", "+33 2 61 91 00 99"), ("0639980120", A_VOIR),
    ("3919", "3919")])
def test_a_mobile_of_the_map_may_be_a_person_s_and_is_in_no_list(territoire, notre, tmp_path, sien, dit_):
    vue, _ = notre
    siens = [objet(9, vue.position, amenity="drinking_water", name="Fontaine Introuvable", phone=sien),
             objet(7, vue.position, amenity="bar", name=vue.fiche.nom, phone=sien)]
    faits = compares(territoire, tmp_path, *siens)
    assert [ligne[-3] for ligne in faits.absents_d_ici] == [ligne[3] for ligne in faits.differents if ligne[2] == "phone"] == [dit_]


def test_a_mobile_that_we_give_ourselves_is_compared_as_any_number(territoire, notre, tmp_path):
    vue, _ = notre
    contact = vue.fiche.contact.model_copy(update={"telephone": Contact.model_validate({"telephone": "07 56 78 90 12"}).telephone})
    fiches = {**territoire.directory.fiches, vue.slug: vue.fiche.model_copy(update={"contact": contact})}
    mobile = enrichir(replace(territoire.directory, fiches=fiches), territoire.aujourdhui)

    def differents(numero: str) -> list[str]:
        faits = compares(mobile, tmp_path, objet(7, vue.position, amenity="bar", name=vue.fiche.nom, phone=numero))
        return [ligne[3] for ligne in faits.differents if ligne[2] == "phone"]
    assert differents("+33 7 56 78 90 12; 07 00 00 00 00") == [] and differents("07 00 00 00 00") == [A_VOIR]


def test_an_extract_in_pbf_is_compared_as_an_answer_in_json(territoire, notre, tmp_path):
    vue, tags = notre
    extrait, (latitude, longitude) = tmp_path / "extrait.osm.pbf", vue.position
    sien = {"amenity": "bar", "name": vue.fiche.nom, "phone": "+33 2 61 91 00 99"}
    with osmium.SimpleWriter(str(extrait)) as vers:
        vers.add_node(osmium.osm.mutable.Node(id=7, location=(longitude, latitude), tags=sien))
        vers.add_node(osmium.osm.mutable.Node(id=9, location=(longitude, latitude), tags={"amenity": "shower"}))
        vers.add_node(osmium.osm.mutable.Node(id=10, location=(longitude, latitude), tags={"highway": "bus_stop"}))
    en_json = compares(territoire, tmp_path, objet(7, vue.position, **sien), objet(9, vue.position, amenity="shower"))
    assert ecarts(territoire, [extrait]) == en_json and en_json.lus == 2 and len(en_json.absents_d_ici) == 1
    assert ("+33 2 61 91 00 99", tags["phone"]) in [ligne[3:5] for ligne in en_json.differents]


def test_what_comes_from_the_map_stays_in_a_file_of_its_own_licence(territoire, notre, tmp_path):
    vue, _ = notre
    siens = [objet(9, vue.position, amenity="drinking_water", name="Fontaine Introuvable"),
             objet(7, vue.position, amenity="bar", name=vue.fiche.nom, phone="+33261910099")]
    nous, eux = map(dit, classeurs(territoire, compares(territoire, tmp_path, *siens)).values())
    assert "Fontaine Introuvable" in eux and "+33261910099" in eux and ODBL in eux
    assert "Introuvable" not in nous and "+33261910099" not in nous and territoire.directory.annuaire.licence_donnees.nom in nous
    assert classeurs(territoire, compares(territoire, tmp_path, *siens)) == classeurs(
        territoire, compares(territoire, tmp_path, *reversed(siens)))


def test_an_object_that_names_a_place_whose_address_is_withheld_is_in_no_list(territoire, notre, tmp_path):
    vue, _ = notre
    tu = next(fiche for fiche in territoire.directory.siennes.values() if fiche.confidentialite)
    faits = compares(territoire, tmp_path, objet(9, vue.position, amenity="shower", name=tu.nom))
    assert (faits.tus, faits.absents_d_ici, faits.differents) == (1, [], [])
    assert not any(tu.nom in dit(octets) for octets in classeurs(territoire, faits).values())


def test_an_identifier_tells_which_object_is_a_place_whatever_it_is_called_and_wherever_it_is(territoire, notre, tmp_path):
    vue, tags = notre
    ailleurs = objet(77, (46.4, -3.1), amenity="shower", name="Autrement", phone="3919")
    nomme = avec_identifiant(territoire, vue.slug, vue.fiche, "node/77")
    assert {ligne[0] for ligne in compares(nomme, tmp_path, ailleurs).differents} == {"https://www.openstreetmap.org/node/77"}
    tu = next(fiche for fiche in territoire.directory.siennes.values() if fiche.confidentialite)
    faits = compares(avec_identifiant(territoire, tu.slug, tu, "node/77"), tmp_path, ailleurs)
    assert (faits.tus, faits.differents, faits.absents_d_ici) == (1, [], [])


def avec_identifiant(territoire: Territoire, slug: str, fiche: Fiche, sien: str) -> Territoire:
    portant = fiche.model_copy(update={"identifiants": Identifiants.model_validate({"osm": sien})})
    fiches = {**territoire.directory.fiches, slug: portant}
    return enrichir(replace(territoire.directory, fiches=fiches), territoire.aujourdhui)


@pytest.mark.parametrize("tags", ["[]", '{"amenity": 3}', '{"amenity": "shower", "opening_hours": {"a": [1]}, "phone": "=1+1"}'])
def test_the_command_says_what_it_found_whatever_the_extract_holds(port_exemple, tmp_path, monkeypatch, tags):
    monkeypatch.chdir(tmp_path)
    un = f'{{"type": "node", "id": 1, "lat": 46.33, "lon": -3.05, "tags": {tags}}}'
    Path("extrait.json").write_text(f'{{"elements": [{un}]}}', "utf-8")
    fait = CliRunner().invoke(main, ["comparer", "extrait.json", "--dans", str(port_exemple)],
                              env={"SOURCE_DATE_EPOCH": "1795132800"})
    assert fait.exit_code == 0 and "Lus dans l'extrait" in fait.output, fait.output
    assert sorted(f.name for f in Path("build/openstreetmap").iterdir()) == ["avec-openstreetmap-odbl.xlsx", "notre-annuaire.xlsx"]
