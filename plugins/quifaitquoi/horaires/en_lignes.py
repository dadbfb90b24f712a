"""Hours in the notation of OpenStreetMap → the lines that a volunteer would write: « lundi au vendredi: 9h-12h »."""

from __future__ import annotations

from itertools import groupby

from ..langues import langue
from .ecriture import plage_ecrite
from .fautes import HorairesIllisibles
from .lecture import lire
from .modele import Horaires, Regle
from .mots import ESPACE, nom_du_jour, saison
from .phrase import phrase
from .selecteurs import Jour, suites

FRANCAIS = langue("fr")


def en_lignes(horaires: Horaires) -> dict[str, str] | None:
    """French lines that the site says in the same sentence; None where no lines do."""
    lignes: dict[str, str] = {}
    for (quoi, *_), regles in groupby(horaires.regles, key=_ligne):
        jours = ", ".join(filter(None, map(_quand, regles))) or "tous les jours"
        lignes[jours] = f"{lignes[jours]}, {quoi}" if jours in lignes else quoi
    try:
        return lignes if phrase(lire(lignes), FRANCAIS) == phrase(horaires, FRANCAIS) else None
    except HorairesIllisibles:
        return None


def _ligne(regle: Regle) -> tuple:
    """What rules of one line share: what they say and, but for plain days of the week, when."""
    return (_quoi(regle), None if regle.est_simple else regle.quand)


def _quand(regle: Regle) -> str:
    par_rang = groupby(sorted(regle.jours, key=lambda jour: (bool(jour.rang), jour.jour, jour.rang or 0)),
                       key=lambda jour: jour.jour if jour.rang else None)
    dits = [dit for jour, siens in par_rang for dit in (
        [_du_mois(jour, siens)] if jour is not None else [_jours(*bouts) for bouts in suites(un.jour for un in siens)])]
    dits += ["jours fériés"] * (0 in regle.feries) + ["veilles de jours fériés"] * (-1 in regle.feries)
    return ", ".join(filter(None, (saison(regle, FRANCAIS).replace(ESPACE, " "), *dits)))


def _jours(debut: int, fin: int) -> str:
    premier, dernier = nom_du_jour(debut, FRANCAIS), nom_du_jour(fin, FRANCAIS)
    if debut == fin:
        return premier
    return f"{premier} au {dernier}" if fin - debut > 1 else f"{premier}, {dernier}"


def _du_mois(jour: int, siens: list[Jour]) -> str:
    """« 1er et 3e samedi »."""
    rangs = ["1er" if un.rang == 1 else "dernier" if un.rang == -1 else f"{un.rang}e" for un in siens]
    return f"{' et '.join(rangs)} {nom_du_jour(jour, FRANCAIS)} du mois"


def _quoi(regle: Regle) -> str:
    dit = regle.commentaire or ""
    if regle.etat == "ferme":
        return f"fermé ({dit})" if dit else "fermé"
    if not regle.plages:
        return dit or ("24h/24" if regle.etat == "ouvert" else "heures à confirmer")
    return ", ".join(f"{plage_ecrite(plage)} {dit}".rstrip() for plage in regle.plages)
