"""The sheet on screen: a workbook that Excel, LibreOffice, OnlyOffice and the online ones all open with a double click.

Rather than CSV, which LibreOffice asks six questions about, which loses the zero of a phone number in Excel, and in
which a cell that begins with « = » is a formula. Here each cell says itself that it is text.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time

import xlsxwriter

from quifaitquoi.base.classeur import FORMULE, REGLAGES
from quifaitquoi.suivi.appel.consignes import CONSEIL_DES_RELAIS, CONSEILS, CONSIGNES, RELAIS, conclusion, presentation
from quifaitquoi.suivi.appel.feuille import Feuille

COLONNES = (("Quartier", 18), ("Structure", 26), ("Téléphone", 17), ("Fiche", 24), ("Question", 16),
            ("Ce que nous croyons", 52), ("À confirmer", 34), ("Réponse", 11), ("Correction", 44), ("Le", 12),
            ("Rôle (jamais un nom)", 20))
REPONSES = ["oui", "non", "ne sait pas"]
PREMIERE_A_REMPLIR = 7


def en_tableur(feuille: Feuille, jour: date) -> bytes:
    """The workbook: « À lire d'abord », then one line a question. Same input, same bytes."""
    flux = io.BytesIO()
    with xlsxwriter.Workbook(flux, REGLAGES) as classeur:
        classeur.set_properties({"title": f"Feuille d'appel, {feuille.annuaire}", "created": datetime.combine(jour, time())})
        _consignes(classeur, feuille)
        _questions(classeur, feuille)
        if feuille.relais:
            _relais(classeur, feuille)
    return flux.getvalue()


def _consignes(classeur: xlsxwriter.Workbook, feuille: Feuille) -> None:
    page = classeur.add_worksheet("À lire d'abord")
    gras = classeur.add_format({"bold": True, "font_size": 13})
    texte = classeur.add_format({"text_wrap": True, "valign": "top"})
    page.set_column(0, 0, 110)
    lignes = [("Pour se présenter", gras), (f"« {presentation(feuille)} »", texte), ("", texte), ("Pendant l'appel", gras)]
    lignes += [(consigne, texte) for consigne in CONSIGNES]
    lignes += [("", texte)] + [(f"{titre} : {CONSEILS[titre]}", texte) for titre, _ in feuille.sections]
    lignes += [("", texte), ("Pour finir", gras), (f"« {conclusion()} »", texte)]
    for n, (ligne, forme) in enumerate(lignes):
        page.write_string(n, 0, ligne, forme)


def _questions(classeur: xlsxwriter.Workbook, feuille: Feuille) -> None:
    page = classeur.add_worksheet("Questions")
    base = {"text_wrap": True, "valign": "top", "border": 1, "num_format": "@"}
    titre = classeur.add_format({**base, "bold": True, "bottom": 2})
    # The first line of a structure is set apart by a thicker rule: a filter or a sort keeps it readable.
    formes = {(premiere, citee): classeur.add_format({**base, **({"top": 2} if premiere else {}), "quote_prefix": citee})
              for premiere in (True, False) for citee in (True, False)}
    for colonne, (nom, largeur) in enumerate(COLONNES):
        page.set_column(colonne, colonne, largeur)
        page.write_string(0, colonne, nom, titre)
    n = 0
    for n, (premiere, rangee) in enumerate(_rangees(feuille), 1):
        for colonne in range(len(COLONNES)):
            ecrit = rangee[colonne] if colonne < len(rangee) else ""
            forme = formes[premiere, ecrit.startswith(FORMULE)]
            if ecrit:
                page.write_string(n, colonne, ecrit, forme)
            else:
                page.write_blank(n, colonne, None, forme)
    page.data_validation(1, PREMIERE_A_REMPLIR, max(n, 1), PREMIERE_A_REMPLIR, {
        "validate": "list", "source": REPONSES, "ignore_blank": True, "error_type": "warning", "error_title": "Réponse",
        "error_message": "oui, non, ou ne sait pas ; la correction s'écrit à côté."})
    page.freeze_panes(1, 2)
    page.autofilter(0, 0, n, len(COLONNES) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _relais(classeur: xlsxwriter.Workbook, feuille: Feuille) -> None:
    """Whose sheets are to be replaced, a place a line, with room for the day."""
    page = classeur.add_worksheet(RELAIS)
    formes = {citee: classeur.add_format({"text_wrap": True, "valign": "top", "num_format": "@", "quote_prefix": citee})
              for citee in (True, False)}
    page.set_column(0, 5, 28)
    rangees = (("Lieu", "Quartier", "Feuilles", "Dernière fois", "Téléphone", "Remplacées le"), *feuille.relais)
    for n, rangee in enumerate(rangees):
        for colonne, ecrit in enumerate(rangee):
            page.write_string(n, colonne, ecrit, formes[ecrit.startswith(FORMULE)])
    page.write_string(len(rangees) + 1, 0, CONSEIL_DES_RELAIS)


def _rangees(feuille: Feuille) -> Iterator[tuple[bool, list[str]]]:
    """Each question with whether it is the first about its structure; the columns to fill in are left out."""
    for section, blocs in feuille.sections:
        for bloc in blocs:
            numeros = "\n".join(f"{n.affiche}" + (f" ({n.pour})" if n.pour else "") for n in bloc.joindre.numeros)
            premiere = True
            for fiche in bloc.fiches:
                for q in (*fiche.questionnaire.posees, *fiche.questionnaire.ouvertes):
                    cru = "\n".join(q.cru) or "nous ne savons pas"
                    yield premiere, [bloc.zone, bloc.nom, numeros or section, fiche.slug, q.titre, cru, "\n".join(q.doutes)]
                    premiere = False
