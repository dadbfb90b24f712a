"""What a service says for itself: all of its facts, for every output alike."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from quifaitquoi.annuaire.model.fiche import Service
from quifaitquoi.paroles.acces import acces
from quifaitquoi.paroles.accueil import cout, publics
from quifaitquoi.paroles.contact import contact
from quifaitquoi.paroles.dates import prochaines_dates
from quifaitquoi.paroles.equipe import equipe, pairs
from quifaitquoi.paroles.langues_parlees import langues
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.segments import Fait


def du_service(parole: Parole, x: Service, jour: date) -> Iterator[Fait]:
    """Its own dates to come on `jour`, way in, public, peers, team, price, languages and numbers; the rest is its fiche's."""
    yield from prochaines_dates(parole, x.prochaines_dates, jour)
    yield from acces(parole, x.acces)
    yield from publics(parole, x.publics)
    yield from pairs(parole, x.pairs)
    yield from equipe(parole, x.equipe)
    yield from cout(parole, x.cout)
    yield from langues(parole, x.langues)
    yield from contact(parole, x.contact)
