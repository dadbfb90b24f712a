"""`quifaitquoi import`, as a coordinator types it: what is written, what is refused and why, and an account that adds up."""

from __future__ import annotations

import csv
import json
import os
import re
import signal
from pathlib import Path

import pytest
import xlsxwriter
from tests.imports.fichiers_essayes import ICI, JOUR, compte, ecrit

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.echanges.entrees.lecture.csv_ import csv_
from quifaitquoi.edition.mise_en_forme import mettre_en_forme

FRANCE_SERVICES = ICI / "donnees" / "france-services-2026-08-01.csv"
ICI_MEME = {"commune": "Port-Exemple", "code_postal": "99340", "latitude": 46.3315, "longitude": -3.0560}


def structure(sien: str = "dora--maison", **champs: object) -> dict:
    return {"source": "dora", "id": sien, "nom": "Maison du Port", "date_maj": "2026-10-02", "adresse": "8 rue des Essais",
            "telephone": "02 61 91 66 01", **ICI_MEME, **champs}


def service(sien: str = "dora--cours", de: str = "dora--maison", **champs: object) -> dict:
    return {"source": "dora", "structure_id": de, "id": sien, "nom": "Cours du soir", "description": "Pour apprendre.",
            "date_maj": "2026-10-02", "thematiques": ["numerique--acceder-a-une-connexion-internet"], **champs}


@pytest.fixture
def dora(tmp_path):
    """Files of data.inclusion with these records."""
    return lambda structures, services: [ecrit(tmp_path, "structures.json", structures), ecrit(tmp_path, "services.json", services)]


def arbre(fiches: dict[str, str], nom: str) -> dict:
    return lire_yaml(next(texte for chemin, texte in fiches.items() if chemin.endswith(f"{nom}.yml"))).valeur


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
    for forme in ("json", "millisecondes", "api", "csv", "xlsx"):
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


def test_nothing_is_taken_of_a_place_whose_address_is_withheld(importe, dora, port, fiches):
    retenue = next(f for f in (port / "fiches").rglob("*.yml") if "adresse-non-publiee" in f.read_text("utf-8"))
    nom = lire_yaml(retenue.read_text("utf-8")).valeur["nom"]
    avant = fiches()
    sortie = importe("data-inclusion", *dora([structure(nom=nom)], [service()])).output
    assert compte(sortie) == {"lus": 2, "refusés": 2} and "l'adresse n'est pas publiée" in sortie and fiches() == avant


def test_what_is_remembered_of_a_place_that_is_withheld_since_is_told_at_its_line(importe, dora, port):
    autre = structure(id="dora--autre", nom="Atelier du phare", adresse="40 quai du Phare", telephone="0261910077")
    importe("data-inclusion", *dora([structure(), autre], [service(), service(id="dora--s2", structure_id="dora--autre")]))
    memoire = port / "imports/data_inclusion.jsonl"
    fiche = next((port / "fiches").rglob("maison-du-port.yml"))
    slugs = [json.loads(ligne)["fiche"] for ligne in memoire.read_text("utf-8").splitlines()]
    assert len(slugs) == 2 and verifier(port, JOUR).erreurs == ()
    fiche.write_text("nom: Maison du port\ngenre: lieu\nconfidentialite: adresse-non-publiee\n"
                     "contact:\n  telephone: 02 61 91 00 99\nservices:\n  - quoi: douche\n"
                     "responsables: [coordination]\nsources:\n  - titre: Essai\n    date: 2026\n", "utf-8")

    def dites() -> list[tuple[int, int, str]]:
        return [(e.ligne, e.colonne, e.regle) for e in verifier(port, JOUR).erreurs if e.fichier.endswith(memoire.name)]

    ligne = slugs.index("maison-du-port") + 1
    assert dites() == [(ligne, 1, "adresse-divulguee")]
    memoire.write_text(memoire.read_text("utf-8").replace('"maison-du-port"', '"maison-du-p\\u006frt"'), "utf-8")
    assert dites() == [(ligne, 1, "adresse-divulguee")]
    memoire.write_text(memoire.read_text("utf-8").splitlines()[2 - ligne] + "\n" + "[" * 100_000 + "\nmaison-du-port\n", "utf-8")
    assert dites() == []


