"""fond/rues.txt: what is written is read back, the same streets make the same bytes, and only what is asked for is understood."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rues_inventees import ICI, texte

from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.annuaire.read.fond import GENRES, LIGNES, Trait, comprendre, lire_fond
from quifaitquoi.edition.fond.ecriture import en_texte

BOITE = (-311_000, 4_629_000, -299_000, 4_637_000)
PLACES = st.tuples(st.integers(BOITE[0], BOITE[2]), st.integers(BOITE[1], BOITE[3]))


def ecrit(*traits: Trait) -> str:
    return en_texte(traits, BOITE, "2026-10-01", "© les cartographes")


def lus(texte: str) -> list[Trait]:
    fond = comprendre(texte)
    return [*fond.dans(fond.boite)]


def rue(nom: str, *points: tuple[int, int], genre: str = "rue", niveau: str = "") -> Trait:
    return Trait(genre, niveau, nom, (points,))


@given(st.lists(PLACES, min_size=2, max_size=8, unique=True), st.sampled_from(LIGNES), st.sampled_from(["", "+", "-"]))
def test_both_ends_of_a_street_are_read_back_where_they_were(points, genre, niveau):
    (lue,) = lus(ecrit(rue("Rue des Filets", *points, genre=genre, niveau=niveau)))
    assert (lue.genre, lue.niveau, lue.nom) == (genre, niveau, "Rue des Filets")
    assert (lue.suites[0][0], lue.suites[0][-1]) == (points[0], points[-1])


def test_the_same_streets_make_the_same_bytes_in_any_order():
    traits = [rue(f"Rue {n}", (-305_000 + n * 90, 4_632_000), (-305_000 + n * 90, 4_632_400 + n)) for n in range(40)]
    melees = random.Random(3).sample(traits, len(traits))
    assert ecrit(*traits) == ecrit(*melees)


def test_a_street_that_moves_changes_its_own_line_and_nothing_else():
    traits = [rue(f"Rue {n}", (-305_000 + n * 90, 4_632_000), (-305_000 + n * 90, 4_632_400)) for n in range(40)]
    avant = ecrit(*traits).splitlines()
    traits[7] = rue("Rue 7", (-304_365, 4_632_000), (-304_365, 4_632_390))
    apres = ecrit(*traits).splitlines()
    assert sum(a != b for a, b in zip(avant, apres, strict=True)) == 1


def test_what_lies_out_of_the_box_is_cut_off():
    longue = rue("Route du Large", (BOITE[0] - 5_000, 4_632_000), (BOITE[2] + 5_000, 4_632_000))
    (lue,) = lus(ecrit(longue, rue("Ailleurs", (0, 0), (10, 10))))
    assert lue.suites[0] == ((BOITE[0], 4_632_000), (BOITE[2], 4_632_000))


def test_an_area_keeps_its_holes():
    lac = Trait(
        "eau",
        "",
        "Lac",
        (
            ((-305_000, 4_632_000), (-304_000, 4_632_000), (-304_000, 4_633_000), (-305_000, 4_633_000)),
            ((-304_700, 4_632_400), (-304_300, 4_632_400), (-304_500, 4_632_700)),
        ),
    )
    (lu,) = lus(ecrit(lac))
    assert len(lu.suites) == 2


@pytest.mark.parametrize(
    "nom", ["Rue\tdes\nFilets", "Rue \u202eselif", "Rue\u200b des   Filets", "<script>alert(1)</script>", "R" * 500]
)
def test_whatever_a_street_is_called_its_line_stays_one_line_that_is_read(nom):
    (lue,) = lus(ecrit(rue(nom, (-305_000, 4_632_000), (-304_000, 4_632_000))))
    assert len(lue.nom) <= 80 and not re.search("[\t\n\u200b\u202e]", lue.nom)


def test_only_the_kinds_and_the_part_that_are_asked_for_come():
    texte = ecrit(
        rue("Près", (-305_000, 4_632_000), (-304_900, 4_632_000)),
        rue("Loin", (-300_000, 4_636_000), (-299_900, 4_636_000)),
        rue("Rail", (-305_000, 4_632_010), (-304_900, 4_632_010), genre="rail"),
    )
    fond = comprendre(texte)
    assert [t.nom for t in fond.dans((-305_100, 4_631_900, -304_800, 4_632_100), {"rue"})] == ["Près"]


@given(st.text(alphabet="0123456789 -;\t\nruebatime@+é", max_size=60))
def test_a_damaged_file_is_a_sentence_or_is_drawn_never_an_accident(fin):
    entier = ecrit(rue("Rue des Filets", (-305_000, 4_632_000), (-304_000, 4_632_100)))
    try:
        fond = comprendre(entier + fin)
    except Illisible as illisible:
        assert "quifaitquoi fond" in illisible.faute.phrase
    else:
        assert all(trait.genre in GENRES and trait.suites for trait in fond.dans(fond.boite))


def test_the_streets_of_port_exemple_are_those_that_its_generator_makes():
    assert ICI.read_text(encoding="utf-8") == texte()
    assert {t.genre for t in lire_fond(ICI).dans(lire_fond(ICI).boite)} >= {
        "mer",
        "eau",
        "parc",
        "bati",
        "rue",
        "grande",
        "rail",
        "tram",
        "gare",
    }


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    gros = tmp_path / "rues.txt"
    with gros.open("wb") as flux:
        flux.truncate(17 * 1024 * 1024)
    with pytest.raises(Illisible, match="trop gros"):
        lire_fond(gros)
