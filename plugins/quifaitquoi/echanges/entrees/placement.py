"""In which zone of the territory a place is, if in any."""

from __future__ import annotations

from math import inf

from quifaitquoi.annuaire.geographie import contient, ecart, rayon
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.base.geometrie import boite_de
from quifaitquoi.base.texte import simple
from quifaitquoi.echanges.entrees.fiche import Preparee

HORS = "hors"
SANS_PLACE = ("ni position ni commune du territoire : ajoutez-les, ou dites dans quel quartier le ranger, avec --zone")


class Placement:
    """`zone`, if asked for, is the only one that is wanted, and takes what has no position."""

    def __init__(self, directory: Directory, zone: str | None) -> None:
        self._annuaire, self._zone = directory.annuaire, zone
        self._quartiers = directory.quartiers
        self._communes = {simple(commune) for commune in directory.annuaire.communes or ()}
        # The narrowest first: where zones overlap, that is the one that people name.
        self._formes = sorted((q for q in directory.quartiers.values() if rayon(q)), key=lambda q: (rayon(q), q.slug))
        self._boites = {q.slug: boite_de([p for tour in q.anneaux for p in tour]) for q in self._formes if q.anneaux}
        self._par_nom = {simple(q.nom): slug for slug, q in directory.quartiers.items()}
        self._partout = next((slug for slug, q in directory.quartiers.items() if q.etendue == "partout"), None)

    def zone(self, lue: Preparee) -> str | None:
        """The slug of its zone; HORS where it is elsewhere than was asked for; None where nobody can tell."""
        if lue.position is not None:
            return self._par_position(lue.position)
        adresse = lue.arbre.get("adresse") or {}
        commune = simple(adresse.get("commune", "")) if isinstance(adresse, dict) else ""
        if commune and self._communes and commune not in self._communes:
            return HORS
        if self._zone:
            return self._zone
        if commune in self._par_nom:
            return self._par_nom[commune]
        return (self._partout or (next(iter(self._quartiers)) if len(self._quartiers) == 1 else None)) if commune in (
            self._communes) else None

    def _par_position(self, position: tuple[float, float]) -> str | None:
        if not self._annuaire.emprise.contient(position):
            return HORS
        if self._zone and self._quartiers[self._zone].etendue != "partout":
            return self._zone if contient(self._quartiers[self._zone], position) else HORS
        for quartier in self._formes:
            if self._peut_etre(quartier.slug, position) and contient(quartier, position):
                return quartier.slug
        if self._zone:
            return self._zone
        proche = min(self._formes, key=lambda q: (ecart(q, position) or inf, q.slug), default=None)
        return proche.slug if proche else self._partout

    def _peut_etre(self, slug: str, position: tuple[float, float]) -> bool:
        if slug not in self._boites:
            return True
        sud, ouest, nord, est = self._boites[slug]
        return sud <= position[0] <= nord and ouest <= position[1] <= est
