"""What people changed or verified stays; what the source changed comes in where nobody did, and is proposed where somebody did."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.imports.fichiers_essayes import ICI, JOUR, compte, ecrit

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.base.attente import Attente
from quifaitquoi.echanges.entrees.besoins import Besoins
from quifaitquoi.echanges.entrees.conduite import Demande, importer
from quifaitquoi.echanges.entrees.formats import FORMATS
from quifaitquoi.echanges.entrees.fusion import a_retenir, feuilles, fusionner, noms_dans, noms_des_services
from quifaitquoi.echanges.entrees.notice import Atelier

FRANCE_SERVICES = ICI / "donnees" / "france-services-2026-08-01.csv"


@pytest.fixture
def phare(importe, port) -> Path:
    importe("france-services", FRANCE_SERVICES)
    return next((port / "fiches").rglob("france-services-du-phare.yml"))


@pytest.fixture
def liste(tmp_path):
    """The list as the source publishes it later, with other words in it."""
    def autrement(*paires: tuple[str, str]) -> Path:
        texte = FRANCE_SERVICES.read_text("utf-8")
        for avant, apres in paires:
            assert avant in texte
            texte = texte.replace(avant, apres)
        return ecrit(tmp_path, "france-services-2026-11-01.csv", texte)
    return autrement


def a_relire(dossier: Path) -> str:
    return (dossier / "build/import/france-services-a-relire.md").read_text("utf-8")


def test_what_the_source_changed_comes_in_where_nobody_did(importe, phare, liste):
    avant = phare.read_text("utf-8")
    sortie = importe("france-services", liste(("02 61 91 55 01", "02 61 91 55 99"))).output
    assert compte(sortie)["fusionnés"] == 1
    assert phare.read_text("utf-8") == avant.replace("02 61 91 55 01", "02 61 91 55 99").replace(
        "date: 2026-08-01", "date: 2026-11-01")


def test_what_somebody_changed_stays_and_the_source_s_is_proposed_in_a_sentence(importe, phare, liste, tmp_path):
    phare.write_text(phare.read_text("utf-8").replace("02 61 91 55 01", "02 61 91 55 07") + "# appelé le 3\n", encoding="utf-8")
    avant = phare.read_text("utf-8")
    sortie = importe("france-services", liste(("02 61 91 55 01", "02 61 91 55 99"))).output
    assert compte(sortie)["à"] == 1 and phare.read_text("utf-8") == avant
    assert "la fiche dit « 02 61 91 55 07 », la source dit « 02 61 91 55 99 »" in a_relire(tmp_path).replace("\u00a0", " ")


def test_what_somebody_changed_is_not_taken_back_by_a_source_that_says_nothing_new(importe, phare):
    phare.write_text(phare.read_text("utf-8").replace("02 61 91 55 01", "02 61 91 55 07"), encoding="utf-8")
    avant = phare.read_text("utf-8")
    assert "à relire" not in importe("france-services", FRANCE_SERVICES).output and phare.read_text("utf-8") == avant


def test_a_fiche_that_was_verified_takes_nothing_by_itself(importe, phare, liste, tmp_path):
    phare.write_text(phare.read_text("utf-8").replace("sources:", "verification:\n  le: 2026-10-02\n  comment: telephone\n"
                                                      "  par: coordination\nsources:"), encoding="utf-8")
    avant = phare.read_text("utf-8")
    importe("france-services", liste(("02 61 91 55 01", "02 61 91 55 99"), ("5 Rue des Essais", "7 Rue des Essais")))
    assert phare.read_text("utf-8") == avant and "7 Rue des Essais" in a_relire(tmp_path)


def test_a_telephone_that_the_source_emptied_stays(importe, phare, liste):
    avant = phare.read_text("utf-8")
    assert compte(importe("france-services", liste(("02 61 91 55 01", ""))).output)["inchangés"] == 3
    assert phare.read_text("utf-8") == avant


def test_a_doubt_that_somebody_settled_does_not_come_back(importe, phare):
    texte = phare.read_text("utf-8")
    phare.write_text(texte[:texte.index("a_confirmer:")] + texte[texte.index("identifiants:"):], encoding="utf-8")
    avant = phare.read_text("utf-8")
    importe("france-services", FRANCE_SERVICES)
    assert phare.read_text("utf-8") == avant


def test_what_left_the_source_is_doubted_once_and_never_removed(importe, phare, liste, fiches):
    sans = liste()
    sans.write_text("\n".join(ligne for ligne in sans.read_text().splitlines() if "Phare" not in ligne) + "\n")
    sortie = importe("france-services", sans).output
    assert "Plus dans la source, à vérifier (1) : france-services-du-phare." in sortie
    doutes = {d["champ"]: d["pourquoi"] for d in lire_yaml(phare.read_text("utf-8")).valeur["a_confirmer"]}
    assert doutes["etat"] == "ce lieu n'est plus dans « Liste des France services » (2026-11-20) : existe-t-il encore ?"
    avant = fiches()
    importe("france-services", sans)
    assert fiches() == avant


def test_a_part_of_the_list_says_nothing_of_what_it_does_not_hold(importe, phare, liste, fiches):
    part = liste()
    part.write_text("\n".join(part.read_text().splitlines()[:2]) + "\n")
    avant = fiches()
    assert "ce n'est sans doute qu'une partie" in importe("france-services", part).output and fiches() == avant


def test_a_fiche_that_was_taken_away_does_not_come_back(importe, phare, fiches):
    phare.unlink()
    sortie = importe("france-services", FRANCE_SERVICES).output
    assert not phare.exists() and "« france-services-du-phare », importée avant, a été retirée" in sortie


def test_two_records_of_one_fiche_both_complete_it(importe, phare, liste):
    """Two registers' numbers for one place, which a coordinator put on one fiche."""
    phare.write_text(phare.read_text("utf-8").replace("france_services: 1", "france_services: [1, 6]"), encoding="utf-8")
    importe("france-services", FRANCE_SERVICES)
    double = liste(("02 61 91 55 01", "02 61 91 55 99"))
    ligne = next(ligne for ligne in double.read_text().splitlines() if "Phare" in ligne)
    double.write_text(double.read_text() + ligne.replace('"1",', '"6",', 1).replace(
        "5 Rue des Essais\",,", "5 Rue des Essais\",\"Au fond de la cour\",") + "\n")
    assert compte(importe("france-services", double).output)["fusionnés"] == 2
    lue = lire_yaml(phare.read_text("utf-8")).valeur
    assert lue["contact"]["telephone"] == "02 61 91 55 99" and lue["adresse"]["complement"] == "Au fond de la cour"


