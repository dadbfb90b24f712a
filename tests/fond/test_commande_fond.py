"""`quifaitquoi fond`: a real town becomes streets, a service is asked once, and what fails changes nothing."""

from __future__ import annotations

from collections import Counter
from urllib.parse import unquote

import pytest
from tests.fond.monde_invente import Monde, dans, lance

from quifaitquoi.annuaire.read.fond import lire_fond


def test_the_centre_of_helsinki_becomes_named_streets_with_its_bay_its_station_and_its_trams(helsinki, territoire):
    fait = lance(territoire, "--osm", helsinki)
    assert fait.exit_code == 0, fait.output
    fond = lire_fond(territoire / "fond/rues.txt")
    traits = [*fond.dans(fond.boite)]
    combien = Counter(trait.genre for trait in traits)
    assert combien["bati"] > 400 and combien["tram"] > 5 and combien["mer"] == 1
    # The extract ends before the box does: what is beyond is unknown, and no street lies in the sea.
    (mer,) = (t for t in traits if t.genre == "mer")
    assert not any(dans(t.suites[0][0], mer.suites) for t in traits if t.genre == "rue" and t.niveau == "")
    connues = {"Mannerheimintie", "Aleksanterinkatu", "Pohjoisesplanadi"}
    assert connues <= {
        t.nom for t in traits if t.genre in ("grande", "moyenne", "rue", "pietonne")
    }
    assert [t.nom for t in traits if t.genre == "gare"] == ["Helsinki"]
    # Forty tracks lead into that station.
    assert 0 < combien["rail"] < 15
    # 1.7 km² of the densest streets: a city of fifty such parts stays below 4 MB.
    assert (territoire / "fond/rues.txt").stat().st_size < 80_000
    assert "ODbL" in (territoire / "fond/LICENCE.txt").read_text("utf-8")


def test_the_same_extract_makes_the_same_bytes(helsinki, territoire):
    lance(territoire, "--osm", helsinki)
    avant = (territoire / "fond/rues.txt").read_bytes()
    assert lance(territoire, "--osm", helsinki).exit_code == 0
    assert (territoire / "fond/rues.txt").read_bytes() == avant


def test_streets_that_can_no_longer_be_read_are_replaced(helsinki, territoire):
    (territoire / "fond").mkdir()
    (territoire / "fond/rues.txt").write_text("abîmé")
    assert lance(territoire, "--osm", helsinki).exit_code == 0


@pytest.mark.parametrize("octets", [b"", b"PK\x03\x04", b"<html><body>404</body></html>", b"\0" * 400, "coupé"])
def test_what_is_no_extract_or_not_a_whole_one_is_a_sentence_and_changes_nothing(octets, helsinki, territoire, tmp_path):
    faux = tmp_path / "region.osm.pbf"
    faux.write_bytes(helsinki.read_bytes()[:300_000] if octets == "coupé" else octets)
    fait = lance(territoire, "--osm", faux)
    assert fait.exit_code == 1 and "n'est pas un extrait d'OpenStreetMap lisible" in fait.output
    assert not (territoire / "fond").exists()


def test_an_extract_of_elsewhere_is_a_sentence(territoire, tmp_path):
    m = Monde()
    m.voie((0, 0), (100, 100), highway="residential")
    fait = lance(territoire, "--osm", m.ecrit(tmp_path / "ailleurs.osm"))
    assert fait.exit_code == 1 and "n'a aucune rue dans ce territoire" in fait.output


def test_nothing_is_read_before_it_is_said_from_where(territoire):
    assert "Dites d'où viennent les rues" in lance(territoire).output
    assert "n'existe pas" in lance(territoire, "--osm", "pas-la.osm.pbf").output


def test_a_service_is_asked_once_for_the_box_and_its_answer_is_as_an_extract(overpass, territoire, tmp_path):
    m = Monde()
    m.voie((2_494_000, 6_017_000), (2_494_500, 6_017_000), highway="residential", name="Rue d'ici")
    overpass.corps = m.ecrit(tmp_path / "r.osm").read_bytes().replace(b"<osm ", b'<osm osm_base="2026-11-02T00:00:00Z" ')
    fait = lance(territoire, "--telecharger", "--service", overpass.adresse)
    assert fait.exit_code == 0, fait.output
    fond = lire_fond(territoire / "fond/rues.txt")
    assert [t.nom for t in fond.dans(fond.boite)] == ["Rue d'ici"] and fond.date == "2026-11-02"
    demande = unquote(*overpass.demandes)
    assert "[bbox:60.15" in demande and "way[highway];" in demande


@pytest.mark.parametrize(
    "statut, corps, dit",
    [
        (429, b"", "trop occupé"),
        (504, b"", "trop occupé"),
        (404, b"", "a répondu 404"),
        (200, b"<html>", "pas tout envoyé"),
        (200, b"<?xml version='1.0'?><osm><remark>runtime error</remark></osm>", "pas tout envoyé"),
        (200, b"<?xml version='1.0'?><osm><node id='1'", "incomplet"),
    ],
)
def test_a_service_that_fails_is_one_sentence_and_changes_nothing(overpass, territoire, statut, corps, dit):
    overpass.statut, overpass.corps = statut, corps
    fait = lance(territoire, "--telecharger", "--service", overpass.adresse)
    assert fait.exit_code == 1 and dit in fait.output and not (territoire / "fond").exists()
