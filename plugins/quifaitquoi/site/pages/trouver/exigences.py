"""What the finder knows of what a place does not ask of people."""

from __future__ import annotations

from collections.abc import Iterable

from quifaitquoi.site.pages.trouver.colonnes import Ensembles
from quifaitquoi.site.pages.trouver.unites import Unite


class Exigences:
    """What some place does not ask, as ranks: a unit that does not ask it has the rank of the term, one that does that of the term
    and as many more as there are terms."""

    def __init__(self, unites: Iterable[Unite]):
        self.termes = list(dict.fromkeys(terme for unite in unites for terme in unite.sans))
        self.ensembles = Ensembles((*((terme, False) for terme in self.termes), *((terme, True) for terme in self.termes)))

    def __call__(self, unite: Unite) -> int:
        demandes = ((terme, True) for terme in unite.demande if terme in self.termes)
        return self.ensembles((*((terme, False) for terme in unite.sans), *demandes))
