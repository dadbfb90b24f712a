"""The map background that `quifaitquoi fond` fetched for a zone: looked up here, never downloaded."""

from __future__ import annotations

import base64
import json
import os
from dataclasses import dataclass
from pathlib import Path

CACHE = Path("build/cache/fond")


@dataclass(frozen=True)
class FondDeCarte:
    """A picture (PNG, base64) and the degrees that it covers. `attribution` must be printed beside it."""

    image: str
    sud: float
    ouest: float
    nord: float
    est: float
    attribution: str


def dossier() -> Path:
    """Where backgrounds are kept; QUIFAITQUOI_CACHE names another folder."""
    choisi = os.environ.get("QUIFAITQUOI_CACHE")
    return Path(choisi) / "fond" if choisi else CACHE


def fond(quartier: str, ou: Path | None = None) -> FondDeCarte | None:
    """What is kept for this zone, None where nothing (or nothing legible) is."""
    fiche = (ou or dossier()) / f"{quartier}.json"
    try:
        lu = json.loads(fiche.read_text(encoding="utf-8"))
        image = base64.b64encode(fiche.with_suffix(".png").read_bytes()).decode()
        return FondDeCarte(image, **{nom: lu[nom] for nom in ("sud", "ouest", "nord", "est", "attribution")})
    except (OSError, ValueError, KeyError, TypeError):
        return None
