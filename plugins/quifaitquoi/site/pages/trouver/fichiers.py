"""The finder's scripts: ours, the radix tree of MiniSearch and the stemmers of a language, in one file that only its page loads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from quifaitquoi.base.navigateur import classique, empreinte, mention, script
from quifaitquoi.base.npm import dans_node_modules
from quifaitquoi.langues import Langue

STATIC = Path(__file__).parent

# What any page may need, in the script that all share; what shows cards adds to it; and what the finder alone does.
SCRIPTS_DE_PAGE = tuple(STATIC / f"{nom}.js" for nom in ("heures", "dire", "etats", "statut", "chercher"))
DES_CARTES = "cartes"
# The search itself, which knows no page; and what shows it.
MOTEUR = ("moments", "mots", "lecture", "rangees", "filtres", "lieux", "recherche", "remplissage", "phrases", "droits", "zones")
_PAGE = (DES_CARTES, "compter", "depart", "fragment", "arrets", "rues", "pres_de", "liste", "panneau", "secours", "rien", "suivie",
         "alentours", "ou_chercher", "combien", "trouver")
# Where the three parts of a language's index are, below its folder, and its pieces.
ZONES = "trouver/zones/"
PARTIES = ("trouver/index.js", "trouver/suite.js", "trouver/arrets.js")
MAINTENANT = "trouver/maintenant.js"
_ARBRE, _TRONCS = "minisearch/dist/umd/SearchableMap.js", "@orama/stemmers/dist"
# The file of each language that Snowball has a stemmer for; others are searched word by word.
TRONCS = {
    "ar": "ar", "da": "dk", "de": "de", "el": "gr", "en": "en", "es": "es", "fi": "fi", "fr": "fr", "ga": "ie", "hi": "in",
    "hu": "hu", "hy": "am", "id": "id", "it": "it", "lt": "lt", "nb": "no", "ne": "np", "nl": "nl", "nn": "no", "no": "no",
    "pt": "pt", "ro": "ro", "ru": "ru", "sr": "rs", "sv": "se", "ta": "ta", "tr": "tr",
}
SOURCE = "fr"  # its words find something in every language


@dataclass(frozen=True)
class Actifs:
    """`script` is the path in the site, `contenu` what is there."""

    script: str
    contenu: bytes


def troncs(langue: Langue) -> tuple[str, ...]:
    """The languages whose words find something on a page in this one, as far as they have a stemmer."""
    return tuple(code for code in dict.fromkeys((langue.locale.language, SOURCE)) if code in TRONCS)


def actifs(langue: Langue) -> Actifs:
    """Raises NpmManquant where the set-up has not fetched MiniSearch or the stemmers."""
    return _actifs(troncs(langue))


@lru_cache(maxsize=32)
def _actifs(codes: tuple[str, ...]) -> Actifs:
    notres = "\n".join((STATIC / f"{nom}.js").read_text("utf-8") for nom in (*MOTEUR, *_PAGE))
    contenu = f"{bibliotheques(codes)}{script(notres)}"
    return Actifs(f"assets/trouver.{empreinte(contenu)}.js", contenu.encode())


def adresses(index: Mapping[str, str]) -> dict[str, str]:
    """Where a page finds the three parts, by what it calls them, and the folder of the pieces where there are any: files keep their
    names; what follows the « ? » makes a browser fetch them again once they changed."""
    parties = {Path(chemin).stem: f"{chemin}?{empreinte(index[chemin])}" for chemin in PARTIES}
    pieces = [texte for chemin, texte in index.items() if chemin not in PARTIES]
    return parties | {"zones": f"{ZONES}?{empreinte(''.join(pieces))}" if pieces else ""}


def bibliotheques(codes: tuple[str, ...]) -> str:
    """What is not ours: it asks for nothing of ours, and comes first."""
    arbre = dans_node_modules(_ARBRE)
    modules = {code: dans_node_modules(f"{_TRONCS}/{TRONCS[code]}.js") for code in codes}
    return "".join((
        mention(arbre.parents[2]), script(arbre.read_text("utf-8")), mention(next(iter(modules.values())).parents[1]),
        "window.quifaitquoi=window.quifaitquoi||{};\n",
        *(classique(module.read_text("utf-8"), f"tronc_{code}") for code, module in modules.items())))
