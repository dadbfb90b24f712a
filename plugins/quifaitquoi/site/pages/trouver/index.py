"""The index of one language, in classic scripts: what it needs to start, what makes its search better, the stops; and of a large
directory, pieces that a phone loads where it needs them.

What stands before the rows of fiches (rangees.py) is of the whole directory: words, terms, landmarks, zones. An index in one
holds all rows; one in pieces those of no place, and how many fiches of each need each piece has.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable
from math import ceil, floor

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.geographie import centre
from quifaitquoi.annuaire.model.quartier import Repere
from quifaitquoi.base.json import json_sans_danger
from quifaitquoi.base.texte import cle_de_tri
from quifaitquoi.langues import Langue
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.valeurs import GENRE
from quifaitquoi.site.pages.trouver import mots, vocabulaire
from quifaitquoi.site.pages.trouver.appels import gardien, urgences
from quifaitquoi.site.pages.trouver.colonnes import DIX_METRES, pas, signes
from quifaitquoi.site.pages.trouver.commun import Commun
from quifaitquoi.site.pages.trouver.droits import droits
from quifaitquoi.site.pages.trouver.fichiers import PARTIES, troncs
from quifaitquoi.site.pages.trouver.morceaux import Morceau, morceaux
from quifaitquoi.site.pages.trouver.rangees import GENRES, LONGTEMPS, Rangees
from quifaitquoi.site.pages.trouver.ressources import ressources
from quifaitquoi.site.pages.trouver.temps_de_vie import temps_de_vie
from quifaitquoi.site.pages.trouver.unites import CLOS, CONDITIONS, INCONDITIONNEL

# What a phone may load for one search, compressed, the start included.
OCTETS = 200_000
# Boxes around pieces are wider than the places in them by some hundred metres at the most, and never narrower.
CASE = 1000


def chemins(territoire: Territoire) -> list[str]:
    """The files that `index` makes, below a language's folder."""
    return [*PARTIES, *(morceau.chemin for morceau in morceaux(territoire))]


def index(territoire: Territoire, langue: Langue) -> dict[str, str]:
    """Each file of a language's index, and the script that it holds."""
    premiere, suite, par_morceau = donnees(territoire, langue)
    pieces = {morceau.chemin: f"quifaitquoi.morceau({json_sans_danger([morceau.nom, *lignes])});\n"
              for morceau, lignes in par_morceau.items()}
    # Stops are hundreds in a city: they come to whoever says where.
    arrets = f"window.quifaitquoi.arrets={json_sans_danger(_reperes(territoire, langue, _est_un_arret))};\n"
    suite_ecrite = _script("suite", suite)
    if pieces:
        poids = [len(gzip.compress(texte.encode(), 6, mtime=0)) for texte in pieces.values()]
        debut = sum(len(gzip.compress(texte.encode(), 6, mtime=0)) for texte in (_script("index", premiere), suite_ecrite, arrets))
        premiere["morceaux"] |= {"poids": poids, "reste": max(0, OCTETS - debut - 4 * len(poids))}
    return dict(zip(PARTIES, (_script("index", premiere), suite_ecrite, arrets), strict=True)) | pieces


def _script(nom: str, valeur: dict) -> str:
    # A script may come before or after those of the page: whoever is second starts.
    q = "quifaitquoi"
    return (f"(window.{q}=window.{q}||{{}}).{nom}={json_sans_danger(valeur)};\n"
            f'if({q}.arrive){q}.arrive("{nom}");\n')


def donnees(territoire: Territoire, langue: Langue) -> tuple[dict, dict, dict[Morceau, tuple[dict, dict]]]:
    """The start of the index, what follows it, and its pieces, as plain data."""
    parole, tous = Parole(territoire.directory, langue), morceaux(territoire)
    rangees = Rangees(territoire, parole)
    en_morceaux = {rang for morceau in tous for rang in morceau.rangs}
    ici = [rang for rang in range(len(rangees.commun.vues)) if rang not in en_morceaux]
    premiere, suite = rangees.de(ici)
    par_morceau = {morceau: rangees.de(morceau.rangs) for morceau in tous}
    if tous:
        premiere |= {"rangs": pas(ici), "morceaux": _table(tous, rangees.commun, territoire)}
        for morceau, (siennes, _) in par_morceau.items():
            siennes["rangs"] = pas(morceau.rangs)
    # After all rows: which terms these have is known now.
    return _du_tout(territoire, parole, rangees) | premiere, _suite_du_tout(territoire, langue) | suite, par_morceau


