"""`quifaitquoi reperes --gtfs`: an invented network of Port-Exemple, whole, renewed, and in every way that it can be broken."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from quifaitquoi.commands import main
from quifaitquoi.edition.gtfs import flux, reseau

SOURCE = "GTFS du Sillage (Licence Ouverte 2.0)"
# « Criée » is in reperes.yml already, the others are not. Rue Neuve has two platforms and no station.
RESEAU = {
    "stops.txt": '''stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station
CRIEE,Criée,46.31832,-3.06602,1,
CRIEE_1,Criée quai 1,46.31830,-3.06600,0,CRIEE
CRIEE_E,Criée entrée,46.31830,-3.06600,2,CRIEE
NEUVE_1,Rue Neuve,46.32000,-3.05000,,
NEUVE_2,Rue Neuve,46.32040,-3.05010,,
BOUT,"Bout, du ""Monde""",46.33000,-3.04000,0,
LOIN,Ailleurs,48.5,7.7,0,
''',
    "routes.txt": "route_id,route_short_name,route_long_name,route_type\nT,T,Ligne du port,0\nB,9,,3\n",
    "trips.txt": "route_id,service_id,trip_id\nT,s,t1\nT,s,t2\nT,s,court\nB,s,b1\n",
    "stop_times.txt": """trip_id,arrival_time,departure_time,stop_id,stop_sequence
t1,,,BOUT,30
t1,,,CRIEE_1,1
t1,,,NEUVE_1,2
t2,,,CRIEE_1,1
t2,,,NEUVE_1,5
t2,,,BOUT,9
court,,,CRIEE_1,1
court,,,NEUVE_2,2
b1,,,NEUVE_2,1
b1,,,BOUT,2
b1,,,LOIN,3
""",
}


@pytest.fixture
def port(petit_port, tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795132800")
    return Path(shutil.copytree(petit_port, tmp_path / "port"))


@pytest.fixture
def ecrit(tmp_path):
    """Writes a feed as a zip: ecrit({"stops.txt": text or bytes, or None to leave it out}, prefix in the zip)."""

    def zippe(change: dict | None = None, dossier: str = "") -> Path:
        fichier = tmp_path / "reseau.zip"
        with zipfile.ZipFile(fichier, "w", zipfile.ZIP_DEFLATED) as archive:
            for nom, contenu in (RESEAU | (change or {})).items():
                if contenu is not None:
                    archive.writestr(dossier + nom, contenu)
        return fichier

    return zippe


def lance(port: Path, gtfs: Path, *options: str):
    return CliRunner().invoke(main, ["reperes", str(port), "--gtfs", str(gtfs), "--source", SOURCE, *options])


def dit(port: Path) -> dict:
    return yaml.load((port / "reperes.yml").read_text("utf-8"), Loader=yaml.BaseLoader)


def test_known_stops_are_changed_in_place_and_new_ones_follow(port, ecrit):
    avant = (port / "reperes.yml").read_text("utf-8")
    resultat = lance(port, ecrit())
    assert resultat.exit_code == 0, resultat.output
    apres = dit(port)
    criee = apres["reperes"]["arret-criee"]
    # Less than thirty metres away: it is where it was, as it was written.
    assert criee["position"] == ["46.3183", "-3.0660"] and criee["gtfs"] == "CRIEE"
    assert criee["lignes"] == ["Tram T"]
    neuve = apres["reperes"]["arret-rue-neuve"]
    assert neuve["nom"] == "Arrêt Rue Neuve" and neuve["lignes"] == ["Tram T", "Bus 9"]
    assert neuve["position"] == ["46.32020", "-3.05005"] and neuve["sources"] == [{"titre": SOURCE, "date": "2026-11-20"}]
    assert apres["reperes"]["arret-bout-du-monde"]["nom"] == 'Arrêt Bout, du "Monde"'
    assert apres["lignes"]["tram-t"]["arrets"] == ["arret-criee", "arret-rue-neuve", "arret-bout-du-monde"]
    assert apres["lignes"]["bus-9"]["genre"] == "bus"
    assert "Ailleurs" not in str(apres)
    texte = (port / "reperes.yml").read_text("utf-8")
    assert all(ligne in texte for ligne in avant.splitlines() if ligne.lstrip().startswith("#"))
    assert CliRunner().invoke(main, ["check", str(port)]).exit_code == 0


def test_a_line_of_a_kind_that_was_not_asked_for_stays_where_it_was_said(port, ecrit):
    assert lance(port, ecrit(), "--genres", "tram").exit_code == 0
    apres = dit(port)
    assert apres["reperes"]["arret-criee"]["lignes"] == ["Tram T", "Bus 2"]
    assert "bus-9" not in apres["lignes"] and apres["reperes"]["arret-rue-neuve"]["lignes"] == ["Tram T"]


def test_the_same_feed_twice_changes_nothing(port, ecrit):
    lance(port, ecrit())
    une_fois = (port / "reperes.yml").read_bytes()
    encore = CliRunner().invoke(main, ["reperes", str(port), "--gtfs", str(ecrit())])  # and the source was kept
    assert encore.exit_code == 0 and "Rien n'a changé." in encore.output
    assert (port / "reperes.yml").read_bytes() == une_fois


def test_a_stop_that_left_the_feed_is_named_and_stays(port, ecrit):
    lance(port, ecrit())
    sans = {nom: "".join(f"{ligne}\n" for ligne in texte.splitlines() if "BOUT" not in ligne) for nom, texte in RESEAU.items()}
    resultat = lance(port, ecrit(sans))
    assert 'à revoir à la main (3) : Gare de Port-Exemple, Arrêt Bout, du "Monde", Tram A' in resultat.output
    assert "arret-bout-du-monde" in dit(port)["reperes"]
    assert dit(port)["lignes"]["tram-t"]["arrets"] == ["arret-criee", "arret-rue-neuve"]


def test_a_stop_that_moved_keeps_its_name_and_its_address(port, ecrit):
    lance(port, ecrit())
    ailleurs = RESEAU["stops.txt"].replace("BOUT,\"Bout, du \"\"Monde\"\"\",46.33000", "BOUT,Bout de quai,46.33200")
    resultat = lance(port, ecrit({"stops.txt": ailleurs}))
    assert "Changés (1)" in resultat.output
    bout = dit(port)["reperes"]["arret-bout-du-monde"]
    assert bout["position"] == ["46.33200", "-3.04000"] and bout["nom"] == 'Arrêt Bout, du "Monde"'


def test_a_folder_does_as_well_and_a_zip_with_everything_in_one_folder(port, ecrit, tmp_path):
    dossier = tmp_path / "dossier"
    dossier.mkdir()
    for nom, texte in RESEAU.items():
        (dossier / nom).write_bytes(b"\xef\xbb\xbf" + texte.replace("\n", "\r\n").encode())
    assert lance(port, dossier).exit_code == 0
    assert "Rien n'a changé." in lance(port, ecrit(dossier="gtfs_2026/")).output


def test_a_territory_without_landmarks_gets_its_file(port, ecrit):
    (port / "reperes.yml").unlink()
    assert lance(port, ecrit()).exit_code == 0
    assert list(dit(port)["reperes"]) == ["arret-bout-du-monde", "arret-criee", "arret-rue-neuve"]


def test_the_usual_way_is_the_one_that_serves_most_stops(port, ecrit):
    # Three short runs against two long ones: the long way is the line's.
    courses = "route_id,service_id,trip_id\n" + "".join(f"T,s,c{n}\n" for n in range(2)) + "T,s,t1\nT,s,t2\n"
    passages = RESEAU["stop_times.txt"] + "".join(f"c{n},,,CRIEE_1,1\nc{n},,,NEUVE_1,2\n" for n in range(2))
    lance(port, ecrit({"trips.txt": courses, "stop_times.txt": passages}))
    assert len(dit(port)["lignes"]["tram-t"]["arrets"]) == 3


def test_where_a_feed_comes_from_must_be_said_once(port, ecrit):
    resultat = CliRunner().invoke(main, ["reperes", str(port), "--gtfs", str(ecrit())])
    assert resultat.exit_code == 1 and "licence" in resultat.output


@pytest.mark.parametrize("nom", [
    "<script>alert(1)</script>", "'; DROP", "- a: [b", "#rien", "Z\u202ealgo", "!!python/object:os.system x", "&a *a",
    "Quai\x00\x1b[31m", "A" * 5000,
])
def test_a_hostile_name_comes_in_as_a_name_or_not_at_all(port, ecrit, nom):
    propre = nom.replace('"', '""')
    resultat = lance(port, ecrit({"stops.txt": RESEAU["stops.txt"].replace("Rue Neuve", f'"{propre}"')}))
    assert resultat.exit_code in (0, 1) and "Traceback" not in resultat.output and not isinstance(resultat.exception, ValueError)
    assert "\x1b" not in resultat.output
    if resultat.exit_code == 0:
        lus = [r["nom"] for r in dit(port)["reperes"].values()]
        assert all(n.isprintable() and len(n) <= 160 for n in lus)
        assert CliRunner().invoke(main, ["check", str(port)]).exit_code == 0


@pytest.mark.parametrize(("change", "phrase"), [
    ({"stops.txt": None}, "il n'y a pas de stops.txt"),
    ({"stops.txt": ""}, "pas de colonne « stop_id »"),
    ({"stops.txt": "a,b\n1,2\n"}, "pas de colonne « stop_id »"),
    ({"stops.txt": 'stop_id,stop_name,stop_lat,stop_lon\n1,"A,46,-3\n'}, "guillemets"),
    ({"stops.txt": RESEAU["stops.txt"].encode("latin-1")}, "UTF-8"),
    ({"stops.txt": RESEAU["stops.txt"].encode("utf-16")}, "UTF-8"),
    ({"routes.txt": "route_id\nT\n"}, "pas de colonne « route_type »"),
    ({"stops.txt": "stop_id,stop_name,stop_lat,stop_lon\nX,Y,nan,inf\n"}, "aucun arrêt"),
    ({"stops.txt": "stop_id,stop_name,stop_lat,stop_lon\nX,Y,1e999,-3\n"}, "aucun arrêt"),
    ({"stops.txt": "stop_id," + "x" * 200_000}, "ligne démesurée"),
    ({"stop_times.txt": "trip_id,stop_id,stop_sequence\nt1,CRIEE_1,-5\nt1,BOUT,x\n"}, "aucun arrêt"),
])
def test_a_broken_feed_gets_a_sentence_and_changes_nothing(port, ecrit, change, phrase):
    avant = (port / "reperes.yml").read_bytes()
    resultat = lance(port, ecrit(change))
    assert resultat.exit_code == 1 and phrase in resultat.output
    assert (port / "reperes.yml").read_bytes() == avant


def test_what_is_no_whole_zip_gets_a_sentence(port, ecrit, tmp_path):
    entier = ecrit().read_bytes()
    for contenu in (b"", b"PK", entier[: len(entier) // 2], b"\0" * 5000):
        (tmp_path / "casse.zip").write_bytes(contenu)
        assert "n'est pas un fichier .zip entier" in lance(port, tmp_path / "casse.zip").output
    # A whole list of contents, over contents that are not: each byte is turned in its time.
    for rang in range(0, len(entier), 61):
        (tmp_path / "abime.zip").write_bytes(entier[:rang] + bytes([entier[rang] ^ 0xFF]) + entier[rang + 1 :])
        resultat = lance(port, tmp_path / "abime.zip")
        assert resultat.exception is None or isinstance(resultat.exception, SystemExit), rang
    assert "n'existe pas" in lance(port, tmp_path / "nulle-part").output


def test_what_unpacks_without_end_is_stopped(port, ecrit, monkeypatch):
    monkeypatch.setattr(flux, "TABLE_MAX", 1_000_000)
    bombe = RESEAU["stops.txt"] + "X,Y,0,0,0,\n" * 200_000
    fichier = ecrit({"stops.txt": bombe})
    assert fichier.stat().st_size < 20_000 and "trop gros" in lance(port, fichier).output


@pytest.mark.parametrize(("borne", "phrase"), [("ARRETS_MAX", "arrêts"), ("COURSES_MAX", "courses"), ("PASSAGES_MAX", "passages")])
def test_a_feed_that_is_too_large_says_what_to_do(port, ecrit, monkeypatch, borne, phrase):
    monkeypatch.setattr(reseau, borne, 2)
    resultat = lance(port, ecrit())
    assert resultat.exit_code == 1 and phrase in resultat.output


def test_a_kind_of_line_that_is_none_is_refused(port, ecrit):
    assert "n'est pas un genre de ligne" in lance(port, ecrit(), "--genres", "tram,fusée").output


@pytest.mark.parametrize(("numero", "genre"), [
    ("0", "tram"), ("1", "metro"), ("2", "train"), ("3", "bus"), ("4", "bateau"), ("7", "autre"), ("106", "train"),
    ("401", "metro"), ("704", "bus"), ("900", "tram"), ("1200", "bateau"), ("", "autre"), ("-1", "autre"), ("³", "autre"),
    ("9" * 99, "autre"),
])
def test_the_kind_of_a_line_follows_from_its_number(numero, genre):
    assert reseau.genre_de(numero) == genre
