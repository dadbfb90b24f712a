"""HSDS 3: closed lists of fields, checked formats, hours as rules only where a rule says the same."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday
from hypothesis import given, reject
from hypothesis import strategies as st
from tests.echanges.hsds_3 import fautes, notre_schema

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import Territoire, enrichir
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.echanges.sorties.hsds import FICHIER, FORMAT, services
from quifaitquoi.echanges.sorties.hsds.horaires import JOURS, schedules
from quifaitquoi.horaires import Calendrier, HorairesIllisibles, intervalles, lire, phrase
from quifaitquoi.langues import langue
from quifaitquoi.savoir.publiable import publiable

JOUR = date(2026, 11, 20)
FR, PARIS = langue("fr"), "Europe/Paris"
LIEU = {"nom": "Maison", "genre": "lieu", "services": [{"quoi": "douche"}],
        "adresse": {"voie": "3 quai des Essais", "code_postal": "99340", "commune": "Port-Exemple"}}


@pytest.fixture(scope="module")
def territoire(port_exemple) -> Territoire:
    return publiable(enrichir(verifier(port_exemple, JOUR).directory, JOUR))


def service(territoire: Territoire, pays: str = "FR", **champs: object) -> dict:
    """What is written of one fiche that says this."""
    fiche = Fiche.model_validate({**LIEU, **champs}, context={"pays": pays})
    fiche.nomme(slug="maison", zone="gare", chemin="fiches/gare/maison.yml")
    annuaire = territoire.directory.annuaire.model_copy(update={"pays": pays})
    [un] = services(enrichir(replace(territoire.directory, annuaire=annuaire, fiches={"maison": fiche}), JOUR))
    return un


def heures(osm: str) -> list[dict]:
    return schedules("essai", lire(osm), FR, PARIS)


def regles(osm: str) -> list[dict]:
    """The recurrences alone, without their identifiers."""
    return [{nom: valeur for nom, valeur in un.items() if nom != "id"} for un in heures(osm) if "freq" in un]


def test_every_service_has_only_fields_of_the_format_and_each_is_of_its_form(territoire):
    tous = services(territoire)
    assert len(tous) > 100 and list(fautes(notre_schema(), tous)) == []


@pytest.mark.parametrize("faux", [
    {"inconnu": "x"}, {"id": "pas-un-uuid"}, {"url": "pas une uri"}, {"status": "open"}, {"assured_date": "hier"},
    {"schedules": [{"id": "7b1d1f0e-7c39-4b8e-9f5f-0a4a9a0f7b11", "byday": "LUNDI"}]}])
def test_the_list_of_fields_refuses_what_the_published_schema_lets_through(territoire, faux):
    assert list(fautes(notre_schema(), [{**services(territoire)[0], **faux}]))


def test_the_file_is_one_page_of_a_list_sorted_by_identifiers_that_are_all_different(territoire):
    page = json.loads(FORMAT.faire(territoire)[FICHIER])
    ids = [un["id"] for un in page["contents"]]
    assert ids == sorted(set(ids)) and page["total_items"] == page["size"] == len(ids)


def test_identifiers_do_not_depend_on_the_order_of_lines(territoire):
    deux = [{"quoi": "douche"}, {"quoi": "laverie"}]
    fiche = Fiche.model_validate({**LIEU, "services": deux}, context={"pays": "FR"})
    ids = []
    for services_ in (fiche.services, fiche.services[::-1]):
        une = fiche.model_copy(update={"services": services_})
        une.nomme(slug="maison", zone="gare", chemin="fiches/gare/maison.yml")
        ids.append([un["id"] for un in services(enrichir(replace(territoire.directory, fiches={"maison": une}), JOUR))])
    assert ids[0] == ids[1]


@pytest.mark.parametrize(("osm", "dites"), [
    ("Mo-We 09:00-12:00,14:00-17:00", [("WEEKLY", "MO,TU,WE", "09:00", "12:00"), ("WEEKLY", "MO,TU,WE", "14:00", "17:00")]),
    ("Th[2] 14:00-16:00", [("MONTHLY", "2TH", "14:00", "16:00")]), ("Sa[-1] 09:00-13:00", [("MONTHLY", "-1SA", "09:00", "13:00")]),
    ("24/7", [("WEEKLY", "MO,TU,WE,TH,FR,SA,SU", "00:00", "23:59")]), ("Fr 22:00-02:00", [("WEEKLY", "FR", "22:00", "02:00")]),
    ("Mo-Fr 09:00-12:00; We 14:00-16:00", [("WEEKLY", "MO,TU,TH,FR", "09:00", "12:00"), ("WEEKLY", "WE", "14:00", "16:00")]),
])
def test_a_rule_that_icalendar_has_words_for_is_one(osm, dites):
    assert [(un["freq"], un["byday"], un["opens_at"], un["closes_at"]) for un in regles(osm)] == dites


@pytest.mark.parametrize("osm", [
    "Mo 09:00+", 'Mo 09:00-12:00 "sur rendez-vous"', "Mo unknown", "Jul Mo 09:00-12:00", "PH 10:00-12:00", "SH Mo 09:00-12:00",
    "week 01-53/2 Mo 09:00-12:00", "Mo 09:00-12:00; 2026 Nov 01-2099 Dec 31 off",
    "Mo-Fr 09:00-12:00; Jul-Aug Mo-Fr 10:00-11:00"])
def test_what_a_rule_would_say_wrongly_is_left_to_the_text(osm):
    assert regles(osm) == [] and heures(osm)[0]["notes"].startswith("opening_hours=") and heures(osm)[0]["description"]


def test_hours_always_have_the_openstreetmap_text_and_the_sentence():
    dit = heures("Mo-Fr 09:00-12:00; PH off")[0]
    assert dit["notes"] == "opening_hours=Mo-Fr 09:00-12:00; PH off"
    assert dit["description"] == phrase(lire("Mo-Fr 09:00-12:00; PH off"), FR)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(6, 20), st.integers(1, 3), st.sampled_from([0, 0, 0, 1, 2, -1])),
                min_size=1, max_size=4, unique_by=lambda ligne: (ligne[0], ligne[3])))
def test_a_rule_never_opens_a_day_that_the_hours_leave_closed(lignes):
    debut, jours = date(2026, 4, 1), "Mo Tu We Th Fr Sa Su".split()
    osm = "; ".join(f"{jours[j]}{f'[{rang}]' if rang else ''} {h:02d}:00-{h + n:02d}:00"
                    for j, h, n, rang in lignes)
    try:
        horaires = lire(osm)
    except HorairesIllisibles:  # one line hides another
        reject()
    calendrier = Calendrier(fuseau=PARIS)
    ouvert = [[moment.astimezone(calendrier.zone).replace(tzinfo=None) for moment in intervalle[:2]]
              for intervalle in intervalles(horaires, calendrier, debut, debut + timedelta(60))]
    for un in schedules("essai", horaires, FR, PARIS):
        if "freq" not in un:
            continue
        lesquels = [weekday(JOURS.index(jour[-2:]), int(jour[:-2] or 0) or None) for jour in un["byday"].split(",")]
        depart = datetime.combine(debut, time.fromisoformat(un["opens_at"]))
        for fois in rrule({"WEEKLY": WEEKLY, "MONTHLY": MONTHLY}[un["freq"]], depart, byweekday=lesquels,
                               until=depart + timedelta(59)):
            jusque = datetime.combine(fois.date(), time.fromisoformat(un["closes_at"]))
            assert any(de <= fois and jusque <= a for de, a in ouvert)


def test_where_clocks_never_change_hours_have_their_offset():
    lire_ = lambda fuseau: [un["opens_at"] for un in schedules("e", lire("Mo 09:00-12:00"), FR, fuseau) if "freq" in un]
    assert (lire_("Indian/Reunion"), lire_("America/Martinique"), lire_(PARIS)) == (["09:00+04:00"], ["09:00-04:00"], ["09:00"])


def test_what_is_closed_today_or_full_is_an_alert(territoire):
    un = service(territoire, fermetures=[{"du": "2026-11-16", "motif": "travaux"}], horaires="Mo 09:00-12:00",
                 complet={"depuis": "2026-11-01"})
    assert un["status"] == "temporarily closed" and "travaux" in un["alert"] and "Plus de place" in un["alert"]
    assert not [x for x in un["schedules"] if "freq" in x]


def test_of_a_withheld_place_only_the_town_is_told(territoire):
    un = service(territoire, adresse={"code_postal": "99340", "commune": "Port-Exemple"}, confidentialite="adresse-non-publiee")
    lieu = un["service_at_locations"][0]["location"]
    assert {"latitude", "longitude", "transportation", "accessibility"}.isdisjoint(lieu)
    [adresse] = lieu["addresses"]
    assert (adresse["address_1"], adresse["postal_code"], adresse["city"]) == ("", "", "Port-Exemple")


@pytest.mark.parametrize(("pays", "commune", "numero", "dit"), [
    ("BE", "Bruxelles", "02 555 12 34", "02 555 12 34"), ("CH", "Genève", "022 327 41 11", "022 327 41 11"),
    ("CA", "Montréal", "(514) 872-0311", "(514) 872-0311")])
def test_an_address_of_another_country_keeps_its_forms(territoire, pays, commune, numero, dit):
    un = service(territoire, pays, adresse={"voie": "3 rue des Essais", "commune": commune}, contact={"telephone": numero})
    [adresse] = un["service_at_locations"][0]["location"]["addresses"]
    assert (adresse["country"], adresse["city"]) == (pays, commune)
    assert un["phones"][0]["number"].replace("\u00a0", " ") == dit and list(fautes(notre_schema(), [un])) == []


def test_an_address_with_accents_is_a_uri(territoire):
    un = service(territoire, contact={"site": "https://été.example.org/où?q=é"})
    assert un["url"] == "https://xn--t-9fab.example.org/o%C3%B9?q=%C3%A9"
