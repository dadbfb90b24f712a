"""What is due, as one issue for each role that answers for fiches."""

from __future__ import annotations

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.annuaire.model.relais import Relais
from quifaitquoi.base.markdown import echappe
from quifaitquoi.base.texte import visible
from quifaitquoi.paroles.confiance import etiquette
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.relais import relais as dit
from quifaitquoi.savoir.echeances import Echeance, dues
from quifaitquoi.savoir.relais import a_remplacer
from quifaitquoi.suivi.forge.ticket import Ticket, borne
from quifaitquoi.suivi.rapport.tableau import telephone


def rappels(territoire: Territoire) -> list[Ticket]:
    """One for each role of annuaire.yml, one for the sheets on walls; empty where nothing is due.

    Nothing in them changes with the day alone.
    """
    parole = Parole.de_la_source(territoire.directory)
    roles = [Ticket(f"role:{slug}", f"À vérifier : {visible(role.nom, 120)}", _corps(parole, slug, dues(territoire, slug)))
             for slug, role in territoire.directory.annuaire.roles.items()]
    return [*roles, Ticket("relais", "Feuilles à remplacer", _relais(parole, a_remplacer(territoire)))]


def _relais(parole: Parole, dus: tuple[Relais, ...]) -> str:
    if not dus:
        return ""
    lignes = ["Les feuilles de ces lieux sont là depuis trop longtemps. Après les avoir changées, mettez le jour à « remplace_le » "
              "dans `relais.yml`.", "", "| lieu | quartier | feuilles | dernière fois | téléphone |", "|---|---|---|---|---|",
              *(f"| {' | '.join(map(echappe, dit(parole, un)))} |" for un in dus)]
    return borne(lignes, "Et {n} autres : `quifaitquoi stale`.")


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
