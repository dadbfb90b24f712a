"""`quifaitquoi import`: whatever a record holds it becomes a fiche or a refusal, and nothing of a withheld place comes in."""

from __future__ import annotations

import json
import os
import re
import signal

import pytest
from tests.imports.fichiers_essayes import FRANCE_SERVICES, JOUR, arbre, compte, ecrit, service, structure

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml


def test_nothing_is_taken_of_a_place_whose_address_is_withheld(importe, dora, port, fiches):
    retenue = next(f for f in (port / "fiches").rglob("*.yml") if "adresse-non-publiee" in f.read_text("utf-8"))
    nom = lire_yaml(retenue.read_text("utf-8")).valeur["nom"]
    avant = fiches()
    sortie = importe("data-inclusion", *dora([structure(nom=nom)], [service()])).output
    assert compte(sortie) == {"lus": 2, "refusés": 2} and "l'adresse n'est pas publiée" in sortie and fiches() == avant


@pytest.mark.parametrize("champs", [
    {"telephone": "+33 2 61 91 00 99"}, {"courriel": "abri@abri.example.org"}, {"site_web": "https://www.abri.example.org/"},
    {"nom": "Abri du Ponnant"}])
def test_a_withheld_place_that_another_base_knows_by_another_name_is_not_proposed_again(importe, dora, port, fiches, champs):
    """Its line in imports/ had to be erased: nothing else says that it was imported once."""
    (port / "fiches/partout").mkdir(exist_ok=True)
    next(f for f in (port / "fiches").iterdir() if f.is_dir()).joinpath("abri-du-ponant.yml").write_text(
        "nom: Abri du Ponant\ngenre: lieu\nconfidentialite: adresse-non-publiee\n"
        "contact:\n  telephone: 02 61 91 00 99\n  courriel: abri@abri.example.org\n  site: https://abri.example.org\n"
        "services:\n  - quoi: douche\nresponsables: [coordination]\nsources:\n  - titre: Essai\n    date: 2026\n", "utf-8")
    avant = fiches()
    sortie = importe("data-inclusion", *dora([structure(**{"nom": "Maison Zblorg", **champs})], [service()])).output
    assert compte(sortie) == {"lus": 2, "refusés": 2} and "ou ce contact est le sien" in sortie and fiches() == avant


def test_a_record_that_alone_does_what_a_withheld_place_does_waits_for_a_word(importe, dora, port, fiches):
    """It has another name and other contacts, and its line in imports/ had to be erased: only what it does may tell who it is."""
    retenue = next(f for f in (port / "fiches").iterdir() if f.is_dir()) / "abri-du-ponant.yml"
    retenue.write_text(
        "nom: Abri du Ponant\ngenre: lieu\nconfidentialite: adresse-non-publiee\ncontact:\n  telephone: 02 61 91 00 99\n"
        "services:\n  - quoi: acces-internet\nresponsables: [coordination]\nsources:\n  - titre: Essai\n    date: 2026\n", "utf-8")
    avant, s = fiches(), structure(nom="Maison Zblorg")
    sortie = importe("data-inclusion", *dora([s], [service()])).output
    assert compte(sortie) == {"lus": 2, "refusés": 2} and "c'est peut-être lui" in sortie and fiches() == avant
    assert "rue des Essais" not in sortie
    importe("data-inclusion", *dora([{**s, "_fiche": "nouvelle"}], [service()]))
    assert [nom.rpartition("/")[2] for nom in fiches() if nom not in avant and nom.endswith(".yml")] == ["maison-zblorg.yml"]


def test_what_no_import_reads_is_told_in_its_folder(port):
    (port / "imports").mkdir()
    (port / "imports/notes.txt").write_text("une adresse")
    assert [(e.ligne, e.colonne, e.regle) for e in verifier(port, JOUR).erreurs] == [(1, 1, "fichier-ignore")]


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
        "adresse.code_postal", "contact.courriel", "contact.site", "identifiants.siret", "contact.telephone",
        "services[1].horaires", "services[1].publics.accueil"}
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


@pytest.mark.parametrize("rang", range(1, 5))
def test_an_import_that_is_killed_is_whole_once_it_was_run_again(importe, port, fiches, rang):
    """No program writes several files at once: each is whole, and nothing that is left is in the way of the next run."""
    avant = fiches()
    if not (fils := os.fork()):
        vrai, restent = os.replace, [None] * rang

        def tue(de, vers):
            vrai(de, vers)
            restent.pop()
            if not restent:
                os.kill(os.getpid(), signal.SIGKILL)
        os.replace = tue
        importe("france-services", FRANCE_SERVICES)
        os._exit(0)
    assert os.WTERMSIG(os.waitpid(fils, 0)[1]) == signal.SIGKILL and verifier(port, JOUR).erreurs == ()
    importe("france-services", FRANCE_SERVICES)
    repris = {nom: texte for nom, texte in fiches().items() if not nom.endswith(".essai")}
    for nom in fiches().keys() - avant.keys():
        (port / nom).unlink()
    importe("france-services", FRANCE_SERVICES)
    assert fiches() == repris != avant


@pytest.mark.parametrize("contenu", ["", "[", "a,b\n\"", "[]", '[{"x": 1}]', "PK\x03\x04"])
@pytest.mark.parametrize("forme", ["data-inclusion", "france-services", "mednum", "soliguide", "osm"])
def test_a_file_that_is_something_else_gives_a_sentence_and_writes_nothing(importe, fiches, tmp_path, forme, contenu):
    avant = fiches()
    fait = importe(forme, ecrit(tmp_path, "chose", contenu), code=0 if contenu == '[{"x": 1}]' else 1)
    assert re.search(r"^Erreur : |refusés?\b", fait.output, re.M) and fiches() == avant
