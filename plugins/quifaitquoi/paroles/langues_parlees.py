"""Which languages are spoken, and by whom: four different things, kept apart."""

from __future__ import annotations

from collections.abc import Iterator

from quifaitquoi.annuaire.model.accueil import Langues
from quifaitquoi.langues.marques import N_
from quifaitquoi.paroles import valeurs
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.segments import DECISIF, LANGUE, TOUT, UTILE, Fait, Segment, Segments, dit, ecrit

# Where there is no room for four lines: who speaks stands behind the language.
_PAR = {"parlees": "{langue}", "mediateur": N_("{langue} (médiation)"), "interprete": N_("{langue} (interprète)")}


def langues(parole: Parole, x: Langues | None) -> Iterator[Fait]:
    """One fact for each way of being understood."""
    if x is None:
        return
    for champ, valeur in valeurs.LANGUES.items():
        if codes := getattr(x, champ):
            yield Fait(f"langues.{champ}", valeur.picto, parole._(valeur.dit), parole.langues(codes),
                       TOUT if champ == "documents" else DECISIF)
    if x.interprete_delai:
        quand = valeurs.INTERPRETE_DELAI[x.interprete_delai].dit
        yield Fait("langues.interprete_delai", "headset", "", dit(parole._(quand)), UTILE)
    if x.precision:
        yield Fait("langues.precision", "information-outline", "", ecrit(x.precision), TOUT)


def sur_une_ligne(parole: Parole, x: Langues) -> list[Segments]:
    """« arabe », « tigrinya (médiation) », « pachto (interprète) »: languages that one can speak there."""
    return [parole.phrase(message, langue=(Segment(LANGUE, code),))
            for champ, message in _PAR.items() for code in getattr(x, champ) or ()]
