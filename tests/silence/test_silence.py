"""Nothing is lost without a word: each output says each field, or a line of silences.tsv says why it does not."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from tests.silence.fiches_entieres import VARIANTES, champs_du_modele, feuilles, nomme, sans
from tests.silence.sorties import SORTIES, Cas, relue

from quifaitquoi.echanges.sorties import FORMATS
from quifaitquoi.site.pages.fiche.donnees_liees import CORRESPONDANCE

TABLE = Path(__file__).with_name("silences.tsv")


def silences() -> Iterator[tuple[str, str, str]]:
    """(output, fields, why): fields of services begin with « services[] », « * » stands for any. Formats of open data have
    their own."""
    for ligne in TABLE.read_text("utf-8").splitlines()[1:]:
        sortie, champs, pourquoi = ligne.split("\t")
        yield sortie, champs, pourquoi
    for un in (CORRESPONDANCE, *FORMATS):
        yield from ((un.nom, champs, pourquoi) for champs, pourquoi in un.perdu.items())


@pytest.fixture(scope="module")
def muets(directory) -> dict[str, set[str]]:
    """Output → the fields that it says nothing of, in any of the fiches that state them."""
    muets: dict[str, dict[str, bool]] = {sortie: {} for sortie in (*SORTIES, "relecture")}
    for variante in VARIANTES.values():
        entier = Cas(directory, variante)
        dits = {sortie: dire(entier) for sortie, dire in SORTIES.items()}
        for chemin in feuilles(variante):
            autre, champ = Cas(directory, sans(variante, chemin)), nomme(chemin)
            for sortie, dire in SORTIES.items():
                muets[sortie][champ] = muets[sortie].get(champ, True) and dire(autre) == dits[sortie]
            muets["relecture"][champ] = muets["relecture"].get(champ, True) and not relue(entier, autre)
    return {sortie: {champ for champ, muet in champs.items() if muet} for sortie, champs in muets.items()}


def test_the_fiches_state_every_field_of_the_model():
    ecrits = {nomme(chemin) for variante in VARIANTES.values() for chemin in feuilles(variante)}
    assert set(champs_du_modele()) - ecrits == set()


@pytest.mark.parametrize("sortie", [*SORTIES, "relecture"])
def test_each_output_says_each_field_or_the_table_says_why_not(muets, sortie):
    excuses = [champs for de, champs, _ in silences() if de == sortie]
    assert sorted(c for c in muets[sortie] if not any(fnmatchcase(c, e.replace("[", "[[]")) for e in excuses)) == []


def test_no_excuse_is_left_for_what_is_said(muets):
    for sortie, champs, _ in silences():
        assert any(fnmatchcase(c, champs.replace("[", "[[]")) for c in muets[sortie]), f"{sortie} : {champs}"


def test_each_excuse_is_a_sentence():
    for sortie, champs, pourquoi in silences():
        assert len(pourquoi) > 12 and pourquoi.endswith("."), (sortie, champs)
