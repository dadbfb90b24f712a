"""`quifaitquoi import`, as a coordinator types it: what is written, where it was read, and an account that adds up."""

from __future__ import annotations

import csv
from pathlib import Path

import xlsxwriter
from tests.imports.fichiers_essayes import FRANCE_SERVICES, JOUR, arbre, compte, ecrit, service, structure

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.edition.mise_en_forme import mettre_en_forme


def test_the_national_list_becomes_fiches_that_the_check_accepts(importe, port, fiches):
    avant = fiches()
    sortie = importe("france-services", FRANCE_SERVICES).output
    assert compte(sortie) == {"lus": 5, "écrits": 3, "hors": 1, "refusés": 1}
    assert "france-services-2026-08-01.csv, ligne 5 : il manque lib_fs" in sortie
    neuves = fiches().keys() - avant.keys()
    assert {Path(n).name for n in neuves} == {"bus-services-des-dunes.yml", "france-services-de-la-saline.yml",
                                              "france-services-du-phare.yml", "france_services.jsonl"}
    assert verifier(port, JOUR).erreurs == ()
    for nom in neuves:
        if nom.endswith(".yml"):
            assert mettre_en_forme(fiches()[nom], Fiche, "FR") == fiches()[nom]
            assert "verification" not in fiches()[nom]


def test_a_fiche_says_where_each_fact_was_read_and_how_to_find_it_there_again(importe, fiches):
    importe("france-services", FRANCE_SERVICES)
    lue = arbre(fiches(), "france-services-du-phare")
    assert lue["sources"] == [{"adresse": "https://www.data.gouv.fr/datasets/liste-des-structures-france-services/",
                               "titre": "Liste des France services", "date": "2026-08-01", "licence": "etalab-2.0"}]
    assert lue["identifiants"] == {"insee": "99001", "france_services": "1"}


def test_hours_of_zero_to_zero_and_hours_that_overlap_are_doubts(importe, fiches):
    importe("france-services", FRANCE_SERVICES)
    lue = arbre(fiches(), "france-services-du-phare")
    assert lue["horaires"] == {"lundi": "13h30-17h", "mardi et mercredi": "9h-12h, 13h30-17h"}
    assert lue["a_confirmer"] == [
        {"champ": "horaires", "pourquoi": "la source écrit : « jeudi 00:00 ; vendredi 09:00 - 12:00 / 11:00 - 17:00 »"}]
    assert "horaires" not in arbre(fiches(), "france-services-de-la-saline")


def test_nothing_that_may_be_a_person_s_comes_in_and_the_account_says_so(importe, fiches):
    sortie = importe("france-services", FRANCE_SERVICES).output
    tout = " ".join(fiches().values())
    for donnee in ("Sophie", "Martin", "jean.dupont", "06 39 98 01 20"):
        assert donnee not in tout
    assert "des boîtes de personnes (1)" in sortie and "des phrases qui nomment ou font joindre une personne (1)" in sortie
    bus = arbre(fiches(), "bus-services-des-dunes")
    assert bus["presentation"] == "Le premier mardi du mois seulement." and bus["contact"]["telephone"].endswith("98 01 19")
    assert {d["champ"]: d["pourquoi"] for d in arbre(fiches(), "france-services-de-la-saline")["a_confirmer"]}[
        "contact.telephone"].startswith("la source ne donne qu'un portable")


def test_a_second_import_changes_nothing(importe, fiches):
    importe("france-services", FRANCE_SERVICES)
    avant = fiches()
    assert compte(importe("france-services", FRANCE_SERVICES).output) == {"lus": 5, "inchangés": 3, "hors": 1, "refusés": 1}
    assert fiches() == avant


def test_a_trial_writes_nothing_of_the_directory(importe, fiches):
    avant = fiches()
    sortie = importe("france-services", FRANCE_SERVICES, "--essai").output
    assert "(essai : rien n'est écrit)" in sortie and fiches() == avant


def test_where_all_is_elsewhere_the_account_says_what_to_look_at(importe, dora):
    sortie = importe("data-inclusion", *dora([structure(latitude=48.58, longitude=7.75)], [service()])).output
    assert compte(sortie) == {"lus": 2, "hors": 2}
    assert "Rien n'est de ce qui est demandé : regardez --zone et --besoins, puis « emprise » dans annuaire.yml." in sortie


def test_one_is_one_and_several_are_several(importe):
    sortie = importe("france-services", FRANCE_SERVICES).output
    assert sortie.startswith("5 enregistrements lus :\n        3 écrits (fiches nouvelles), 3 fiches\n")
    assert "\n        1 refusé\n" in sortie


