"""What changed for readers and volunteers since a version: the program's own CHANGELOG, as plain sentences."""

from __future__ import annotations

import re

LIEN = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def depuis(journal: str, version: str) -> list[str]:
    """Each change that `journal` tells above the title of `version` (« ## 0.2.0 … »); all of them where it has none."""
    dits: list[str] = []
    for morceau in re.split(r"^## ", journal, flags=re.M)[1:]:
        titre, _, corps = morceau.partition("\n")
        if re.match(rf"v?{re.escape(version)}(?![\w.])", titre.strip()):
            break
        dits += [" ".join(LIEN.sub(r"\1", puce).split()) for puce in re.split(r"^- ", corps, flags=re.M)[1:]]
    return dits