def test_an_identifier_that_came_back_for_another_place_waits_for_a_decision(importe, phare, liste, tmp_path):
    avant = phare.read_text("utf-8")
    autre = liste(('"France services du Phare","5 Rue des Essais",,"99001","99340","Port-Exemple"',
                   '"Maison du Sel","5 Rue des Essais",,"99001","99340","L\'Île-aux-Mouettes"'))
    sortie = importe("france-services", autre).output
    assert compte(sortie)["à"] == 1 and phare.read_text("utf-8") == avant
    assert "« Maison du Sel » a l'identifiant de « France services du Phare », sous un autre nom" in sortie
    decides = (tmp_path / "build/import/france-services-a-corriger.csv").read_text("utf-8-sig").replace(
        "corrigez l'identifiant\",,", "corrigez l'identifiant\",france-services-du-phare,")
    importe("france-services", ecrit(tmp_path, "decides.csv", decides))
    assert "Maison du Sel" in phare.read_text("utf-8")


def test_a_memory_that_is_damaged_is_told_with_its_line(importe, phare, port):
    memoire = port / "imports/france_services.jsonl"
    memoire.write_text(memoire.read_text("utf-8") + "{cassé\n", encoding="utf-8")
    assert "ligne 4 : cette mémoire des imports ne se lit pas" in importe("france-services", FRANCE_SERVICES, code=1).output


def test_without_a_memory_nothing_that_differs_is_written(importe, phare, port, liste):
    (port / "imports/france_services.jsonl").unlink()
    avant = phare.read_text("utf-8")
    assert compte(importe("france-services", liste(("02 61 91 55 01", "02 61 91 55 99"))).output)["à"] == 1
    assert phare.read_text("utf-8") == avant


