"""The path of a drawing, rounded: each point stays where it was, as far as one can see, however many came before it."""

from __future__ import annotations

import re
from itertools import zip_longest
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quifaitquoi.base.pictogrammes import dossier
from quifaitquoi.base.traces import PAR_UNITE, commandes, en_quarts


def poses(trace: str) -> list[tuple[str, float, float]]:
    """Where each command ends, and whether it is a move, a line or a curve. What filling closes by itself is no command."""
    x = y = 0.0
    debut, faits, ferme = (x, y), [], False
    for commande, pris in commandes(trace):
        if ferme and commande not in "MmZz":
            faits.append(("m", x, y))
        ferme = commande in "Zz"
        dx, dy = (x, y) if commande.islower() else (0, 0)
        match commande.lower():
            case "h":
                x = pris[0] + dx
            case "v":
                y = pris[0] + dy
            case "z":
                x, y = debut
                continue
            case _:
                x, y = pris[-2] + dx, pris[-1] + dy
        if commande in "Mm":
            debut = (x, y)
        faits.append(("l" if commande in "lLhHvV" else "m" if commande in "Mm" else "c", x, y))
    return faits


def sans_lignes_nulles(places: list[tuple[str, float, float]]) -> list[tuple[str, float, float]]:
    avants = [None, *places]
    return [ici for avant, ici in zip(avants, places, strict=False) if avant is None or ici[0] != "l" or ici[1:] != avant[1:]]


def memes(trace: str) -> bool:
    voulus = [(quoi, round(x * PAR_UNITE), round(y * PAR_UNITE)) for quoi, x, y in poses(trace)]
    obtenus = [(quoi, *map(int, ou)) for quoi, *ou in poses(en_quarts(trace))]
    # A curve may have become a line, a line never a curve.
    return all(a[1:] == b[1:] and (a[0] == b[0] or (a[0], b[0]) == ("c", "l"))
               for a, b in zip_longest(sans_lignes_nulles(voulus), obtenus, fillvalue=("", None, None)))


def test_a_pictogram_is_one_path_in_a_square_of_24_units():
    forme = re.compile(r'<svg [^>]*viewBox="0 0 24 24"[^>]*><path d="[^"]*"/></svg>\s*')
    assert not [fichier.name for fichier in dossier().glob("*.svg") if not forme.fullmatch(fichier.read_text("utf-8"))]


def test_every_pictogram_of_the_set_is_drawn_at_the_same_points_in_fewer_figures():
    traces = [d for fichier in sorted(dossier().glob("a*.svg")) for d in re.findall(r' d="([^"]*)', fichier.read_text("utf-8"))]
    assert len(traces) > 300 and all(map(memes, traces))
    assert sum(len(en_quarts(d)) for d in traces) < 0.9 * sum(map(len, traces))


MILLIEMES = st.integers(-24_000, 24_000).map(lambda n: n / 1000)


@given(st.lists(st.tuples(st.sampled_from("lLhHvVtT"), MILLIEMES, MILLIEMES), max_size=60))
def test_nothing_drifts_however_long_the_path(pas):
    trace = "m1.04 1.04" + "".join(f"{c}{x}" + ("" if c in "hHvV" else f" {y}") for c, x, y in pas)
    attendus, obtenus = ([ou for _, *ou in poses(dit)] for dit in (trace, en_quarts(trace)))
    for x, y in attendus:
        assert any(isclose(x * PAR_UNITE, a, abs_tol=.5001) and isclose(y * PAR_UNITE, b, abs_tol=.5001) for a, b in obtenus)
    assert all(isclose(a, n * PAR_UNITE, abs_tol=.5001) for a, n in zip(obtenus[-1], attendus[-1], strict=True))


@pytest.mark.parametrize("trace, dit", [
    ("M12 4.04a4 4 0 0 1 4 4", "m48 16a16 16 0 0 1 16 16"),
    ("M1.5.5a2 2 0 01.55.55z", "m6 2a8 8 0 0 1 2 2"),
    ("m21.14 12.5-1.44 1.41", "m85 50l-6 6"),
    ("M0 0l.04 0 .04 0 .06 0", "m0 0h1"),
    ("M3 3h1e1v-0.01Z", "m12 12h40"),
    ("M1 1h2v2zL3 2", "m4 4h8v8m-8-8l8 4"),
    ("M1 1h2v2zm4 0h1v1zM1 5h1l.02 3z", "m4 4h8v8m8-8h4v4m-20 12h4v12"),
])
def test_it_is_written_short(trace, dit):
    assert en_quarts(trace) == dit


@pytest.mark.parametrize("trace, dit", [
    ("M4 4c1 .05 2 .05 3 0", "m16 16h12"),            # as good as straight
    ("M4 4c1.33 1.33 2.67 1.33 4 0", "m16 16q8 8 16 0"),
    ("M4 4c5.5 0 10 4.5 10 10", "m16 16c22 0 40 18 40 40"),  # a quarter of a circle is neither
    ("M4 4c3 0-1 0 2 0", "m16 16c12 0-4 0 8 0"),      # it goes back: a line would not
    ("M4 4c1 2 2 2 3 0s2-2 3 0", "m16 16c4 8 8 8 12 0s8-8 12 0"),  # what follows goes on as it ends
])
def test_a_curve_is_said_with_as_few_points_as_one_can_see(trace, dit):
    assert en_quarts(trace) == dit


@pytest.mark.parametrize("trace, rayon", [
    ("M5 5a2.125 2.125 0 0 1 0 4.25", "8"),     # half a circle stays one: with 9 it would be less
    ("M5 5a2.1 2.1 0 1 1 0 4.2", "8"),
    ("M5 5a3.46 3.46 0 0 1 3.5 3.5", "14"),
    ("M5 5a.05.05 0 0 1 1 1", "1"),             # no arc loses its radius
    ("M5 5a20.1 20.1 0 0 1 4 0", "80"),
])
def test_an_arc_is_bent_as_it_was(trace, rayon):
    assert re.search(r"a(\d+) \1 0", en_quarts(trace))[1] == rayon


@pytest.mark.parametrize("trace", ["12 4", "M12", "M1 2 3", "M1 2a1 1 0 2 1 3 3", "M1 2X3"])
def test_what_is_no_path_is_refused(trace):
    with pytest.raises(ValueError):
        en_quarts(trace)
