"""A changed announcement in sentences, as fiches are: what it said and says, in the words of its page."""

from __future__ import annotations

from collections.abc import Iterator, Set

from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.model.annonce import Annonce
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.paroles import texte
from quifaitquoi.paroles.annonces import quand
from quifaitquoi.paroles.contact import contact
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.suivi.relecture.faits import Changement


def retenue(lu: Lu | None, directory: Directory, discretes: Set[str]) -> bool:
    """Whether it is about a place whose address is withheld, or was (`discretes`), or that nobody can tell."""
    if lu is None:
        return False
    if not isinstance(lu.element, Annonce) or lu.partiel:
        return True
    fiche = directory.fiches.get(lu.element.fiche or "")
    return bool(lu.element.fiche) and (fiche is None or bool(fiche.confidentialite) or lu.element.fiche in discretes)


def changements(avant: Annonce | None, apres: Annonce | None, directory: Directory) -> tuple[Changement, ...]:
    """Everything that differs; the whole announcement where there is but one side."""
    vieux, neuf = (dict(_faits(un, directory)) if un else {} for un in (avant, apres))
    return tuple(Changement(titre, vieux.get(titre, ()), neuf.get(titre, ())) for titre in dict.fromkeys((*neuf, *vieux))
                 if vieux.get(titre, ()) != neuf.get(titre, ()))


def _faits(a: Annonce, directory: Directory) -> Iterator[tuple[str, tuple[str, ...]]]:
    parole, v = Parole.de_la_source(directory), directory.vocabulaire
    fiche = directory.fiches.get(a.fiche or "")

    def noms(slugs: tuple[str, ...] | None, connus: dict) -> tuple[str, ...]:
        return tuple(connus[slug].nom if slug in connus else slug for slug in slugs or ())

    yield "Titre et présentation", tuple(filter(None, (a.titre, a.presentation)))
    yield "Quand", (texte.en_texte(parole, quand(parole, a)),)
    yield "Où", tuple(filter(None, (fiche.nom if fiche else a.fiche, a.lieu)))
    yield "Quartiers", noms(a.quartiers, directory.quartiers) or ("tous",)
    yield "Besoins", noms(a.besoins, v.besoins)
    yield "Pour qui", noms(a.publics, v.publics)
    yield "Contact", tuple(texte.fait(parole, fait) for fait in contact(parole, a.contact))
    yield "Pour s'inscrire", (a.inscription,) if a.inscription else ()
    yield "Sources", tuple(", ".join(filter(None, (s.titre, str(s.date) if s.date else ""))) for s in a.sources)
