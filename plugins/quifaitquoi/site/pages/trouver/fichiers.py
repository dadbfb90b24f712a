"""The finder's scripts: ours, and the radix tree of MiniSearch, in one file that only its page loads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from quifaitquoi.base.navigateur import empreinte, mention, script
from quifaitquoi.base.npm import dans_node_modules

STATIC = Path(__file__).parent

# What any page may need, in the script that all share; and what the finder alone adds to it.
SCRIPTS_DE_PAGE = tuple(STATIC / f"{nom}.js" for nom in ("heures", "dire", "etats", "statut", "chercher"))
_DU_TROUVEUR = ("mots", "lecture", "recherche", "filtres", "fragment", "lieux", "liste", "panneau", "rien", "suivie", "trouver")
# Where the two parts of a language's index are, below its folder.
PARTIES = ("trouver/index.js", "trouver/suite.js")
MAINTENANT = "trouver/maintenant.js"
_ARBRE = "minisearch/dist/umd/SearchableMap.js"


@dataclass(frozen=True)
class Actifs:
    """`script` is the path in the site, `contenu` what is there."""

    script: str
    contenu: bytes


def actifs() -> Actifs:
    """Raises NpmManquant where the set-up has not fetched MiniSearch."""
    arbre = dans_node_modules(_ARBRE)
    notres = "\n".join((STATIC / f"{nom}.js").read_text("utf-8") for nom in _DU_TROUVEUR)
    contenu = f"{mention(arbre.parents[2])}{script(arbre.read_text('utf-8'))}{script(notres)}"
    return Actifs(f"assets/trouver.{empreinte(contenu)}.js", contenu.encode())
