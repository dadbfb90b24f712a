"""What became of each record that was read: the account of an import, which must add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from quifaitquoi.base.texte import visible

DITS = 20  # of a kind, in the terminal
# {s} is that of several.
SORTS = {
    "ecrits": "écrit{s} (fiches nouvelles)", "fusionnes": "fusionné{s} (fiches complétées)",
    "inchanges": "inchangé{s} (rien de nouveau)", "proposes": "à relire (une personne décide)",
    "hors": "hors de ce qui est demandé (autre lieu, autres besoins)", "a_decider": "à décider (peut-être le même lieu)",
    "refuses": "refusé{s}",
}


TITRES = {"a_decider": "À décider", "refuses": "Refusés", "retirees": "Retirées de l'annuaire, et pas récrites"}


@dataclass
class Cas:
    """Cases of one kind: how many there are, and the first of them as they are told, (place, why)."""

    nombre: int = 0
    premiers: list[tuple[str, str]] = field(default_factory=list)

    def ajoute(self, place: str, pourquoi: str) -> None:
        self.nombre += 1
        if len(self.premiers) < DITS:
            self.premiers.append((place, pourquoi))


@dataclass
class Bilan:
    """Records, counted by what became of them. `cas` are those that are told one by one, `remarques` sentences."""

    lus: int = 0
    sorts: Counter[str] = field(default_factory=Counter)
    fiches: Counter[str] = field(default_factory=Counter)
    cas: dict[str, Cas] = field(default_factory=lambda: {sort: Cas() for sort in TITRES})
    ecartes: Counter[str] = field(default_factory=Counter)
    remarques: list[str] = field(default_factory=list)
    doutes: int = 0

    def compte(self, sort: str, enregistrements: int) -> None:
        self.lus += enregistrements
        self.sorts[sort] += enregistrements
        self.fiches[sort] += 1

    def decompte(self, sort: str, enregistrements: int) -> None:
        """Takes back what was counted."""
        self.lus -= enregistrements
        self.sorts[sort] -= enregistrements
        self.fiches[sort] -= 1

    @property
    def tombe_juste(self) -> bool:
        return self.lus == sum(self.sorts.values())

    def lignes(self, essai: bool) -> Iterator[str]:
        """The account, a line at a time."""
        yield f"{self.lus} enregistrement{_s(self.lus)} lu{_s(self.lus)}" + (" (essai : rien n'est écrit)" if essai else "") + " :"
        for sort, dit in SORTS.items():
            if self.sorts[sort]:
                n = self.fiches[sort]
                fiches = f", {n} fiche{_s(n)}" if sort in ("ecrits", "fusionnes", "inchanges", "proposes") else ""
                yield f"  {self.sorts[sort]:>7} {dit.format(s=_s(self.sorts[sort]))}{fiches}"
        if self.lus and self.sorts["hors"] == self.lus:
            yield "Rien n'est de ce qui est demandé : regardez --zone et --besoins, puis « emprise » dans annuaire.yml."
        if self.doutes:
            yield (f"{self.doutes} fait{_s(self.doutes)} « à confirmer » : la source le dit autrement que les fiches, ou sans "
                   "certitude.")
        if self.ecartes:
            dits = ", ".join(f"{quoi} ({n})" for quoi, n in sorted(self.ecartes.items()))
            yield f"Laissé de côté, parce que cela peut être à une personne : {dits}."
        for sort, titre in TITRES.items():
            cas = self.cas[sort]
            if cas.nombre:
                yield f"{titre} :"
                yield from (f"  {visible(place, 200)} : {visible(pourquoi, 400)}" for place, pourquoi in cas.premiers)
                if autres := cas.nombre - len(cas.premiers):
                    yield f"  … et {autres} autre{_s(autres)}"
        yield from self.remarques


def _s(nombre: int) -> str:
    return "s" if nombre > 1 else ""
