"""What is due, as one issue for each role that answers for fiches."""

from __future__ import annotations

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.base.markdown import echappe
from quifaitquoi.base.texte import visible
from quifaitquoi.paroles.confiance import etiquette
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.savoir.echeances import Echeance, dues
from quifaitquoi.suivi.forge.ticket import Ticket, borne
from quifaitquoi.suivi.rapport.tableau import telephone


def rappels(territoire: Territoire) -> list[Ticket]:
    """One for each role of annuaire.yml; empty where nothing of its own is due. Nothing in it changes with the day alone."""
    parole = Parole.de_la_source(territoire.directory)
    return [Ticket(f"role:{slug}", f"À vérifier : {visible(role.nom, 120)}", _corps(parole, slug, dues(territoire, slug)))
            for slug, role in territoire.directory.annuaire.roles.items()]


def _corps(parole: Parole, role: str, echeances: tuple[Echeance, ...]) -> str:
    if not echeances:
        return ""
    n = len(echeances)
    lignes = [
        f"{n} fiche{'s' if n > 1 else ''} à vérifier, les plus urgentes d'abord. Cette liste est refaite chaque semaine, et "
        "se ferme d'elle-même quand il n'y a plus rien.", "",
        f"La feuille pour appeler : `quifaitquoi call-sheet --par {role}`. Après l'appel : `quifaitquoi verify FICHE --comment "
        f"telephone --par {role}`.", "",
        "| fiche | ce que dit sa page | à revérifier depuis | téléphone | fichier |", "|---|---|---|---|---|",
        *(_rangee(parole, due) for due in echeances)]
    return borne(lignes, f"Et {{n}} autres : `quifaitquoi stale --par {role}`.")


def _rangee(parole: Parole, due: Echeance) -> str:
    depuis = "jamais vérifiée" if due.jamais else parole.date(due.depuis)
    cases = due.vue.fiche.nom, etiquette(parole, due.vue), depuis, telephone(due), due.vue.fiche.chemin
    return f"| {' | '.join(map(echappe, cases))} |"
