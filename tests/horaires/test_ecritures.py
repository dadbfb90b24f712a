"""Hours as people write them: each is read as it was meant, or refused with what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from quifaitquoi.horaires import HorairesIllisibles, lire

ECRITURES = [ligne.split("\t") for ligne in (Path(__file__).with_name("ecritures.tsv")).read_text("utf-8").splitlines()[1:]]


def valeur(ecrit: str):
    """The mapping that a volunteer wrote, or one line of text."""
    lignes = [ligne.replace(" : ", ": ").split(": ", 1) for ligne in ecrit.split(" ⏎ ")]
    en_lignes = all(len(ligne) == 2 for ligne in lignes) and (len(lignes) > 1 or ";" not in ecrit)
    return {cle.strip(): texte.strip() for cle, texte in lignes} if en_lignes else ecrit.replace(" ⏎ ", "\n")


def lu(ecrit) -> str:
    try:
        horaires = lire(ecrit)
    except HorairesIllisibles as illisible:
        return f"✗ {illisible}"
    return horaires.osm + (" +fériés" if horaires.feries_ordinaires else "")


@pytest.mark.parametrize(("ecrit", "attendu"), ECRITURES)
def test_what_people_write_is_read_or_refused_with_what_to_write(ecrit, attendu):
    dit = lu(valeur(ecrit))
    if attendu[0] in "✗✘":
        assert dit.startswith("✗") and attendu[2:] in dit
        assert any(conseil in dit for conseil in ("crivez", "s'écri", "faites", "donnez", "ajoutez", "upprimez", "par exemple"))
    else:
        assert dit == attendu


def test_of_what_has_one_meaning_nearly_all_is_read():
    refusees = sum(attendu[0] == "✘" for _, attendu in ECRITURES)
    lues = sum(attendu[0] not in "✗✘" for _, attendu in ECRITURES)
    assert lues >= 0.95 * (lues + refusees)


@pytest.mark.parametrize("ecrit", ["toute la journée", "en permanence", "ouvert", "open", "We open", "PH open", "Mo-Fr",
                                   "Mo-Fr open",
                                   "lundi: toute la journée", "7j/7: en permanence", "tous les jours: ouvert", "24/7: ouvert"])
def test_nothing_is_open_day_and_night_that_does_not_say_so(ecrit):
    assert lu(valeur(ecrit)).startswith("✗")


@pytest.mark.parametrize("ecrit", ["24h/24", "24/7", "tous les jours: 24h/24", "24h/24 et 7j/7",
                                   "Mo-Su 00:00-24:00", "jour et nuit"])
def test_day_and_night_is_written_as_such(ecrit):
    assert lu(valeur(ecrit)) == "24/7"
