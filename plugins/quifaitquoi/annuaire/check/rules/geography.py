"""Positions are where the territory is, and teams go somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.lieu import Adresse, Arret
from quifaitquoi.annuaire.model.quartier import ListeReperes, Quartier, Repere


def _positions(lu: Lu) -> Iterator[tuple[tuple, tuple[float, float]]]:
    for genre, champ in ((Adresse, "position"), (Arret, "position"), (Quartier, "centre"), (Repere, "position")):
        for chemin, bloc in lu.blocs(genre):
            if getattr(bloc, champ):
                yield (*chemin, champ), getattr(bloc, champ)
    for i, position in enumerate(getattr(lu.element, "contour", None) or ()):
        yield ("contour", i), position


@regle("position-hors-territoire", "erreur", Fiche, Quartier, ListeReperes)
def position_hors_territoire(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Chaque position est dans l'emprise d'annuaire.yml."""
    emprise = contexte.directory.annuaire.emprise
    for chemin, position in _positions(lu):
        if not emprise.contient(position):
            inverse = emprise.contient(position[::-1])
            conseil = ("latitude et longitude sont inversées : écrivez "
                       f"« [{position[1]}, {position[0]}] »" if inverse else
                       f"latitude entre {emprise.sud} et {emprise.nord}, longitude entre {emprise.ouest} et {emprise.est}")
            yield Signal(chemin, f"« [{position[0]}, {position[1]}] » est hors du territoire : {conseil}")


@regle("equipe-sans-secteur", "avertissement", Fiche, absence=True)
def equipe_sans_secteur(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une équipe mobile dit où elle passe : une tournée, ou un secteur."""
    fiche: Fiche = lu.element
    if fiche.genre == "equipe-mobile" and not fiche.tournee and not fiche.secteur:
        yield Signal(("genre",), "une équipe mobile a une « tournee » (des arrêts) ou un « secteur ». Exemple : "
                                 "secteur, puis à la ligne « quartiers: [neudorf] »")
