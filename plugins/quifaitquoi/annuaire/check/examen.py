"""The rules, asked of every file; what a file alone settles is found once, as long as nothing around it but fiches changes."""

from __future__ import annotations

from collections.abc import Sequence

from quifaitquoi.annuaire.check.context import REGLES, Contexte, Regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.check.problem import Probleme
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.types import Element
from quifaitquoi.base.cache import Cache, cle
from quifaitquoi.base.parallele import par_parts


def examiner(contexte: Contexte, cache: Cache) -> None:
    """Add to each file what the rules find in it."""
    cles = _cles(contexte)
    connus = cache.lis(filter(None, cles), list[Probleme])
    juge = lambda rangs: [_juge(contexte, rang, connus.get(cles[rang])) for rang in rangs]
    # What rules find once in all fiches is found before this process parts: each of its forks would find it again, and have a copy
    # of every fiche that it looks at.
    juge([rang for rang, lu in enumerate(contexte.lus) if isinstance(lu.element, Fiche)][:1])
    trouves = par_parts(juge, range(len(contexte.lus)))
    for lu, (siens, d_ailleurs) in zip(contexte.lus, trouves, strict=True):
        lu.problemes += siens + d_ailleurs
        lu.tait_ce_qui_divulgue()
    cache.garde({c: siens for c, (siens, _) in zip(cles, trouves, strict=True) if c and c not in connus})


def _cles(contexte: Contexte) -> list[bytes | None]:
    """For each file the digest of all that a rule which does not look `ailleurs` may see; None where that has none."""
    autour = [lu.cle for lu in contexte.sans_fiches.lus]
    if None in autour:
        return [None] * len(contexte.lus)
    fond = contexte.directory.fond
    milieu = cle(contexte.aujourdhui.isoformat(), fond.empreinte if fond else "", *sorted(contexte.slugs["fiche"]), "", *autour)
    return [lu.cle and cle("constats", milieu, lu.cle) for lu in contexte.lus]


def _juge(contexte: Contexte, rang: int, siens: list[Probleme] | None) -> tuple[list[Probleme], list[Probleme]]:
    """What the rules find in one file, which is left as it was: by looking at it alone (`siens`, where known), and at others."""
    lu = contexte.lus[rang]
    deja = len(lu.problemes)
    if siens is None:
        seules, _ = contexte.une_fois(_par_modele).get(type(lu.element), ((), ()))
        siens = _trouve(lu, contexte.sans_fiches, seules)
    lu.problemes += siens
    _, ailleurs = contexte.une_fois(_par_modele).get(type(lu.element), ((), ()))
    d_ailleurs = _trouve(lu, contexte, ailleurs)
    del lu.problemes[deja:]
    lu.oublie()
    return siens, d_ailleurs


def _trouve(lu: Lu, contexte: Contexte, regles: Sequence[Regle]) -> list[Probleme]:
    deja = len(lu.problemes)
    acceptees = {acceptation.regle for acceptation in getattr(lu.element, "accepte", None) or ()}
    for regle in regles:
        if (regle.absence and lu.partiel) or (regle.niveau == "avertissement" and regle.nom in acceptees):
            continue
        for signal in regle.examen(lu, contexte):
            if not lu.bouche(signal.chemin):
                lu.signale(regle.nom, regle.niveau, signal.chemin, signal.phrase, signal.cle, signal.place)
    nouveaux = lu.problemes[deja:]
    del lu.problemes[deja:]
    return nouveaux


def _par_modele(contexte: Contexte) -> dict[type[Element], tuple[tuple[Regle, ...], tuple[Regle, ...]]]:
    """The rules that look at each kind of element that was read: those that need no other fiche, and those that do."""
    modeles = {type(lu.element) for lu in contexte.lus if lu.element is not None}
    siennes = {modele: [regle for regle in REGLES.values() if regle.regarde(modele)] for modele in modeles}
    return {modele: tuple(tuple(r for r in regles if r.ailleurs is ailleurs) for ailleurs in (False, True))
            for modele, regles in siennes.items()}
