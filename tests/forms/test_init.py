"""A new territory passes the check and builds, before and after its first fiche; the README's steps are these commands."""

import re
import subprocess
import sys

import pytest

from formulaire_rempli import DEPOT, MILIEU
from garde import DOSSIER
from quifaitquoi.annuaire.check import verifier

REPONSES = ["Trifouillis", "Trifouillis, Autreville", "fr, en, ar", "Centre-Ville", "47.1234, 1.5678", "900"]
FICHE = [
    "Bains du centre", "1", "douche", "Centre-Ville", "non", "", "", "", "mardi: 9h-12h", "", "02 61 91 99 11", "", "", "",
    "", "",
]


def commande(*mots: str, reponses: list[str] = ()) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-m", "quifaitquoi", *mots], input="\n".join(reponses) + "\n", capture_output=True,
                          text=True, cwd=DEPOT, env=MILIEU)


def test_a_territory_is_started_checked_built_and_gets_its_first_fiche(tmp_path, port_exemple, aujourdhui):
    ici = tmp_path / "nouveau"
    fini = commande("init", str(ici), "--modele", str(port_exemple), reponses=REPONSES)
    assert fini.returncode == 0 and "annuaire.yml" in fini.stdout, fini.stderr
    rapport = verifier(ici / DOSSIER, aujourdhui)
    assert {p.regle for p in rapport.problemes} == {"traduction-manquante"}, "only its own words are still to be translated"
    annuaire = rapport.directory.annuaire
    assert (annuaire.territoire, annuaire.langues, annuaire.communes) == (
        "Trifouillis",
        ("fr", "en", "ar"),
        ("Trifouillis", "Autreville"),
    )
    assert annuaire.emprise.contient(rapport.directory.quartiers["centre-ville"].centre)
    assert commande("new", "--dans", str(ici / DOSSIER), reponses=FICHE).returncode == 0
    construit = commande("build", str(ici / DOSSIER), "--vers", str(tmp_path / "site"))
    assert construit.returncode == 0, construit.stderr
    page = (tmp_path / "site/ar/fiches/bains-du-centre/index.html").read_text()
    assert "Bains du centre" in page and "Port-Exemple" not in (tmp_path / "site/fr/index.html").read_text()


def test_what_is_not_understood_is_told_and_asked_again(tmp_path, port_exemple):
    fini = commande("init", str(tmp_path / "nouveau"), "--modele", str(port_exemple), reponses=[
        "Trifouillis", "Trifouillis", "en, fr", "fr, xx", "fr", "Centre", "loin", "95.1, 2.0", "47.1, 1.5", "dix", "10", "900"])
    assert fini.returncode == 0, fini.stderr
    for dit in ("Commencez par fr", "« xx » n'est pas un code de langue connu", "deux nombres avec un point", "de 50 à 100000"):
        assert dit in fini.stdout


def test_a_folder_that_is_there_is_left_alone(tmp_path, port_exemple):
    fini = commande("init", str(tmp_path), "--modele", str(port_exemple))
    assert fini.returncode == 1 and "existe déjà" in fini.stderr and not list(tmp_path.iterdir())


@pytest.mark.parametrize("commande", ["quifaitquoi init nouveau", "quifaitquoi new", "make check", "make serve"])
def test_the_readme_s_steps_are_these_commands(commande):
    etapes = re.search(r"## Votre territoire en cinq étapes\n(.*?)\n## ", (DEPOT / "README.md").read_text(), re.S)[1]
    assert commande in etapes
