"""Filters by what decides for whoever cannot come, or dares not: where it takes place, what is kept secret, who comes along."""

from __future__ import annotations

import pytest
from test_filtres import les_deux


@pytest.mark.parametrize(("filtre", "oui", "non"), [
    ("secret", "L’équipe de rue des jeunes", "Les Crevettes"),  # there, parents are told as well
    ("accompagne", "L’équipe de rue des jeunes", "Centre communal d’action sociale"),  # who goes nowhere with anybody
    ("video", "Les Amarres, accueil asile", "L’équipe de rue des jeunes"),
    ("telephone", "Foyer des gens de mer", "Les Amarres, cours"), ("telephone", "Interprètes au bout du fil", "Le Fanal")])
def test_what_is_said_keeps_a_place_or_takes_it_away(trouver, filtre, oui, non):
    sures, incertaines = les_deux(trouver(f"avec={filtre}"))
    assert any(oui in carte for carte in sures)
    assert not any(non in carte for carte in sures)
    if filtre != "accompagne":  # its other services say nothing of it
        assert not any(non in carte for carte in incertaines)


def test_where_nobody_knows_it_is_below_and_counted(trouver):
    for filtre in ("secret", "accompagne", "chez-vous", "video"):
        sures, incertaines = les_deux(trouver(f"avec={filtre}"))
        assert any("La Chaloupe, accueil de jour" in carte for carte in incertaines), filtre

