"""Positions are where the territory is, and teams go somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.geographie import contient, ecart
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.lieu import Adresse, AdresseProvisoire, Arret
from quifaitquoi.annuaire.model.quartier import Quartier, Repere
from quifaitquoi.base.proches import proche, vouliez_vous_dire
from quifaitquoi.base.texte import simple, visible

LOIN = 500  # metres out of a zone: people do not name its edge to the street


SITUES = (Adresse, AdresseProvisoire, Arret, Quartier, Repere)


def _positions(lu: Lu) -> Iterator[tuple[tuple, tuple[float, float]]]:
    for genre in SITUES:
        champ = "centre" if genre is Quartier else "position"
        for chemin, bloc in lu.blocs(genre):
            if getattr(bloc, champ):
                yield (*chemin, champ), getattr(bloc, champ)
    if isinstance(lu.element, Quartier):
        plusieurs = lu.element.contour != next(iter(lu.element.anneaux), None)
        for n, tour in enumerate(lu.element.anneaux):
            yield from ((("contour", *((n,) if plusieurs else ()), i), position) for i, position in enumerate(tour))


@regle("position-hors-territoire", "erreur", *SITUES)
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


@regle("lieu-et-tournee", "avertissement", Fiche)
def lieu_et_tournee(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Un lieu a une adresse, ou des arrêts : avec les deux, personne ne sait où aller."""
    fiche = lu.element
    if fiche.genre == "lieu" and fiche.tournee and fiche.adresse and (fiche.adresse.voie or fiche.adresse.position):
        yield Signal(("tournee",), "ce lieu a aussi une adresse : la page y mène, « Trouver » mène à l'arrêt. Pour un déménagement "
                                   "provisoire, mettez l'arrêt dans « adresse_provisoire », avec « du » et « au » ; pour une "
                                   "équipe qui se déplace, « genre: equipe-mobile »", cle=True)


@regle("position-loin-du-quartier", "avertissement", Fiche)
def position_loin_du_quartier(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Un lieu est dans le quartier de son dossier, ou tout près."""
    position = lu.element.adresse.position if lu.element.adresse else None
    quartiers = contexte.directory.quartiers
    ici = quartiers.get(lu.trouve.zone)
    # Of a withheld address, even a distance tells too much.
    if position is None or ici is None or lu.discret or not contexte.directory.annuaire.emprise.contient(position):
        return
    if (hors := ecart(ici, position)) is None or hors <= LOIN:
        return
    ailleurs = next((slug for slug, quartier in quartiers.items() if contient(quartier, position)), None)
    conseil = f"elle est dans « {quartiers[ailleurs].nom} » : corrigez-la, ou déplacez le fichier dans fiches/{ailleurs}/" if (
        ailleurs) else "corrigez-la, ou déplacez le fichier dans le bon dossier"
    yield Signal(("adresse", "position"), f"à {_distance(hors)} de « {ici.nom} », le quartier de son dossier ; {conseil}")


def _distance(m: float) -> str:
    return f"{m / 1000:.1f} km".replace(".", ",") if m >= 1000 else f"{round(m, -1):.0f} m"


@regle("precision-sans-position", "avertissement", Fiche)
def precision_sans_position(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """« precision » dit ce que situe une position : sans elle, elle ne dit rien."""
    for chemin, adresse in (*lu.blocs(Adresse), *lu.blocs(AdresseProvisoire)):
        if not adresse.precision or adresse.position is not None or lu.discret:
            continue
        yield Signal((*chemin, "precision"), (
            f"« {adresse.precision} » dit ce que situe la position, et il n'y en a pas : écrivez « position », ou retirez cette "
            "ligne. « quifaitquoi geocode » écrit les deux"))


@regle("commune-inconnue", "avertissement", Fiche)
def commune_inconnue(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une adresse est dans une commune d'annuaire.yml, écrite comme là."""
    connues = contexte.une_fois(_communes)
    for genre in (Adresse, AdresseProvisoire, Arret):
        for chemin, bloc in lu.blocs(genre) if connues else ():
            if bloc.commune and _ville(bloc.commune) not in connues:
                propose = proche(bloc.commune, connues.values(), 75)
                yield Signal((*chemin, "commune"), (
                    f"« {visible(bloc.commune)} » n'est pas une commune d'annuaire.yml : vérifiez l'adresse, ou ajoutez la commune "
                    "à « communes »" + (f".{vouliez_vous_dire(propose)}" if propose else "")))


def _communes(contexte: Contexte) -> dict[str, str]:
    return {_ville(commune): commune for commune in contexte.directory.annuaire.communes or ()}


def _ville(commune: str) -> str:
    return re.sub(r"\W+", " ", simple(commune))
