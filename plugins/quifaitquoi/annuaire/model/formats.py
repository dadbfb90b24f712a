"""How many pages each format of leaflet can have, and on which paper it can be: what annuaire.yml may ask for."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Budget:
    """At most `maximum` pages (None: as many as it takes), always a multiple of `multiple`."""

    maximum: int | None
    multiple: int = 1


BUDGETS = {"affiche": Budget(1), "depliant": Budget(2), "livret": Budget(None, 4), "grands-caracteres": Budget(None),
           "discret": Budget(2)}
PAGES_MAX = 999
PAPIERS = {nom: ("a4", "a3") if nom == "affiche" else ("a4",) for nom in BUDGETS}


class FormatImpossible(ValueError):
    """No leaflet of that format is like this. Its text is a French sentence."""


def budget(format: str, pages: str | None) -> Budget:
    """The pages of that format as asked for; raises FormatImpossible."""
    sien = BUDGETS[format]
    if pages is None:
        return sien
    lu = re.fullmatch(r"([1-9]\d{0,2})(n?)", pages.strip().lower())
    if not lu:
        raise FormatImpossible(f"« {pages} » n'est pas un nombre de pages. Exemples : 2, 8, ou 4n pour un multiple de quatre.")
    nombre, multiple = int(lu[1]), bool(lu[2])
    if sien.maximum is not None:
        if multiple or nombre != sien.maximum:
            raise FormatImpossible(f"Un document de format « {format} » a toujours {sien.maximum} "
                                   f"page{'s' if sien.maximum > 1 else ''}.")
        return sien
    if nombre % sien.multiple:
        proche = min(-(-nombre // sien.multiple), PAGES_MAX // sien.multiple) * sien.multiple
        raise FormatImpossible(f"Le nombre de pages d'un document de format « {format} » est un multiple de {sien.multiple} : "
                               f"demandez par exemple {proche}.")
    return Budget(None, nombre) if multiple else Budget(nombre, sien.multiple)


def verifie_papier(format: str, papier: str) -> None:
    """Raises FormatImpossible where that format is not printed on this paper."""
    if papier not in PAPIERS[format]:
        raise FormatImpossible(f"Le format « {format} » ne s'imprime pas en {papier.upper()} : "
                               f"choisissez {' ou '.join(p.upper() for p in PAPIERS[format])}.")
