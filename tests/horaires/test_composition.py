"""What a service takes from its place."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quifaitquoi.horaires import Calendrier, Fermeture, Horaires, HorairesIllisibles, Vacances, composer, intervalles, lire
from quifaitquoi.horaires.modele import Regle
from quifaitquoi.horaires.phrase import phrase
from quifaitquoi.horaires.semaine import semaine
from quifaitquoi.langues import langue

VACANCES = Vacances(
    ((date(2026, 12, 20), date(2027, 1, 3)), (date(2027, 4, 26), date(2027, 5, 9)), (date(2027, 7, 4), date(2027, 8, 31))),
    date(2027, 8, 31))
FRANCE = Calendrier(vacances=VACANCES)
CONGES = Fermeture(date(2026, 12, 24), date(2027, 1, 3), "congés")


def test_nobody_gave_hours_so_there_are_none():
    assert composer(None, None, [CONGES]) is None


def test_a_place_alone_keeps_its_hours_and_closures():
    assert composer(lire("Mo 09:00-12:00; PH off"), None, [CONGES]).osm == (
        'Mo 09:00-12:00; PH off; 2026 Dec 24-2027 Jan 03 off "congés"'
    )


@pytest.mark.parametrize(("du", "au", "dit"), [
    (date(26, 12, 24), date(2027, 1, 3), "2000 Jan 01-2027 Jan 03"), (date(2026, 12, 24), date.max, "2026 Dec 24-2099 Dec 31"),
    (date.min, date.max, "2000 Jan 01-2099 Dec 31")])
def test_a_closure_from_or_to_the_ends_of_the_calendar_closes_every_day_that_hours_reckon_with(du, au, dit):
    compose = composer(lire("Mo-Su 09:00-12:00"), None, [Fermeture(du, au, "")])
    assert compose.osm == f"Mo-Su 09:00-12:00; {dit} off"
    assert not intervalles(compose, FRANCE, date(2026, 12, 28), date(2027, 1, 3))


def test_holidays_that_a_place_cuts_short_are_not_said_to_be_like_other_days():
    """« Fermé les jours fériés de 8 h 30 à 9 h ; les jours fériés comme les autres jours » said one thing and its contrary."""
    compose, fr = composer(lire("Mo-Sa 08:30-12:00; PH 09:00-12:00"), lire("Mo-Sa 08:30-10:00"), []), langue("fr")
    dit = phrase(compose, fr).replace("\u00a0", " ")
    assert dit.endswith("fermé les jours fériés de 8 h 30 à 9 h") and "autres jours" not in dit
    assert not [ligne for ligne in semaine(compose, fr).autres if "autres jours" in ligne.quoi]
    assert phrase(lire({"lundi": "9h-12h", "jours fériés": "ouvert"}), fr).endswith("les jours fériés comme les autres jours")


def test_a_service_without_hours_has_those_of_its_place():
    lieu = lire("Mo 09:00-12:00")
    assert composer(lieu, None, []) == lieu


def test_a_service_replaces_the_week_and_the_seasons_but_not_the_holidays():
    lieu = lire({"lundi au vendredi": "9h-12h", "en juillet, lundi": "10h-11h", "jours fériés": "fermé"})
    assert composer(lieu, lire({"mardi et jeudi": "9h-11h30"}), []).osm == "Tu,Th 09:00-11:30; PH off"


def test_holidays_that_close_the_place_close_its_services_whatever_they_say():
    lieu, service = lire("Mo 09:00-12:00; PH off"), lire("Sa,PH 10:00-12:00; 2026 Dec 24 09:00-10:00")
    assert composer(lieu, service, []).osm == "Sa 10:00-12:00; 2026 Dec 24 09:00-10:00; PH off"


def test_a_service_that_is_closed_on_holidays_stays_so_where_its_place_opens():
    lieu = lire({"lundi au vendredi": "9h-17h", "jours fériés": "9h-12h"})
    service = lire({"mardi": "14h-16h", "jours fériés": "fermé"})
    assert composer(lieu, service, []).osm == "Tu 14:00-16:00; PH off"
    ordinaires = lire({"lundi": "9h-12h", "jours fériés": "ouvert"})
    compose = composer(ordinaires, service, [])
    assert (compose.osm, compose.feries_ordinaires) == ("Tu 14:00-16:00; PH off", False)


def test_a_service_has_its_own_hours_on_holidays_where_its_place_opens_at_others():
    lieu = lire({"lundi": "9h-17h", "jours fériés": "9h-12h"})
    assert composer(lieu, lire({"mardi": "14h-16h", "jours fériés": "14h-15h"}), []).osm == "Tu 14:00-16:00; PH 14:00-15:00"


def test_a_service_that_is_silent_opens_on_holidays_only_while_its_place_does():
    lieu = lire({"lundi au vendredi": "9h-17h", "jours fériés": "9h-12h"})
    assert composer(lieu, lire({"mardi": "9h-16h"}), []).osm == "Tu 09:00-16:00; PH 12:00-16:00 off"
    assert composer(lieu, lire({"mardi": "8h-10h, 14h-16h"}), []).osm == (
        "Tu 08:00-10:00,14:00-16:00; PH 08:00-09:00,12:00-16:00 off")
    compose = composer(lieu, lire({"mardi": "9h-11h"}), [])
    assert (compose.osm, compose.feries_ordinaires) == ("Tu 09:00-11:00", True)


def test_a_service_may_speak_of_holidays_where_its_place_is_silent():
    assert composer(lire("Mo 09:00-12:00"), lire("Sa 10:00-12:00; PH off"), []).osm == "Sa 10:00-12:00; PH off"


def test_holidays_like_other_days_pass_to_the_service():
    lieu = lire({"lundi": "9h-12h", "jours fériés": "ouvert"})
    compose = composer(lieu, lire("Mo 10:00-11:00"), [])
    assert (compose.osm, compose.feries_ordinaires) == ("Mo 10:00-11:00", True)


def test_the_closed_days_of_a_place_reach_its_services_however_they_are_written():
    lieu = lire({"lundi au vendredi": "9h-17h", "dernier vendredi du mois": "fermé", "en août, lundi": "fermé",
                 "veilles de jours fériés": "9h-12h", "le 31 décembre": "fermé"})
    assert composer(lieu, lire({"lundi au vendredi": "9h-11h30, 14h-16h30"}), []).osm == (
        "Mo-Fr 09:00-11:30,14:00-16:30; Fr[-1] off; Aug Mo off; PH -1 day 12:00-16:30 off; Dec 31 off")


def test_on_a_day_with_hours_of_its_own_a_service_keeps_those_that_are_within():
    lieu = lire({"lundi au vendredi": "9h-17h", "le 24 décembre": "9h-12h"})
    assert composer(lieu, lire({"lundi au vendredi": "9h-11h30, 14h-16h30"}), []).osm == (
        "Mo-Fr 09:00-11:30,14:00-16:30; Dec 24 Mo-Fr 09:00-11:30")
    assert composer(lieu, lire({"tous les jours": "10h-16h"}), []).osm == "Mo-Su 10:00-16:00; Dec 24 10:00-12:00"


def test_the_weekday_of_a_day_with_its_year_is_known():
    lieu = lire({"lundi au vendredi": "9h-17h", "le 24 décembre 2026": "9h-12h"})
    assert composer(lieu, lire({"jeudi": "10h-16h"}), []).osm == "Th 10:00-16:00; 2026 Dec 24 10:00-12:00"
    assert composer(lieu, lire({"mardi": "10h-16h"}), []).osm == "Tu 10:00-16:00"


def test_a_service_that_names_the_day_itself_keeps_its_word():
    lieu = lire({"lundi au vendredi": "9h-17h", "le 24 décembre": "9h-12h"})
    assert composer(lieu, lire({"lundi": "10h-16h", "24 décembre": "14h-15h"}), []).osm == (
        "Mo 10:00-16:00; Dec 24 14:00-15:00")


def test_a_day_that_the_place_opens_among_its_closed_ones_is_open_to_its_services():
    lieu = lire({"lundi au vendredi": "9h-17h", "jours fériés": "fermé", "8 mai": "9h-12h"})
    assert composer(lieu, lire({"tous les jours": "9h-17h"}), []).osm == "Mo-Su 09:00-17:00; PH off; May 08 09:00-12:00"


def test_a_day_that_is_unknown_for_the_place_is_so_for_its_services_when_they_would_open():
    lieu = lire({"lundi au vendredi": "9h-17h", "24 décembre": "heures à confirmer"})
    assert composer(lieu, lire({"tous les jours": "9h-17h"}), []).osm == (
        'Mo-Su 09:00-17:00; Dec 24 09:00-17:00 unknown "heures à confirmer"')


def test_a_service_opens_in_the_season_of_its_place():
    lieu = lire({"de mai à septembre, lundi au vendredi": "9h-17h"})
    assert composer(lieu, lire({"mardi": "14h-16h"}), []).osm == "May-Sep Tu 14:00-16:00"
    assert composer(lieu, lire({"en mars, mardi": "14h-16h"}), []).osm == "Mar Tu 14:00-16:00"


def test_a_service_may_open_outside_the_ordinary_hours_of_its_place():
    lieu = lire({"lundi au vendredi": "9h-12h", "en juillet, lundi": "10h-11h"})
    assert composer(lieu, lire({"samedi": "20h-23h"}), []).osm == "Sa 20:00-23:00"


def test_eves_that_close_the_place_early_close_a_service_that_only_speaks_of_the_day_itself():
    lieu = lire({"lundi au vendredi": "9h-17h", "veilles de jours fériés": "9h-12h"})
    service = lire({"lundi au vendredi": "9h-16h", "jours fériés": "fermé"})
    assert composer(lieu, service, []).osm == "Mo-Fr 09:00-16:00; PH off; PH -1 day 12:00-16:00 off"


def test_in_a_season_in_which_the_place_is_unknown_so_are_its_services():
    lieu = lire({"lundi au vendredi": "9h-17h", "en août": "heures à confirmer"})
    assert composer(lieu, lire({"mardi": "14h-16h"}), []).osm == (
        'Tu 14:00-16:00; Aug Tu 14:00-16:00 unknown "heures à confirmer"')
    assert composer(lieu, lire({"mardi": "14h-16h", "en août, mardi": "9h-10h"}), []).osm == (
        "Tu 14:00-16:00; Aug Tu 09:00-10:00")


def test_what_is_composed_can_be_read_again():
    lieu = lire({"lundi au vendredi": "9h-17h", "jours fériés": "fermé", "24 décembre, lundi au vendredi": "9h-12h"})
    service = lire("Tu 14:00-17:00; Dec 24 Tu off; PH off")
    assert composer(lieu, service, []).osm == "Tu 14:00-17:00; Dec 24 Tu off; PH off"
    assert lire(composer(lieu, service, []).osm).osm == composer(lieu, service, []).osm


def test_a_closure_until_further_notice_has_no_end():
    assert composer(lire("Mo 09:00-12:00"), None, [Fermeture(date(2026, 12, 24), None, "travaux")]).osm == (
        'Mo 09:00-12:00; 2026 Dec 24-2099 Dec 31 off "travaux"')


def test_the_closed_days_and_months_of_a_place_close_its_services():
    lieu = lire({"lundi au vendredi": "9h-12h", "en août": "fermé", "le 24 décembre 2026": "fermé"})
    assert composer(lieu, lire({"mardi": "14h-17h"}), []).osm == "Tu 14:00-17:00; Aug off; 2026 Dec 24 off"


def test_a_reason_fits_on_one_line_without_quotes():
    motif = Fermeture(date(2026, 7, 1), date(2026, 7, 1), 'travaux\n"urgents"')
    assert composer(lire("Mo 09:00-12:00"), None, [motif]).osm == "Mo 09:00-12:00; 2026 Jul 01 off \"travaux 'urgents'\""


def test_a_closure_that_ends_before_it_starts_closes_nothing():
    envers = Fermeture(date(2026, 7, 2), date(2026, 7, 1))
    assert composer(lire("Mo 09:00-12:00"), None, [envers]).osm == "Mo 09:00-12:00"


def test_a_date_of_the_place_is_known_though_the_eves_of_holidays_are_not():
    lieu = lire({"lundi au vendredi": "9h-12h", "veilles de jours fériés": "heures à confirmer", "le 24 décembre": "9h-12h"})
    jeudi = intervalles(composer(lieu, lire({"mardi": "8h-10h, 14h-18h"}), []), FRANCE, date(2026, 12, 24), date(2026, 12, 24))
    assert [i for i in jeudi if i.etat != "ferme"] == []


def test_a_service_that_closes_a_day_itself_is_closed_whatever_its_place_does_on_it():
    def compose(exceptions, siennes):
        return composer(lire({"lundi au vendredi": "9h-17h", **exceptions}), lire({"jeudi": "10h-16h", **siennes}), []).osm

    assert compose({"vacances scolaires": "9h-12h"}, {"jours fériés": "fermé"}) == (
        "Th 10:00-16:00; SH Th 10:00-12:00; PH off")
    assert compose({"vacances scolaires": "9h-12h"}, {"le 24 décembre": "fermé"}) == (
        "Th 10:00-16:00; SH Th 10:00-12:00; Dec 24 off")
    assert compose({"le 24 décembre": "9h-12h"}, {"veilles de jours fériés": "fermé"}) == (
        "Th 10:00-16:00; PH -1 day off; Dec 24 Th 10:00-12:00; Dec 24 PH -1 day off")
    assert compose({"veilles de jours fériés": "heures à confirmer"}, {"en août": "fermé"}) == (
        'Th 10:00-16:00; PH -1 day 10:00-16:00 unknown "heures à confirmer"; Aug off')


def test_what_a_service_says_of_a_date_holds_in_the_school_holidays_of_its_place():
    lieu = lire({"lundi au vendredi": "9h-17h", "vacances scolaires": "9h-12h"})
    assert composer(lieu, lire({"jeudi": "10h-16h", "le 24 décembre": "14h-15h"}), []).osm == (
        "Th 10:00-16:00; SH Th 10:00-12:00; Dec 24 14:00-15:00")


SEMAINES = st.dictionaries(
    st.sampled_from(["lundi au vendredi", "mardi", "samedi et dimanche", "tous les jours", "deuxième mercredi du mois"]),
    st.sampled_from(["9h-12h", "8h-10h, 14h-18h", "18h-24h", "9h-", "24h/24", "14h-16h sur rendez-vous"]), min_size=1, max_size=2)
EXCEPTIONS = st.dictionaries(
    st.sampled_from(["jours fériés", "veilles de jours fériés", "dernier vendredi du mois", "en août", "en août, lundi",
                     "le 24 décembre",
                     "le 8 mai", "vacances scolaires", "vacances scolaires, lundi au vendredi", "vacances scolaires, samedi",
                     "du 2 au 9 janvier 2027", "semaines impaires, jeudi", "le 12 juillet 2027", "25 et 26 décembre"]),
    st.sampled_from(["fermé", "fermé", "9h-12h", "22h-24h", "heures à confirmer"]), min_size=1, max_size=4)

# What a service closes by itself opens nothing.
SIENNES = st.dictionaries(
    st.sampled_from(["jours fériés", "veilles de jours fériés", "en août", "le 24 décembre", "25 et 26 décembre",
                     "vacances scolaires", "le 8 mai", "du 2 au 9 janvier 2027"]), st.just("fermé"), max_size=2)
PERIODES = (date(2026, 12, 20), date(2027, 4, 25), date(2027, 7, 9))


def _ouverts_hors_de(horaires: Horaires, permis: Horaires) -> list:
    """When the first are open though the second are not."""
    dehors = []
    for du in PERIODES:
        au = du + timedelta(40)
        la = list(intervalles(permis, FRANCE, du, au))
        dehors += [ouvert for ouvert in intervalles(horaires, FRANCE, du, au)
                   if sum((min(ouvert.fin, i.fin) - max(ouvert.debut, i.debut)).total_seconds()
                          for i in la if i.debut < ouvert.fin and ouvert.debut < i.fin)
                   != (ouvert.fin - ouvert.debut).total_seconds()]
    return dehors


@settings(max_examples=150, deadline=None)
@given(SEMAINES, EXCEPTIONS, SEMAINES, SIENNES)
def test_a_service_is_never_open_when_an_exception_closes_its_place(semaine, exceptions, sienne, siennes):
    try:
        lieu, service = lire({**semaine, **exceptions}), lire({**sienne, **siennes})
    except HorairesIllisibles:
        return
    exception = [r for r in lieu.regles if not r.est_simple and (r.etat == "ferme" or r.est_datee or r.feries or r.vacances)]
    sans_elles = Horaires((Regle(), *exception), feries_ordinaires=True)
    compose = composer(lieu, service, [])
    assert not _ouverts_hors_de(compose, sans_elles), (compose.osm, sans_elles.osm)


@settings(max_examples=150, deadline=None)
@given(SEMAINES, EXCEPTIONS, SEMAINES, SIENNES)
def test_a_service_is_never_open_when_it_says_itself_that_it_is_closed(semaine, exceptions, sienne, siennes):
    try:
        lieu, service = lire({**semaine, **exceptions}), lire({**sienne, **siennes})
    except HorairesIllisibles:
        return
    siennes = (r for r in service.regles if not r.est_simple and r.etat == "ferme")
    les_siennes = Horaires((Regle(), *siennes), feries_ordinaires=True)
    compose = composer(lieu, service, [])
    assert not _ouverts_hors_de(compose, les_siennes), (compose.osm, les_siennes.osm)
