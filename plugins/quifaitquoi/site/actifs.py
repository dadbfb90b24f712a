"""Our own style sheets and scripts, each kind in one file named after its content: a browser may keep it for ever."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from quifaitquoi.base.navigateur import classique, empreinte, mention, script, style
from quifaitquoi.base.npm import dans_node_modules
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
}
# Beside the first, what the pages of a kind show: any other visit does not load it. « porte » is the door of the site, and
# the page for what is not found.
PAR_GENRE = {
    "accueil": ("tuiles",),
    "fiche": ("fiche",),
    "droit": ("tuiles", "listes", "fiche"),
    "trouver": ("tuiles", "listes", "trouver"),
    "guichet": ("tuiles", "listes", "trouver", "guichet"),
    "selection": ("tuiles", "listes", "fiche", "a-part"),
    "depliants": ("tuiles", "listes", "fiche", "a-part"),
    "chiffres": ("tuiles", "listes", "a-part"),
    "hors-ligne": ("tuiles", "listes", "a-part"),
    "hors-ligne-fiche": ("tuiles", "listes", "fiche", "a-part"),
    "porte": ("tuiles",),
}
AILLEURS = ("tuiles", "listes")
SCRIPTS = ("langue", "imprimer", "carte", "filtre", "selection", "selection-boutons", "quitter")
# What runs before a page's own title is read.
SCRIPTS_D_ABORD = ("dossier", "discret")
# What only the page of the selection runs.
SCRIPTS_DE_SELECTION = ("selection-qr", "selection-partage", "selection-fiches", "selection-page")
# And the page of the leaflets, which shows the same sheets.
SCRIPTS_DE_DEPLIANTS = ("selection-qr", "selection-fiches", "depliants")
# And the page of one fiche of a copy.
SCRIPTS_D_UNE_FEUILLE = ("selection-fiches", "hors-ligne-fiche")
# What a browser runs beside the pages: at the root of the site, for it answers for what is below.
TRAVAILLEUR = "hors-ligne.js"

# The desk, which adds to the finder's script: the sheets of the selection, then its own.
SCRIPTS_DE_GUICHET = ("selection-fiches", "guichet-touches", "guichet-questions", "guichet-coches", "guichet-reponses", "guichet")


@dataclass(frozen=True)
class Actifs:
    """Path in the site → content, and the paths that pages refer to."""

    fichiers: dict[str, bytes]
    feuilles: dict[str, str]
    script: str
    discret: str
    icone: str
    script_selection: str
    script_depliants: str
    script_semaine: str
    script_hors_ligne: str
    script_de_feuille: str
    script_guichet: str

    def styles(self, genre: str) -> list[str]:
        """The sheets of a page of this kind, in their order."""
        return [self.feuilles[nom] for nom in ("quifaitquoi", *PAR_GENRE.get(genre, AILLEURS))]


def actifs() -> Actifs:
    """Raises NpmManquant where the set-up has not fetched lean-qr."""
    js = "\n".join((*map(_source, _js(SCRIPTS)), *(fichier.read_text("utf-8") for fichier in trouver.SCRIPTS_DE_PAGE)))
    contenus = {
        **{f"{nom}.css": style("\n".join(_source(f"{source}.css") for source in sources)) for nom, sources in FEUILLES.items()},
        "quifaitquoi.js": script(js),
        "discret.js": script("\n".join(map(_source, _js(SCRIPTS_D_ABORD)))),
        "quifaitquoi.svg": (SITE / "theme" / "icone.svg").read_text("utf-8"),
        "selection.js": _scripts(SCRIPTS_DE_SELECTION),
        "depliants.js": _scripts(SCRIPTS_DE_DEPLIANTS),
        "semaine.js": script(_source("semaine.js")),
        "hors-ligne.js": script(_source("hors-ligne.js")),
        "feuille.js": script("\n".join(map(_source, _js(SCRIPTS_D_UNE_FEUILLE)))),
        "guichet.js": script("\n".join(map(_source, _js(SCRIPTS_DE_GUICHET)))),
    }
    noms = {nom: "assets/{0}.{2}.{1}".format(*nom.split("."), empreinte(contenu)) for nom, contenu in contenus.items()}
    fichiers = {noms[nom]: contenu.encode() for nom, contenu in contenus.items()}
    return Actifs(
        fichiers | {TRAVAILLEUR: script(_source("travailleur.js")).encode()}, {nom: noms[f"{nom}.css"] for nom in FEUILLES},
        noms["quifaitquoi.js"], noms["discret.js"], noms["quifaitquoi.svg"], noms["selection.js"], noms["depliants.js"],
        noms["semaine.js"], noms["hors-ligne.js"], noms["feuille.js"], noms["guichet.js"])


def _scripts(noms: tuple[str, ...]) -> str:
    """These pages draw QR codes: with lean-qr, as it comes, and ours."""
    lean = dans_node_modules("lean-qr/nano.mjs")
    notres = script("\n".join(map(_source, _js(noms))))
    return mention(lean.parent) + classique(lean.read_text("utf-8"), "leanQr") + notres


def _js(noms: tuple[str, ...]) -> list[str]:
    return [f"{nom}.js" for nom in noms]


def _source(nom: str) -> str:
    """A style or a script: of the theme, or beside the page that it is for."""
    dossiers = (SITE / "theme" / nom.rpartition(".")[2], *sorted((SITE / "pages").iterdir()))
    return next(dossier / nom for dossier in dossiers if (dossier / nom).is_file()).read_text("utf-8")
