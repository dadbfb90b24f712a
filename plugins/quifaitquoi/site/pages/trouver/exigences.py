"""What the finder knows of what a place does not ask of people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quifaitquoi.site.pages.trouver.colonnes import Ensembles, Table
from quifaitquoi.site.pages.trouver.unites import Unite


def non_exiges(unites: Iterable[Unite]) -> list[str]:
    """The terms that some place does not ask, each once."""
    return list(dict.fromkeys(terme for unite in unites for terme in unite.sans))


class Exigences:
    """What is not asked, as ranks among these terms: a unit that does not ask it has the rank of the term, one that does
    that of the term and as many more as there are terms."""

    def __init__(self, termes: Sequence[str]):
        self.termes = termes
        self.ensembles = Ensembles(Table(*((terme, False) for terme in termes), *((terme, True) for terme in termes)))

    def __call__(self, unite: Unite) -> int:
        demandes = ((terme, True) for terme in unite.demande if terme in self.termes)
        return self.ensembles((*((terme, False) for terme in unite.sans), *demandes))
