"""What of a GTFS feed matters to a territory: its stops, platforms merged, and the usual way of each line."""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby

from quifaitquoi.annuaire.geographie import Position, metres
from quifaitquoi.annuaire.model.annuaire import Emprise
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import simple
from quifaitquoi.edition.gtfs.flux import Flux

# By the numbers of the format, and by the hundreds of its longer list.
GENRES = {"tram": ("Tram", {0, 5}, {9}), "metro": ("Métro", {1, 12}, {4, 5, 6}), "train": ("Train", {2}, {1}),
          "bus": ("Bus", {3, 11}, {2, 7, 8}), "bateau": ("Bateau", {4}, {10, 12}), "autre": ("", {6, 7}, {11, 13, 14})}
ARRETS_MAX, COURSES_MAX, PASSAGES_MAX = 500_000, 2_000_000, 30_000_000
NOM_MAX = 120
QUAIS = 300  # metres: platforms of one name that are further apart are two stops
PARFOIS = 10  # a line that fewer than one in so many of its journeys bring to a stop does not serve it


@dataclass(frozen=True)
class ArretDuReseau:
    """`lignes`: the names of those that stop there."""

    id: str
    nom: str
    position: Position
    lignes: tuple[str, ...]


@dataclass(frozen=True)
class LigneDuReseau:
    """`arrets`: the ids of its stops in the territory, in order."""

    id: str
    nom: str
    genre: str
    arrets: tuple[str, ...]


@dataclass(frozen=True)
class Reseau:
    """`ids`: of every stop and line of the feed, those of another kind or place included. `refuses`: rows that say nothing."""

    arrets: tuple[ArretDuReseau, ...]
    lignes: tuple[LigneDuReseau, ...]
    ids: frozenset[str]
    refuses: int


def lire(flux: Flux, emprise: Emprise, genres: Collection[str]) -> Reseau:
    """Raises Refus, with a sentence, for a feed that can't be understood."""
    quais, stations, refuses = _arrets(flux, emprise)
    routes = {id_: (nom, genre) for id_, nom, genre in _routes(flux)}
    voulues = {id_ for id_, (_, genre) in routes.items() if genre in genres}
    chemins = _chemins(flux, voulues, quais)
    par_nom: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    ids: dict[str, str] = {}
    for id_ in sorted(voulues & chemins.keys()):  # a line may be several routes: one for each season, one for works
        ids.setdefault(routes[id_][0], id_)
        par_nom[routes[id_][0]].update(chemins[id_])
    lignes: list[LigneDuReseau] = []
    servis: dict[str, list[str]] = defaultdict(list)
    for nom in sorted(par_nom, key=lambda nom: _ordre(nom, routes[ids[nom]][1])):
        courses, genre = par_nom[nom], routes[ids[nom]][1]
        # The way that brings people to most stops: neither a short run of the morning nor a detour of a single day.
        usuel = max(courses, key=lambda chemin: (courses[chemin] * len(chemin), chemin))
        if len(usuel) > 1:
            lignes.append(LigneDuReseau(ids[nom], nom, genre, usuel))
        passages: Counter[str] = Counter()
        for chemin, fois in courses.items():
            passages.update(dict.fromkeys(chemin, fois))
        for arret, fois in passages.items():
            if fois * PARFOIS >= courses.total() or arret in usuel:
                servis[arret].append(nom)
    arrets = tuple(ArretDuReseau(id_, *stations[id_], tuple(siennes))
                   for id_, siennes in sorted(servis.items(), key=lambda s: (simple(stations[s[0]][0]), s[0])))
    return Reseau(arrets, tuple(lignes), frozenset({*quais, *stations, *routes}), refuses)


