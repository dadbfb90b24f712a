"""Whether a leaflet can be made as asked: every refusal in French."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.base.proches import proche, vouliez_vous_dire
from quifaitquoi.base.refus import Refus
from quifaitquoi.papier.depliants.formats import FORMATS, Budget, Format
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
        raise DepliantImpossible(_inconnu("quartier", demande.quartier, d.quartiers))
    connus = {**d.vocabulaire.racines, **d.vocabulaire.besoins}
    for besoin in demande.besoins:
        if besoin not in connus:
            raise DepliantImpossible(_inconnu("besoin", besoin, connus))
    if demande.format not in FORMATS:
        raise DepliantImpossible(_inconnu("format", demande.format, FORMATS))
    forme = FORMATS[demande.format]
    if demande.papier not in forme.papiers:
        raise DepliantImpossible(f"Le format « {demande.format} » ne s'imprime pas en {demande.papier.upper()} : "
                                 f"choisissez {' ou '.join(p.upper() for p in forme.papiers)}.")
    return forme, _budget(forme, demande.pages)


def _budget(forme: Format, pages: str | None) -> Budget:
    if pages is None:
        return forme.budget
    lu = re.fullmatch(r"([1-9]\d{0,2})(n?)", pages.strip().lower())
    if not lu:
        raise DepliantImpossible(f"« {pages} » n'est pas un nombre de pages. Exemples : 2, 8, ou 4n pour un multiple de quatre.")
    nombre, multiple = int(lu[1]), bool(lu[2])
    if forme.budget.maximum is not None:
        if multiple or nombre != forme.budget.maximum:
            raise DepliantImpossible(f"Un document de format « {forme.nom} » a toujours {forme.budget.maximum} "
                                     f"page{'s' if forme.budget.maximum > 1 else ''}.")
        return forme.budget
    if nombre % forme.budget.multiple:
        raise DepliantImpossible(
            f"Le nombre de pages d'un document de format « {forme.nom} » est un multiple de "
            f"{forme.budget.multiple} : demandez par exemple {-(-nombre // forme.budget.multiple) * forme.budget.multiple}."
        )
    return Budget(None, nombre) if multiple else Budget(nombre, forme.budget.multiple)


def _inconnu(quoi: str, lu: str, connus: Mapping[str, object]) -> str:
    suite = vouliez_vous_dire(proche(lu, connus)) or f" Il y a : {', '.join(list(connus)[:20])}."
    return f"« {lu} » n'est pas un {quoi} connu.{suite}"
