"""The review as one HTML page that loads nothing: what the forge's own page can't show is drawn here."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from quifaitquoi.annuaire.check.problem import bilan
from quifaitquoi.suivi.relecture.relecture import Relecture

GABARITS = Path(__file__).parent / "gabarits"


def en_page(relecture: Relecture) -> str:
    env = Environment(loader=FileSystemLoader(GABARITS), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
                      lstrip_blocks=True)
    # The drawing is the program's own markup, and escapes what contributors wrote in it.
    env.filters["dessin"] = Markup
    return env.get_template("relecture.html").render(
        relecture=relecture, bilan=bilan(relecture.problemes, relecture.fichiers))