def test_only_a_zone_only_some_needs(importe, fiches, dora):
    assert compte(importe("france-services", FRANCE_SERVICES, "--zone", "les-dunes", "--essai").output) == {
        "lus": 5, "écrits": 2, "hors": 2, "refusés": 1}
    assert compte(importe("france-services", FRANCE_SERVICES, "--besoins", "douche", "--essai").output) == {
        "lus": 5, "hors": 4, "refusés": 1}
    assert "n'est pas un quartier" in importe("osm", FRANCE_SERVICES, "--zone", "dune", code=1).output
    assert "n'est pas un besoin" in importe("osm", FRANCE_SERVICES, "--besoins", "amenity=toilets=toilette", code=1).output


def test_each_form_of_data_inclusion_gives_the_same_fiches(importe, fiches, tmp_path, port):
    s, v = structure(), service(publics=["etudiants", "seniors"], modes_mobilisation=["telephoner"], frais="gratuit")
    vues = []
    for forme in ("json", "millisecondes", "api", "csv", "publie", "xlsx"):
        siennes = [dict(s), dict(v)]
        if forme == "millisecondes":
            siennes = [{**un, "date_maj": 1790899200000} for un in siennes]
        if forme in ("json", "millisecondes"):
            fichiers = [ecrit(tmp_path, f"{forme}-{n}.json", [un]) for n, un in enumerate(siennes)]
        elif forme == "api":
            fichiers = [ecrit(tmp_path, f"{forme}-{n}.json", {"items": [un], "total": 1, "page": 1, "size": 50, "pages": 1})
                        for n, un in enumerate(siennes)]
        elif forme == "csv":
            fichiers = [tmp_path / f"{forme}-{n}.csv" for n in range(2)]
            for fichier, un in zip(fichiers, siennes, strict=True):
                with fichier.open("w", newline="") as flux:
                    redacteur = csv.DictWriter(flux, un)
                    redacteur.writeheader()
                    redacteur.writerow({nom: str(valeur) for nom, valeur in un.items()})
        elif forme == "publie":
            fichiers = [tmp_path / f"{forme}-{n}.xlsx" for n in range(2)]
            for fichier, un in zip(fichiers, siennes, strict=True):
                with xlsxwriter.Workbook(fichier, {"strings_to_urls": False}) as classeur:
                    page = classeur.add_worksheet("Sheet1")  # with its index, and lists in Python's notation
                    page.write_row(0, 1, un)
                    page.write_row(1, 0, [0, *(str(x) if isinstance(x, list) else x for x in un.values())])
        else:
            fichiers = [tmp_path / "valideur.xlsx"]
            with xlsxwriter.Workbook(fichiers[0], {"strings_to_urls": False}) as classeur:
                for nom, un in zip(("Structures", "Services"), siennes, strict=True):
                    page = classeur.add_worksheet(nom)
                    page.write_row(0, 0, ["__ignore__", *un])
                    page.write_row(1, 0, [True, *("Explication" for _ in un)])
                    page.write_row(2, 0, ["", *(", ".join(x) if isinstance(x, list) else x for x in un.values())])
        avant = fiches()
        assert compte(importe("data-inclusion", *fichiers).output) == {"lus": 2, "écrits": 2}, forme
        neuves = {nom: texte for nom, texte in fiches().items() if nom not in avant}
        vues.append(neuves)
        for nom in neuves:
            (port / nom).unlink()
    assert all(vue == vues[0] for vue in vues)
    lue = arbre(vues[0], "maison-du-port")
    assert lue["services"] == [{
        "quoi": "acces-internet", "nom": "Cours du soir", "presentation": "Pour apprendre.",
        "publics": {"situations": ["etudiants", "personnes-agees"]}, "acces": {"porte": ["telephoner"]}, "cout": "gratuit",
        "identifiants": {"data_inclusion": "dora--cours"}}]
    assert lue["sources"][0]["date"] == "2026-10-02"


def test_neither_the_order_of_the_files_nor_that_of_the_records_matters(importe, fiches, port, tmp_path):
    tous = [structure(f"dora--{n}", nom=f"Maison {n}", latitude=46.33 + n / 1000) for n in range(3)]
    tous += [service(f"dora--s{n}", f"dora--{n}") for n in range(3)]
    vues = []
    for ordre in (tous, tous[::-1], tous[3:] + tous[:3]):
        avant = fiches()
        importe("data-inclusion", *(ecrit(tmp_path, f"{n}.json", ordre[n::2]) for n in range(2)))
        vues.append({nom: texte for nom, texte in fiches().items() if nom not in avant})
        for nom in vues[-1]:
            (port / nom).unlink()
    assert vues[0] == vues[1] == vues[2]
