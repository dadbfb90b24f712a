"""The issue about the leaflets that are not what annuaire.yml asks for."""

from __future__ import annotations

from collections.abc import Sequence

from quifaitquoi.base.markdown import echappe
from quifaitquoi.suivi.forge.ticket import Ticket, borne

QUE_FAIRE = ("Le site est publié sans attendre. Dans `annuaire.yml`, sous « depliants », donnez plus de pages, ou un autre format, "
             "à ceux qui finissent par une liste ; ou acceptez-le : « selection: auto ».")


def depliants_a_revoir(phrases: Sequence[str]) -> Ticket:
    """What the issue should say; nothing where there is no sentence."""
    lignes = [f"- [ ] {echappe(phrase)}" for phrase in phrases]
    corps = borne([QUE_FAIRE, "", *lignes], "Et {n} autres : `quifaitquoi leaflet --tous` les dit tous.") if lignes else ""
    return Ticket("depliants", "Dépliants à revoir", corps)
