"""What goes out as open data: accepted by the formats' own packages, the same each time, and nothing that must stay here."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from data_inclusion.schema.v1 import Service, Structure

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import Territoire, enrichir
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.echanges.sorties import FORMATS
from quifaitquoi.echanges.sorties.data_inclusion import services, structures
from quifaitquoi.savoir.publiable import publiable

JOUR = date(2026, 11, 20)


@pytest.fixture(scope="module")
def territoire(port_exemple) -> Territoire:
    return enrichir(verifier(port_exemple, JOUR).directory, JOUR)


@pytest.fixture(scope="module")
def fichiers(territoire) -> dict[str, bytes]:
    return {chemin: contenu for un in FORMATS for chemin, contenu in un.faire(publiable(territoire)).items()}


def avec(territoire: Territoire, slug: str, **champs: object) -> Territoire:
    """The same territory, where this fiche says something else."""
    fiche = territoire.directory.fiches[slug].model_copy(update=champs)
    directory = replace(territoire.directory, fiches={**territoire.directory.fiches, slug: fiche})
    return enrichir(directory, JOUR)


def lue(**champs: object) -> Fiche:
    return Fiche.model_validate({"nom": "x", "genre": "lieu", "services": [{"quoi": "douche"}], **champs}, context={"pays": "FR"})


def test_each_format_gives_the_files_that_it_names(territoire):
    for un in FORMATS:
        assert sorted(un.faire(publiable(territoire))) == sorted(un.chemins)


def test_what_is_written_of_a_place_is_text_and_can_be_put_together_in_any_order(territoire):
    pub = publiable(territoire)
    for un in FORMATS:
        dits = [un.un_lieu(pub)(vue) for vue in reversed(pub.fiches.values())]
        fichiers = un.reunir(pub, json.loads(json.dumps(dits)))
        assert {chemin: b"".join(contenu) for chemin, contenu in fichiers.items()} == un.faire(pub), un.nom


def test_the_same_territory_gives_the_same_bytes_in_another_process(port_exemple, fichiers):
    programme = (
        "import hashlib, sys\nfrom datetime import date\nfrom pathlib import Path\n"
        "from quifaitquoi.annuaire.check import verifier\nfrom quifaitquoi.annuaire.enrich import enrichir\n"
        "from quifaitquoi.echanges.sorties import FORMATS\nfrom quifaitquoi.savoir.publiable import publiable\n"
        "jour = date(2026, 11, 20)\nt = publiable(enrichir(verifier(Path(sys.argv[1]), jour).directory, jour))\n"
        "for un in FORMATS:\n    for chemin, contenu in un.faire(t).items():\n"
        "        print(chemin, hashlib.sha256(contenu).hexdigest())\n")
    import hashlib
    fait = subprocess.run([sys.executable, "-c", programme, str(port_exemple)], capture_output=True, text=True, check=True,
                          env={**os.environ, "PYTHONHASHSEED": "7"})
    assert dict(ligne.split() for ligne in fait.stdout.splitlines()) == {
        chemin: hashlib.sha256(contenu).hexdigest() for chemin, contenu in fichiers.items()}


def test_each_record_is_one_that_the_national_schema_accepts_as_it_is(fichiers, territoire):
    for nom, modele in (("structures", Structure), ("services", Service)):
        lus = json.loads(fichiers[f"data-inclusion-v1/{nom}.json"])
        assert [un["id"] for un in lus] == sorted({un["id"] for un in lus})
        for un in lus:
            assert not [cle for cle in modele.model_validate(un, context={"ignore_warnings": False}).model_extra or ()]
            assert set(un) <= set(modele.model_fields)
    assert {un["structure_id"] for un in json.loads(fichiers["data-inclusion-v1/services.json"])} <= {
        un["id"] for un in json.loads(fichiers["data-inclusion-v1/structures.json"])}


@pytest.mark.parametrize(("champs", "absent"), [
    ({"adresse": {"code_postal": "6800"}}, "code_postal"), ({"presentation": "Oui."}, "description"),
])
def test_what_the_schema_refuses_is_left_out_and_the_record_stays(territoire, champs, absent):
    fiche = Fiche.model_construct(**{**territoire.directory.fiches["la-roue-libre"].__dict__})
    adresse = fiche.adresse.model_copy(update=champs.get("adresse", {}))
    autre = avec(territoire, "la-roue-libre", adresse=adresse, presentation=champs.get("presentation", fiche.presentation))
    [un] = [s for s in structures(autre) if s["id"].endswith("--la-roue-libre")]
    assert absent not in un and un["nom"] == "La Roue libre"


@pytest.mark.parametrize(("communes", "zone"), [
    (["Port-Exemple"], ["99340"]), (["PORT-EXEMPLE"], ["99340"]), (["Port-Exemple", "Ailleurs"], None)])
def test_where_one_must_live_is_the_codes_of_all_these_towns_or_words_alone(territoire, communes, zone):
    """A code that is missing would shut out whoever lives there."""
    publics = lue(publics={"communes": communes}).publics
    autre = avec(territoire, "permanence-logement", publics=publics)
    for un in services(autre):
        if "permanence-logement" in un["id"]:
            assert un.get("zone_eligibilite") == zone
            assert un["publics_precisions"] == f"Pour qui habite\u00a0: {' ou '.join(communes)}."


def test_what_came_back_in_words_beside_its_terms_is_said_once(territoire):
    def dits(**publics: object) -> set[str]:
        autre = avec(territoire, "permanence-logement", publics=lue(publics={"age": {"min": "18"}, **publics}).publics)
        return {" ".join(un["publics_precisions"].split()) for un in services(autre) if "permanence-logement" in un["id"]}
    [une_fois] = dits()
    assert dits(precision=f"{une_fois} Le matin.") == {f"{une_fois} Le matin."}
    assert dits(precision=f"Sauf {une_fois[0].lower()}{une_fois[1:]}") == {f"{une_fois} Sauf {une_fois[0].lower()}{une_fois[1:]}"}


def test_a_town_that_two_codes_are_given_for_has_none(territoire):
    autre = avec(territoire, "comptoir-des-droits", identifiants=lue(identifiants={"insee": "99341"}).identifiants)
    assert territoire.codes_insee == {"port-exemple": "99340"} and autre.codes_insee == {}


def test_an_identifier_does_not_depend_on_the_order_of_the_lines(territoire):
    avant = {un["id"]: un["nom"] for un in services(territoire)}
    tournes = avec(territoire, "la-chaloupe", services=territoire.directory.fiches["la-chaloupe"].services[::-1])
    assert {un["id"]: un["nom"] for un in services(tournes)} == avant


def test_the_same_need_twice_has_two_identifiers(territoire):
    deux = lue(services=[{"quoi": "douche", "nom": "Le matin"}, {"quoi": "douche", "nom": "Le soir"}]).services
    ids = [un["id"] for un in services(avec(territoire, "bains-du-port", services=deux)) if "--bains-du-port--" in un["id"]]
    assert [i.rpartition("bains-du-port--")[2] for i in ids] == ["douche--le-matin", "douche--le-soir"]


def test_nothing_of_a_withheld_address_but_its_town_goes_out(territoire, fichiers):
    retenues = [vue for vue in territoire.fiches.values() if vue.retenue]
    assert retenues
    for vue in retenues:
        for nom in ("structures", "services"):
            siens = [un for un in json.loads(fichiers[f"data-inclusion-v1/{nom}.json"]) if f"--{vue.slug}" in un["id"]]
            assert siens and not any(
                {"adresse", "complement_adresse", "code_postal", "latitude", "longitude"} & un.keys() for un in siens)
        assert vue.slug not in fichiers["lieux.geojson"].decode()


def test_a_position_that_is_not_the_door_s_is_no_position_where_nothing_says_so(territoire):
    adresse = territoire.directory.fiches["bains-du-port"].adresse.model_copy(update={"precision": "rue"})
    [un] = [s for s in structures(avec(territoire, "bains-du-port", adresse=adresse)) if s["id"].endswith("--bains-du-port")]
    assert "latitude" not in un and un["adresse"]


def test_what_is_closed_planned_or_replaced_does_not_go_out(territoire, fichiers):
    hors = [vue for vue in territoire.fiches.values() if not vue.en_service]
    assert hors
    for chemin, contenu in fichiers.items():
        texte = contenu.decode("utf-8-sig") if not chemin.endswith(".xlsx") else ""
        assert not [vue.slug for vue in hors if f"--{vue.slug}\"" in texte or f"--{vue.slug}--" in texte], chemin


@pytest.mark.parametrize(("champ", "dit"), [
    ("adresse.position", lambda un: "latitude" in un), ("horaires", lambda un: "horaires_accueil" in un),
    ("contact.telephone", lambda un: "telephone" in un)])
def test_a_fact_of_a_share_alike_source_does_not_go_out_and_the_rest_does(territoire, champ, dit):
    sources = lue(sources=[{"titre": "OpenStreetMap", "licence": "ODbL-1.0", "pour": [champ]},
                           {"titre": "Affiche", "licence": "etalab-2.0", "pour": ["presentation"]}]).sources
    avant, apres = ([s for s in structures(publiable(t)) if s["id"].endswith("--bains-du-port")][0]
                    for t in (territoire, avec(territoire, "bains-du-port", sources=sources)))
    assert dit(avant) and not dit(apres) and apres["nom"] == avant["nom"] and apres["adresse"] == avant["adresse"]


def test_a_fiche_that_is_all_of_such_a_source_does_not_go_out(territoire):
    sources = lue(sources=[{"titre": "OpenStreetMap", "licence": "ODbL-1.0"}]).sources
    restent = publiable(avec(territoire, "bains-du-port", sources=sources)).fiches
    assert "bains-du-port" not in restent and len(restent) > 50


def test_a_directory_that_is_under_that_licence_itself_keeps_everything(territoire):
    sources = lue(sources=[{"titre": "OpenStreetMap", "licence": "ODbL-1.0"}]).sources
    annuaire = territoire.directory.annuaire
    odbl = annuaire.model_copy(update={"licence_donnees": annuaire.licence_donnees.model_copy(update={"nom": "ODbL 1.0"})})
    t = avec(territoire, "bains-du-port", sources=sources)
    assert "bains-du-port" in publiable(enrichir(replace(t.directory, annuaire=odbl), JOUR)).fiches


def test_lists_in_the_national_csv_are_json(fichiers):
    lignes = list(csv.DictReader(io.StringIO(fichiers["data-inclusion-v1/services.csv"].decode())))
    assert lignes and all(isinstance(json.loads(ligne["modes_accueil"]), list) for ligne in lignes)
    assert len(lignes) == len(json.loads(fichiers["data-inclusion-v1/services.json"]))


@pytest.mark.parametrize("piege", ["=HYPERLINK(0)", "+33", "-2+3", "@SUM(A1)", "\tx"])
def test_no_cell_is_ever_a_formula(territoire, piege):
    autre = avec(territoire, "bains-du-port", presentation=piege, nom=piege)
    tableau, _, national, *autres = (un.faire(publiable(autre)) for un in FORMATS)
    cellules = [cellule for ligne in csv.reader(io.StringIO(tableau["annuaire.csv"].decode("utf-8-sig")), delimiter=";")
                for cellule in ligne]
    assert f"'{piege}" in cellules and piege not in cellules
    for nom, contenu in (*tableau.items(), *national.items(), *autres[-1].items()):
        if nom.endswith(".xlsx"):
            with zipfile.ZipFile(io.BytesIO(contenu)) as classeur:
                feuilles = [classeur.read(f).decode() for f in classeur.namelist() if "/worksheets/sheet" in f]
            assert feuilles and not any("<f>" in feuille for feuille in feuilles), nom


def test_a_point_has_its_longitude_first_and_says_how_to_call(fichiers, territoire):
    points = {un["id"].rpartition("exemple--")[2]: un for un in json.loads(fichiers["lieux.geojson"])["features"]}
    vue = territoire.fiches["bains-du-port"]
    assert points["bains-du-port"]["geometry"]["coordinates"] == [vue.position[1], vue.position[0]]
    assert points["bains-du-port"]["properties"]["telephone"] and points["bus-des-soins--arret-1"]["properties"]["arret"]


def test_the_site_has_the_files_and_a_page_leads_to_each_in_every_language(site, fichiers):
    for chemin in fichiers:
        assert (site / "data" / chemin).is_file()
    for code in ("fr", "en", "ar", "fr-x-falc"):
        page = (site / code / "donnees" / "index.html").read_text("utf-8")
        assert all(f"../../data/{chemin}" in page for chemin in fichiers)
        assert "donnees/index.html" in (site / code / "index.html").read_text("utf-8")
