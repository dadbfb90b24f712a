"""Workbooks of text: each cell says that it is text, so that no program takes one for a formula, a number or a link."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time

import xlsxwriter

from quifaitquoi.base.formules import FORMULE

REGLAGES = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def classeur(feuilles: Mapping[str, Iterable[Sequence[str]]], titre: str, jour: date) -> bytes:
    """A workbook (.xlsx) with these sheets, the first line of each a heading. Same input, same bytes."""
    flux = io.BytesIO()
    with xlsxwriter.Workbook(flux, REGLAGES) as fichier:
        fichier.set_properties({"title": titre, "created": datetime.combine(jour, time())})
        gras = fichier.add_format({"bold": True, "num_format": "@"})
        formes = {cite: fichier.add_format({"num_format": "@", "text_wrap": True, "valign": "top", "quote_prefix": cite})
                  for cite in (True, False)}
        for nom, lignes in feuilles.items():
            page = fichier.add_worksheet(nom)
            page.freeze_panes(1, 0)
            for n, ligne in enumerate(lignes):
                for colonne, cellule in ((c, texte) for c, texte in enumerate(ligne) if texte):
                    page.write_string(n, colonne, cellule, formes[cellule.startswith(FORMULE)] if n else gras)
    return flux.getvalue()
