"""A list that nobody can read on one page is cut: a page for each of its groups, and by the alphabet where one is too long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from markupsafe import Markup

from quifaitquoi.annuaire.enrich import FicheVue
from quifaitquoi.base.texte import cle_de_tri

# Lines of a page: with as many, whatever they say, it stays below 25 KB compressed.
AU_PLUS = 300


@dataclass(frozen=True)
class Groupe:
    """A part of a list under its own heading, with the address of a page that holds more like it."""

    ancre: str
    titre: Markup
    vues: tuple[FicheVue, ...]
    besoin: str = ""
    pictogramme: str = ""
    chemin: str | None = None


@dataclass(frozen=True)
class Partie:
    """A page for one group of a list that is cut: its folder, that of the page it is cut from, and what it is cut into itself.

    `titre` is what it is called where that page leads to it, which says the rest.
    """

    dossier: str
    de: str
    titre: Markup
    groupe: Groupe
    suite: tuple[Partie, ...] = ()

    @property
    def chemin(self) -> str:
        return f"{self.dossier}index.html"


def decoupe(dossier: str, groupes: Iterable[Groupe], nommer: Callable[[FicheVue, FicheVue], Markup]) -> tuple[Partie, ...]:
    """The parts of the list in this folder; none where it can be read as it is. `nommer` says from which fiche to which."""
    groupes = [groupe for groupe in groupes if groupe.vues]
    if sum(len(groupe.vues) for groupe in groupes) <= AU_PLUS:
        return ()
    parties = (Partie(f"{dossier}{groupe.ancre}/", dossier, groupe.titre, groupe) for groupe in groupes)
    return tuple(replace(partie, suite=tuple(_lots(partie, nommer))) for partie in parties)


def toutes(parties: Iterable[Partie]) -> Iterator[Partie]:
    """Each part, then those that it is cut into."""
    for partie in parties:
        yield partie
        yield from partie.suite


def _lots(partie: Partie, nommer: Callable[[FicheVue, FicheVue], Markup]) -> Iterator[Partie]:
    vues = partie.groupe.vues
    combien = ceil(len(vues) / AU_PLUS)
    if combien == 1:
        return
    ordre: Sequence[FicheVue] = sorted(vues, key=lambda v: (cle_de_tri(v.fiche.nom), v.slug))
    for n in range(combien):
        lot = tuple(ordre[len(ordre) * n // combien:len(ordre) * (n + 1) // combien])
        titre = nommer(lot[0], lot[-1])
        groupe = replace(partie.groupe, ancre=str(n + 1), titre=Markup(" · ").join((partie.titre, titre)), vues=lot)
        yield Partie(f"{partie.dossier}{n + 1}/", partie.dossier, titre, groupe)
