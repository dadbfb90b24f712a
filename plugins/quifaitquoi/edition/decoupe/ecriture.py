"""How a value is written: plain where that reads back the same, in quotes where it does not or where they stood before."""

from __future__ import annotations

import re
import textwrap
from functools import lru_cache

from quifaitquoi.annuaire.model.sortes import noms_des_champs
from quifaitquoi.annuaire.model.types import Sorte
from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml

Valeur = str | list | dict

# They look like numbers and are none: other programs that read YAML would drop a zero or a space.
A_ENTOURER = noms_des_champs(Sorte.TELEPHONE, Sorte.CODE)
# Read as numbers or as times by such programs: 01000, 9:30.
TROMPEUR = re.compile(r"0\d+|\d+(:\d+)+|[-+]?\d[\d_]*_\d*")
LARGEUR = 110


def scalaire(valeur: str, style: str = "", flux: bool = False, entoure: bool = False) -> str:
    """`valeur` on one line. `style` is the quote that it had before, if any; `flux` says that it stands in brackets."""
    if style == "'" and "\n" not in valeur and "\t" not in valeur:
        return "'" + valeur.replace("'", "''") + "'"
    if style == '"' or entoure or not _nu(valeur, flux):
        propre = valeur.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
        return f'"{propre}"'
    return valeur


@lru_cache(1000)
def cle(nom: str, flux: bool = False) -> str:
    return nom if _se_relit(f"{{{nom}: x}}" if flux else f"{nom}: x", {nom: "x"}) else scalaire(nom, '"')


@lru_cache(1000)
def _nu(valeur: str, flux: bool) -> bool:
    if TROMPEUR.fullmatch(valeur) or re.search(r"[\r\n\t]", valeur):
        return False
    return _se_relit(f"x: [{valeur}]", {"x": [valeur]}) if flux else _se_relit(f"x: {valeur}", {"x": valeur})


def _se_relit(texte: str, attendu: Valeur) -> bool:
    try:
        document = lire_yaml(texte)
    except Illisible:
        return False
    return document.valeur == attendu and not document.fautes


def en_flux(valeur: Valeur, nom: str | int = "", deja: dict[str, str] | None = None) -> str:
    """`valeur` on one line, within brackets and braces. `deja` says how some of its texts stood before."""
    if isinstance(valeur, dict):
        return "{" + ", ".join(f"{cle(n, True)}: {en_flux(v, n)}" for n, v in valeur.items()) + "}"
    if isinstance(valeur, list):
        return "[" + ", ".join((deja or {}).get(v) or en_flux(v, nom) if isinstance(v, str) else en_flux(v)
                               for v in valeur) + "]"
    return scalaire(valeur, flux=True, entoure=nom in A_ENTOURER)


def entree(nom: str, valeur: Valeur, colonne: int, pas: int, tirets: int, saut: str) -> str:
    """`nom: valeur` at `colonne`, on as many lines as it takes, the first of them without its indent."""
    return f"{cle(nom)}:" + apres_deux_points(nom, valeur, colonne, pas, tirets, saut)


def apres_deux_points(nom: str | int, valeur: Valeur, colonne: int, pas: int, tirets: int, saut: str,
                      deja: dict[str, str] | None = None) -> str:
    """What follows the colon of a key that stands at `colonne`: a text, a short list, or lines of their own below."""
    if isinstance(valeur, dict) and valeur:
        return saut + " " * (colonne + pas) + bloc(valeur, colonne + pas, pas, tirets, saut)
    if isinstance(valeur, list) and any(isinstance(v, dict) for v in valeur):
        marge = " " * (colonne + tirets)
        return "".join(saut + marge + element(v, colonne + tirets, pas, tirets, saut) for v in valeur)
    if isinstance(valeur, str):
        if "\n" in valeur and _tient_en_bloc(valeur):
            return " |-" + "".join(saut + (" " * (colonne + pas) + ligne if ligne else "") for ligne in valeur.split("\n"))
        return " " + scalaire(valeur, entoure=nom in A_ENTOURER)
    return " " + en_flux(valeur, nom, deja)


def bloc(valeur: dict, colonne: int, pas: int, tirets: int, saut: str) -> str:
    return (saut + " " * colonne).join(entree(n, v, colonne, pas, tirets, saut) for n, v in valeur.items())


def element(valeur: Valeur, colonne: int, pas: int, tirets: int, saut: str) -> str:
    """One item of a list whose dashes stand at `colonne`."""
    if isinstance(valeur, dict) and valeur:
        return "- " + bloc(valeur, colonne + 2, pas, tirets, saut)
    return "- " + (scalaire(valeur) if isinstance(valeur, str) else en_flux(valeur))


def replie(valeur: str, marge: int, saut: str) -> str | None:
    """The lines of a folded text (`>-`), None where folding would not give it back."""
    if "\n" in valeur or re.search(r"\s\s|^\s|\s$|\t", valeur):
        return None
    lignes = textwrap.wrap(valeur, max(40, LARGEUR - marge), break_long_words=False, break_on_hyphens=False)
    return "".join(saut + " " * marge + ligne for ligne in lignes) if " ".join(lignes) == valeur else None


def _tient_en_bloc(valeur: str) -> bool:
    return not re.search(r"^\s|\s$|[\t\r]|\n ", valeur)
