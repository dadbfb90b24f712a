"""What OpenStreetMap says of a thing, in its tags → what it is on our maps."""

from __future__ import annotations

from collections.abc import Mapping

from quifaitquoi.annuaire.read.fond import PONT, TUNNEL

RUES = {
    "motorway": "autoroute",
    "trunk": "autoroute",
    "motorway_link": "autoroute",
    "trunk_link": "autoroute",
    "primary": "grande",
    "primary_link": "grande",
    "secondary": "grande",
    "secondary_link": "grande",
    "tertiary": "moyenne",
    "tertiary_link": "moyenne",
    "residential": "rue",
    "unclassified": "rue",
    "living_street": "rue",
    "road": "rue",
    "pedestrian": "pietonne",
    "service": "service",
    "footway": "chemin",
    "path": "chemin",
    "cycleway": "chemin",
    "steps": "chemin",
    "bridleway": "chemin",
    "track": "chemin",
}
RAILS = {"rail": "rail", "light_rail": "rail", "narrow_gauge": "rail", "tram": "tram"}
COURS = ("river", "canal", "stream")
EAUX = {"natural": ("water",), "waterway": ("riverbank", "dock"), "landuse": ("reservoir", "basin")}
PARCS = {
    "leisure": ("park", "garden", "nature_reserve", "playground", "pitch"),
    "landuse": ("forest", "cemetery", "recreation_ground", "village_green", "meadow", "allotments"),
    "natural": ("wood", "scrub", "grassland", "heath", "beach"),
}
# What helps to find one's way. Never a shelter or a refuge: a map must not lead where a fiche withholds its address.
REPERES = {
    "amenity": (
        "townhall",
        "hospital",
        "place_of_worship",
        "library",
        "university",
        "theatre",
        "cinema",
        "marketplace",
        "courthouse",
    ),
    "tourism": ("museum",),
    "shop": ("mall",),
    "leisure": ("stadium",),
}
# Every key that is looked at: a reader may pass over what has none of them.
CLES = (
    "highway",
    "railway",
    "waterway",
    "natural",
    "landuse",
    "leisure",
    "water",
    "building",
    "amenity",
    "tourism",
    "shop",
    "public_transport",
)
COTE = "cote"  # the shore, a line, out of which the sea is made

Genre = tuple[str, str]  # kind, level


def ligne(tags: Mapping[str, str]) -> Genre | None:
    """What an open way is."""
    if tags.get("natural") == "coastline":
        return COTE, ""
    if tags.get("area") == "yes":
        return None
    niveau = TUNNEL if _oui(tags, "tunnel") or tags.get("covered") == "yes" else PONT if _oui(tags, "bridge") else ""
    if genre := RUES.get(tags.get("highway", "")):
        # The way along a garage or onto a plot tells nobody where he is; a pavement is its street.
        if tags.get("service") in ("parking_aisle", "driveway", "drive-through") or tags.get("footway") in ("sidewalk", "crossing"):
            return None
        # A passage below a house is on no map; a tunnel one drives through is.
        return None if niveau == TUNNEL and genre in ("pietonne", "service", "chemin") else (genre, niveau)
    if genre := RAILS.get(tags.get("railway", "")):
        # Yards and sidings would be one black band.
        return None if tags.get("service") or tags.get("usage") == "industrial" else (genre, niveau)
    return ("cours", "") if tags.get("waterway") in COURS and niveau != TUNNEL else None


def surface(tags: Mapping[str, str]) -> Genre | None:
    """What a closed way or a multipolygon is, where it encloses something."""
    if tags.get("natural") == "coastline":
        return None
    if _est(tags, EAUX) or "water" in tags:
        return None if _oui(tags, "tunnel") or tags.get("location") == "underground" else ("eau", "")
    if _est(tags, PARCS):
        return "parc", ""
    if (
        tags.get("highway") == "pedestrian"
        and tags.get("area") == "yes"
        or tags.get("type") == "multipolygon"
        and (tags.get("highway") == "pedestrian")
    ):
        return "place", ""
    if tags.get("building", "no") != "no" and tags.get("location") != "underground":
        return "bati", ""
    return None


def lieu(tags: Mapping[str, str]) -> str | None:
    """What a named point is, or a named building seen as one."""
    if not tags.get("name"):
        return None
    if tags.get("railway") in ("station", "halt"):
        return None if tags.get("station") == "subway" else "gare"
    if tags.get("railway") == "tram_stop" or tags.get("highway") == "bus_stop":
        return "arret"
    return "repere" if _est(tags, REPERES) else None


def nom(tags: Mapping[str, str]) -> str:
    """As its sign says it."""
    return tags.get("name") or tags.get("name:fr", "")


def _est(tags: Mapping[str, str], connus: Mapping[str, tuple[str, ...]]) -> bool:
    return any(tags.get(cle) in valeurs for cle, valeurs in connus.items())


def _oui(tags: Mapping[str, str], cle: str) -> bool:
    return tags.get(cle, "no") != "no"
