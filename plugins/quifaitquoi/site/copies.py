"""The copies of a site to have without network, on a phone and on a stick: made of its files, when all of these are there."""

from __future__ import annotations

from dataclasses import dataclass

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.base.registre import Registre
from quifaitquoi.langues import Langue
from quifaitquoi.site.cle import copie, plan
from quifaitquoi.site.destination import noms_de_site
from quifaitquoi.site.pages.hors_ligne import lot


@dataclass(frozen=True)
class Copies:
    """Which there are to be; `cle` is None where the site has no archive for a stick."""

    telephone: lot.Plan
    cle: plan.Plan | None

    @property
    def chemins(self) -> list[str]:
        """The files that `ecrire` makes."""
        return [*self.telephone.chemins, *([copie.ARCHIVE] if self.cle else [])]

    def ecrire(self, registre: Registre) -> None:
        """Write them. Raises KeyError of a file that they need and nobody made."""
        lot.ecrire(self.telephone, registre, copie.ecrire(self.cle, registre) if self.cle else None)


def a_copier(territoire: Territoire, langues: tuple[Langue, ...]) -> Copies:
    """Those of the site of a territory."""
    voulue = territoire.directory.annuaire.cle_usb == "oui"
    return Copies(lot.plan(territoire, langues), plan.plan(territoire, langues) if voulue else None)


def relues(lu: dict) -> Copies:
    """As `dataclasses.asdict` wrote them. Raises ValueError, KeyError or TypeError of anything else."""
    parts = {part: (bool(commune), tuple(slugs), tuple(pieces))
             for part, (commune, slugs, pieces) in lu["telephone"]["parts"].items()}
    telephone, cle = lot.Plan(dict(lu["telephone"]["dits"]), parts), lu["cle"]
    dits, noms = [*telephone.dits.values()], telephone.chemins
    if cle is not None:
        cle = plan.Plan(dict(cle["dits"]), cle["adresse"], tuple(map(tuple, cle["depliants"])))
        dits += [*cle.dits.values(), cle.adresse]
        noms += [*(f"{code}/index.html" for code in cle.dits), *(nom for memes in cle.depliants for nom in memes)]
    if not noms_de_site(noms) or not all(isinstance(dit, str) for dit in dits):
        raise ValueError(noms)
    return Copies(telephone, cle)
