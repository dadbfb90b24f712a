"""What a rule may look at, and how it says what it found."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from quifaitquoi.annuaire.check.contents import contenus
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.check.problem import Niveau
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.types import Element
from quifaitquoi.annuaire.model.vocabulaire import VOCABULAIRES
from quifaitquoi.annuaire.read.faute import Chemin

T = TypeVar("T")
# Where each of these kinds is, and how many of it a territory has at least.
NOMMENT = {"annuaire": ("annuaire.yml", 1), "quartier": ("quartiers", 0), "organisme": ("organismes", 0),
           "vocabulaire": ("vocabulaire", len(VOCABULAIRES))}


@dataclass(frozen=True, eq=False)
class Contexte:
    """The directory as far as it could be read, and the day on which it is judged.

    `slugs` holds for each kind the slugs that have a file, readable or not: a reference to a broken file is
    no broken reference. `listes` holds the names of the vocabularies that could be read whole: what is unknown to a
    list that lost terms is no fault either.
    """

    directory: Directory
    aujourdhui: date
    slugs: dict[str, frozenset[str]]
    listes: frozenset[str]
    lus: tuple[Lu, ...]

    @cached_property
    def _deja(self) -> dict[Callable, object]:
        return {}

    def une_fois(self, calcul: Callable[[Contexte], T]) -> T:
        """What `calcul` finds in the whole directory, found once a check and forgotten with it."""
        if calcul not in self._deja:
            self._deja[calcul] = calcul(self)
        return self._deja[calcul]

    @cached_property
    def sans_fiches(self) -> Contexte:
        """The same without any fiche, of which only the slugs are left: all that most rules know beside the file they look at."""
        return replace(self, directory=replace(self.directory, fiches={}),
                       lus=tuple(lu for lu in self.lus if lu.trouve.genre != "fiche"))

    @cached_property
    def noms_perdus(self) -> tuple[str, ...]:
        """Where files that name what all others speak of are missing or faulty: what is unknown may have its name there."""
        lus = Counter(lu.trouve.genre for lu in self.lus)
        entiers = Counter(lu.trouve.genre for lu in self.lus if lu.element is not None and not lu.partiel)
        return tuple(ou for genre, (ou, combien) in NOMMENT.items() if entiers[genre] < max(lus[genre], combien))

    @cached_property
    def noms_ecrits(self) -> frozenset[str]:
        """The names of zones and bodies of which nothing else could be read: they lead nowhere all the same."""
        dits = (lu.document.valeur for lu in self.lus if lu.element is None and lu.trouve.genre in ("quartier", "organisme"))
        return frozenset(dit["nom"] for dit in dits if isinstance(dit, dict) and isinstance(dit.get("nom"), str))

    @cached_property
    def fiches_lues(self) -> tuple[tuple[Lu, Fiche], ...]:
        return tuple((lu, lu.element) for lu in self.lus if isinstance(lu.element, Fiche))

    @cached_property
    def slugs_occupes(self) -> dict[str, list[Lu]]:
        """Which fiches hold each slug now or held it before: an address on the web is for ever."""
        occupes: dict[str, list[Lu]] = defaultdict(list)
        for lu in self.lus:
            if lu.trouve.genre == "fiche":
                anciens = lu.element.anciens_slugs if isinstance(lu.element, Fiche) else None
                for slug in {lu.trouve.slug, *(anciens or ())}:
                    occupes[slug].append(lu)
        return occupes


@dataclass(frozen=True)
class Signal:
    """One finding: the path of the field, the sentence; `cle` points at the key instead of the value."""

    chemin: Chemin
    phrase: str
    cle: bool = False
    place: tuple[int, int] | None = None


Examen = Callable[[Lu, Contexte], Iterable[Signal]]


@dataclass(frozen=True)
class Regle:
    """A rule: its name is what `accepte` refers to; its docstring states it in one line.

    It is asked of each kind of file that may hold a block of those in `sur`, or is one of them: `Contact` says every file with a
    contact, `Element` every file. Kinds that it has nothing to say of stand in `sauf`.
    `absence` marks a rule about what is missing: it has nothing to say of a file that was read in part. Of an error that is
    `mot_a_mot`, what is right is acknowledged too, but only those very words. One that looks `ailleurs`, into other fiches, is
    asked again of each file whenever one of them changed; any other is given a Contexte without them.
    """

    nom: str
    niveau: Niveau
    sur: tuple[type[Element], ...]
    sauf: tuple[type[Element], ...]
    absence: bool
    mot_a_mot: bool
    ailleurs: bool
    examen: Examen

    @property
    def enonce(self) -> str:
        return (self.examen.__doc__ or "").strip()

    def regarde(self, modele: type[Element]) -> bool:
        """Whether it is asked of files with that model."""
        return modele not in self.sauf and any(issubclass(dedans, self.sur) for dedans in contenus(modele))


REGLES: dict[str, Regle] = {}


def regle(nom: str, niveau: Niveau, *sur: type[Element], sauf: tuple[type[Element], ...] = (), absence: bool = False,
          mot_a_mot: bool = False, ailleurs: bool = False) -> Callable[[Examen], Examen]:
    """Register a rule on every file that may hold one of these elements, but on those of `sauf`."""

    def enregistre(examen: Examen) -> Examen:
        REGLES[nom] = Regle(nom, niveau, sur, sauf, absence, mot_a_mot, ailleurs, examen)
        return examen

    return enregistre
