"""An extract of OpenStreetMap (.osm.pbf, .osm …) → what is drawn of it in a box. The only module that knows osmium.

The file is read four times and never held: what is kept grows with the box, not with the extract.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import osmium
from osmium.osm import NODE, RELATION, WAY

from quifaitquoi.annuaire.read.fond import UNITE, Trait
from quifaitquoi.base.geometrie import Boite, Point, boite_de, coupe_ligne, dans, se_touchent, simplifie
from quifaitquoi.base.refus import Refus
from quifaitquoi.edition.fond import genres
from quifaitquoi.edition.fond.chaines import Ligne, anneaux, enchaine, mer, une_seule_voie

NOEUDS_MAX = 12_000_000  # in the box: a capital and its suburbs
NOEUDS_D_UN_TRACE = 10_000  # OpenStreetMap allows 2,000
MEMBRES_MAX = 20_000
VOIE = 16  # units: tracks that are nearer to one another are drawn as one
ESSAIS = 200  # streets that tell whether the sea is where it was drawn
PAS = 100_000  # objects between two words of progress

Dire = Callable[[str], None]


@dataclass
class _Trace:
    """A way: what it says, and its nodes."""

    tags: dict[str, str]
    refs: list[int]


@dataclass
class _Moisson:
    """What was kept of the file so far."""

    noeuds: dict[int, Point] = field(default_factory=dict)
    traces: dict[int, _Trace] = field(default_factory=dict)
    touches: dict[int, list[int] | None] = field(default_factory=dict)  # ways without a word of their own, which an area may need
    surfaces: list[tuple[dict[str, str], list[int]]] = field(default_factory=list)
    lieux: list[Trait] = field(default_factory=list)
    date: str = ""
    trop_longs: int = 0


def lire(fichier: Path, boite: Boite, dire: Dire) -> tuple[list[Trait], str, int]:
    """What is drawn in the box (in units), the day of the latest change in it, and how many ways were too long. Raises Refus."""
    if not fichier.is_file():
        raise Refus(f"« {fichier} » n'existe pas, ou n'est pas un fichier.")
    moisson = _Moisson()
    try:
        _noeuds_de_la_boite(fichier, boite, moisson, dire)
        _traces_qui_y_passent(fichier, moisson, dire)
        _ce_qui_manque(fichier, moisson, dire)
    except (RuntimeError, ValueError, OSError, osmium.InvalidLocationError):
        # The library's words are in English, and name its own parts.
        raise Refus(
            f"« {fichier} » n'est pas un extrait d'OpenStreetMap lisible (.osm.pbf), ou il est incomplet : "
            "téléchargez-le de nouveau."
        ) from None
    if not moisson.traces and not moisson.surfaces:
        raise Refus(f"« {fichier} » n'a aucune rue dans ce territoire : prenez l'extrait de la région qui le contient.")
    return _traits(moisson, boite), moisson.date, moisson.trop_longs


def _objets(fichier: Path, sortes, dire: Dire, quoi: str) -> Iterator:
    for n, objet in enumerate(osmium.FileProcessor(str(fichier), sortes)):
        if n % PAS == 0:
            dire(f"{quoi} : {n // 1000} 000" if n else quoi)
        yield objet


def _noeuds_de_la_boite(fichier: Path, boite: Boite, moisson: _Moisson, dire: Dire) -> None:
    ouest, sud, est, nord = (cote * (10_000_000 // UNITE) for cote in boite)  # the file counts in ten-millionths
    fine = 10_000_000 / UNITE
    for noeud in _objets(fichier, NODE, dire, "Points"):
        ici = noeud.location
        x, y = ici.x, ici.y
        if not (ouest <= x <= est and sud <= y <= nord):
            continue
        if len(moisson.noeuds) >= NOEUDS_MAX:
            raise Refus("Ce territoire est trop grand, ou cet extrait trop plein, pour un fond de carte des rues.")
        point = moisson.noeuds[noeud.id] = (x / fine, y / fine)
        _vieillit(noeud, moisson)
        if noeud.tags and (genre := genres.lieu(dict(noeud.tags))):
            moisson.lieux.append(Trait(genre, "", noeud.tags["name"], ((point,),)))


def _traces_qui_y_passent(fichier: Path, moisson: _Moisson, dire: Dire) -> None:
    noeuds = moisson.noeuds
    for objet in _objets(fichier, WAY | RELATION, dire, "Tracés"):
        if objet.is_way():
            longueur = len(objet.nodes)
            if longueur > NOEUDS_D_UN_TRACE:
                moisson.trop_longs += 1
                continue
            refs = [noeud.ref for noeud in objet.nodes]
            if not any(ref in noeuds for ref in refs):
                continue
            _vieillit(objet, moisson)
            tags = dict(objet.tags)
            if genres.ligne(tags) or genres.surface(tags) or genres.lieu(tags):
                moisson.traces[objet.id] = _Trace(tags, refs)
            moisson.touches[objet.id] = refs
        elif (
            objet.tags.get("type") == "multipolygon"
            and len(objet.members) <= MEMBRES_MAX
            and genres.surface(tags := dict(objet.tags))
        ):
            membres = [membre.ref for membre in objet.members if membre.type == "w"]
            if any(ref in moisson.touches for ref in membres):
                moisson.surfaces.append((tags, membres))
    besoin = {ref for _, membres in moisson.surfaces for ref in membres}
    moisson.touches = {ref: moisson.touches.get(ref) for ref in besoin}


def _ce_qui_manque(fichier: Path, moisson: _Moisson, dire: Dire) -> None:
    """The ways of an area that lie out of the box, then all nodes that lie there: an area is cut when it is whole."""
    absents = {ref for ref, refs in moisson.touches.items() if refs is None}
    if absents:
        for trace in _objets(fichier, WAY, dire, "Contours"):
            if trace.id in absents and len(trace.nodes) <= NOEUDS_D_UN_TRACE:
                moisson.touches[trace.id] = [noeud.ref for noeud in trace.nodes]
    refs = [*(t.refs for t in moisson.traces.values()), *(r for r in moisson.touches.values() if r)]
    loin = {ref for suite in refs for ref in suite if ref not in moisson.noeuds}
    if len(loin) > NOEUDS_MAX:
        raise Refus("Cet extrait a des contours trop longs pour un fond de carte des rues.")
    if loin:
        for noeud in _objets(fichier, NODE, dire, "Points des contours"):
            if noeud.id in loin and noeud.location.valid():
                ici = noeud.location
                moisson.noeuds[noeud.id] = (ici.x * UNITE / 10_000_000, ici.y * UNITE / 10_000_000)


def _vieillit(objet, moisson: _Moisson) -> None:
    date = objet.timestamp
    if date.year > 1970 and (jour := f"{date:%Y-%m-%d}") > moisson.date:
        moisson.date = jour


def _traits(moisson: _Moisson, boite: Boite) -> list[Trait]:
    lignes: dict[tuple[str, str, str], list[Ligne]] = defaultdict(list)
    traits = list(moisson.lieux)
    for _, trace in sorted(moisson.traces.items()):
        points = _points(trace.refs, moisson)
        if len(points) < 2:
            continue
        if lieu := genres.lieu(trace.tags):
            ouest, sud, est, nord = boite_de(points)
            traits.append(Trait(lieu, "", genres.nom(trace.tags), ((((ouest + est) / 2, (sud + nord) / 2),),)))
        ferme = trace.refs[0] == trace.refs[-1]
        if ferme and len(points) > 3 and (surface := genres.surface(trace.tags)):
            traits.append(Trait(*surface, _nom(surface[0], trace.tags), (points[:-1],)))
        elif ligne := genres.ligne(trace.tags):
            lignes[(*ligne, genres.nom(trace.tags))].append(points)
    for tags, membres in moisson.surfaces:
        bords = [points for ref in membres if (refs := moisson.touches[ref]) and len(points := _points(refs, moisson)) > 1]
        genre, niveau = genres.surface(tags)
        if rings := anneaux(bords, boite):
            traits.append(Trait(genre, niveau, _nom(genre, tags), tuple(rings)))
    return _sans_deluge([trait for trait in [*traits, *_mis_bout_a_bout(lignes, boite)] if se_touchent(trait.boite, boite)])


def _sans_deluge(traits: list[Trait]) -> list[Trait]:
    """A shore that lacks a part, or runs the wrong way, puts the streets in the sea: then nobody knows where it is."""
    rues = [trait.suites[0] for trait in traits if trait.genre in ("rue", "moyenne", "grande") and trait.niveau == ""]
    essais = [suite[len(suite) // 2] for suite in rues[:: len(rues) // ESSAIS + 1]]
    noyee = lambda mer: 2 * sum(dans(mer.suites, essai) for essai in essais) > len(essais)
    return [trait for trait in traits if trait.genre != "mer" or not essais or not noyee(trait)]


def _mis_bout_a_bout(lignes: dict[tuple[str, str, str], list[Ligne]], boite: Boite) -> Iterator[Trait]:
    rails: dict[tuple[str, str], list[Ligne]] = defaultdict(list)
    for (genre, niveau, nom), suites in lignes.items():
        if genre == genres.COTE:
            cotes = [tuple(simplifie(suite, 1)) for suite in suites]
            ouest, sud, est, nord = connue = _ou_l_on_sait(cotes, boite)
            if ouest < est and sud < nord and (rings := mer(cotes, connue)):
                yield Trait("mer", "", "", tuple(rings))
        elif genre in ("rail", "tram"):
            # Which line runs on a track is no name of a place.
            rails[genre, niveau] += [tuple(part) for suite in suites for part in coupe_ligne(suite, boite)]
        else:
            yield from (Trait(genre, niveau, nom, (chaine,)) for chaine in enchaine(suites))
    for (genre, niveau), suites in rails.items():
        yield from (Trait(genre, niveau, "", (voie,)) for voie in une_seule_voie(enchaine(suites), VOIE))


def _ou_l_on_sait(cotes: list[Ligne], boite: Boite) -> Boite:
    """The part of the box in which the sea can be told: where a shore ends before the box does, the extract ends there too."""
    ouest, sud, est, nord = boite
    bouts = [bout for chaine in enchaine(cotes, sens=True) if chaine[0] != chaine[-1] for bout in (chaine[0], chaine[-1])]
    dedans = [bout for bout in bouts if ouest < bout[0] < est and sud < bout[1] < nord]
    if not dedans:
        return boite
    a, b, c, d = boite_de([point for cote in cotes for point in cote])
    return max(ouest, a), max(sud, b), min(est, c), min(nord, d)


def _points(refs: list[int], moisson: _Moisson) -> Ligne:
    return tuple(moisson.noeuds[ref] for ref in refs if ref in moisson.noeuds)


def _nom(genre: str, tags: dict[str, str]) -> str:
    """A building's name would be that of whoever rents it; what is a landmark has its own point."""
    return "" if genre == "bati" else genres.nom(tags)
