"""`quifaitquoi vacances`: the Ministry's moments become days off, once, and never a guess."""

import json
import shutil
from datetime import date, timedelta

import pytest
from click.testing import CliRunner

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.commands import main
from quifaitquoi.edition.vacances import publiees
from serveurs import service

AUJOURDHUI = date(2026, 11, 20)


def ligne(nom, du, au, zone="Zone B", population="-", academie="Essai"):
    return {"description": nom, "population": population, "start_date": du, "end_date": au, "location": academie, "zones": zone,
            "annee_scolaire": "2026-2027"}


# As the Ministry writes: midnight in Paris in UTC, the day of the last class, the day when classes begin again.
CALENDRIER = [
    ligne("Vacances de la Toussaint", "2026-10-16T22:00:00+00:00", "2026-11-01T23:00:00+00:00"),
    ligne("Vacances de Noël", "2026-12-18T23:00:00+00:00", "2027-01-03T23:00:00+00:00"),
    ligne("Vacances de Noël", "2026-12-18T23:00:00+00:00", "2027-01-03T23:00:00+00:00", academie="Ailleurs"),
    ligne("Vacances de Noël", "2026-12-11T23:00:00+00:00", "2026-12-27T23:00:00+00:00", zone="Zone A"),
    ligne("Vacances d'Hiver", "2027-02-12T23:00:00", "2027-02-28T23:00:00"),
    ligne("Vacances de Printemps", "2027-04-09T22:00:00+00:00", "2027-04-25T22:00:00+00:00"),
    ligne("Pont de l'Ascension", "2027-05-06T22:00:00+00:00", "2027-05-09T22:00:00+00:00"),
    ligne("Vacances d'Été", "2027-07-02T22:00:00+00:00", "2027-08-31T22:00:00+00:00", population="Élèves"),
    ligne("Vacances d'Été", "2027-07-02T22:00:00+00:00", "2027-08-30T22:00:00+00:00", population="Enseignants"),
]
DATES = [("Vacances de Noël", "2026-12-20", "2027-01-03"), ("Vacances d'Hiver", "2027-02-14", "2027-02-28"),
         ("Vacances de Printemps", "2027-04-11", "2027-04-25"), ("Vacances d'Été", "2027-07-04", "2027-08-31")]


@pytest.fixture
def ministere():
    """A Ministry on loopback."""
    with service(json.dumps(CALENDRIER).encode(), "/export.json") as ici:
        yield ici


@pytest.fixture
def racine(tmp_path):
    shutil.copytree("tests/data/territoire", tmp_path / "ici")
    with (tmp_path / "ici/annuaire.yml").open("a", encoding="utf-8") as annuaire:
        annuaire.write("zone_scolaire: B\n")
    return tmp_path / "ici"


def lance(racine, ministere):
    return CliRunner().invoke(main, ["vacances", str(racine), "--adresse", ministere.adresse],
                              env={"SOURCE_DATE_EPOCH": "1795132800"})


def test_the_calendar_of_the_zone_is_written_in_days_off(racine, ministere):
    fait = lance(racine, ministere)
    assert fait.exit_code == 0, fait.output
    rapport = verifier(racine, AUJOURDHUI)
    assert not rapport.problemes
    ecrites = rapport.directory.vacances
    assert [(v.nom, str(v.du), str(v.au)) for v in ecrites.vacances] == DATES
    assert (str(ecrites.dernier_jour), ecrites.lu_le) == ("2027-08-31", AUJOURDHUI)
    assert len(ministere.demandes) == 1


def test_it_is_renewed_in_place_and_nothing_else_changes(racine, ministere):
    (racine / "vacances.yml").write_text("vacances:\n  - nom: Vieilles\n    du: 2025-10-18\n    au: 2025-11-02\n", encoding="utf-8")
    avant = {f: f.read_bytes() for f in racine.rglob("*.yml") if f.name != "vacances.yml"}
    assert lance(racine, ministere).exit_code == 0
    assert "Vieilles" not in (racine / "vacances.yml").read_text(encoding="utf-8")
    assert {f: f.read_bytes() for f in racine.rglob("*.yml") if f.name != "vacances.yml"} == avant
    assert not [f for f in racine.iterdir() if f.name.startswith(".")]


def test_a_summer_whose_end_nobody_published_ends_what_is_known(racine, ministere):
    ete = ligne("Début des Vacances d'Été", "2027-07-02T22:00:00+00:00", "2027-07-02T22:00:00+00:00")
    ministere.corps = json.dumps([*CALENDRIER[:-2], ete]).encode()
    assert lance(racine, ministere).exit_code == 0
    ecrites = verifier(racine, AUJOURDHUI).directory.vacances
    assert [v.nom for v in ecrites.vacances] == [nom for nom, _, _ in DATES[:-1]]
    # The last day of school is known to be one.
    assert str(ecrites.dernier_jour) == "2027-07-03"


