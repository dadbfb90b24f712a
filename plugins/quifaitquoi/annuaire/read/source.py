"""The text of one file of the tree: a regular file, small enough, in UTF-8."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from quifaitquoi.annuaire.read.faute import Faute, Illisible

TAILLE_MAX = 512 * 1024

# What YAML does not allow, and the invisible marks that make a line read otherwise than it is.
INTERDITS = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
                       "|[\xad\u200b\u2028-\u202e\u2060\u2066-\u2069]")
_ORDINAIRES = bytes([9, 10, 13, *range(0x20, 0x7f)])
MARQUE = b"\xef\xbb\xbf"  # the byte order mark that Windows puts first


def lire_texte(fichier: Path, taille_max: int = TAILLE_MAX) -> str:
    """The text of `fichier`, which must be no link. Raises Illisible."""
    try:
        # It may lead anywhere, out of the folder too: what a proposal brings must be read as it stands there.
        if fichier.is_symlink():
            raise _illisible("lien", "ce fichier est un lien : remplacez-le par un vrai fichier")
        # A pipe would make the reader wait for ever: it is opened without waiting, and refused.
        with open(os.open(fichier, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as flux:
            if not stat.S_ISREG(os.fstat(flux.fileno()).st_mode):
                raise _illisible("fichier", "ce n'est pas un fichier ordinaire : remplacez-le par un fichier texte")
            octets = flux.read(taille_max + 1)
    except (OSError, ValueError, RuntimeError):
        raise _illisible("fichier", "ce fichier ne peut pas être lu : lien cassé, ou droits insuffisants") from None
    if len(octets) > taille_max:
        raise _illisible("taille", f"ce fichier est trop gros : {taille_max // 1024} Ko au plus. "
                                   "Un fichier décrit un seul lieu, en quelques dizaines de lignes")
    return _decode(octets)


def _decode(octets: bytes) -> str:
    if octets[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise _illisible("encodage", "ce fichier est en UTF-16 : enregistrez-le en UTF-8")
    try:
        octets = octets.removeprefix(MARQUE)
        texte = octets.decode("utf-8")
    except UnicodeDecodeError as error:
        # Both handlers keep one character a byte at most, so the column is the one an editor shows.
        avant = octets[:error.start].decode("utf-8", "replace")
        ligne, colonne = _place(avant, len(avant))
        lettre = octets[error.start:error.start + 1].decode("latin-1")
        lu = f" (sans doute « {lettre} »)" if lettre.isalpha() else ""
        raise _illisible("encodage", f"un caractère n'est pas en UTF-8{lu} : enregistrez le fichier en UTF-8",
                         ligne, colonne) from None
    # Nearly all of a text is plain letters: what is left without them is looked at first, and the place only if there is a fault.
    if INTERDITS.search(octets.translate(None, _ORDINAIRES).decode()) and (interdit := INTERDITS.search(texte)):
        ligne, colonne = _place(texte, interdit.start())
        raise _illisible("caractere", f"un caractère invisible (U+{ord(interdit.group()):04X}) se cache ici : "
                                      "effacez-le et retapez le texte autour", ligne, colonne)
    return texte


def _place(texte: str, index: int) -> tuple[int, int]:
    fins = [fin.end() for fin in re.finditer(r"\r\n?|\n", texte[:index])]
    return len(fins) + 1, index - (fins[-1] if fins else 0) + 1


def _illisible(regle: str, phrase: str, ligne: int = 1, colonne: int = 1) -> Illisible:
    return Illisible(Faute(regle, phrase, ligne, colonne))
