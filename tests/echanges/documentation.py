"""The tables of docs/donnees.md, from what the formats say of themselves: `python -m tests.echanges.documentation` writes them."""

from __future__ import annotations

from pathlib import Path

from quifaitquoi.echanges.sorties import FORMATS
from quifaitquoi.savoir.donnees import Correspondance, Format
from quifaitquoi.site.pages.fiche.donnees_liees import CORRESPONDANCE

PAGE = Path(__file__).parents[2] / "docs" / "donnees.md"
DEBUT, FIN = "<!-- tables : python -m tests.echanges.documentation -->\n", "<!-- fin des tables -->\n"


def tables() -> str:
    return "\n".join(_table(un) for un in (*FORMATS, CORRESPONDANCE))


def page() -> str:
    """The page with its tables as they should be."""
    avant, _, reste = PAGE.read_text("utf-8").partition(DEBUT)
    return f"{avant}{DEBUT}\n{tables()}\n{FIN}{reste.partition(FIN)[2]}"


def _table(un: Correspondance) -> str:
    fichiers = ", ".join(f"`data/{chemin}`" for chemin in un.chemins) if isinstance(un, Format) else ""
    lignes = [f"## {un.nom}", "", f"Fichiers : {fichiers}." if fichiers else "Dans la page de chaque lieu.", ""]
    lignes += ["| notre champ | va dans |", "|---|---|", *(f"| `{champ}` | {ou} |" for champ, ou in un.ou.items()), ""]
    lignes += ["| perdu | pourquoi |", "|---|---|", *(f"| `{champs}` | {pourquoi} |" for champs, pourquoi in un.perdu.items()), ""]
    return "\n".join(lignes)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
