"""schema.org in each page: only words of the vocabulary, nothing of what is withheld, and never open when it is not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import Territoire, enrichir
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.base.jours import dans
from quifaitquoi.horaires import Calendrier, HorairesIllisibles, intervalles, lire
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.savoir.ouvertures import ouvertures
from quifaitquoi.site.pages.fiche.donnees_liees import SEMAINE, donnees_liees

JOUR = date(2026, 11, 20)
PARIS = Calendrier(fuseau="Europe/Paris")
# Type → its properties, own and of the types above it, in schema.org 29 (as the types of schema-dts 2.1.0 have them).
DE_TOUT = {"@type", "@id", "name", "alternateName", "description", "url"}
TYPES = {
    "Place": DE_TOUT | {"telephone", "address", "geo", "isAccessibleForFree", "amenityFeature", "openingHoursSpecification",
                        "specialOpeningHoursSpecification"},
    "Service": DE_TOUT | {"serviceType", "provider", "availableChannel", "hoursAvailable"},
    "ServiceChannel": DE_TOUT | {"serviceLocation", "servicePhone", "serviceUrl", "availableLanguage"},
    "ContactPoint": DE_TOUT | {"telephone", "email"}, "Organization": DE_TOUT,
    "PostalAddress": DE_TOUT | {"streetAddress", "postalCode", "addressLocality", "addressCountry"},
    "GeoCoordinates": DE_TOUT | {"latitude", "longitude"}, "LocationFeatureSpecification": DE_TOUT | {"value"},
    "OpeningHoursSpecification": DE_TOUT | {"dayOfWeek", "opens", "closes", "validFrom", "validThrough"},
}
LIEU = {
    "nom": "Maison", "genre": "lieu", "services": [{"quoi": "douche"}], "horaires": "Mo-Fr 09:00-12:00; PH off",
    "adresse": {"voie": "3 quai des Essais", "code_postal": "99340", "commune": "Port-Exemple", "position": [46.331, -3.055]},
    "verification": {"le": "2026-10-02", "comment": "telephone", "par": "coordination"},
}


@pytest.fixture(scope="module")
def territoire(port_exemple) -> Territoire:
    return enrichir(verifier(port_exemple, JOUR).directory, JOUR)


def dites(territoire: Territoire, **champs: object) -> list[dict]:
    """The nodes of the page of one fiche that says this; none where it says nothing."""
    fiche = Fiche.model_validate({nom: v for nom, v in {**LIEU, **champs}.items() if v is not None}, context={"pays": "FR"})
    fiche.nomme(slug="maison", zone="gare", chemin="fiches/gare/maison.yml")
    t = enrichir(replace(territoire.directory, fiches={"maison": fiche}), JOUR)
    ecrit = donnees_liees(t, t.fiches["maison"], Parole.de_la_source(t.directory), None)
    return json.loads(ecrit)["@graph"] if ecrit else []


def dans_la_page(page: Path) -> dict | None:
    trouve = re.search(r'<script type="application/ld\+json">(.*?)</script>', page.read_text("utf-8"), re.DOTALL)
    return json.loads(trouve[1]) if trouve else None


def objets(valeur: object) -> Iterator[dict]:
    if isinstance(valeur, list):
        for un in valeur:
            yield from objets(un)
    elif isinstance(valeur, dict):
        yield valeur
        yield from objets(list(valeur.values()))


@pytest.mark.parametrize("code", ["fr", "en", "ar", "fr-x-falc"])
def test_every_page_says_only_what_the_vocabulary_has_words_for(site, territoire, code):
    dit = {slug: dans_la_page(site / code / "fiches" / slug / "index.html") for slug in territoire.fiches}
    assert sum(un is not None for un in dit.values()) > 50
    for slug, un in dit.items():
        for objet in objets((un or {}).get("@graph", [])):
            assert set(objet) == {"@id"} or set(objet) <= TYPES[objet["@type"]], (slug, objet)


@pytest.mark.parametrize("code", ["fr", "en", "ar", "fr-x-falc"])
def test_nothing_is_said_of_a_withheld_place_nor_of_one_that_is_closed(site, territoire, code):
    muettes = [vue for vue in territoire.fiches.values() if vue.retenue or vue.clos or not vue.en_service]
    assert len(muettes) > 3
    assert [vue.slug for vue in muettes if dans_la_page(site / code / "fiches" / vue.slug / "index.html")] == []


def test_names_are_those_of_the_page_in_its_language(site):
    for code, mot in (("fr", "Douche"), ("en", "Shower")):
        noeuds = dans_la_page(site / code / "fiches/bains-du-port/index.html")["@graph"]
        assert [n for n in noeuds if n["@type"] == "Service" and mot in (n["name"], n.get("serviceType"))], code
        assert noeuds[0]["@id"].endswith(f"/{code}/fiches/bains-du-port/index.html#lieu")


def test_a_place_has_its_address_its_hours_and_its_services(territoire):
    lieu, service = dites(territoire, cout="gratuit", contact={"telephone": "02 61 91 00 14"})
    assert lieu["address"] == {"@type": "PostalAddress", "streetAddress": "3 quai des Essais", "postalCode": "99340",
                               "addressLocality": "Port-Exemple", "addressCountry": "FR"}
    assert lieu["geo"]["longitude"] == -3.055 and lieu["telephone"] == "+33261910014" and lieu["isAccessibleForFree"] is True
    [semaine] = lieu["openingHoursSpecification"]
    assert (semaine["dayOfWeek"], semaine["opens"], semaine["closes"]) == (list(SEMAINE[:5]), "09:00", "12:00")
    assert service["availableChannel"]["serviceLocation"] == {"@id": lieu["@id"]}


def test_what_several_services_share_is_told_once_and_named_by_the_others(territoire):
    autre = {"telephone": "02 61 91 00 15"}
    _, *services = dites(territoire, contact={"courriel": "a@example.org"}, services=[
        {"quoi": "douche"}, {"quoi": "laverie", "contact": autre}, {"quoi": "bagagerie"}])
    douche, laverie, bagagerie = (service["availableChannel"] for service in services)
    assert douche["servicePhone"]["email"] == "a@example.org" and bagagerie == {"@id": douche["@id"]}
    assert laverie["servicePhone"]["telephone"] == "+33261910015" and "@id" not in laverie


def test_a_holiday_is_a_special_day_that_ends_as_it_begins(territoire):
    noel = [x for x in dites(territoire)[0]["specialOpeningHoursSpecification"] if x["validFrom"] == "2026-12-25"]
    assert [(x["opens"], x["closes"]) for x in noel] == [("00:00", "00:00")]


@pytest.mark.parametrize("champs", [
    {"verification": None}, {"verification": {"le": "2025-01-02", "comment": "visite", "par": "coordination"}},
    {"a_confirmer": [{"champ": "horaires", "pourquoi": "deux pages donnent deux heures"}]}, {"horaires": "Mo unknown"},
    {"horaires": 'Mo 09:00-12:00 unknown "sur rendez-vous"'}, {"fermetures": [{"du": "2026-11-16"}]}])
def test_hours_that_nobody_is_sure_of_are_not_told_to_engines(territoire, champs):
    assert "openingHoursSpecification" not in dites(territoire, **champs)[0]


@pytest.mark.parametrize("le", [date(2026, 11, 19), date(2026, 9, 1)])
def test_hours_hold_until_their_review_falls_due_and_never_beyond_three_months(territoire, le):
    lieu = dites(territoire, verification={"le": le.isoformat(), "comment": "visite", "par": "coordination"})[0]
    a_revoir = dans(territoire.directory.vocabulaire.besoins["douche"].revue, le)
    assert {x["validThrough"] for x in lieu["openingHoursSpecification"]} == {min(a_revoir, JOUR + timedelta(91)).isoformat()}


def test_a_line_is_a_service_without_a_place(territoire):
    [service] = dites(territoire, genre="telephone", adresse=None, contact={"telephone": "3919", "courriel": "a@example.org"})
    assert service["@type"] == "Service" and service["name"] == "Maison" and "serviceLocation" not in service["availableChannel"]
    assert service["availableChannel"]["servicePhone"] == {"@type": "ContactPoint", "telephone": "3919", "email": "a@example.org"}


def test_a_position_that_is_not_the_door_s_is_not_told(territoire):
    assert "geo" not in dites(territoire, adresse={**LIEU["adresse"], "precision": "rue"})[0]


def test_a_fact_of_a_share_alike_source_is_not_told(territoire):
    osm = {"titre": "OpenStreetMap", "licence": "ODbL-1.0"}
    assert "openingHoursSpecification" not in dites(territoire, sources=[{**osm, "pour": ["horaires"]}])[0]
    assert dites(territoire, sources=[osm]) == []


def test_no_name_can_end_the_script(territoire):
    fiche = Fiche.model_validate(LIEU, context={"pays": "FR"}).model_copy(update={"nom": "</script><script>alert(1)</script>"})
    fiche.nomme(slug="maison", zone="gare", chemin="fiches/gare/maison.yml")
    t = enrichir(replace(territoire.directory, fiches={"maison": fiche}), JOUR)
    ecrit = donnees_liees(t, t.fiches["maison"], Parole.de_la_source(t.directory), None)
    assert "<" not in ecrit and json.loads(ecrit)["@graph"][0]["name"].startswith("</script>")


REGLES = st.sampled_from(["Mo-Fr 09:00-12:00", "Tu 22:00-02:00", "24/7", "Sa[1] 10:00-12:00", "PH off", "PH 10:00-11:00",
                          "Fr 18:00+", 'We 14:00-16:00 "sur rendez-vous"', "2026 Dec 24-2027 Jan 03 off", "Su unknown",
                          "Dec Mo-Su 08:00-20:00", "week 01-53/2 Th 09:00-10:00", "SH Mo 10:00-11:00", "Mo-Su 00:00-24:00",
                          "Oct 25 off", "Su 01:00-05:00"])


@given(st.lists(REGLES, min_size=1, max_size=5), st.integers(0, 400))
def test_day_by_day_the_week_and_its_exceptions_open_what_the_hours_open_and_nothing_else(regles, decalage):
    try:
        horaires = lire("; ".join(regles))
    except HorairesIllisibles:
        reject()
    du = JOUR - timedelta(90) + timedelta(decalage)
    au = du + timedelta(91)
    vues = ouvertures(horaires, PARIS, du, au)
    ouvert = [[m.astimezone(PARIS.zone).replace(tzinfo=None) for m in i[:2]] for i in intervalles(horaires, PARIS, du, au)
              if i.etat == "ouvert"]
    for n in range(92):
        jour = du + timedelta(n)
        dit = next((plages for de, a, plages in vues.exceptions if de <= jour <= a), vues.semaine[jour.weekday()])
        minuit = datetime.combine(jour, datetime.min.time())
        vrai = {(max(de, minuit), min(a, minuit + timedelta(1))) for de, a in ouvert if de < minuit + timedelta(1) and a > minuit}
        assert {(minuit + timedelta(minutes=de), minuit + timedelta(minutes=a)) for de, a in dit} == vrai