def genre_de(numero: str) -> str:
    if not numero.isascii() or not numero.isdigit() or len(numero) > 4:
        return "autre"
    n = int(numero)
    return next((genre for genre, (_, courts, longs) in GENRES.items() if n in courts or n >= 100 and n // 100 in longs), "autre")


def _arrets(flux: Flux, emprise: Emprise) -> tuple[dict[str, str], dict[str, tuple[str, Position]], int]:
    """Each platform → the id of its stop; each stop in the territory → its name and its place; rows that are no use."""
    quais: dict[str, str] = {}
    lus: dict[str, list[tuple[str, Position]]] = defaultdict(list)
    stations: dict[str, tuple[str, Position]] = {}
    refuses = 0
    rangees = flux.table("stops.txt", ("stop_id", "stop_name", "stop_lat", "stop_lon"), ("location_type", "parent_station"))
    for rang, (id_, nom, lat, lon, sorte, parent) in enumerate(rangees):
        if rang == ARRETS_MAX:
            raise Refus(f"ce réseau a plus de {ARRETS_MAX} arrêts : donnez celui d'une région")
        if sorte not in ("", "0", "1"):  # ways in, places on a platform
            continue
        position, nom = _position(lat, lon), _propre(nom)
        if not position or not nom or not _dicible(id_):
            refuses += 1
        elif emprise.contient(position):
            if sorte == "1":
                stations[id_] = (nom, position)
            else:
                quais[id_] = parent or id_
                lus[parent or id_].append((nom, position))
    for id_, siens in lus.items():
        stations.setdefault(id_, (siens[0][0], _milieu([position for _, position in siens])))
    memes = _du_meme_nom(stations)
    groupes: dict[str, list[str]] = defaultdict(list)
    for id_, tete in memes.items():
        groupes[tete].append(id_)
    fondues = {tete: (stations[tete][0], _milieu([stations[id_][1] for id_ in siens])) for tete, siens in groupes.items()}
    return {quai: memes[station] for quai, station in quais.items()}, fondues, refuses


def _du_meme_nom(stations: dict[str, tuple[str, Position]]) -> dict[str, str]:
    """Each id → that of the first stop of its name nearby: many feeds have one for each side of the street."""
    par_nom: dict[str, list[str]] = defaultdict(list)
    memes = {}
    for id_ in sorted(stations):
        nom, position = stations[id_]
        tetes = par_nom[simple(nom)]
        tete = next((t for t in tetes if metres(stations[t][1], position) <= QUAIS), None)
        if tete is None:
            tetes.append(id_)
        memes[id_] = tete or id_
    return memes


def _routes(flux: Flux) -> Iterable[tuple[str, str, str]]:
    for id_, numero, court, long in flux.table("routes.txt", ("route_id", "route_type"), ("route_short_name", "route_long_name")):
        genre, nom = genre_de(numero), _propre(court) or _propre(long)
        mot = GENRES[genre][0]
        if nom and _dicible(id_):
            yield id_, nom if not mot or simple(nom).startswith(simple(mot)) else f"{mot} {nom}", genre


def _chemins(flux: Flux, routes: Collection[str], quais: dict[str, str]) -> dict[str, Counter[tuple[str, ...]]]:
    """Each route → how often each way is run: the stops of the territory in order, none twice in a row."""
    courses: dict[str, str] = {}
    for route, course in flux.table("trips.txt", ("route_id", "trip_id")):
        if route in routes:
            courses[course] = route
            if len(courses) > COURSES_MAX:
                raise Refus("ce réseau a trop de courses : choisissez avec --genres (tram, metro, train…)")
    numeros = {quai: rang for rang, quai in enumerate(quais)}
    stations = list(quais.values())
    passages: dict[str, array] = {}
    total = 0
    for course, quai, rang in flux.table("stop_times.txt", ("trip_id", "stop_id", "stop_sequence")):
        if course in courses and quai in numeros and rang.isascii() and rang.isdigit() and len(rang) < 10:
            # Place in the journey and stop in one number: tens of millions of them fit in memory.
            passages.setdefault(course, array("q")).append(int(rang) << 32 | numeros[quai])
            if (total := total + 1) > PASSAGES_MAX:
                raise Refus("ce réseau a trop de passages : choisissez avec --genres (tram, metro, train…)")
    chemins: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for course, siens in passages.items():
        arrets = (stations[passage & 0xFFFFFFFF] for passage in sorted(siens))
        chemins[courses[course]][tuple(arret for arret, _ in groupby(arrets))] += 1
    return chemins


def _position(lat: str, lon: str) -> Position | None:
    if not (re.fullmatch(r"-?\d{1,3}(\.\d{1,20})?", lat, re.ASCII) and re.fullmatch(r"-?\d{1,3}(\.\d{1,20})?", lon, re.ASCII)):
        return None
    return float(lat), float(lon)


def _milieu(positions: list[Position]) -> Position:
    return tuple(sum(axe) / len(axe) for axe in zip(*positions, strict=True))


def _propre(nom: str) -> str:
    """On one line, without what a screen would obey."""
    return " ".join("".join(c if c.isprintable() else " " for c in nom).split())[:NOM_MAX].strip()


def _dicible(id_: str) -> bool:
    return bool(id_) and id_.isprintable() and len(id_) <= NOM_MAX


def _ordre(nom: str, genre: str) -> tuple:
    """Trams before buses, and 9 before 10."""
    return list(GENRES).index(genre), [(0, int(part), "") if part.isascii() and part.isdigit() else (1, 0, simple(part))
                  for part in re.split(r"(\d{1,9})", nom) if part]