def test_a_memory_that_is_a_link_is_told(port, tmp_path):
    (port / "imports").mkdir()
    (port / "imports/osm.jsonl").symlink_to(tmp_path / "ailleurs")
    assert [(e.ligne, e.colonne, e.regle) for e in verifier(port, JOUR).erreurs] == [(1, 1, "lien")]


def test_what_the_model_refuses_is_doubted_and_the_rest_is_kept(importe, dora, fiches):
    importe("data-inclusion", *dora([structure(code_postal="750121", courriel="pas une adresse", site_web="pas une url !",
                                               siret="12345678901234", telephone="n'importe quoi", latitude="46,3315")],
                                    [service(horaires_accueil="We open", publics=["tous-publics"])]))
    lue = arbre(fiches(), "maison-du-port")
    assert {d["champ"] for d in lue["a_confirmer"]} == {
        "adresse.code_postal", "contact.courriel", "identifiants.siret", "contact.telephone", "services[1].horaires",
        "services[1].publics.accueil"}
    assert lue["adresse"]["position"] == ["46.3315", "-3.056"] and "contact" not in lue


@pytest.mark.parametrize("champs", [
    {"nom": "x" * 5000}, {"nom": "A\u202eB\x00C\n"}, {"nom": "<script>alert(1)</script>"}, {"description": "{{7*7}} &amp; <b>gras"},
    {"nom": "- *a: [&x"}, {"adresse": "#\n---\n!!python/object"}, {"date_maj": 10**17}, {"date_maj": "2999-01-01"},
    {"latitude": "1e400", "longitude": "nan"}, {"nom": ["a"]}, {"nom": {"a": 1}}, {"horaires_accueil": "Mo " * 5000}, {"siret": 1},
    {"telephone": "1" * 10_000}, {"courriel": "a@" * 5000}, {"id": "../../etc/passwd"}, {"id": "a b"}, {"nom": "…"}])
def test_a_hostile_record_gives_a_fiche_or_a_refusal(importe, dora, port, champs):
    s = structure(**champs)
    sortie = importe("data-inclusion", *dora([s], [service(de=str(s["id"]), description="'\"\\ : #")])).output
    chiffres = compte(sortie)
    assert chiffres["lus"] == 2 == sum(n for sort, n in chiffres.items() if sort != "lus")
    assert verifier(port, JOUR).erreurs == ()


def test_an_import_that_is_stopped_leaves_all_as_it_was(importe, port, fiches, monkeypatch):
    avant, ecrits = fiches(), []
    vrai = os.replace

    def interrompt(de, vers):
        vrai(de, vers)
        ecrits.append(vers)
        if len(ecrits) == 2:
            os.kill(os.getpid(), signal.SIGTERM)
    monkeypatch.setattr(os, "replace", interrompt)
    importe("france-services", FRANCE_SERVICES, code=1)
    assert len(ecrits) == 2 and fiches() == avant and not [*port.rglob("*.essai")]


@pytest.mark.parametrize("contenu", ["", "[", "a,b\n\"", "[]", '[{"x": 1}]', "PK\x03\x04"])
@pytest.mark.parametrize("forme", ["data-inclusion", "france-services", "mednum", "soliguide", "osm"])
def test_a_file_that_is_something_else_gives_a_sentence_and_writes_nothing(importe, fiches, tmp_path, forme, contenu):
    avant = fiches()
    fait = importe(forme, ecrit(tmp_path, "chose", contenu), code=0 if contenu == '[{"x": 1}]' else 1)
    assert re.search(r"^Erreur : |refusés?\b", fait.output, re.M) and fiches() == avant
