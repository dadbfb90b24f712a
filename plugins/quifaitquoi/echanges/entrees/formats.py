"""Every format that can come in, but tables of any shape. A new one is a module with a `FORMAT`, and a line here."""

from __future__ import annotations

from quifaitquoi.echanges.entrees import data_inclusion, france_services, mediation_numerique, osm, soliguide
from quifaitquoi.echanges.entrees.notice import Format

FORMATS: dict[str, Format] = {un.nom: un for un in (
    data_inclusion.FORMAT, france_services.FORMAT, mediation_numerique.FORMAT, soliguide.FORMAT, osm.FORMAT)}
