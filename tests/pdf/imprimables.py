"""What the fonts of the set-up draw, as `pdf/imprimables.txt` lists it: `python -m tests.pdf.imprimables` writes it again."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from quifaitquoi.langues import langue
from quifaitquoi.pdf import glyphes
from quifaitquoi.pdf.polices import polices

FICHIER = Path(glyphes.__file__).with_name("imprimables.txt")


def texte() -> str:
    """Ranges of code points in hexadecimal, a few a line."""
    connus = sorted(polices(langue("fr")).caracteres)
    coupures = [(avant, apres) for avant, apres in pairwise(connus) if apres > avant + 1]
    debuts, fins = [connus[0], *(apres for _, apres in coupures)], [*(avant for avant, _ in coupures), connus[-1]]
    etendues = [f"{debut:X}-{fin:X}" for debut, fin in zip(debuts, fins, strict=True)]
    return "".join(" ".join(etendues[n:n + 10]) + "\n" for n in range(0, len(etendues), 10))


if __name__ == "__main__":
    FICHIER.write_text(texte(), "ascii")
