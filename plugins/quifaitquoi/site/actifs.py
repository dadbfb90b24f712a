"""Our own style sheets and scripts, each kind in one file named after its content: a browser may keep it for ever."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from quifaitquoi.base.navigateur import classique, empreinte, mention, script, style
from quifaitquoi.base.npm import dans_node_modules
from quifaitquoi.site.icones import feuille
from quifaitquoi.site.pages import trouver

SITE = Path(__file__).resolve().parent

# Each sheet, of these styles in this order: what comes later may rely on what came before.
FEUILLES = {
    "quifaitquoi": ("tokens", "base", "cadre", "partout", "barre", "print"),
    "tuiles": ("tuiles",),
    "listes": ("listes", "pages"),
    "fiche": ("fiche",),
    "a-part": ("selection", "depliants", "chiffres", "hors-ligne"),
    "trouver": ("trouver",),
    "guichet": ("guichet",),
    "modifier": ("modifier",),
    "besoins": (),
}
# The pictograms that a sheet draws: those that most of its pages show, which a browser then keeps from one to the next. Any
# other is drawn on the page. « besoins » has those of all needs, which are as heavy as a page.
DESSINS = {
    "quifaitquoi": ("magnify", "phone-alert", "phone", "information-outline", "format-list-bulleted", "bookmark-multiple-outline",
                    "exit-run", "eye-off-outline", "translate"),
    "listes": ("home-outline", "bookmark-plus-outline", "bookmark-check", "alert-outline", "door-open", "check-circle-outline",
               "clock-outline", "map-marker", "directions", "crosshairs-gps", "map-outline", "tune-variant", "hand-heart-outline",
               "lock-open-variant-outline", "book-open-outline", "van-passenger"),
    "fiche": ("home-outline", "bookmark-plus-outline", "bookmark-check", "door-open", "check-circle-outline", "clock-outline",
              "map-marker", "directions", "help-circle-outline", "shield-check-outline", "pencil-outline", "phone-outline",
              "printer", "home-group", "map-marker-outline", "bus-stop", "file-document-outline", "email-outline", "cash",
              "calendar-range", "bullhorn-outline"),
}
# What scripts of these kinds of pages show asks for any drawing of the page, by its name.
DESSINENT = frozenset(("trouver", "guichet", "selection", "depliants", "hors-ligne-fiche"))
# Beside the first, what the pages of a kind show: any other visit does not load it. « porte » is the door of the site, and
# the page for what is not found.
PAR_GENRE = {
    "accueil": ("tuiles",),
    "besoins": ("tuiles", "listes", "besoins"),
    "fiche": ("fiche",),
    "droit": ("tuiles", "listes", "fiche"),
    "trouver": ("tuiles", "listes", "trouver"),
    "guichet": ("tuiles", "listes", "trouver", "guichet"),
    "selection": ("tuiles", "listes", "fiche", "a-part"),
    "depliants": ("tuiles", "listes", "fiche", "a-part"),
    "chiffres": ("tuiles", "listes", "a-part"),
    "hors-ligne": ("tuiles", "listes", "a-part"),
    "hors-ligne-fiche": ("tuiles", "listes", "fiche", "a-part"),
    "modifier": ("tuiles", "listes", "modifier"),
    "porte": ("tuiles",),
}
AILLEURS = ("tuiles", "listes")
SCRIPTS = ("langue", "imprimer", "selection", "selection-boutons", "quitter")
# What runs before a page's own title is read.
SCRIPTS_D_ABORD = ("dossier", "discret")
# What runs beside the pages: at the root of the site, for it answers for what is below.
TRAVAILLEUR = "hors-ligne.js"
# What pages of a kind run beside it: each is a file of its own.
SCRIPTS_A_PART = {
    "porte": ("porte",),
    "listes": ("cartes", "carte", "filtre"),
    "semaine": ("semaine",),
    # These draw QR codes: with lean-qr, as it comes, and ours. Both show the same sheets.
    "selection": ("selection-qr", "selection-partage", "selection-fiches", "selection-envoi", "selection-page"),
    "depliants": ("selection-qr", "selection-fiches", "depliants"),
    # The desk adds to the finder's script.
    "guichet": ("selection-fiches", "guichet-touches", "guichet-questions", "guichet-coches", "guichet-reponses",
                "guichet-recherche", "guichet"),
    "modifier": ("modifier-texte", "modifier-regles", "modifier-champs", "modifier-listes", "modifier"),
    "copie": ("compter", "hors-ligne"),
    "feuille": ("selection-fiches", "hors-ligne-fiche"),
}
SCRIPTS_PAR_GENRE = {
    "liste": ("listes",), "index": ("listes",), "semaine": ("semaine",), "selection": ("selection",), "depliants": ("depliants",),
    "guichet": ("guichet",), "modifier": ("modifier",), "hors-ligne": ("copie",), "hors-ligne-fiche": ("feuille",),
}


@dataclass(frozen=True)
class Actifs:
    """Path in the site → content, and the paths that pages refer to."""

    fichiers: dict[str, bytes]
    feuilles: dict[str, str]
    script: str
    discret: str
    icone: str
    a_part: dict[str, str]
    dessins: dict[str, tuple[str, ...]]

    def styles(self, genre: str) -> list[str]:
        """The sheets of a page of this kind, in their order."""
        return [self.feuilles[nom] for nom in _feuilles(genre)]

    def dessines(self, genre: str) -> frozenset[str]:
        """The pictograms that the sheets of a page of this kind draw for it."""
        return dessines(genre, self.dessins)

    def scripts(self, genre: str) -> list[str]:
        """The scripts of a page of this kind beside the one that all share, in their order."""
        return [self.a_part[nom] for nom in SCRIPTS_PAR_GENRE.get(genre, ())]


def actifs(besoins: Iterable[str]) -> Actifs:
    """With the pictograms of the needs of a territory. Raises NpmManquant where the set-up has not fetched lean-qr."""
    dessins = DESSINS | {"besoins": tuple(sorted(set(besoins)))}
    js = "\n".join((*map(_source, _js(SCRIPTS)), *(fichier.read_text("utf-8") for fichier in trouver.SCRIPTS_DE_PAGE)))
    contenus = {
        **{f"{nom}.css": style("\n".join(_source(f"{source}.css") for source in sources)) + feuille(dessins.get(nom, ()))
           for nom, sources in FEUILLES.items()},
        "quifaitquoi.js": script(js),
        "discret.js": script("\n".join(map(_source, _js(SCRIPTS_D_ABORD)))),
        "quifaitquoi.svg": (SITE / "theme" / "icone.svg").read_text("utf-8"),
        **{f"{nom}.js": _a_part(sources) for nom, sources in SCRIPTS_A_PART.items()},
    }
    noms = {nom: "assets/{0}.{2}.{1}".format(*nom.split("."), empreinte(contenu)) for nom, contenu in contenus.items()}
    fichiers = {noms[nom]: contenu.encode() for nom, contenu in contenus.items()}
    return Actifs(
        fichiers | {TRAVAILLEUR: script(_source("travailleur.js")).encode()}, {nom: noms[f"{nom}.css"] for nom in FEUILLES},
        noms["quifaitquoi.js"], noms["discret.js"], noms["quifaitquoi.svg"],
        {nom: noms[f"{nom}.js"] for nom in SCRIPTS_A_PART}, dessins)


def dessines(genre: str, dessins: Mapping[str, tuple[str, ...]] = DESSINS) -> frozenset[str]:
    """The pictograms that the sheets of a page of this kind draw, in every territory."""
    return frozenset(dessin for nom in _feuilles(genre) for dessin in dessins.get(nom, ()))


def _feuilles(genre: str) -> tuple[str, ...]:
    return "quifaitquoi", *PAR_GENRE.get(genre, AILLEURS)


def _a_part(noms: tuple[str, ...]) -> str:
    notres = script("\n".join(map(_source, _js(noms))))
    if "selection-qr" not in noms:
        return notres
    lean = dans_node_modules("lean-qr/nano.mjs")
    return mention(lean.parent) + classique(lean.read_text("utf-8"), "leanQr") + notres


def _js(noms: tuple[str, ...]) -> list[str]:
    return [f"{nom}.js" for nom in noms]


def _source(nom: str) -> str:
    """A style or a script: of the theme, or beside the page that it is for."""
    dossiers = (SITE / "theme" / nom.rpartition(".")[2], *sorted((SITE / "pages").iterdir()))
    return next(dossier / nom for dossier in dossiers if (dossier / nom).is_file()).read_text("utf-8")
