"""What the maps show, as GeoJSON: the places of one list, and the backdrop that all maps of a territory share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from babel.dates import format_date

from quifaitquoi.annuaire.enrich import FicheVue
from quifaitquoi.annuaire.enrich.lignes import troncons
from quifaitquoi.annuaire.geographie import Position
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.lieu import Arret
from quifaitquoi.annuaire.model.quartier import Quartier
from quifaitquoi.langues import Langue


@dataclass(frozen=True)
class Lieux:
    """The places of a list: a GeoJSON FeatureCollection, and how many of its fiches in service are on the map or are not."""

    collection: dict
    sur_la_carte: int
    hors_carte: int

    @property
    def a_peu_pres(self) -> bool:
        """Whether a point is not that of a door."""
        return any("environ" in element["properties"] for element in self.collection["features"])


def lieux(vues: Sequence[FicheVue], langue: Langue, numerotee: bool) -> Lieux:
    """Points for those in service that have a published position, and for the stops of a round.

    A feature's properties: `nom`, `slug`, `besoins` (ranks in the collection's `besoins`), `n` (its rank in the
    list, from 1) where numbered; `arret`, `quand` and `au` (ISO date) for a stop; `environ`, metres around the point
    within which the door is, where it is not the point itself.
    """
    besoins: dict[str, int] = {}
    elements, dessus = [], 0
    for rang, vue in enumerate(vues, 1):
        points = list(_points(vue))
        dessus += bool(points)
        for position, arret in points:
            proprietes = {"nom": vue.fiche.nom, "slug": vue.slug,
                          "besoins": [besoins.setdefault(nom, len(besoins)) for nom in _besoins(vue)]}
            if numerotee:
                proprietes["n"] = rang
            if vue.environ and not arret:
                proprietes["environ"] = vue.environ
            if arret:
                proprietes |= _arret(arret, langue)
            elements.append(_element(_point(position), proprietes))
    return Lieux({"type": "FeatureCollection", "besoins": list(besoins), "features": elements}, dessus,
                 sum(vue.en_service for vue in vues) - dessus)


def _besoins(vue: FicheVue) -> list[str]:
    """What one finds at its point: nothing of what is behind a closed door."""
    return list(dict.fromkeys(service.besoin.nom for service in vue.services if not service.clos))


def sur_la_carte(vue: FicheVue) -> bool:
    """Whether a map shows it."""
    return any(True for _ in _points(vue))


def _points(vue: FicheVue) -> Iterator[tuple[Position, Arret | None]]:
    if vue.retenue or not vue.en_service:  # of what is withheld nothing may be drawn, whatever else the file says
        return
    if vue.position:
        yield vue.position, None
    for arret in vue.arrets:
        if arret.position:
            yield arret.position, arret


def _arret(arret: Arret, langue: Langue) -> dict[str, str]:
    """The browser leaves out a stop whose last day is over, since nobody may have rebuilt the site by then."""
    du, au = (jour and format_date(jour, "long", locale=langue.locale) for jour in (arret.du, arret.au))
    quand = (langue.dire("Du {du} au {au}", du=du, au=au) if du and au else langue.dire("À partir du {du}", du=du) if du
             else langue.dire("Jusqu'au {au}", au=au) if au else "")
    return {"arret": arret.lieu} | ({"quand": quand} if quand else {}) | ({"au": arret.au.isoformat()} if au else {})


def decor(directory: Directory) -> dict:
    """Zones, landmarks and lines: `emprise` [[south, west], [north, east]], `zones`, `reperes` and `lignes` as GeoJSON.

    A zone's properties: `nom`, `slug`, `schematique` (only if true), `rayon` in metres for a circle.
    """
    emprise = directory.annuaire.emprise
    zones = [_element(forme, proprietes) for quartier in directory.quartiers.values()
             for forme, proprietes in _zone(quartier)]
    reperes = [_element(_point(repere.position), {"nom": repere.nom, "genre": repere.genre})
               for repere in directory.reperes.values()]
    return {"emprise": [[emprise.sud, emprise.ouest], [emprise.nord, emprise.est]],
            "zones": {"type": "FeatureCollection", "features": zones},
            "reperes": {"type": "FeatureCollection", "features": reperes},
            "lignes": {"type": "FeatureCollection", "features": [
                _element({"type": "LineString", "coordinates": [_coordonnees(troncon.de), _coordonnees(troncon.a)]},
                         {"nom": troncon.nom}) for troncon in troncons(directory)]}}


def _zone(quartier: Quartier) -> Iterator[tuple[dict, dict]]:
    proprietes = {"nom": quartier.nom, "slug": quartier.slug}
    if quartier.schematique == "oui":
        proprietes["schematique"] = True
    if quartier.contour:
        # All rings in one polygon: the browser fills by the even-odd rule too, so pieces and holes come out by themselves.
        anneaux = [[_coordonnees(position) for position in (*tour, tour[0])] for tour in quartier.anneaux]
        yield {"type": "Polygon", "coordinates": anneaux}, proprietes
    elif quartier.centre:
        yield _point(quartier.centre), proprietes | {"rayon": quartier.rayon}


def _element(geometrie: dict, proprietes: dict) -> dict:
    return {"type": "Feature", "geometry": geometrie, "properties": proprietes}


def _point(position: Position) -> dict:
    return {"type": "Point", "coordinates": _coordonnees(position)}


def _coordonnees(position: Position) -> list[float]:
    """GeoJSON's order, longitude first; five decimals are one metre."""
    return [round(position[1], 5), round(position[0], 5)]