@pytest.mark.parametrize(("zone", "code"), [
    ("Réunion", "reunion"), ("La Réunion", "reunion"), ("Nouvelle Calédonie", "nouvelle-caledonie"), ("Corse", "corse"),
    ("Saint Pierre et Miquelon", "saint-pierre-et-miquelon"),
])
def test_overseas_the_day_is_that_of_paris(zone, code):
    # Friday the 9th after class, in Paris's midnight, whatever the hour is over there.
    periodes = publiees(json.dumps([ligne("Vacances après la première période", "2026-12-09T23:00:00+00:00",
                                          "2026-12-20T23:00:00+00:00", zone=zone)]).encode(), code, AUJOURDHUI)
    assert [(p.du, p.au) for p in periodes] == [(date(2026, 12, 11), date(2026, 12, 20))]


def test_two_academies_that_differ_are_told_and_nothing_is_written(racine, ministere):
    autre = ligne("Vacances de Noël", "2026-12-11T23:00:00+00:00", "2026-12-27T23:00:00+00:00", academie="Ailleurs")
    ministere.corps = json.dumps([*CALENDRIER, autre]).encode()
    fait = lance(racine, ministere)
    assert fait.exit_code == 1 and "n'ont pas les mêmes dates" in fait.output and "2026-12-13 au 2026-12-27" in fait.output
    assert not (racine / "vacances.yml").exists()


@pytest.mark.parametrize("corps", [
    b"", b"<html>maintenance</html>", b"{}", b"[1]", b"[[[[", b"[" * 100_000, b"null", b"\xff\xfe\x00",
    json.dumps([{"zones": "Zone B"}]).encode(),
    json.dumps([{**CALENDRIER[1], "start_date": "demain"}]).encode(),
    json.dumps([{**CALENDRIER[1], "start_date": "0001-01-01T00:00:00+14:00"}]).encode(),
    json.dumps([{**CALENDRIER[1], "end_date": "2099-01-01T00:00:00+00:00"}]).encode(),
    json.dumps([{**CALENDRIER[1], "description": ["x"]}]).encode(),
    json.dumps(CALENDRIER).encode()[:-200],
])
def test_a_foreign_answer_is_one_sentence_and_nothing_is_written(racine, ministere, corps):
    ministere.corps = corps
    fait = lance(racine, ministere)
    assert fait.exit_code == 1 and fait.output.count("\n") == 1
    assert "Rien n'a été écrit" in fait.output and "Traceback" not in fait.output
    assert not (racine / "vacances.yml").exists()


def test_an_answer_without_that_zone_says_what_to_look_at(racine, ministere):
    ministere.corps = b"[]"
    assert "vérifiez « zone_scolaire »" in lance(racine, ministere).output


@pytest.mark.parametrize("nom", [
    "x: y # z", "- a", "Vacances\n\nzone: C", "Vacances \u202e\u0000\x07 d'été", "Vacances «[{*&!|>" * 30])
def test_whatever_a_name_holds_the_file_reads_back(racine, ministere, nom):
    description = nom if "acances" in nom else f"{nom} vacances"
    ministere.corps = json.dumps([{**CALENDRIER[1], "description": description}]).encode()
    assert lance(racine, ministere).exit_code == 0
    rapport = verifier(racine, AUJOURDHUI)
    assert not rapport.erreurs and rapport.directory.vacances.dernier_jour == date(2027, 1, 3)


def test_a_server_that_refuses_or_is_not_there_is_told(racine, ministere):
    ministere.statut = 404
    assert "répond 404" in lance(racine, ministere).output
    ministere.adresse = "http://127.0.0.1:9/export.json"
    assert "connexion impossible" in lance(racine, ministere).output
    ministere.adresse = "file:///etc/passwd"
    assert "n'est pas une adresse web" in lance(racine, ministere).output


def test_without_a_zone_it_says_how_to_name_it(racine, ministere):
    shutil.copy("tests/data/territoire/annuaire.yml", racine / "annuaire.yml")
    fait = lance(racine, ministere)
    assert fait.exit_code == 1 and "« zone_scolaire: B »" in fait.output and not ministere.demandes


def test_a_link_is_not_written_through(racine, ministere, tmp_path):
    (tmp_path / "dehors.yml").write_text("vacances: []\n", encoding="utf-8")
    (racine / "vacances.yml").symlink_to(tmp_path / "dehors.yml")
    assert lance(racine, ministere).exit_code == 1
    assert (tmp_path / "dehors.yml").read_text(encoding="utf-8") == "vacances: []\n"


def test_each_day_between_the_last_class_and_the_next_is_off(racine, ministere):
    lance(racine, ministere)
    vacances = verifier(racine, AUJOURDHUI).directory.calendrier.vacances
    assert [vacances.comprennent(date(2026, 12, 18) + timedelta(n)) for n in range(19)] == [False] * 2 + [True] * 15 + [False] * 2
