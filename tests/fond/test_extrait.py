"""An extract of OpenStreetMap becomes streets, tracks and landmarks: small worlds made for one question each."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.fond.monde_invente import BOITE, Monde, dans, tags

from quifaitquoi.base.refus import Refus
from quifaitquoi.edition.fond import extrait
from quifaitquoi.edition.fond.extrait import lire


def test_tunnels_and_bridges_are_told_apart_and_a_passage_below_a_house_is_left_out(monde):
    m = Monde()
    for n, dits in enumerate(
        (
            {"highway": "primary", "tunnel": "yes"},
            {"highway": "primary", "bridge": "yes"},
            {"highway": "footway", "tunnel": "yes"},
            {"highway": "primary"},
        )
    ):
        m.voie((-306_000, 4_632_000 + n * 200), (-305_000, 4_632_000 + n * 200), **dits)
    assert Counter((t.genre, t.niveau) for t in monde(m)) == {("grande", "-"): 1, ("grande", "+"): 1, ("grande", ""): 1}


def test_parallel_tracks_are_one_line_and_sidings_none(monde):
    m = Monde()
    for n in range(6):
        m.voie(
            (-308_000, 4_632_000 + n * 4), (-302_000, 4_632_000 + n * 4), railway="rail", **({"service": "siding"} if n > 3 else {})
        )
    assert len([t for t in monde(m) if t.genre == "rail"]) == 1


def test_a_short_branch_and_a_short_bridge_of_a_tram_stay_and_a_switch_does_not(monde):
    m = Monde()
    tram = {"railway": "tram"}
    ici = m.noeud(-305_000, 4_632_000)
    m.voie((-308_000, 4_632_000), ici, (-302_000, 4_632_000), **tram)
    m.voie(ici, (-305_000, 4_631_910), **tram)  # to its terminus
    m.voie((-302_000, 4_632_000), (-301_950, 4_632_000), bridge="yes", **tram)
    m.voie((-308_000, 4_632_060), (-302_000, 4_632_060), **tram)
    m.voie((-304_000, 4_632_000), (-303_960, 4_632_060), **tram)  # from one track to the other
    voies = [(t.niveau, t.suites[0][0], t.suites[0][-1]) for t in monde(m) if t.genre == "tram"]
    assert len(voies) == 4 and any(niveau == "+" for niveau, *_ in voies)
    assert (-305_000, 4_631_910) in {bout for _, *bouts in voies for bout in bouts}


def test_ways_and_areas_that_are_badly_drawn_harm_nothing(monde):
    m = Monde()
    a = m.noeud(-306_000, 4_632_000)
    m.voie(a, a, (-305_000, 4_632_000), a, (-304_000, 4_632_000), highway="residential", name="Rue du Retour")
    m.voie(a, a, highway="residential", name="Nulle part")
    m.voie(a, highway="residential", name="Un point")
    m.voie(a, (-305_900, 4_632_100), a, natural="coastline")
    hostile = "&lt;b&gt;Rue\u202e&lt;/b&gt;" + "a" * 400
    m.voie((-306_000, 4_633_000), (-305_000, 4_633_000), highway="residential", layer="-3", name=hostile)
    m.voie(a, (-305_000, 4_634_000), **{"highway": "residential", "name:fr": "Rue aux deux noms"})
    m.voie(a, (-305_000, 4_632_000), (-305_000, 4_634_000), a, **{"area:highway": "residential", "name": "Chaussée"})
    # Two rings that touch, one of which lacks a way; and a relation with no way at all.
    coins = [m.noeud(x, y) for x, y in ((-304_000, 4_631_000), (-302_000, 4_631_000), (-302_000, 4_633_000), (-304_000, 4_633_000))]
    trou = [coins[0], m.noeud(-303_500, 4_631_500), m.noeud(-303_000, 4_631_500)]
    dehors, dedans = m.voie(*coins, coins[0]), m.voie(*trou, coins[0])
    for rang, refs in enumerate(((dehors, dedans, 99_999), (99_998,)), 1):
        bords = "".join(f'<member type="way" ref="{ref}" role="{"outer" if ref == dehors else "inner"}"/>' for ref in refs)
        siens = tags({"type": "multipolygon", "leisure": "park", "name": f"Parc {rang}"})
        m.relations.append(f'<relation id="{rang}" version="1">{bords}{siens}</relation>')
    noms = {t.nom: t for t in monde(m)}
    assert {"Rue du Retour", "Rue aux deux noms", "Parc 1"} <= set(noms) and not {"Chaussée", "Parc 2"} & set(noms)
    assert dans((-302_500, 4_632_000), noms["Parc 1"].suites) and not dans((-303_450, 4_631_450), noms["Parc 1"].suites)


def test_no_shelter_is_a_landmark(monde):
    """A map must not lead where a fiche withholds its address."""
    m = Monde()
    m.voie((-306_000, 4_632_000), (-305_000, 4_632_000), highway="residential")
    for n, (cle, valeur) in enumerate(
        (("amenity", "shelter"), ("amenity", "social_facility"), ("office", "ngo"), ("building", "dormitory"))
    ):
        m.noeud(-305_000, 4_633_000 + n * 100, **{cle: valeur, "name": "Le Refuge"})
    m.noeud(-305_000, 4_634_000, amenity="library", name="Bibliothèque")
    assert [t.nom for t in monde(m) if t.genre == "repere"] == ["Bibliothèque"]


def test_a_way_without_end_is_left_out_and_told(tmp_path, monkeypatch):
    monkeypatch.setattr(extrait, "NOEUDS_D_UN_TRACE", 50)
    m = Monde()
    m.voie(*((-306_000 + n, 4_632_000) for n in range(60)), highway="residential", name="Sans fin")
    m.voie((-306_000, 4_632_000), (-305_000, 4_632_000), highway="residential", name="Rue")
    traits, _, trop_longs = lire(m.ecrit(tmp_path / "monde.osm"), BOITE, lambda phrase: None)
    assert ([t.nom for t in traits], trop_longs) == (["Rue"], 1)


def test_positions_out_of_the_world_and_nodes_that_lack_do_no_harm(monde):
    m = Monde()
    m.noeuds.append('<node id="900" version="1" lat="95.5" lon="-190.5"/>')
    m.voie((-306_000, 4_632_000), 900, 901, (-305_000, 4_632_000), highway="residential", name="Rue")
    assert [t.nom for t in monde(m)] == ["Rue"]


def test_too_many_points_are_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(extrait, "NOEUDS_MAX", 3)
    m = Monde()
    m.voie(*((-306_000 + n, 4_632_000) for n in range(5)), highway="residential")
    with pytest.raises(Refus, match="trop grand"):
        lire(m.ecrit(tmp_path / "monde.osm"), BOITE, lambda phrase: None)
