"""`quifaitquoi verify` of a withheld place: nothing that the fiche says is printed, no address is written."""

from __future__ import annotations

import pytest
from tests.commands.appels_notes import APPEL, fichier, lance


def test_nothing_that_a_withheld_fiche_says_is_ever_printed(port):
    fiche = fichier(port, "refuge-horizon")
    avant = fiche.read_text()
    fait = lance(fiche, "--comment", "telephone", "--par", "coordination", "--change", "contact.telephone=02 61 91 09 10",
                 "--change", "horaires.lundi côté jardin=9h-12h")
    assert fait.exit_code == 1  # a line of hours that is no day
    fait2 = lance(fiche, "--comment", "telephone", "--par", "coordination", "--change", "contact.telephone=02 61 91 09 10")
    assert fait2.exit_code == 0 and "contact.telephone : changé" in fait2.output
    for sortie in (fait.output, fait2.output):
        assert "02 61" not in sortie and "jardin" not in sortie and "2026-11-02" not in sortie
        for ligne in avant.splitlines():
            valeur = ligne.partition(": ")[2].strip("\"' ")
            if len(valeur) > 12 and valeur not in ("adresse-non-publiee",):
                assert valeur not in sortie, valeur


@pytest.mark.parametrize("change", [
    "adresse.voie=3 rue des Lilas", "adresse.y_aller=Bus 9, arrêt Lilas", "presentation=Derrière le 3 rue des Lilas",
    "adresse.position=[46.32, -3.05]", "3 rue des Lilas=x", "adresse.rue des Lilas=x", "contact.telephone=[3 rue des Lilas",
    "rue des Lilas", "langues.parlees=3 rue des Lilas", "horaires=3 rue des Lilas", "etat.jusqu_au=3 rue des Lilas",
])
def test_an_address_that_must_stay_unknown_is_neither_written_nor_repeated(port, change):
    fiche = fichier(port, "refuge-horizon")
    avant = fiche.read_bytes()
    fait = lance(fiche, "--comment", "telephone", "--par", "coordination", "--change", change)
    assert fait.exit_code == 1 and fiche.read_bytes() == avant
    assert "Lilas" not in fait.output and "46.32" not in fait.output
    if change.startswith(("adresse.voie", "presentation")):
        assert "ne la notez nulle part. Rien n'a été écrit." in fait.output


def test_a_fiche_that_is_about_to_withhold_its_address_prints_nothing_of_it(port):
    fiche = fichier(port, "la-roue-libre")
    # What names a workshop would lead there: its words come first, then the address may be withheld.
    dit = fiche.read_text().replace("Des vélos remis en état à 30 euros.", "").replace("Grille-pain, jeans, lampes. ", "")
    fiche.write_text(dit)
    fait = lance(fiche, *APPEL, "--change", "confidentialite=adresse-non-publiee", "--change", "adresse.voie=",
                 "--change", "adresse.position=", "--change", "contact.telephone=02 61 91 06 11")
    assert fait.exit_code == 0, fait.output
    assert "Pédalier" not in fait.output and "02 61" not in fait.output
    assert "Pédalier" not in fiche.read_text()
