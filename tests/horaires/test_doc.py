"""The page about hours says what the program does: its examples are read, its modules are all there."""

import re
from pathlib import Path

import pytest

import quifaitquoi.horaires
from quifaitquoi.horaires import HorairesIllisibles, lire, phrase
from quifaitquoi.langues import langue

PAGE = (Path(__file__).parents[2] / "docs/horaires.md").read_text()


def table(entete: str) -> list[list[str]]:
    """The cells of the table with this heading; raises ValueError if there is none."""
    _, rangees = PAGE.split(f"\n{entete}\n", 1)[1].split("\n", 1)
    return [
        [case.strip().replace(r"\|", "|") for case in rangee.strip("| ").split(" | ")]
        for rangee in rangees.split("\n\n")[0].splitlines()
    ]


def ecrit(case: str) -> str | dict[str, str]:
    """What a fiche would hold: a text, or the lines of a mapping."""
    lignes = re.findall(r"`([^`]+)`", case)
    return dict(ligne.split(": ", 1) for ligne in lignes) if ": " in lignes[0] else lignes[0]


EXEMPLES = table("| what is written | OpenStreetMap value | sentence |")
REFUS = table("| what is written | refusal |")


def test_the_page_has_examples():
    assert len(EXEMPLES) >= 15 and len(REFUS) >= 5


@pytest.mark.parametrize(("case", "osm", "dit"), EXEMPLES)
def test_what_is_written_is_the_value_and_the_sentence_of_its_row(case, osm, dit):
    horaires = lire(ecrit(case))
    assert f"`{horaires.osm}`" == osm
    assert phrase(horaires, langue("fr")).replace("\u00a0", " ") == dit


@pytest.mark.parametrize(("case", "osm", "dit"), EXEMPLES)
def test_the_value_of_a_row_is_its_own_spelling(case, osm, dit):
    assert lire(osm.strip("`")).osm == osm.strip("`")


@pytest.mark.parametrize(("case", "refus"), REFUS)
def test_what_is_refused_is_refused_with_these_words(case, refus):
    with pytest.raises(HorairesIllisibles) as erreur:
        lire(ecrit(case))
    assert [faute.message.startswith(refus) for faute in erreur.value.fautes] == [True]


def test_each_module_has_its_place_on_the_page():
    modules = {chemin.name for chemin in Path(quifaitquoi.horaires.__file__).parent.glob("*.py")}
    assert modules <= set(re.findall(r"`(\w+\.py)`", PAGE))