def _du_tout(territoire: Territoire, parole: Parole, rangees: Rangees) -> dict:
    """What the search needs to start, whatever the fiches that it knows."""
    directory, source, langue = territoire.directory, territoire.source.directory, parole.langue
    v, vs, emprise = directory.vocabulaire, source.vocabulaire, directory.annuaire.emprise
    non_exiges, publics = rangees.commun.non_exiges, list(rangees.publics)
    premiere = {
        "langue": langue.code,
        "troncs": troncs(langue),
        "urgences": urgences(territoire, parole, rangees.commun.rangs),
        "contact": gardien(parole),
        "mots": mots.trouver(langue),
        "conditions": {
            nom: [c.place, c.masque, [c.valeurs[v].code for v in c.filtre],
                  {c.valeurs[v].code: langue.dire(dit) for v, dit in c.dites.items()}]
            for nom, c in CONDITIONS.items()
        },
        "genres": [[genre, GENRE[genre].picto, langue.dire(GENRE[genre].dit)] for genre in GENRES],
        # Of which kinds a card names the neighbourhood and the street.
        "surPlace": [int(genre in ("lieu", "equipe-mobile")) for genre in GENRES],
        "inconditionnel": INCONDITIONNEL,
        "clos": CLOS,
        "origine": [emprise.sud, emprise.ouest],
        "pas": DIX_METRES,
        "longtemps": LONGTEMPS,
        "racines": [[*vocabulaire.mots_du_terme(r, vs.racines[r.slug], langue), r.pictogramme] for r in v.racines.values()],
        "besoins": [
            [
                *vocabulaire.mots_du_terme(b, vs.besoins[b.slug], langue),
                [list(v.racines).index(slug) for slug in b.racines if slug in v.racines],
            ]
            for b in v.besoins.values()
        ],
        "langues": [vocabulaire.mots_de_langue(code, directory, source, langue) for code in rangees.langues],
        "publics": vocabulaire.publics(directory, source, langue, publics),
        "sans": [vocabulaire.mots_de_la_dispense(v.conditions[slug], vs.conditions[slug], langue) for slug in non_exiges],
        "pairs": vocabulaire.vecus(langue, rangees.vecus),
        "quartiers": [
            [q.slug, vocabulaire.typo(q.nom, langue), *_point(centre(q)), int(q.etendue == "partout")]
            for q in (directory.quartiers[slug] for slug in rangees.quartiers)
        ],
        "reperes": _reperes(territoire, langue, lambda repere: not _est_un_arret(repere)),
    }
    # In which order a list of them stands: engines have several.
    premiere["ordres"] = {nom: sorted(range(len(premiere[nom])), key=lambda n, nom=nom: cle_de_tri(premiere[nom][n][1]))
                          for nom in ("langues", "publics", "sans", "pairs", "quartiers")}
    if langue.code != source.annuaire.langues[0]:
        premiere["source"] = source.annuaire.langues[0]
        premiere["etrangers"] = {
            "b": vocabulaire.non_traduits(b.nom for b in v.besoins.values()),
            "r": vocabulaire.non_traduits(r.nom for r in v.racines.values()),
            "p": vocabulaire.non_traduits(v.publics[slug].nom if slug in v.publics else None for slug in publics),
            "s": vocabulaire.non_traduits(v.conditions[slug].sans for slug in non_exiges),
            "q": vocabulaire.non_traduits(directory.quartiers[slug].nom for slug in rangees.quartiers),
            "u": vocabulaire.non_traduits(u.pour for u in directory.annuaire.urgences)}
    return premiere


def _suite_du_tout(territoire: Territoire, langue: Langue) -> dict:
    return {
        "connus": vocabulaire.connus(territoire.directory, territoire.source.directory, langue),
        **({"droits": vus} if (vus := droits(territoire, langue)) else {}),
        **({"temps": dits} if (dits := temps_de_vie(territoire, langue)) else {}),
        **({"ressources": vues} if (vues := ressources(territoire, langue)) else {}),
    }


def _table(tous: Iterable[Morceau], commun: Commun, territoire: Territoire) -> dict:
    """Of each piece its name, its zone, the box around its places (south, west, north, east; null where none is known), and how
    many fiches in service it has: in all, then of each need and of each family of needs."""
    v, zones = territoire.directory.vocabulaire, list(territoire.directory.quartiers)
    comptes, boites = [], []
    for morceau in tous:
        vues = [commun.vues[rang] for rang in morceau.rangs]
        places = [u.position for rang in morceau.rangs for u in commun.unites[rang] if u.position]
        lats, lons = zip(*places, strict=True) if places else ((), ())
        boites.append([floor(min(lats) * CASE), floor(min(lons) * CASE), ceil(max(lats) * CASE), ceil(max(lons) * CASE)]
                      if places else None)
        comptes += _comptes([(vue, commun.unites[rang]) for rang, vue in zip(morceau.rangs, vues, strict=True)],
                            list(v.besoins), {slug: b.racines for slug, b in v.besoins.items()}, list(v.racines))
    return {"noms": [m.nom for m in tous], "zones": [zones.index(m.zone) if m.zone else -1 for m in tous],
            "boites": boites, "comptes": signes(comptes)}


def _comptes(fiches: Iterable[tuple[FicheVue, list]], besoins: list[str], racines_de: dict, racines: list[str]) -> list[int]:
    tous, de_besoin, de_racine = 0, dict.fromkeys(besoins, 0), dict.fromkeys(racines, 0)
    for vue, siennes in fiches:
        if not vue.en_service:
            continue
        tous += 1
        siens = {besoin for unite in siennes for besoin in unite.besoins}
        for besoin in siens:
            de_besoin[besoin] += 1
        for racine in {racine for besoin in siens for racine in racines_de[besoin]} & de_racine.keys():
            de_racine[racine] += 1
    return [tous, *de_besoin.values(), *de_racine.values()]


def _est_un_arret(repere: Repere) -> bool:
    return repere.genre == "arret"


def _reperes(territoire: Territoire, langue: Langue, veut: Callable[[Repere], bool]) -> list[list]:
    """Places that one may be near to: slug, name, what else it is called, position."""
    source = territoire.source.directory.reperes
    return [[r.slug, vocabulaire.typo(r.nom, langue), vocabulaire.cherches(r.autres_noms, r.lignes, source[r.slug].nom),
             *_point(r.position)] for r in territoire.directory.reperes.values() if veut(r)]


def _point(position: tuple[float, float] | None) -> tuple:
    return (round(position[0], 4), round(position[1], 4)) if position else (None, None)
