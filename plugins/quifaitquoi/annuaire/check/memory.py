"""What was read already: a check after an edit reads one file again. A preview remembers, a new process asks the cache."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from types import NoneType

from quifaitquoi.annuaire.check.load import Lu, analyser, lire, nommer
from quifaitquoi.annuaire.check.problem import Probleme
from quifaitquoi.annuaire.check.tree import Trouve
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.types import Element
from quifaitquoi.annuaire.read.faute import Chemin, Illisible
from quifaitquoi.annuaire.read.source import lire_texte
from quifaitquoi.base.cache import Cache, SansCache, cle
from quifaitquoi.base.parallele import par_parts

# Of a file that was read: its element, `partiel`, `bouches` and what is wrong in it, as `Lu` says them.
Garde = tuple[Element | None, bool, frozenset[Chemin], list[Probleme]]


class LuesAvant:
    """Files as they were last read, each with what tells whether it changed since."""

    def __init__(self, cache: Cache | None = None) -> None:
        self.cache = cache or SansCache()
        self._lus: dict[Path, tuple[tuple | None, Lu, int]] = {}

    def lire(self, trouve: Trouve, racine: Path, base: Path, pays: str) -> Lu:
        """As `load.lire`, and the same object again where nothing that it depends on has changed."""
        return self.lire_tous([trouve], racine, base, pays)[0]

    def lire_tous(self, trouves: Sequence[Trouve], racine: Path, base: Path, pays: str) -> list[Lu]:
        """Each of the files, in order: those known already, and the others read, by several processes if they are many."""
        signatures = {trouve.fichier: _signature(trouve, base, pays) for trouve in trouves}
        nouveaux = [trouve for trouve in trouves if not self._connu(trouve.fichier, signatures[trouve.fichier])]
        lus = self._lire(nouveaux, racine, base, pays)
        for trouve, lu in zip(nouveaux, lus, strict=True):
            self._lus[trouve.fichier] = (signatures[trouve.fichier], lu, len(lu.problemes))
        return [self._repris(trouve.fichier) for trouve in trouves]

    def _lire(self, trouves: Sequence[Trouve], racine: Path, base: Path, pays: str) -> list[Lu]:
        """Those of which the cache knows the text, whatever has changed around them, and the others."""
        lisibles = {trouve.fichier: texte for trouve in trouves if (texte := _texte(trouve)) is not None}
        chemins = {fichier: os.path.relpath(fichier, base) for fichier in lisibles}
        cles = {t.fichier: cle("lu", repr(t), chemins[t.fichier], pays, lisibles[t.fichier])
                for t in trouves if t.fichier in lisibles}
        gardes = self.cache.lis(cles.values(), Garde)
        connus = {t.fichier: Lu(t, chemins[t.fichier], *gardes[cles[t.fichier]]) for t in trouves
                  if cles.get(t.fichier) in gardes and type(gardes[cles[t.fichier]][0]) in (NoneType, t.modele)}
        nouveaux = [trouve for trouve in trouves if trouve.fichier not in connus]
        for modele in {trouve.modele for trouve in nouveaux} - {None}:
            modele.model_rebuild()  # before this process parts: else each of them would build the validators

        def un(trouve: Trouve) -> Lu:
            texte = lisibles.get(trouve.fichier)
            lu = lire(trouve, racine, base, pays) if texte is None else analyser(trouve, chemins[trouve.fichier], texte, pays)
            lu.oublie()
            return lu

        lus = dict(zip((trouve.fichier for trouve in nouveaux), par_parts(lambda part: [*map(un, part)], nouveaux), strict=True))
        self.cache.garde({cles[fichier]: (lu.element, lu.partiel, lu.bouches, lu.problemes)
                          for fichier, lu in lus.items() if fichier in cles})
        for lu in connus.values():
            if lu.element is not None:
                nommer(lu)  # its place is where it is now, whatever was kept with it
        lus |= connus
        for trouve in trouves:
            lu = lus[trouve.fichier]
            lu.trouve, lu.texte, lu.cle = trouve, lisibles.get(trouve.fichier, ""), cles.get(trouve.fichier)
        return [lus[trouve.fichier] for trouve in trouves]

    def _connu(self, fichier: Path, signature: tuple | None) -> bool:
        return signature is not None and fichier in self._lus and self._lus[fichier][0] == signature

    def _repris(self, fichier: Path) -> Lu:
        _, lu, problemes = self._lus[fichier]
        # Rules are asked again each time: the directory around the file may have changed.
        del lu.problemes[problemes:]
        return lu


def oublie_les_retenues(cache: Cache, directory: Directory) -> None:
    """Forget all that was kept before one of these fiches withheld its address: nothing says what of it is about that place."""
    retenues = [cle("retenue", slug) for slug, fiche in directory.fiches.items() if fiche.confidentialite]
    if len(cache.lis(retenues, bool)) < len(retenues):
        cache.oublie()
        cache.garde(dict.fromkeys(retenues, True))


def _texte(trouve: Trouve) -> str | None:
    """What the file says; None where its place is wrong already, or nothing can be read: then `load.lire` tells why."""
    try:
        return None if trouve.faute else lire_texte(trouve.fichier)
    except Illisible:
        return None


def _signature(trouve: Trouve, base: Path, pays: str) -> tuple | None:
    """What tells whether a file has changed; None where that can't be known."""
    try:
        etat = os.stat(trouve.fichier)
    except (OSError, ValueError):
        return None
    return trouve, pays, base, etat.st_mtime_ns, etat.st_size, etat.st_ino
