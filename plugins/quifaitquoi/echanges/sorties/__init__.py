"""Every format that a build gives out. A new one is a module with a `FORMAT`, and a line here."""

from __future__ import annotations

from quifaitquoi.echanges.sorties import data_inclusion, geojson, hsds, introuvables, mediation_numerique, openstreetmap, tableau
from quifaitquoi.savoir.donnees import Format

FORMATS: tuple[Format, ...] = (tableau.FORMAT, geojson.FORMAT, data_inclusion.FORMAT, mediation_numerique.FORMAT, hsds.FORMAT,
                               introuvables.FORMAT, openstreetmap.FORMAT)
