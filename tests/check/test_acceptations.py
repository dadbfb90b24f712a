"""What is acknowledged word for word is asked for once nobody says it any more, and not before."""

from __future__ import annotations

import shutil

import pytest
from tests.check.fixtures import AUJOURDHUI, DATA, TERRITOIRE

from quifaitquoi.annuaire.check import verifier

FICHE = (DATA / "warning/fiche/confidentialite-accepte-des-mots-disparus.yml").read_text("utf-8")


@pytest.mark.parametrize("fichier, dit", [
    ("fiches/centre/refuge.yml", FICHE + "# dans le casier 12\n"),
    ("fiches/centre/casier-12.yml", FICHE),
    ("traductions/en.po",
     'msgctxt "fiches.refuge.presentation"\nmsgid "Les clés."\nmsgstr "Refuge des essais: keys in casier "\n"12."\n'),
    ("pages/a-propos.md", "# À propos\n\nRefuge des essais, casier\n12.\n"),
    ("README.md", "Refuge des essais : casier 12.\n"),
    ("organismes/essai.yml", "nom: Essai\npresentation: Refuge des essais, casier 12.\n"),
    ("pages/illisible.md", "\udcff")])
def test_words_that_something_still_says_stay_acknowledged(tmp_path, fichier, dit):
    port = shutil.copytree(TERRITOIRE, tmp_path / "port")
    (port / "fiches/centre/refuge.yml").write_text(FICHE, "utf-8")
    sans = [p.regle for p in verifier(port, AUJOURDHUI).problemes]
    if fichier.startswith("fiches"):
        (port / "fiches/centre/refuge.yml").unlink()
    (port / fichier).parent.mkdir(exist_ok=True)
    (port / fichier).write_bytes(dit.encode("utf-8", "surrogateescape"))
    avec = [p.regle for p in verifier(port, AUJOURDHUI).problemes]
    assert "acceptation-sans-objet" in sans and "acceptation-sans-objet" not in avec
