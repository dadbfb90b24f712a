"""Sea, lagoons and lakes of an extract: what is water is drawn as water, and no street is drowned."""

from __future__ import annotations

import pytest
from tests.fond.monde_invente import Monde, dans, tags


@pytest.mark.parametrize(
    "cote, en_mer",
    [
        ([(-305_000, 4_640_000), (-305_000, 4_633_000), (-305_000, 4_620_000)], {(-306_000, 4_633_000)}),
        ([(-305_000, 4_620_000), (-305_000, 4_633_000), (-305_000, 4_640_000)], {(-304_000, 4_633_000)}),
        ([(-320_000, 4_633_000), (-305_000, 4_633_000), (-290_000, 4_633_000)], {(-306_000, 4_631_000)}),
    ],
)
def test_the_sea_is_on_the_right_of_its_shore(monde, cote, en_mer):
    m = Monde()
    m.voie(*cote, natural="coastline")
    (mer,) = monde(m)
    essais = {(-306_000, 4_633_000), (-304_000, 4_633_000), (-306_000, 4_631_000)}
    ici = {point for point in en_mer if dans(point, mer.suites)}
    assert ici == en_mer and len({point for point in essais if dans(point, mer.suites)}) < len(essais)


def test_an_island_is_land_in_the_sea_and_a_shore_of_several_ways_is_one(monde):
    m = Monde()
    milieu = m.noeud(-305_000, 4_633_000)
    m.voie((-305_000, 4_640_000), milieu, natural="coastline")
    m.voie(milieu, (-305_000, 4_620_000), natural="coastline")
    tour = [m.noeud(x, y) for x, y in ((-308_000, 4_632_000), (-307_000, 4_632_000), (-307_000, 4_633_000), (-308_000, 4_633_000))]
    m.voie(*tour, tour[0], natural="coastline")
    (mer,) = monde(m)
    assert dans((-309_000, 4_632_500), mer.suites) and not dans((-307_500, 4_632_500), mer.suites)
    assert not dans((-302_000, 4_632_500), mer.suites)


@pytest.mark.parametrize("cote", [
    [(-309_000, 4_640_000), (-309_000, 4_633_500), (-309_000, 4_620_000)],  # as it should be: the land on the left of the shore
    [(-309_000, 4_620_000), (-309_000, 4_633_500), (-309_000, 4_640_000)],  # turned round
    [(-309_000, 4_635_000), (-309_000, 4_632_000)],  # with neither its beginning nor its end
])
def test_no_shore_drowns_the_streets(monde, cote):
    m = Monde()
    m.voie(*cote, natural="coastline")
    for n in range(20):
        m.voie((-308_000 + n * 300, 4_631_000), (-308_000 + n * 300, 4_635_000), highway="residential")
    mers = [t for t in monde(m) if t.genre == "mer"]
    assert not any(dans((-305_000, 4_633_000), mer.suites) for mer in mers)
    assert cote[0][1] != 4_640_000 or dans((-309_500, 4_633_000), mers[0].suites)


def test_a_lagoon_has_its_own_islands_and_no_sea_around_it(monde):
    m = Monde()
    for cote, sens in ((2_000, -1), (500, 1)):
        coins = [m.noeud(-305_000 + x * cote, 4_633_000 + y * cote) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))][::sens]
        m.voie(*coins, coins[0], natural="coastline")
    (mer,) = monde(m)
    assert dans((-304_000, 4_633_000), mer.suites)
    assert not dans((-305_000, 4_633_000), mer.suites) and not dans((-301_000, 4_633_000), mer.suites)


def test_water_below_the_ground_is_not_drawn_nor_a_bay_over_its_islands(monde):
    m = Monde()
    for n, dits in enumerate(({"natural": "water", "tunnel": "culvert"}, {"natural": "water", "location": "underground"},
                              {"natural": "bay", "name": "Baie"}, {"natural": "water", "water": "basin", "name": "Bassin"})):
        coins = [m.noeud(-306_000 + n * 900 + x, 4_632_000 + y) for x, y in ((0, 0), (600, 0), (600, 600), (0, 600))]
        m.voie(*coins, coins[0], **dits)
    m.voie((-306_000, 4_634_000), (-305_000, 4_634_000), waterway="canal", tunnel="yes", name="Canal couvert")
    assert [t.nom for t in monde(m)] == ["Bassin"]


def test_a_lake_of_several_ways_that_lies_partly_out_of_the_box_is_whole(monde):
    m = Monde()
    coins = [m.noeud(x, y) for x, y in ((-304_000, 4_631_000), (-290_000, 4_631_000), (-290_000, 4_635_000), (-304_000, 4_635_000))]
    a, b, c = m.voie(*coins[:2]), m.voie(*coins[1:3]), m.voie(coins[2], coins[3], coins[0])
    bords = "".join(f'<member type="way" ref="{voie}" role="outer"/>' for voie in (a, b, c))
    siens = tags({"type": "multipolygon", "natural": "water", "name": "Grand Lac"})
    m.relations.append(f'<relation id="1" version="1">{bords}{siens}</relation>')
    (lac,) = monde(m)
    assert (lac.genre, lac.nom) == ("eau", "Grand Lac") and dans((-302_000, 4_633_000), lac.suites)
