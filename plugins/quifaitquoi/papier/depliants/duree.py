"""Until when a leaflet holds, as it says it."""

from __future__ import annotations

from collections.abc import Iterable

from quifaitquoi.annuaire.enrich import FicheVue
from quifaitquoi.papier.depliants.ecriture import Paroles, Segment
from quifaitquoi.savoir.validite import Validite


def duree(p: Paroles, validite: Validite, vues: Iterable[FicheVue]) -> dict[str, str | list[Segment]]:
    """`valable`, in pieces, then what to do `apres`. Where nobody asked any of its places, it holds for nothing."""
    _, jour = p._, p.date(validite.jusqu_au)
    if any(vue.confiance.sure for vue in vues):
        return {"valable": p.dit(p.parole.phrase("Valable jusqu'au {jour}", jour=jour)),
                "apres": _("Après cette date, appelez avant de vous déplacer ou demandez un dépliant plus récent.")}
    return {
        "valable": [_("Rien n'est encore vérifié ici")],
        "apres": _("Appelez toujours avant de vous déplacer. Après le {jour}, demandez un dépliant plus récent.", jour=jour),
    }
