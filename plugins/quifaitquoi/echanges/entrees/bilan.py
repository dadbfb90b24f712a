"""What became of each record that was read: the account of an import, which must add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from quifaitquoi.base.texte import visible

DITS = 20  # of a kind, in the terminal
SORTS = {
    "ecrits": "écrits (fiches nouvelles)", "fusionnes": "fusionnés (fiches complétées)",
    "inchanges": "inchangés (rien de nouveau)", "proposes": "à relire (une personne décide)",
    "hors": "hors de ce qui est demandé (autre lieu, autres besoins)", "a_decider": "à décider (peut-être le même lieu)",
    "refuses": "refusés",
}


@dataclass
class Bilan:
    """Records, counted by what became of them. `refus` are (place, why), `remarques` sentences."""

    lus: int = 0
    sorts: Counter[str] = field(default_factory=Counter)
    fiches: Counter[str] = field(default_factory=Counter)
    refus: list[tuple[str, str]] = field(default_factory=list)
    a_decider: list[tuple[str, str]] = field(default_factory=list)
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
        yield f"{self.lus} enregistrements lus" + (" (essai : rien n'est écrit)" if essai else "") + " :"
        for sort, dit in SORTS.items():
            if self.sorts[sort]:
                fiches = f", {self.fiches[sort]} fiches" if sort in ("ecrits", "fusionnes", "inchanges", "proposes") else ""
                yield f"  {self.sorts[sort]:>7} {dit}{fiches}"
        if self.doutes:
            yield f"{self.doutes} faits sont « à confirmer » : la source les dit autrement que les fiches, ou sans certitude."
        if self.ecartes:
            dits = ", ".join(f"{quoi} ({n})" for quoi, n in sorted(self.ecartes.items()))
            yield f"Laissé de côté, parce que cela peut être à une personne : {dits}."
        for titre, cas in (("À décider", self.a_decider), ("Refusés", self.refus)):
            if cas:
                yield f"{titre} :"
                yield from (f"  {visible(place, 200)} : {visible(pourquoi, 400)}" for place, pourquoi in cas[:DITS])
                if len(cas) > DITS:
                    yield f"  … et {len(cas) - DITS} autres"
        yield from self.remarques
