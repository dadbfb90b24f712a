"""Our own style sheets and scripts, each kind in one file named after its content: a browser may keep it for ever."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from quifaitquoi import finder

THEME = Path(__file__).resolve().parents[1] / "theme"

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
    css = "\n".join((THEME / "css" / f"{nom}.css").read_text("utf-8") for nom in STYLES)
    js = "\n".join(
        fichier.read_text("utf-8") for fichier in (*(THEME / "js" / f"{nom}.js" for nom in SCRIPTS), *finder.SCRIPTS_DE_PAGE)
    )
    icone = (THEME / "icone.svg").read_bytes()
    contenus = {"css": _sans_commentaires(css), "js": finder.sans_commentaires(js), "svg": icone,
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
    return finder.sans_commentaires("\n".join((THEME / "js" / f"{nom}.js").read_text("utf-8") for nom in noms))


def _nom(ext: str) -> str:
    return ext.partition(".")[0] if "." in ext else "quifaitquoi"


def _sans_commentaires(css: str) -> str:
    """Comments and indentation are for us; each visitor would pay for them."""
    while (debut := css.find("/*")) >= 0:
        fin = css.find("*/", debut)
        css = css[:debut] + css[fin + 2:] if fin >= 0 else css[:debut]
    return "\n".join(ligne.strip() for ligne in css.splitlines() if ligne.strip())
