"""The path of a drawing, rounded: each point stays where it was, as far as one can see, however many came before it."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quifaitquoi.base.pictogrammes import dossier
from quifaitquoi.base.traces import PAS, arrondi, commandes


def poses(trace: str) -> list[tuple[str, tuple[Decimal, Decimal]]]:
    """Where each command ends."""
    x = y = Decimal(0)
    debut, faits = (x, y), []
    for commande, pris in commandes(trace):
        dx, dy = (x, y) if commande.islower() else (0, 0)
        match commande.lower():
            case "h":
                x = pris[0] + dx
            case "v":
                y = pris[0] + dy
            case "z":
                x, y = debut
            case _:
                x, y = pris[-2] + dx, pris[-1] + dy
        if commande in "Mm":
            debut = (x, y)
        faits.append((commande, (x, y)))
    return faits


def memes(trace: str) -> bool:
    avant, apres = poses(trace), poses(arrondi(trace))
    return [c for c, _ in avant] == [c for c, _ in apres] and all(
        abs(a - b) <= PAS / 2 for (_, la), (_, ici) in zip(avant, apres, strict=True) for a, b in zip(la, ici, strict=True))


def test_every_pictogram_of_the_set_is_drawn_at_the_same_points_in_fewer_figures():
    traces = [d for fichier in sorted(dossier().glob("a*.svg")) for d in re.findall(r' d="([^"]*)', fichier.read_text("utf-8"))]
    assert len(traces) > 300 and all(map(memes, traces))
    assert sum(len(arrondi(d)) for d in traces) < 0.93 * sum(map(len, traces))


MILLIEMES = st.decimals(-24, 24, places=3)


@given(st.lists(st.tuples(st.sampled_from("lLhHvVtT"), MILLIEMES, MILLIEMES), max_size=60))
def test_nothing_drifts_however_long_the_path(pas):
    trace = "m1.04 1.04" + "".join(f"{c}{x}" + ("" if c in "hHvV" else f" {y}") for c, x, y in pas)
    assert memes(trace)


@pytest.mark.parametrize("trace, dit", [
    ("M12 4.04a4 4 0 0 1 4 4", "M12 4a4 4 0 0 1 4 4"),
    ("M1.5.5a2 2 0 01.55.55z", "M1.5.5a2 2 0 0 1 .5.5z"),
    ("m21.14 12.5-1.44 1.41", "m21.1 12.5-1.4 1.4"),
    ("M0 0l.04 0 .04 0 .04 0", "M0 0l0 0 .1 0 0 0"),
    ("M3 3h1e1v-0.01Z", "M3 3h10v0Z"),
])
def test_it_is_written_short(trace, dit):
    assert arrondi(trace) == dit


@pytest.mark.parametrize("trace", ["12 4", "M12", "M1 2 3", "M1 2a1 1 0 2 1 3 3", "M1 2X3"])
def test_what_is_no_path_is_refused(trace):
    with pytest.raises(ValueError):
        arrondi(trace)
