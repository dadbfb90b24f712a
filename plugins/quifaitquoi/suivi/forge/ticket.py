"""One issue for one matter, and never a second one: found again by a mark that its readers do not see.

A closed one is opened again rather than followed by another: what was said in it stays with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quifaitquoi.suivi.forge.api import Forge, ForgeRefuse

CORPS_MAX = 60_000  # characters; the forge takes 65,536
RIEN = "Rien à faire pour le moment. Cette demande se rouvrira d'elle-même."


@dataclass(frozen=True)
class Ticket:
    """What one issue should say. `corps` is empty where there is nothing to ask for."""

    sujet: str
    titre: str
    corps: str

    @property
    def marque(self) -> str:
        return f"<!-- quifaitquoi:{self.sujet} -->"


def met_a_jour(forge: Forge, tickets: Sequence[Ticket]) -> list[str]:
    """Bring each issue to what it should say; one line about each that had to change."""
    connues = list(forge.tickets())
    return [dit for ticket in tickets if (dit := _une(forge, ticket, _trouve(connues, ticket)))]


def _trouve(connues: Iterable[dict], ticket: Ticket) -> dict | None:
    """Its issue; where several bear its mark, an open one, then the oldest."""
    siennes = [d for d in connues if ticket.marque in (d["body"] or "")]
    return min(siennes, key=lambda d: (d["state"] != "open", d["number"]), default=None)


def _une(forge: Forge, ticket: Ticket, connue: dict | None) -> str | None:
    if connue is None:
        if not ticket.corps:
            return None
        return f"Ouverte : n° {_ouvre(forge, ticket)['number']}, {ticket.titre}"
    voulu = {"title": ticket.titre, "body": _corps(ticket), "state": "open" if ticket.corps else "closed"}
    change = {nom: valeur for nom, valeur in voulu.items() if connue[nom] != valeur}
    # A finished one is left as somebody closed it.
    if not change or (not ticket.corps and connue["state"] == "closed"):
        return None
    forge.change(connue["number"], **change)
    verbe = {"open": "Rouverte", "closed": "Fermée"}.get(change.get("state"), "Mise à jour")
    return f"{verbe} : n° {connue['number']}, {ticket.titre}"


def _ouvre(forge: Forge, ticket: Ticket) -> dict:
    try:
        return forge.ouvre(ticket.titre, _corps(ticket))
    except ForgeRefuse as error:
        if not error.panne:
            raise
        # It may have been opened before the answer was lost.
        return _trouve(forge.tickets(), ticket) or forge.ouvre(ticket.titre, _corps(ticket))


def _corps(ticket: Ticket) -> str:
    return f"{ticket.marque}\n{ticket.corps or RIEN}"


def borne(lignes: Sequence[str], reste: str) -> str:
    """As many lines as an issue can hold; `reste` says how to see the others, with their number as {n}."""
    gardees, taille = [], 0
    for ligne in lignes:
        taille += len(ligne) + 1
        if taille > CORPS_MAX - 5_000:
            break
        gardees.append(ligne)
    suite = ["", reste.format(n=len(lignes) - len(gardees))] if len(gardees) < len(lignes) else []
    return "\n".join([*gardees, *suite])
