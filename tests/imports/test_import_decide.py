"""`quifaitquoi import`: what it cannot know it asks, and what was refused is corrected and imported again."""

from __future__ import annotations

import csv
import json

import pytest
from tests.imports.fichiers_essayes import FRANCE_SERVICES, ICI_MEME, arbre, compte, ecrit, service, structure

from quifaitquoi.echanges.entrees.lecture.csv_ import csv_


def test_a_word_that_means_several_needs_is_asked_never_guessed(importe, dora, fiches):
    fichiers = dora([structure()], [service(thematiques=["equipement-et-alimentation--alimentation"])])
    sortie = importe("data-inclusion", *fichiers).output
    assert compte(sortie) == {"lus": 2, "refusés": 2}
    assert '--besoins "equipement-et-alimentation--alimentation=…" parmi' in sortie
    importe("data-inclusion", *fichiers, "--besoins", "equipement-et-alimentation--alimentation=colis-alimentaire")
    assert [s["quoi"] for s in arbre(fiches(), "maison-du-port")["services"]] == ["colis-alimentaire"]


def test_the_name_of_a_service_tells_which_need_is_meant(importe, dora, fiches):
    importe("data-inclusion", *dora([structure()], [service(nom="Repas chaud",
                                                            thematiques=["equipement-et-alimentation--alimentation"])]))
    assert [s["quoi"] for s in arbre(fiches(), "maison-du-port")["services"]] == ["repas-chaud"]


def test_what_is_refused_can_be_corrected_and_imported_again(importe, dora, fiches, tmp_path):
    importe("data-inclusion", *dora([structure()], [service(thematiques=[])]))
    refuses = tmp_path / "build/import/data-inclusion-a-corriger.json"
    lus = json.loads(refuses.read_text("utf-8"))
    assert lus[0]["_pourquoi"] == "« Cours du soir » n'a aucune thématique que le vocabulaire connaisse."
    lus[1]["_besoins"] = ["acces-internet"]
    assert compte(importe("data-inclusion", ecrit(tmp_path, "corriges.json", lus)).output) == {"lus": 2, "écrits": 2}
    assert arbre(fiches(), "maison-du-port")["services"][0]["quoi"] == "acces-internet"


def test_the_refused_rows_of_a_table_come_back_as_a_table(importe, tmp_path, fiches):
    importe("france-services", FRANCE_SERVICES)
    refuses = tmp_path / "build/import/france-services-a-corriger.csv"
    corriges = refuses.read_text("utf-8-sig").replace('4,99,,1 Rue', '4,99,France services du Sel,1 Rue')
    assert compte(importe("france-services", ecrit(tmp_path, "corriges.csv", corriges)).output) == {"lus": 1, "écrits": 1}


def test_what_a_spreadsheet_would_run_is_sent_back_as_a_text_and_comes_back_as_it_was(importe, tmp_path):
    pieges = ["=HYPERLINK(1)", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "'=1+1", "-3.05"]
    lignes = FRANCE_SERVICES.read_text("utf-8-sig").splitlines()
    source = ecrit(tmp_path, "source.csv", "\n".join(
        [lignes[0] + "".join(f',"x{n}"' for n in range(5)) + ',"=col()"',
         next(ligne for ligne in lignes if "4,99,,1 Rue" in ligne.replace('"', "")) + "".join(f',"{p}"' for p in pieges)]) + "\n")
    importe("france-services", source)
    refuses = tmp_path / "build/import/france-services-a-corriger.csv"
    with open(refuses, encoding="utf-8-sig", newline="") as flux:
        entete, ligne = csv.reader(flux)
    assert entete[-1] == "'=col()" and ligne[-6:] == [*(f"'{p}" for p in pieges[:5]), "-3.05"]
    assert [*next(csv_(refuses)).champs.items()][-6:] == [*zip([*(f"x{n}" for n in range(5)), "=col()"], pieges, strict=True)]
    assert [*next(csv_(source)).champs.values()][-6:] == pieges


def test_a_place_that_is_probably_there_already_waits_for_a_decision(importe, dora, fiches, tmp_path):
    """The same name at a few metres: the coordinator says whether it is the same."""
    bains = arbre(fiches(), "bains-du-port")
    ici = dict(zip(("latitude", "longitude"), map(float, bains["adresse"]["position"]), strict=True))
    fichiers = dora([structure(nom=f"{bains['nom']}", adresse="", **ici)], [service()])
    avant = fiches()
    sortie = importe("data-inclusion", *fichiers).output
    assert compte(sortie) == {"lus": 2, "à": 2} and fiches() == avant
    assert "écrivez dans « _fiche » bains-du-port si c'est le même lieu, nouvelle sinon" in sortie
    lus = json.loads((tmp_path / "build/import/data-inclusion-a-corriger.json").read_text("utf-8"))
    lus[0]["_fiche"] = "bains-du-port"
    importe("data-inclusion", ecrit(tmp_path, "decides.json", lus))
    assert arbre(fiches(), "bains-du-port")["identifiants"]["data_inclusion"] == "dora--maison"
    lus[0]["_fiche"], lus[0]["id"], lus[1]["structure_id"] = "nouvelle", "dora--autre", "dora--autre"
    assert compte(importe("data-inclusion", ecrit(tmp_path, "decides.json", lus)).output) == {"lus": 2, "écrits": 2}


DE_MEDNUM = {"id": "m-1", "nom": "Maison du Port", "adresse": "8 rue des Essais", "telephone": "02 61 91 66 01",
             "date_maj": "2026-10-02", **ICI_MEME, "services": "Accès internet et matériel informatique"}
AILLEURS = {**DE_MEDNUM, "id": "m-2", "nom": "Le Clavier", "adresse": "40 quai du Phare", "telephone": "02 61 91 55 07",
            "latitude": 46.34}


@pytest.mark.parametrize("ordre", [("data-inclusion", "mednum"), ("mednum", "data-inclusion")])
def test_a_place_that_two_sources_know_is_one_fiche_whichever_came_first(importe, dora, fiches, tmp_path, ordre):
    avant = fiches()
    fichiers = {"data-inclusion": dora([structure()], [service()]), "mednum": [ecrit(tmp_path, "m.json", [DE_MEDNUM, AILLEURS])]}
    premiere, seconde = ordre
    importe(premiere, *fichiers[premiere])
    assert compte(importe(seconde, *fichiers[seconde]).output)["à"] == (2 if seconde == "data-inclusion" else 1)
    renvoyes = tmp_path / f"build/import/{seconde}-a-corriger.json"
    lus = json.loads(renvoyes.read_text("utf-8"))
    lus[0]["_fiche"] = "maison-du-port"
    importe(seconde, ecrit(tmp_path, "decides.json", lus))
    neuves = {nom for nom in fiches().keys() - avant.keys() if nom.endswith(".yml")}
    assert {nom.rpartition("/")[2] for nom in neuves} == {"maison-du-port.yml", "le-clavier.yml"}
    siens = arbre(fiches(), "maison-du-port")["identifiants"]
    assert (siens["data_inclusion"], siens["mediation_numerique"]) == ("dora--maison", "m-1")
    ensemble = fiches()
    for forme in (*ordre, *reversed(ordre)):
        assert "à" not in compte(importe(forme, *fichiers[forme]).output) and fiches() == ensemble
