"""Our own style sheets and scripts, each kind in one file named after its content: a browser may keep it for ever."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from quifaitquoi.site.pages import trouver

SITE = Path(__file__).resolve().parent

# In this order: what comes later may rely on what came before. Print has the last word.
STYLES = ("tokens", "base", "cadre", "tuiles", "listes", "fiche", "pages", "trouver", "selection", "depliants", "chiffres", "print")
SCRIPTS = ("langue", "imprimer", "carte", "filtre", "selection", "selection-boutons", "quitter")
# What only the page of the selection runs.
SCRIPTS_DE_SELECTION = ("selection-qr", "selection-partage", "selection-fiches", "selection-page")
# And the page of the leaflets, which shows the same sheets.
SCRIPTS_DE_DEPLIANTS = ("selection-qr", "selection-fiches", "depliants")


@dataclass(frozen=True)
class Actifs:
    """Path in the site → content, and the paths that pages refer to."""

    fichiers: dict[str, bytes]
    style: str
    script: str
    icone: str
    script_selection: str
    script_depliants: str


def actifs() -> Actifs:
    css = "\n".join(_source(f"{nom}.css") for nom in STYLES)
    js = "\n".join((*(_source(f"{nom}.js") for nom in SCRIPTS), *(fichier.read_text("utf-8") for fichier in trouver.SCRIPTS_DE_PAGE)))
    icone = (SITE / "theme" / "icone.svg").read_bytes()
    contenus = {"css": _sans_commentaires(css), "js": trouver.sans_commentaires(js), "svg": icone,
                "selection.js": _scripts(SCRIPTS_DE_SELECTION), "depliants.js": _scripts(SCRIPTS_DE_DEPLIANTS)}
    octets = {ext: contenu if isinstance(contenu, bytes) else contenu.encode() for ext, contenu in contenus.items()}
    noms = {
        ext: f"assets/{_nom(ext)}.{blake2b(o, digest_size=4).hexdigest()}.{ext.rpartition('.')[2]}" for ext, o in octets.items()
    }
    return Actifs(
        {noms[ext]: o for ext, o in octets.items()},
        noms["css"],
        noms["js"],
        noms["svg"],
        noms["selection.js"],
        noms["depliants.js"],
    )


def _scripts(noms: tuple[str, ...]) -> str:
    return trouver.sans_commentaires("\n".join(_source(f"{nom}.js") for nom in noms))


def _source(nom: str) -> str:
    """A style or a script: of the theme, or beside the page that it is for."""
    dossiers = (SITE / "theme" / nom.rpartition(".")[2], *sorted((SITE / "pages").iterdir()))
    return next(dossier / nom for dossier in dossiers if (dossier / nom).is_file()).read_text("utf-8")


def _nom(ext: str) -> str:
    return ext.partition(".")[0] if "." in ext else "quifaitquoi"


def _sans_commentaires(css: str) -> str:
    """Comments and indentation are for us; each visitor would pay for them."""
    while (debut := css.find("/*")) >= 0:
        fin = css.find("*/", debut)
        css = css[:debut] + css[fin + 2:] if fin >= 0 else css[:debut]
    return "\n".join(ligne.strip() for ligne in css.splitlines() if ligne.strip())
