"""A country decides of holidays and of the time; France overseas is France, with days and a clock of its own."""

from __future__ import annotations

import shutil
from datetime import date

import pytest
from click.testing import CliRunner

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.model.pays import OUTRE_MER, calendrier, fuseau_de, pays_connu, pays_probable
from quifaitquoi.commands.report import report
from quifaitquoi.horaires import feries


def jours(pays, annee=2027, locaux=()):
    ici = calendrier(pays, None, locaux)
    return {ferie.date: ferie.local for ferie in feries(ici, date(annee, 1, 1), date(annee, 12, 31))}


@pytest.mark.parametrize("pays, jour", [
    ("GP", date(2027, 5, 27)), ("MQ", date(2027, 5, 22)), ("GF", date(2027, 6, 10)), ("RE", date(2027, 12, 20)),
    ("YT", date(2027, 4, 27)),
])
def test_a_territory_overseas_has_the_holidays_of_france_and_the_day_that_ended_slavery_there(pays, jour):
    assert jours("FR").keys() | {jour} == jours(pays).keys()
    assert jours(pays)[jour], "a holiday of this territory, not of the country"
    assert jour not in jours("FR")


def test_good_friday_is_a_holiday_in_polynesia_and_not_in_new_caledonia():
    vendredi_saint = date(2027, 3, 26)
    assert vendredi_saint in jours("PF") and vendredi_saint not in jours("NC")


def test_the_holidays_that_the_team_adds_are_kept_and_one_said_twice_is_one():
    assert date(2027, 12, 26) in jours("RE", locaux=("Dec 26", "Dec 20"))
    assert len(jours("RE", locaux=("Dec 20",))) == len(jours("RE"))


@pytest.mark.parametrize("pays, fuseau", [
    ("FR", "Europe/Paris"), ("RE", "Indian/Reunion"), ("YT", "Indian/Mayotte"), ("GP", "America/Guadeloupe"),
    ("MQ", "America/Martinique"), ("GF", "America/Cayenne"), ("PM", "America/Miquelon"), ("PF", "Pacific/Tahiti"),
    ("BE", "Europe/Brussels")])
def test_the_time_is_that_of_the_country_unless_annuaire_yml_says_otherwise(pays, fuseau):
    assert fuseau_de(pays) == fuseau


def test_each_territory_overseas_has_a_time_and_a_calendar():
    for pays in OUTRE_MER:
        assert pays_connu(pays) and calendrier(pays, None, ()).zone, pays


@pytest.mark.parametrize("lu, code", [
    ("France", "FR"), ("fr", "FR"), ("La Réunion", "RE"), ("Guadeloupe", "GP"), ("Belgique", "BE"), ("zz", None), ("974", None)])
def test_what_people_write_for_a_country_leads_to_its_code(lu, code):
    assert not pays_connu(lu) and pays_probable(lu) == code


@pytest.fixture
def la_reunion(port_exemple, tmp_path):
    """Port-Exemple as if it lay in La Réunion."""
    racine = tmp_path / "reunion"
    shutil.copytree(port_exemple, racine)
    annuaire = racine / "annuaire.yml"
    lignes = [ligne for ligne in annuaire.read_text("utf-8").splitlines() if not ligne.startswith(("pays:", "fuseau:"))]
    annuaire.write_text("\n".join([*lignes, "pays: RE", ""]), "utf-8")
    return racine


def test_a_whole_territory_overseas_passes_the_check_and_lives_at_its_own_hour(la_reunion, aujourdhui):
    rapport = verifier(la_reunion, aujourdhui)
    assert rapport.erreurs == ()
    assert rapport.directory.calendrier.fuseau == "Indian/Reunion"


def test_the_report_of_a_territory_overseas_is_written(la_reunion):
    dit = CliRunner().invoke(report, [str(la_reunion)])
    assert dit.exit_code == 0 and "Port-Exemple" in dit.output


def test_the_numbers_of_annuaire_yml_are_those_of_the_country_that_it_names(la_reunion, aujourdhui):
    annuaire = la_reunion / "annuaire.yml"
    ici = annuaire.read_text("utf-8").replace("pays: RE", "pays: NC")
    annuaire.write_text(ici.replace('telephone: "02 61 91 00 00"', 'telephone: "26 12 34"'), "utf-8")
    rapport = verifier(la_reunion, aujourdhui)
    assert [p.phrase for p in rapport.erreurs if p.champ == "contact.telephone" and p.fichier.endswith("annuaire.yml")] == []
    # A fiche with a number of the mainland, written as there, cannot be dialled from Nouméa.
    refus = next(p.phrase for p in rapport.erreurs if "02 61 91" in p.phrase)
    assert "20.12.34" in refus and "+33 2 61 91 00 00" in refus