def test_a_service_that_the_source_added_follows_those_of_the_fiche(importe, port, tmp_path):
    lieu = {"id": "m-1", "pivot": "00000000000000", "nom": "Le Clavier", "commune": "Port-Exemple", "code_postal": "99340",
            "adresse": "2 rue des Essais", "latitude": 46.3315, "longitude": -3.0560, "date_maj": "2026-10-01",
            "services": "Accès internet et matériel informatique"}
    importe("mednum", ecrit(tmp_path, "a.json", [lieu]))
    lieu["services"] += "|Aide aux démarches administratives"
    importe("mednum", ecrit(tmp_path, "b.json", [lieu]))
    fiche = next((port / "fiches").rglob("le-clavier.yml"))
    assert [s["quoi"] for s in lire_yaml(fiche.read_text("utf-8")).valeur["services"]] == ["acces-internet", "aide-aux-demarches"]


# Properties, on trees: what the source and people may say of a few fields.
TEXTE = st.sampled_from(["a", "b", "c"])
SERVICE = st.fixed_dictionaries({"quoi": st.sampled_from(["douche", "repas"])},
                                optional={"nom": TEXTE, "cout": TEXTE, "identifiants": st.fixed_dictionaries({"soliguide": TEXTE})})
ARBRE = st.fixed_dictionaries({"nom": TEXTE}, optional={
    "horaires": TEXTE, "cout": TEXTE, "contact": st.fixed_dictionaries({"telephone": TEXTE}),
    "services": st.lists(SERVICE, max_size=3),
    "adresse": st.dictionaries(st.sampled_from(["voie", "commune"]), TEXTE, min_size=1),
    "a_confirmer": st.lists(st.fixed_dictionaries({"champ": TEXTE, "pourquoi": TEXTE}), max_size=2)})


@given(ARBRE, ARBRE, ARBRE, st.booleans())
def test_whatever_is_said_three_ways_the_second_import_says_nothing(avant, source, fiche, verifiee):
    faite = fusionner(fiche, source, a_retenir(avant, "soliguide"), "soliguide", verifiee)
    encore = fusionner(fiche, source, faite.valeurs, "soliguide", verifiee)
    assert (encore.poses, encore.proposes) == ({}, {}) and encore.valeurs == faite.valeurs


@given(ARBRE, ARBRE, ARBRE)
def test_a_verified_fact_never_changes(avant, source, fiche):
    assert fusionner(fiche, source, a_retenir(avant, "soliguide"), "soliguide", True).poses == {}


@given(ARBRE, ARBRE, ARBRE)
def test_only_what_still_is_as_the_source_had_it_is_changed(avant, source, fiche):
    retenu = a_retenir(avant, "soliguide")
    faite = fusionner(fiche, source, retenu, "soliguide", False)
    notres = dict(feuilles(fiche, noms_dans(fiche, source, "soliguide")))
    vieux = dict(feuilles(avant, noms_des_services(avant, "soliguide")))
    for cle in faite.poses:
        assert notres.get(cle) == vieux.get(cle)


@given(ARBRE, ARBRE)
def test_what_people_changed_is_untouched_by_a_source_that_did_not(source, fiche):
    faite = fusionner(fiche, source, a_retenir(source, "soliguide"), "soliguide", False)
    assert (faite.poses, faite.proposes) == ({}, {})


@settings(max_examples=8)
@given(st.permutations(range(3)), st.lists(st.sampled_from(["02 61 91 55 01", "02 61 91 55 02", ""]), min_size=3, max_size=3))
def test_records_in_any_order_make_the_same_files(ordre, numeros):
    """The command itself, in a territory of its own."""
    racine, forme = ICI.parent / "port-exemple", FORMATS["mednum"]
    directory = verifier(racine, JOUR).directory
    lieux = [{"id": f"m-{n}", "nom": "Le Clavier", "commune": "Port-Exemple", "latitude": 46.33 + n / 100, "longitude": -3.05,
              "services": "Accès internet et matériel informatique", "telephone": numeros[n]} for n in range(3)]

    def ecrits(rangs) -> dict[str, str]:
        with tempfile.TemporaryDirectory() as dossier:
            fichier = ecrit(Path(dossier), "lieux.json", [lieux[n] for n in rangs])
            besoins = Besoins(directory.vocabulaire, "", forme.connus, {})
            demande = Demande(racine, directory, forme, [fichier], Atelier("FR", JOUR, besoins), essai=True)
            with closing(Attente()) as attente:
                return {str(chemin): texte for chemin, texte in importer(demande, attente, lambda dit: None).ecrits.items()}
    assert ecrits(ordre) == ecrits(range(3))
