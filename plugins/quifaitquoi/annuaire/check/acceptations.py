"""What is acknowledged word for word is still said somewhere: left behind, it would let the same words come back unseen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from quifaitquoi.annuaire.check.context import Contexte
from quifaitquoi.annuaire.check.load import DIVULGUEE, Lu, mots
from quifaitquoi.annuaire.check.portes.lisse import lisse
from quifaitquoi.annuaire.check.portes.noms import mot_a_mot
from quifaitquoi.annuaire.check.rules.confidentiality import COMMENTAIRE, les_regards
from quifaitquoi.annuaire.model.confiance import Acceptation
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.organisme import Organisme
from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.annuaire.read.source import lire_texte

AILLEURS = ("traductions/*.po", "pages/*.md", "*.md")
SUITE = re.compile(r'"\s*\n\s*"')  # how a catalogue goes on at its next line


def signaler_les_acceptations_sans_objet(racine: Path, contexte: Contexte) -> None:
    """Add to each file that was read whole a warning for each « accepte » whose words acknowledge nothing."""
    for lu in contexte.lus:
        # Few files acknowledge anything: the blocks of the others need not be listed. An escape may write the key too.
        muet = "accepte" not in lu.texte and "\\" not in lu.texte
        for chemin, acceptation in () if muet or lu.partiel or lu.element is None else lu.blocs(Acceptation):
            if acceptation.regle != DIVULGUEE or not acceptation.texte:
                continue
            if not _retient(lu, contexte):
                phrase = "rien ici ne retient une adresse : il n'y a pas de mots à accepter, retirez cette acceptation"
            elif not _dits(acceptation.texte, lu, racine, contexte):
                phrase = "plus rien dans l'annuaire ne dit ces mots : retirez cette acceptation, qui les laisserait revenir"
            else:
                continue
            lu.signale("acceptation-sans-objet", "avertissement", (*chemin, "texte"), phrase)


def _retient(lu: Lu, contexte: Contexte) -> bool:
    if isinstance(lu.element, Organisme):
        return contexte.une_fois(les_regards).pour_organisme(lu.element) is not None
    return isinstance(lu.element, Fiche) and lu.element.confidentialite is not None


def _dits(acceptes: str, chez: Lu, racine: Path, contexte: Contexte) -> bool:
    motif = mot_a_mot(acceptes)
    return any(motif.search(lisse(texte)) for texte in _textes(acceptes, chez, racine, contexte))


def _textes(acceptes: str, chez: Lu, racine: Path, contexte: Contexte) -> Iterator[str]:
    """All that may say it, the nearest first. What cannot be read may say it too."""
    yield chez.trouve.slug
    yield from (texte for chemin, texte, _ in chez.textes if chemin[0] != "accepte")
    yield from (dit[1] for ligne in chez.texte.splitlines() if (dit := COMMENTAIRE.search(ligne)))
    siens = mots(acceptes)
    yield from (lu.texte for lu in contexte.lus if lu is not chez and (not siens or siens & lu.mots))
    for fichier in (fichier for motif in AILLEURS for fichier in sorted(racine.glob(motif))):
        try:
            yield SUITE.sub("", lire_texte(fichier))
        except Illisible:
            yield acceptes
