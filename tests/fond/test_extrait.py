"""An extract of OpenStreetMap becomes streets, water, sea and tracks: a real town, and small worlds made for one question each."""

import http.server
import threading
import urllib.parse
from collections import Counter

import pytest
from click.testing import CliRunner

from quifaitquoi.annuaire.read.fond import UNITE, lire_fond
from quifaitquoi.base.refus import Refus
from quifaitquoi.commands import main
from quifaitquoi.edition.fond import extrait
from quifaitquoi.edition.fond.extrait import lire

BOITE = (-310_000, 4_630_000, -300_000, 4_636_000)


def lance(*arguments):
    return CliRunner().invoke(
        main, ["fond", *map(str, arguments)], prog_name="quifaitquoi", env={"SOURCE_DATE_EPOCH": "1795132800"}
    )


class Monde:
    """An extract written by hand: metres do not matter, units do."""

    def __init__(self):
        self.noeuds, self.voies, self.relations = [], [], []

    def noeud(self, x, y, **tags):
        self.noeuds.append(
            f'<node id="{len(self.noeuds) + 1}" version="1" lat="{y / UNITE:.7f}" lon="{x / UNITE:.7f}">{_tags(tags)}</node>'
        )
        return len(self.noeuds)

    def voie(self, *points, **tags):
        refs = [point if isinstance(point, int) else self.noeud(*point) for point in points]
        suite = "".join(f'<nd ref="{ref}"/>' for ref in refs)
        self.voies.append(f'<way id="{len(self.voies) + 1}" version="1">{suite}{_tags(tags)}</way>')
        return len(self.voies)

    def ecrit(self, fichier):
        fichier.write_text(
            "<?xml version='1.0'?>\n<osm version=\"0.6\">" + "\n".join([*self.noeuds, *self.voies, *self.relations]) + "</osm>",
            encoding="utf-8",
        )
        return fichier


def _tags(tags):
    return "".join(f'<tag k="{cle}" v="{valeur}"/>' for cle, valeur in tags.items())


@pytest.fixture
def monde(tmp_path):
    """Reads a world: monde(m) -> the things that are drawn of it."""
    return lambda m, boite=BOITE: lire(m.ecrit(tmp_path / "monde.osm"), boite, lambda phrase: None)[0]


def test_the_centre_of_helsinki_becomes_named_streets_with_its_bay_its_station_and_its_trams(helsinki, territoire):
    fait = lance(territoire, "--osm", helsinki)
    assert fait.exit_code == 0, fait.output
    fond = lire_fond(territoire / "fond/rues.txt")
    traits = [*fond.dans(fond.boite)]
    combien = Counter(trait.genre for trait in traits)
    assert combien["bati"] > 400 and combien["tram"] > 5 and combien["mer"] == 1
    # The extract ends before the box does: what is beyond is unknown, and no street lies in the sea.
    (mer,) = (t for t in traits if t.genre == "mer")
    assert not any(_dans(t.suites[0][0], mer.suites) for t in traits if t.genre == "rue" and t.niveau == "")
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
    ici = {point for point in en_mer if _dans(point, mer.suites)}
    assert ici == en_mer and len({point for point in essais if _dans(point, mer.suites)}) < len(essais)


def test_an_island_is_land_in_the_sea_and_a_shore_of_several_ways_is_one(monde):
    m = Monde()
    milieu = m.noeud(-305_000, 4_633_000)
    m.voie((-305_000, 4_640_000), milieu, natural="coastline")
    m.voie(milieu, (-305_000, 4_620_000), natural="coastline")
    tour = [m.noeud(x, y) for x, y in ((-308_000, 4_632_000), (-307_000, 4_632_000), (-307_000, 4_633_000), (-308_000, 4_633_000))]
    m.voie(*tour, tour[0], natural="coastline")
    (mer,) = monde(m)
    assert _dans((-309_000, 4_632_500), mer.suites) and not _dans((-307_500, 4_632_500), mer.suites)
    assert not _dans((-302_000, 4_632_500), mer.suites)


def test_tunnels_and_bridges_are_told_apart_and_a_passage_below_a_house_is_left_out(monde):
    m = Monde()
    for n, tags in enumerate(
        (
            {"highway": "primary", "tunnel": "yes"},
            {"highway": "primary", "bridge": "yes"},
            {"highway": "footway", "tunnel": "yes"},
            {"highway": "primary"},
        )
    ):
        m.voie((-306_000, 4_632_000 + n * 200), (-305_000, 4_632_000 + n * 200), **tags)
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
    assert not any(_dans((-305_000, 4_633_000), mer.suites) for mer in mers)
    assert cote[0][1] != 4_640_000 or _dans((-309_500, 4_633_000), mers[0].suites)


