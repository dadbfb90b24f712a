"""Closures and rounds in a calendar that any telephone reads, without a word of what is withheld."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.annuaire.model.confiance import Complet, Etat, Fermeture
from quifaitquoi.annuaire.model.types import DatePartielle
from quifaitquoi.savoir.echeances import passe_depuis
from quifaitquoi.savoir.validite import validite
from quifaitquoi.site.agendas import DOSSIER, JOURS, agendas, chemin


@pytest.fixture(scope="module")
def lus(territoire) -> dict[str, Calendar]:
    """Each calendar, by the slug of its fiche, read back."""
    return {Path(ou).stem: Calendar.from_ical(contenu) for ou, contenu in agendas(territoire).items()}


def test_each_fiche_with_something_to_come_has_a_calendar_and_no_other(territoire, lus):
    attendus = {
        slug
        for slug, vue in territoire.fiches.items()
        if any(f.au >= territoire.aujourdhui for f in vue.fiche.fermetures or ())
        or (vue.en_service and any(a.horaires and (a.au is None or a.au >= territoire.aujourdhui) for a in vue.fiche.tournee or ()))
    }
    assert lus.keys() == attendus and len(attendus) >= 2
    assert all((chemin(vue) is not None) == (slug in attendus) for slug, vue in territoire.fiches.items())


def test_dates_at_the_ends_of_the_calendar_stop_no_calendar_no_review_and_no_leaflet(territoire):
    """The check refuses them; what compares a proposal or an older version may meet them all the same."""
    vue = territoire.fiches["la-chaloupe"]
    fiche = vue.fiche.model_copy(update={
        "fermetures": (Fermeture(du=territoire.aujourdhui, au=date.max), Fermeture(du=date.min, au=date.max)),
        "complet": Complet(depuis=date.min, jusqu_au=date.max),
        "etat": Etat(statut="suspendu", depuis=DatePartielle(1), jusqu_au=DatePartielle(9999, 12, 31)),
        "verification": vue.fiche.verification.model_copy(update={"le": date.max})})
    directory = replace(territoire.directory, fiches={**territoire.directory.fiches, "la-chaloupe": fiche})
    lointain = enrichir(directory, territoire.aujourdhui)
    vue = lointain.fiches["la-chaloupe"]
    assert chemin(vue) in agendas(lointain)
    assert validite(lointain, [vue]).jusqu_au > territoire.aujourdhui
    assert passe_depuis(vue) is None
    assert vue.confiance.a_revoir_le == date.max


def test_a_closure_covers_its_days_both_included(territoire, lus):
    fermeture = next(f for f in territoire.fiches["la-chaloupe"].fiche.fermetures if f.au >= territoire.aujourdhui)
    evenement = next(e for e in lus["la-chaloupe"].events if e["summary"].startswith("Fermé"))
    assert (evenement.decoded("dtstart"), evenement.decoded("dtend")) == (fermeture.du, fermeture.au + timedelta(1))
    assert "La Chaloupe" in evenement["summary"] and fermeture.motif in evenement["description"]


def test_the_stops_of_a_round_come_with_their_place_in_the_time_of_the_territory(territoire, lus):
    slug, vue = next((s, v) for s, v in territoire.fiches.items() if s in lus and v.fiche.tournee)
    passages = [e for e in lus[slug].events if "location" in e]
    assert passages
    fin = territoire.aujourdhui + timedelta(JOURS + 2)
    for passage in passages:
        debut = passage.decoded("dtstart")
        assert isinstance(debut, datetime) and debut.tzinfo is not None
        assert territoire.aujourdhui <= debut.astimezone(territoire.directory.calendrier.zone).date() <= fin
        assert any(passage["location"].startswith(arret.lieu) for arret in vue.fiche.tournee)


def test_identities_are_stable_and_bytes_the_same(territoire, lus):
    assert agendas(territoire) == agendas(territoire)
    for agenda in lus.values():
        identites = [str(evenement["uid"]) for evenement in agenda.events]
        assert len(set(identites)) == len(identites)
        assert all(e.decoded("dtstamp").date() == territoire.aujourdhui for e in agenda.events)
    demain = enrichir(territoire.directory, territoire.aujourdhui + timedelta(1))
    apres = Calendar.from_ical(agendas(demain)[f"{DOSSIER}/la-chaloupe.ics"])
    assert {str(e["uid"]) for e in apres.events} & {str(e["uid"]) for e in lus["la-chaloupe"].events}


def test_nothing_withheld_is_in_them(territoire):
    secrets = [vue for vue in territoire.fiches.values() if vue.fiche.confidentialite]
    assert secrets
    for vue in secrets:
        contenu = agendas(territoire).get(f"{DOSSIER}/{vue.slug}.ics", b"")
        assert b"LOCATION" not in contenu and b"GEO" not in contenu


def test_text_of_contributors_stays_text(territoire):
    vue = territoire.fiches["la-chaloupe"]
    hostile = vue.fiche.fermetures[0].model_copy(update={"motif": "x\r\nATTENDEE:mailto:a@example.org", "au": date(2027, 1, 1)})
    fiches = territoire.directory.fiches | {"la-chaloupe": vue.fiche.model_copy(update={"fermetures": (hostile,)})}
    autre = enrichir(replace(territoire.directory, fiches=fiches), territoire.aujourdhui)
    lu = Calendar.from_ical(agendas(autre)[f"{DOSSIER}/la-chaloupe.ics"])
    assert all("attendee" not in evenement for evenement in lu.events)
