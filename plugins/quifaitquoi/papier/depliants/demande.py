"""Whether a leaflet can be made as asked: every refusal in French."""

from __future__ import annotations

from collections.abc import Mapping

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.annuaire.model.formats import Budget, FormatImpossible, budget, verifie_papier
from quifaitquoi.base.proches import proche, vouliez_vous_dire
from quifaitquoi.base.refus import Refus
from quifaitquoi.papier.depliants.formats import FORMATS, Format
from quifaitquoi.savoir.depliants import Demande


class DepliantImpossible(Refus):
    """The leaflet cannot be made as asked. Its text is a French sentence for a volunteer."""


class NeTientPas(DepliantImpossible):
    """Even at the smallest size there is no room; `debordent` holds the names of what is left over."""

    def __init__(self, phrase: str, debordent: tuple[str, ...]) -> None:
        super().__init__(phrase)
        self.debordent = debordent


def verifie(territoire: Territoire, demande: Demande) -> tuple[Format, Budget]:
    """The format and the pages there are; raises DepliantImpossible with the first thing that cannot be."""
    d = territoire.directory
    if demande.quartier not in d.quartiers:
        raise DepliantImpossible(inconnu("quartier", demande.quartier, d.quartiers))
    connus = {**d.vocabulaire.racines, **d.vocabulaire.besoins}
    for besoin in demande.besoins:
        if besoin not in connus:
            raise DepliantImpossible(inconnu("besoin", besoin, connus))
    if demande.format not in FORMATS:
        raise DepliantImpossible(inconnu("format", demande.format, FORMATS))
    forme = FORMATS[demande.format]
    try:
        verifie_papier(demande.format, demande.papier)
        return forme, budget(demande.format, demande.pages)
    except FormatImpossible as impossible:
        raise DepliantImpossible(str(impossible)) from None


def inconnu(quoi: str, lu: str, connus: Mapping[str, object]) -> str:
    """What to tell who named something that is not there."""
    suite = vouliez_vous_dire(proche(lu, connus)) or f" Il y a : {', '.join(list(connus)[:20])}."
    return f"« {lu} » n'est pas un {quoi} connu.{suite}"
