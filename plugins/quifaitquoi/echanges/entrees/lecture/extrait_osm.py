"""Objects of an extract of OpenStreetMap (.osm.pbf, .osm …) that have one of some tags or keys, as Overpass gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import osmium

from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible
from quifaitquoi.echanges.entrees.lecture.enregistrement import Enregistrement

NOEUDS_MAX = 2_000  # of a way, as OpenStreetMap allows; of a relation we take no more


def objets(fichier: Path, voulus: Iterable[tuple[str, str] | str]) -> Iterator[Enregistrement]:
    """Nodes, and by their middle ways and multipolygons: all of one tag (key, value) at least, or all of one key.

    Raises Refus for a file that is no whole extract.
    """
    voulus = tuple(voulus)
    cles = all(isinstance(voulu, str) for voulu in voulus)
    try:
        filtre = osmium.filter.KeyFilter if cles else osmium.filter.TagFilter
        lecteur = osmium.FileProcessor(str(fichier)).with_locations().with_areas(filtre(*voulus)).with_filter(filtre(*voulus))
        for objet in lecteur:
            if ici := _ou(objet):
                sorte = "node" if objet.is_node() else "way" if objet.is_way() else "relation"
                sien = objet.orig_id() if objet.is_area() else objet.id
                jour = f"{objet.timestamp:%Y-%m-%d}" if objet.timestamp.year > 1970 else ""
                yield Enregistrement(f"{visible(fichier.name)}, {sorte}/{sien}", {
                    "type": sorte, "id": sien, "lat": ici[0], "lon": ici[1], "timestamp": jour, "tags": dict(objet.tags)})
    except (RuntimeError, ValueError, OSError, osmium.InvalidLocationError):
        raise Refus(f"« {visible(fichier.name)} » n'est pas un extrait d'OpenStreetMap lisible (.osm.pbf), ou il est incomplet : "
                    "téléchargez-le de nouveau") from None


def _ou(objet) -> tuple[float, float] | None:
    if objet.is_node():
        return (objet.lat, objet.lon) if objet.location.valid() else None
    # What is closed comes twice, as a way and as its area; a relation has no nodes of its own.
    if objet.is_relation() or (objet.is_area() and objet.from_way()):
        return None
    suites = [objet.nodes] if objet.is_way() else list(objet.outer_rings())
    if sum(map(len, suites)) > NOEUDS_MAX:
        return None
    # The first point of what is closed is its last one too.
    points = dict.fromkeys((n.lat, n.lon) for suite in suites for n in suite if n.location.valid())
    return (sum(y for y, _ in points) / len(points), sum(x for _, x in points) / len(points)) if points else None
