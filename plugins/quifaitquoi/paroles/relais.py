"""Those who hang our sheets, in the words of those who bring new ones: the language of the fiches, no page."""

from __future__ import annotations

from quifaitquoi.annuaire.model.relais import Relais
from quifaitquoi.annuaire.model.telephone import affiche
from quifaitquoi.paroles.parole import Parole


def relais(parole: Parole, x: Relais) -> tuple[str, str, str, str, str]:
    """(place, neighbourhood, sheets, last replaced, telephone)."""
    langues = ", ".join(x.langues or parole.annuaire.langues[:1])
    quartier = parole.directory.quartiers[x.quartier].nom
    return (x.lieu, quartier, f"{x.feuilles} feuille{'s' if x.feuilles > 1 else ''} ({langues})",
            f"remplacée{'s' if x.feuilles > 1 else ''} le {parole.date(x.remplace_le)}" if x.remplace_le else "jamais remplacées"
            if x.feuilles > 1 else "jamais remplacée", affiche(x.telephone, parole.annuaire.pays) if x.telephone else
            "sans téléphone")
