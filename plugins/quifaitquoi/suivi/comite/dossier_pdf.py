"""The folder on paper: large type, grey, a page or two a fiche."""

from __future__ import annotations

from datetime import date

from quifaitquoi.langues.typographie import francais
from quifaitquoi.pdf import compiler
from quifaitquoi.suivi.appel.questions import RETENUE, Question
from quifaitquoi.suivi.comite.dossier import Dossier

GABARIT = "suivi/comite/gabarits/comite.typ"
DEVENUES = 20  # two pages to read out


def en_pdf(dossier: Dossier, langue: str, jour: date) -> bytes:
    """PDF/UA-1. Raises as `quifaitquoi.pdf.compiler`: CaractereManquant names the fiches that no font can print."""
    titre = f"Relire ensemble : {dossier.quartier}"
    donnees = {
        "titre": francais(titre), "annuaire": francais(dossier.annuaire), "date": dossier.date,
        "fiches": [{"slug": f.slug, "nom": francais(f.nom), "questions": [_question(q) for q in f.questions]}
                   for f in dossier.fiches],
        "devenues": None if dossier.devenues is None else [
            {"nom": francais(nom), "dit": francais(dit)} for nom, dit in dossier.devenues[:DEVENUES]],
        "autres": len((dossier.devenues or ())[DEVENUES:]),
    }
    return compiler(GABARIT, donnees, francais(f"{titre}, {dossier.annuaire}"), langue, jour)


def _question(question: Question) -> dict[str, object]:
    # Of a fiche's name only the name: its presentation is long, and nobody has to judge it here.
    cru = question.cru[:1] if question.champ == "nom" else question.cru
    return {"titre": francais(question.titre), "cru": [francais(ligne) for ligne in cru],
            "doutes": [francais(doute) for doute in question.doutes], "fermee": question.cru == (RETENUE,)}
