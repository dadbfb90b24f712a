"""Our own style sheets and scripts, each kind in one file named after its content: a browser may keep it for ever."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from quifaitquoi.base.navigateur import classique, empreinte, mention, script, style
from quifaitquoi.base.npm import dans_node_modules
from quifaitquoi.site.pages import trouver

SITE = Path(__file__).resolve().parent

# In this order: what comes later may rely on what came before. Print has the last word.
STYLES = ("tokens", "base", "cadre", "tuiles", "listes", "fiche", "pages", "partout", "barre", "print")
# What only these pages show: any other visit does not load it.
STYLES_A_PART = ("selection", "depliants", "chiffres")
STYLES_DU_TROUVEUR = ("trouver",)
SCRIPTS = ("langue", "imprimer", "carte", "filtre", "selection", "selection-boutons", "quitter")
# What runs before a page's own title is read.
SCRIPTS_D_ABORD = ("dossier", "discret")
# What only the page of the selection runs.
SCRIPTS_DE_SELECTION = ("selection-qr", "selection-partage", "selection-fiches", "selection-page")
# And the page of the leaflets, which shows the same sheets.
SCRIPTS_DE_DEPLIANTS = ("selection-qr", "selection-fiches", "depliants")


@dataclass(frozen=True)
class Actifs:
    """Path in the site → content, and the paths that pages refer to."""

    fichiers: dict[str, bytes]
    style: str
    style_a_part: str
    style_du_trouveur: str
    script: str
    discret: str
    icone: str
    script_selection: str
    script_depliants: str
    script_semaine: str


def actifs() -> Actifs:
    """Raises NpmManquant where the set-up has not fetched lean-qr."""
    css, a_part, trouveur = (
        "\n".join(_source(f"{nom}.css") for nom in noms) for noms in (STYLES, STYLES_A_PART, STYLES_DU_TROUVEUR)
    )
    js = "\n".join((*map(_source, _js(SCRIPTS)), *(fichier.read_text("utf-8") for fichier in trouver.SCRIPTS_DE_PAGE)))
    contenus = {"css": style(css), "a-part.css": style(a_part), "trouveur.css": style(trouveur), "js": script(js),
                "discret.js": script("\n".join(map(_source, _js(SCRIPTS_D_ABORD)))),
                "svg": (SITE / "theme" / "icone.svg").read_bytes(),
                "selection.js": _scripts(SCRIPTS_DE_SELECTION), "depliants.js": _scripts(SCRIPTS_DE_DEPLIANTS),
                "semaine.js": script(_source("semaine.js"))}
    octets = {ext: contenu if isinstance(contenu, bytes) else contenu.encode() for ext, contenu in contenus.items()}
    noms = {ext: f"assets/{_nom(ext)}.{empreinte(o)}.{ext.rpartition('.')[2]}" for ext, o in octets.items()}
    fichiers = {noms[ext]: o for ext, o in octets.items()}
    return Actifs(fichiers, noms["css"], noms["a-part.css"], noms["trouveur.css"], noms["js"], noms["discret.js"], noms["svg"],
                  noms["selection.js"], noms["depliants.js"], noms["semaine.js"])


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


def _nom(ext: str) -> str:
    return ext.partition(".")[0] if "." in ext else "quifaitquoi"
