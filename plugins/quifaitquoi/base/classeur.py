"""Workbooks of text: each cell says that it is text, so that no program takes one for a formula, a number or a link.

The workbook is xlsxwriter's, its rows are written here: a row is a text of its own, made once and kept from one build to the next.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from quifaitquoi.base.formules import FORMULE

REGLAGES = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
LONGUEUR_MAX = 32_767  # signs in a cell, by the format
# The styles of cells, by the order in which `_modele` first uses them; which row one is is written once its place is known.
SIMPLE, CITE, RANG = 2, 3, "\0"
# What XML cannot hold or would read otherwise, and what would be taken for such a sign that is written so.
_ECRIT_AUTREMENT = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_RANGEE_MODELE = re.compile(r'<row r="2".*</row>', re.S)
_ETENDUE = re.compile(r'(?<=<dimension ref="A1:)([A-Z]+)\d+')


def rangee(cellules: Sequence[str]) -> str:
    """One row of a sheet, as `classeur` takes it; empty cells are left out."""
    return f'<row r="{RANG}">' + "".join(
        f'<c r="{xl_col_to_name(colonne)}{RANG}" s="{CITE if texte.startswith(FORMULE) else SIMPLE}" t="inlineStr"><is>'
        f'<t xml:space="preserve">{_en_xml(texte)}</t></is></c>'
        for colonne, texte in enumerate(cellules) if texte) + "</row>"


def classeur(feuilles: Mapping[str, tuple[Sequence[str], Sequence[bytes]]], titre: str, jour: date) -> bytes:
    """A workbook (.xlsx) with these sheets: the heading of each, then its rows as `rangee` writes them, encoded.

    Same input, same bytes."""
    flux, rangees = io.BytesIO(), [suite for _, suite in feuilles.values()]
    with zipfile.ZipFile(_modele({nom: entete for nom, (entete, _) in feuilles.items()}, titre, jour)) as modele:
        with zipfile.ZipFile(flux, "w", zipfile.ZIP_DEFLATED) as fichier:
            for partie in modele.infolist():
                contenu = modele.read(partie)
                if numero := re.search(r"/sheet(\d+)\.xml$", partie.filename):
                    _remplit(fichier, partie, contenu.decode(), rangees[int(numero[1]) - 1])
                else:
                    fichier.writestr(partie, contenu)
    return flux.getvalue()


def _modele(entetes: Mapping[str, Sequence[str]], titre: str, jour: date) -> io.BytesIO:
    """The workbook with the heading of each sheet, and one row that has a cell of each style."""
    flux = io.BytesIO()
    with xlsxwriter.Workbook(flux, REGLAGES) as fichier:
        fichier.set_properties({"title": titre, "created": datetime.combine(jour, time())})
        gras = fichier.add_format({"bold": True, "num_format": "@"})
        formes = [fichier.add_format({"num_format": "@", "text_wrap": True, "valign": "top", "quote_prefix": cite})
                  for cite in (False, True)]
        for nom, entete in entetes.items():
            page = fichier.add_worksheet(nom)
            page.freeze_panes(1, 0)
            for colonne, cellule in enumerate(entete):
                page.write_string(0, colonne, cellule, gras)
            for colonne, forme in enumerate(formes):
                page.write_string(1, colonne, "", forme)
    flux.seek(0)
    return flux


def _remplit(fichier: zipfile.ZipFile, partie: zipfile.ZipInfo, feuille: str, rangees: Sequence[bytes]) -> None:
    """The sheet with these rows, each with its number, in the place of the model's."""
    avant, apres = _RANGEE_MODELE.split(_ETENDUE.sub(rf"\g<1>{len(rangees) + 1}", feuille, count=1), maxsplit=1)
    # Squeezed as they come: the rows of 10,000 places, put together first, would be in memory three times.
    with fichier.open(partie, "w") as suite:
        suite.write(avant.encode())
        for n, une in enumerate(rangees, 2):
            suite.write(une.replace(RANG.encode(), b"%d" % n))
        suite.write(apres.encode())


def _en_xml(texte: str) -> str:
    court = texte if len(texte) <= LONGUEUR_MAX else f"{texte[:LONGUEUR_MAX - 1]}…"
    return _ECRIT_AUTREMENT.sub(lambda signe: f"_x{ord(signe[0]):04X}_", court).replace("&", "&amp;").replace(
        "<", "&lt;").replace(">", "&gt;")