def test_a_lagoon_has_its_own_islands_and_no_sea_around_it(monde):
    m = Monde()
    for cote, sens in ((2_000, -1), (500, 1)):
        coins = [m.noeud(-305_000 + x * cote, 4_633_000 + y * cote) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))][::sens]
        m.voie(*coins, coins[0], natural="coastline")
    (mer,) = monde(m)
    assert _dans((-304_000, 4_633_000), mer.suites)
    assert not _dans((-305_000, 4_633_000), mer.suites) and not _dans((-301_000, 4_633_000), mer.suites)


def test_water_below_the_ground_is_not_drawn_nor_a_bay_over_its_islands(monde):
    m = Monde()
    for n, tags in enumerate(({"natural": "water", "tunnel": "culvert"}, {"natural": "water", "location": "underground"},
                              {"natural": "bay", "name": "Baie"}, {"natural": "water", "water": "basin", "name": "Bassin"})):
        coins = [m.noeud(-306_000 + n * 900 + x, 4_632_000 + y) for x, y in ((0, 0), (600, 0), (600, 600), (0, 600))]
        m.voie(*coins, coins[0], **tags)
    m.voie((-306_000, 4_634_000), (-305_000, 4_634_000), waterway="canal", tunnel="yes", name="Canal couvert")
    assert [t.nom for t in monde(m)] == ["Bassin"]


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
        tags = _tags({"type": "multipolygon", "leisure": "park", "name": f"Parc {rang}"})
        m.relations.append(f'<relation id="{rang}" version="1">{bords}{tags}</relation>')
    noms = {t.nom: t for t in monde(m)}
    assert {"Rue du Retour", "Rue aux deux noms", "Parc 1"} <= set(noms) and not {"Chaussée", "Parc 2"} & set(noms)
    assert _dans((-302_500, 4_632_000), noms["Parc 1"].suites) and not _dans((-303_450, 4_631_450), noms["Parc 1"].suites)


def test_a_lake_of_several_ways_that_lies_partly_out_of_the_box_is_whole(monde):
    m = Monde()
    coins = [m.noeud(x, y) for x, y in ((-304_000, 4_631_000), (-290_000, 4_631_000), (-290_000, 4_635_000), (-304_000, 4_635_000))]
    a, b, c = m.voie(*coins[:2]), m.voie(*coins[1:3]), m.voie(coins[2], coins[3], coins[0])
    bords = "".join(f'<member type="way" ref="{voie}" role="outer"/>' for voie in (a, b, c))
    tags = _tags({"type": "multipolygon", "natural": "water", "name": "Grand Lac"})
    m.relations.append(f'<relation id="1" version="1">{bords}{tags}</relation>')
    (lac,) = monde(m)
    assert (lac.genre, lac.nom) == ("eau", "Grand Lac") and _dans((-302_000, 4_633_000), lac.suites)


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


@pytest.fixture
def service():
    """An Overpass-like service on loopback: `corps`, `statut`, and what it was asked."""

    class Service(http.server.BaseHTTPRequestHandler):
        corps, statut = b"", 200

        def do_GET(self):
            self.demandes.append(urllib.parse.unquote(self.path))
            self.send_response(self.statut)
            self.end_headers()
            self.wfile.write(self.corps)

        def log_message(self, *args):
            pass

    Service.demandes = []
    serveur = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=serveur.serve_forever, daemon=True).start()
    Service.adresse = f"http://127.0.0.1:{serveur.server_port}/api"
    yield Service
    serveur.shutdown()
    serveur.server_close()


def test_a_service_is_asked_once_for_the_box_and_its_answer_is_as_an_extract(service, territoire, tmp_path):
    m = Monde()
    m.voie((2_494_000, 6_017_000), (2_494_500, 6_017_000), highway="residential", name="Rue d'ici")
    service.corps = m.ecrit(tmp_path / "r.osm").read_bytes().replace(b"<osm ", b'<osm osm_base="2026-11-02T00:00:00Z" ')
    fait = lance(territoire, "--telecharger", "--service", service.adresse)
    assert fait.exit_code == 0, fait.output
    fond = lire_fond(territoire / "fond/rues.txt")
    assert [t.nom for t in fond.dans(fond.boite)] == ["Rue d'ici"] and fond.date == "2026-11-02"
    (demande,) = service.demandes
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
def test_a_service_that_fails_is_one_sentence_and_changes_nothing(service, territoire, statut, corps, dit):
    service.statut, service.corps = statut, corps
    fait = lance(territoire, "--telecharger", "--service", service.adresse)
    assert fait.exit_code == 1 and dit in fait.output and not (territoire / "fond").exists()


def _dans(point, suites):
    """Even-odd, over all rings."""
    x, y = point
    return (
        sum(
            (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax
            for anneau in suites
            for (ax, ay), (bx, by) in zip(anneau, [*anneau[1:], anneau[0]], strict=True)
        )
        % 2
        == 1
    )
