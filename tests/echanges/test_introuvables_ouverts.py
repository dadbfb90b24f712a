"""What was not found, as open data: what the figures say, and never a small number."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import Territoire, enrichir
from quifaitquoi.annuaire.model.manques import Manques
from quifaitquoi.echanges.sorties.introuvables import COLONNES, FORMAT
from quifaitquoi.savoir.publiable import publiable

JOUR = date(2026, 11, 20)


@pytest.fixture(scope="module")
def directory(port_exemple):
    return verifier(port_exemple, JOUR).directory


def lus(territoire: Territoire) -> list[dict[str, object]]:
    """What both files say, which is the same."""
    faits = FORMAT.faire(publiable(territoire))
    en_json = json.loads(faits["introuvables.json"])
    assert en_json["fois_null"] == "moins de 5"
    en_csv = [*csv.DictReader(io.StringIO(faits["introuvables.csv"].decode("utf-8-sig")), delimiter=";")]
    assert en_csv == [{cle: "" if valeur is None else str(valeur) for cle, valeur in un.items()} for un in en_json["demandes"]]
    return en_json["demandes"]


def avec(directory, *demandes: dict) -> Territoire:
    return enrichir(replace(directory, manques=Manques.model_validate({"demandes": demandes})), JOUR)


def test_months_are_added_up_by_need_neighbourhood_and_reason(directory):
    dentiste = [un for un in lus(enrichir(directory, JOUR)) if (un["quartier"], un["besoin"]) == ("gare", "dentiste")]
    assert dentiste == [
        dict(zip(COLONNES, ("2025-11", "2026-10", "gare", "Gare", "dentiste", "Dentiste", raison, fois, 0), strict=True))
        for raison, fois in (("trop_loin", None), ("rien", 17))]


@pytest.mark.parametrize(("fois", "dit"), [(1, None), (4, None), (5, 5), (6, 6)])
def test_fewer_than_five_are_never_told(directory, fois, dit):
    un, = lus(avec(directory, {"mois": "2026-10", "quartier": "gare", "besoin": "douche", "rien": fois}))
    assert un["fois"] == dit


def test_a_month_that_goes_on_and_what_became_of_it_stay_out(directory):
    assert lus(avec(directory, {"mois": "2026-11", "quartier": "gare", "besoin": "douche", "rien": 40})) == []
    t = avec(directory, {"mois": "2026-10", "quartier": "gare", "besoin": "douche", "rien": 40, "devenu": "Des bains ouvrent."})
    assert b"Des bains" not in b"".join(FORMAT.faire(publiable(t)).values())


def test_where_nothing_is_counted_the_files_are_empty(directory):
    assert lus(enrichir(replace(directory, manques=None), JOUR)) == []
