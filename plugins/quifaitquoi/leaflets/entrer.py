"""How to get in, as short facts: appointment, door, for whom, what it costs, papers."""

from __future__ import annotations

from collections.abc import Iterator

from quifaitquoi.leaflets.paroles import Paroles, Segment, joint, simple
from quifaitquoi.model.accueil import Acces, Cout, Publics
from quifaitquoi.render import mots
from quifaitquoi.render.faits import age

Fait = list[Segment]
# Coming or calling goes without saying beside an address and a number.
_ORDINAIRES = frozenset(("se-presenter", "telephoner"))


def entrer(p: Paroles, acces: Acces | None, publics: Publics | None, cout: Cout | None) -> list[tuple[int, list[Fait]]]:
    """(detail, facts): first what decides whether one can come at all, then what helps to prepare."""
    decisifs = [*_porte(p, acces), *_publics(p, publics), *_prix(p, cout)]
    autres = [*_a_preparer(p, acces)] if acces else []
    precisions = [[p.ecrit(x)] for x in (acces and acces.precision, publics and publics.precision, cout and cout.precision,
                                         cout and cout.aide, acces and acces.premiere_visite) if x]
    return [(detail, faits) for detail, faits in ((2, decisifs), (1, autres), (0, precisions)) if faits]


def _porte(p: Paroles, acces: Acces | None) -> Iterator[Fait]:
    if acces is None:
        return
    v = p.directory.vocabulaire
    if acces.rendez_vous:
        yield [p._(mots.RENDEZ_VOUS[acces.rendez_vous])]
    portes = acces.porte or ()
    for porte in portes:
        if porte not in _ORDINAIRES or (not acces.rendez_vous and len(portes) == 1):
            yield [p._(mots.PORTE[porte])]
    if acces.par == ("professionnels",):
        yield [p._(mots.PAR[frozenset(acces.par)])]
    if acces.conditions:
        yield [p._("Conditions :"), " ", *p.termes(v.conditions, acces.conditions)]
    if acces.documents:
        yield [p._("Papiers à apporter :"), " ", *p.termes(v.documents, acces.documents)]


def _a_preparer(p: Paroles, acces: Acces) -> Iterator[Fait]:
    if acces.documents == ():
        yield [p._("Aucun papier à apporter")]
    if acces.inscription:
        yield [p._(mots.INSCRIPTION[acces.inscription])]
    if acces.animaux:
        yield [p._(mots.ANIMAUX[acces.animaux])]
    if acces.accompagnant == "non":
        yield [p._(mots.ACCOMPAGNANT["non"])]
    if acces.delai:
        yield [p._("Délai :"), " ", p.ecrit(acces.delai)]
    if acces.duree:
        yield [p._("Durée :"), " ", p.ecrit(acces.duree)]


def _publics(p: Paroles, x: Publics | None) -> Iterator[Fait]:
    if x is None:
        return
    qui: list[Fait] = []
    if x.genre and x.genre != "tous":
        qui.append([p._(mots.GENRE_PUBLIC[x.genre])])
    if dit := age(p.parole, x):
        qui.append([simple(dit)])
    if x.accueil == "inconditionnel":
        # Families and situations that are named all the same take nothing away from anybody.
        yield from [[p._(mots.ACCUEIL["inconditionnel"])], *qui]
        return
    qui += [[p._(mots.FAMILLES[f])] for f in x.familles or ()]
    qui += [p.termes(p.directory.vocabulaire.publics, (s,)) for s in x.situations or ()]
    if x.accueil and not qui:
        yield [p._("Accueille d'abord certaines personnes") if x.accueil == "prioritaire"
               else p._("Réservé à certaines personnes")]
    elif qui:
        tete = mots.ACCUEIL[x.accueil] if x.accueil else "Pour :"
        yield [p._(tete), " ", *joint(qui, p.virgule)]


def _prix(p: Paroles, cout: Cout | None) -> Iterator[Fait]:
    if cout:
        yield [p._(mots.TARIF[cout.tarif])]
