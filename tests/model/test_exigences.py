"""What a service asks or does not ask wins over what its fiche says, term by term."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from quifaitquoi.annuaire.enrich.services import service_vu
from quifaitquoi.annuaire.model.fiche import Fiche


def acces(fiche: dict, service: dict):
    lue = Fiche.model_validate(
        {"nom": "Maison", "genre": "lieu", "acces": fiche, "services": [{"quoi": "douche", "acces": service}]})
    directory = SimpleNamespace(vocabulaire=SimpleNamespace(besoins={"douche": None}), organismes={})
    return service_vu(directory, lue, lue.services[0], date(2026, 11, 20)).acces


@pytest.mark.parametrize(("fiche", "service", "attendu"), [
    ({"sans_exiger": ["abstinence", "soins"]}, {"conditions": ["abstinence"]}, {"sans_exiger": ("soins",)}),
    ({"sans_exiger": ["abstinence"]}, {"conditions": ["abstinence"]}, {"sans_exiger": None}),
    ({"conditions": ["abstinence", "adhesion"]}, {"sans_exiger": ["abstinence"]}, {"conditions": ("adhesion",)}),
    ({"sans_exiger": ["titre-de-sejour"]}, {"documents": ["titre-de-sejour"]}, {"sans_exiger": None}),
    ({"documents": ["titre-de-sejour"]}, {"sans_exiger": ["titre-de-sejour"]}, {"documents": None}),
    ({"sans_exiger": ["abstinence"]}, {"rendez_vous": "sans"}, {"sans_exiger": ("abstinence",)}),
])
def test_what_a_service_says_of_a_term_is_what_holds(fiche, service, attendu):
    tout = acces(fiche, service)
    assert {nom: getattr(tout, nom) for nom in attendu} == attendu


def test_papers_that_a_service_no_longer_asks_leave_nobody_saying_that_none_are():
    assert acces({"documents": ["titre-de-sejour"]}, {"sans_exiger": ["titre-de-sejour"]}).documents is None
