"""Whom one meets there: never a person, always a trade, or what they have been through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quifaitquoi.annuaire.model.equipe import Metier, Pairs
from quifaitquoi.horaires import phrase
from quifaitquoi.paroles import valeurs
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.segments import DIT, HEURES, TOUT, UTILE, Fait, Segment, Segments, a_la_suite, dit


def pairs(parole: Parole, x: Pairs | None) -> Iterator[Fait]:
    """What somebody there has lived, and when and in which languages one can talk to them where they are several."""
    if x is None:
        return
    _ = parole._
    yield Fait("pairs.vecu", "hand-heart-outline",
               _("Plusieurs personnes passées par là :") if x.plusieurs else _("Quelqu'un qui est passé par là :"),
               vecu(parole, x.vecu), UTILE)
    if x.horaires:
        yield Fait("pairs.horaires", "clock-outline", _("Pour les rencontrer :"),
                   (Segment(HEURES, phrase(x.horaires, parole.langue)),), UTILE)
    if x.langues:
        yield Fait("pairs.langues", "account-voice", _("On peut leur parler en :"), parole.langues(x.langues), TOUT)


def vecu(parole: Parole, termes: Iterable[str]) -> Segments:
    """« la rue · une addiction »."""
    return a_la_suite(dit(parole._(valeurs.VECU[terme].dit)) for terme in termes)


def equipe(parole: Parole, x: tuple[Metier, ...] | None) -> Iterator[Fait]:
    """Its trades and functions, those that are not there every day with their days."""
    _, tous = parole._, x or ()
    simples = [m.metier for m in tous if not (m.horaires or m.langues)]
    if simples:
        yield Fait("equipe", "badge-account-horizontal-outline", _("Dans l'équipe :"),
                   parole.enumeration(Segment(DIT, _(valeurs.METIER[m].dit)) for m in simples), UTILE)
    for m in tous:
        if m.horaires or m.langues:
            yield Fait("equipe", "badge-account-horizontal-outline", _("Dans l'équipe :"), a_la_suite((
                dit(_(valeurs.METIER[m.metier].dit)), parole.langues(m.langues) if m.langues else (),
                (Segment(HEURES, phrase(m.horaires, parole.langue)),) if m.horaires else ())), UTILE)
