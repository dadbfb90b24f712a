"""The stops near a place, with their lines: « À 250 m de l'arrêt Landsberg (tram C, D ; bus 31), vers le sud ».

Nothing is said from a withheld address, nor from a position that is only that of a neighbourhood.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quifaitquoi.annuaire.enrich import FicheVue
from quifaitquoi.annuaire.enrich.plan import Proche, plan
from quifaitquoi.annuaire.model.quartier import ARRETS, Repere
from quifaitquoi.langues.marques import N_
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.segments import DIT, Segment, Segments, a_la_suite, dit, nom
from quifaitquoi.paroles.situation import de_repere, huitieme, longueur

A_PIED = 1000  # metres: a stop further away than a quarter of an hour helps few
AUTRES = 2
LIGNES = 8  # more are no help in a sentence

# As `huitieme` counts them: the way from the stop.
_VERS = (N_("vers l'est"), N_("vers le nord-est"), N_("vers le nord"), N_("vers le nord-ouest"), N_("vers l'ouest"),
         N_("vers le sud-ouest"), N_("vers le sud"), N_("vers le sud-est"))
# A line that is called by its kind and a short sign joins the others of its kind.
_GENRES = {"tram": N_("tram {lignes}"), "métro": N_("métro {lignes}"), "train": N_("train {lignes}"), "bus": N_("bus {lignes}"),
           "car": N_("car {lignes}"), "bateau": N_("bateau {lignes}")}
_SIGNE = re.compile(r"(\w+) ([\w-]{1,6})")


def depuis_l_arret(parole: Parole, vue: FicheVue) -> Segments:
    """The sentence of the nearest stop, without a final full stop; () where no stop is near. As the crow flies."""
    proches = _proches(parole, vue, 1)
    if not proches:
        return ()
    distance, x, y, repere = proches[0]
    message, reste = de_repere(repere.nom)
    dits = {"de_repere": _avec_lignes(parole, parole.phrase(message, nom=nom(reste)), repere),
            "distance": longueur(distance, parole.langue, vue.environ > 0)}
    if vue.environ and distance < vue.environ:  # which way the door is from there, nobody knows
        return parole.phrase("À environ {distance} {de_repere}", **dits)
    if distance < 40:
        return parole.phrase("Tout près {de_repere}", **dits)
    vers = parole._(_VERS[huitieme((x, y), plan(parole.directory).point(vue.position))])
    modele = N_("À environ {distance} {de_repere}, {vers}") if vue.environ else N_("À {distance} {de_repere}, {vers}")
    return parole.phrase(modele, **dits, vers=vers)


def autres_arrets(parole: Parole, vue: FicheVue) -> Segments:
    """« Aristide Briand (tram D), à 400 m »: the next ones, where a line stops that stops at none before."""
    dits, connues = [], set()
    for rang, (distance, _x, _y, repere) in enumerate(_proches(parole, vue, 12)):
        nouvelles = set(repere.lignes or ()) - connues
        if rang and nouvelles and len(dits) < AUTRES:
            modele = N_("{arret}, à environ {distance}") if vue.environ else N_("{arret}, à {distance}")
            dits.append(parole.phrase(modele, arret=_avec_lignes(parole, nom(repere.nom), repere),
                                      distance=longueur(distance, parole.langue, vue.environ > 0)))
        connues |= nouvelles
    return a_la_suite(dits)


def lignes(parole: Parole, noms: Sequence[str]) -> Segments:
    """« tram A, E ; bus C7, 31 »; () of none."""
    par_genre: dict[str, list[str]] = {}
    for ligne in noms[:LIGNES]:
        court = _SIGNE.fullmatch(ligne)
        genre = _GENRES.get(court[1].casefold()) if court else None
        par_genre.setdefault(genre or ligne, []).extend([court[2]] if genre else [])
    dites = [parole.phrase(genre, lignes=nom(", ".join(signes))) if signes else nom(genre) for genre, signes in par_genre.items()]
    return (*a_la_suite(dites, Segment(DIT, parole._(" ; "))), *(dit(" …") if len(noms) > LIGNES else ()))


def _avec_lignes(parole: Parole, arret: Segments, repere: Repere) -> Segments:
    return parole.phrase("{arret} ({lignes})", arret=arret, lignes=lignes(parole, repere.lignes)) if repere.lignes else arret


def _proches(parole: Parole, vue: FicheVue, combien: int) -> list[Proche]:
    if vue.position is None or vue.precision == "quartier":
        return []
    return [proche for proche in plan(parole.directory).proches(vue, combien, ARRETS) if proche[0] <= A_PIED]
