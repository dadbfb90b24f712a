"""« Ouvert maintenant » in the browser, against npm's opening_hours in the same browser, on hundreds of values × moments.

The moments are those of tests/horaires/test_moteurs.py, which says where the engines are known to differ and what is left out.
"""

from __future__ import annotations

import json
import random
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from quifaitquoi.horaires import Calendrier, Fermeture, composer, etat, intervalles, lire, osm_evaluable, prochain_changement
from quifaitquoi.langues import langue
from quifaitquoi.site.pages.trouver.heures import JOURS, Grilles
from quifaitquoi.site.pages.trouver.mots import trouver

sys.path.insert(0, str(Path(__file__).parents[1] / "horaires"))
from test_moteurs import ALSACE, BAS_RHIN, FENETRES, OSM, horaires_melanges, minuit

DEPOT = Path(__file__).parents[2]
STATIC = DEPOT / "plugins/quifaitquoi/site/pages/trouver"
NPM = DEPOT / "build/npm/node_modules/opening_hours/build/opening_hours.js"
# Days of a build: before the clocks go forward and Easter, in summer, before they go back, before the local holidays of winter.
CONSTRUITS = (date(2026, 3, 15), date(2026, 6, 25), date(2026, 10, 18), date(2026, 12, 15))

NOTRE = """([donnees, questions]) => {
  const h = new quifaitquoi.Heures(donnees);
  return questions.map(([numero, t]) => { const e = h.etat(numero, t); return [e.etat, e.fin, e.ouvre]; });
}"""
SIEN = """([questions, lieu]) => {
  const connus = {};
  return questions.map(([osm, t]) => {
    const oh = connus[osm] || (connus[osm] = new opening_hours(osm, lieu)), quand = new Date(t * 60000);
    const vu = oh.getUnknown(quand) ? "inconnu" : oh.getState(quand) ? "ouvert" : "ferme";
    return vu !== "ferme" && oh.getComment(quand) === "sur rendez-vous" ? "rendez-vous" : vu;
  });
}"""


@pytest.fixture(scope="module")
def page(navigateur):
    """Both engines; npm's reads the clock of the machine it runs on, ours must not."""
    contexte = navigateur.new_context(timezone_id="Europe/Paris")
    page = contexte.new_page()
    page.goto("about:blank")
    for nom in ("heures.js", "moments.js", "dire.js"):
        page.add_script_tag(content=(STATIC / nom).read_text("utf-8"))
    page.add_script_tag(content=NPM.read_text("utf-8"))
    yield page
    contexte.close()


def minute(instant: datetime) -> int:
    return int(instant.timestamp()) // 60


def _donnees(grilles):
    return json.loads(json.dumps(grilles.donnees(langue("fr"))))


def test_hundreds_of_hours_are_open_when_npm_says_so(page):
    hasard, melanges, compares = random.Random(5), horaires_melanges(), 0
    for construit in CONSTRUITS:
        grilles = Grilles(ALSACE, construit)
        jours = [construit + timedelta(n) for n in range(JOURS - 1)]
        du_test = [(du, au) for du, au in FENETRES if du in jours and au in jours]
        notres, siens, quoi = [], [], []
        for horaires in melanges:
            numero = grilles.numero(horaires)
            for du, au in du_test:
                osm = osm_evaluable(horaires, ALSACE, du, au)
                for _ in range(6):
                    t = minute(minuit(du)) + hasard.randrange(1, (au - du).days * 1440)
                    notres.append((numero, t))
                    siens.append((osm, t))
                    quoi.append((horaires.osm, datetime.fromtimestamp(t * 60, UTC).isoformat()))
        donnees = _donnees(grilles)
        obtenus = page.evaluate(NOTRE, [donnees, notres])
        attendus = page.evaluate(SIEN, [siens, BAS_RHIN])
        ecarts = [(q, o[0], a) for q, o, a in zip(quoi, obtenus, attendus, strict=True) if o[0] != a]
        assert not ecarts, (len(ecarts), ecarts[:3])
        compares += len(quoi)
    assert compares > 3_000


def test_the_end_and_the_next_opening_are_those_of_the_build_s_engine(page):
    hasard = random.Random(6)
    grilles, questions, attendus = Grilles(ALSACE, date(2026, 10, 18)), [], []
    du, au = grilles.du, grilles.du + timedelta(JOURS - 1)
    for horaires in horaires_melanges():
        numero = grilles.numero(horaires)
        tous = intervalles(horaires, ALSACE, du, au)
        for _ in range(5):
            instant = minuit(du) + timedelta(minutes=hasard.randrange(60 * 1440))
            actuel, _ = etat(horaires, ALSACE, instant)
            voulus = ("ouvert", "rendez-vous") if actuel == "ferme" else ("ouvert",)
            suivant = next((i.debut for i in tous if i.etat in voulus and i.debut > instant), None)
            questions.append((numero, minute(instant)))
            attendus.append((actuel, minute(suivant) if suivant and actuel != "ouvert" else None, horaires.osm, instant))
            if actuel == "ouvert":
                fin = prochain_changement(horaires, ALSACE, instant)
                attendus[-1] = (actuel, minute(fin) if fin and minute(fin) < minute(minuit(au)) else "?", horaires.osm, instant)
    for (nom, fin, ouvre), (actuel, voulu, osm, instant) in zip(
            page.evaluate(NOTRE, [_donnees(grilles), questions]), attendus, strict=True):
        assert nom == actuel, (osm, instant)
        if actuel == "ouvert" and voulu != "?":
            # Where only the comment changes, the end said here is that of the comment.
            assert fin is not None and fin <= voulu, (osm, instant)
        elif actuel == "ferme":
            assert ouvre == voulu, (osm, instant)


def _etat(page, horaires, construit, instant, calendrier=ALSACE):
    grilles = Grilles(calendrier, construit)
    numero = grilles.numero(horaires)
    return page.evaluate(NOTRE, [_donnees(grilles), [[numero, minute(datetime.fromisoformat(instant))]]])[0]


@pytest.mark.parametrize(("osm", "construit", "instant", "attendu"), [
    ("Mo-Fr 09:00-17:00; PH off", date(2026, 11, 20), "2026-12-25T10:00+01:00", "ferme"),  # Christmas, a Friday
    ("Mo-Su 09:00-17:00; PH off", date(2026, 11, 20), "2026-12-26T10:00+01:00", "ferme"),  # local holiday
    ("Mo-Su 09:00-17:00", date(2026, 11, 20), "2026-12-26T10:00+01:00", "inconnu"),  # nobody said
    ("Mo-Fr 09:00-17:00; PH off", date(2026, 3, 15), "2026-04-03T10:00+02:00", "ferme"),  # Good Friday
    ("Fr 22:00-26:00; PH off", date(2026, 11, 20), "2026-11-21T01:59+01:00", "ouvert"),
    ("Fr 22:00-26:00; PH off", date(2026, 11, 20), "2026-11-21T02:00+01:00", "ferme"),
    ("Su 01:00-05:00; PH off", date(2026, 3, 15), "2026-03-29T04:59+02:00", "ouvert"),  # an hour is missing
    ("Su 01:00-05:00; PH off", date(2026, 10, 20), "2026-10-25T04:59+01:00", "ouvert"),  # an hour comes twice
    ("24/7", date(2026, 11, 20), "2027-02-17T12:00+01:00", "ouvert"),
    ("24/7", date(2026, 11, 20), "2027-02-25T12:00+01:00", "hors"),
    ("24/7", date(2026, 11, 20), "2026-11-18T12:00+01:00", "hors"),
])
def test_holidays_nights_and_clocks(page, osm, construit, instant, attendu):
    assert _etat(page, lire(osm), construit, instant)[0] == attendu


@pytest.mark.parametrize(("jour", "attendu"), [
    ("2026-12-23", "ouvert"), ("2026-12-24", "ferme"), ("2027-01-02", "ferme"), ("2027-01-03", "ferme"), ("2027-01-04", "ouvert"),
])
def test_a_closure_announced_long_ahead_begins_and_ends_on_its_days(page, jour, attendu):
    horaires = composer(lire("Mo-Su 09:00-17:00; PH off"), None, [Fermeture(date(2026, 12, 24), date(2027, 1, 3), "congés")])
    assert _etat(page, horaires, date(2026, 10, 10), f"{jour}T10:00+01:00")[0] == attendu


def test_a_night_that_midnight_cuts_ends_in_the_morning(page):
    nom, fin, _ = _etat(page, lire("Mo-Su 20:00-28:00; PH off"), date(2026, 11, 20), "2026-11-20T23:00+01:00")
    assert nom == "ouvert" and fin == minute(datetime.fromisoformat("2026-11-21T04:00+01:00"))


DIT = """([donnees, mots, t]) => {
  const h = new quifaitquoi.Heures(donnees);
  return new quifaitquoi.Dire(mots, "fr", h).statut(h.etat(1, t), t, h);
}"""


@pytest.mark.parametrize(("heures", "instant", "attendu"), [
    ("sur rendez-vous", "2026-11-23T11:00+01:00", "Sur rendez-vous"),
    ("sur rendez-vous", "2026-11-21T11:00+01:00", "Fermé, sur rendez-vous lundi"),
    ("sur rendez-vous", "2026-11-22T11:00+01:00", "Fermé, sur rendez-vous demain"),
    ("9h-12h sur rendez-vous", "2026-11-23T11:00+01:00", "Sur rendez-vous, jusqu'à 12 h"),
    ("9h-12h sur rendez-vous", "2026-11-23T08:00+01:00", "Fermé, sur rendez-vous à 9 h"),
    ("9h-12h sinon sur rendez-vous", "2026-11-23T08:00+01:00", "Sur rendez-vous"),
    ("9h-12h sinon sur rendez-vous", "2026-11-23T10:00+01:00", "Ouvert, ferme à 12 h"),
    ("9h-12h sinon sur rendez-vous", "2026-11-23T15:00+01:00", "Sur rendez-vous"),
    ("9h-12h sinon sur rendez-vous", "2026-11-21T15:00+01:00", "Fermé, sur rendez-vous lundi"),
    ("se renseigner", "2026-11-23T15:00+01:00", "Horaires à confirmer ce jour-là (se renseigner)"),
])
def test_by_appointment_is_said_as_such(page, heures, instant, attendu):
    grilles = Grilles(ALSACE, date(2026, 11, 20))
    grilles.numero(lire({"lundi au vendredi": heures, "jours fériés": "fermé"}))
    mots = json.loads(json.dumps(trouver(langue("fr"))))
    dit = page.evaluate(DIT, [_donnees(grilles), mots, minute(datetime.fromisoformat(instant))])
    assert dit.replace("\u00a0", " ").replace("’", "'") == attendu


def test_a_territory_elsewhere_keeps_its_own_time(page):
    reunion = Calendrier("FR", (), "Indian/Reunion")
    assert _etat(page, lire("Mo-Fr 08:00-12:00; PH off"), date(2026, 11, 20), "2026-11-20T05:00+00:00", reunion)[0] == "ouvert"
    assert _etat(page, lire("Mo-Fr 08:00-12:00; PH off"), date(2026, 11, 20), "2026-11-20T09:00+00:00", reunion)[0] == "ferme"


def test_a_moment_typed_by_hand_is_the_territory_s(page):
    donnees = json.loads(json.dumps(Grilles(ALSACE, date(2026, 10, 20)).donnees(langue("fr"))))
    instants = page.evaluate(
        "([d, xs]) => { const h = new quifaitquoi.Heures(d); return xs.map(x => h.instant(x)); }",
        [
            donnees,
            [
                "2026-10-24T19:00",
                "2026-10-25T19:00",
                "2026-10-26T00:00",
                "2026-10-18T10:00",
                "2027-03-01T10:00",
                "2026-11-31T10:00",
                "demain",
            ],
        ],
    )
    assert instants[:3] == [minute(datetime.fromisoformat(x)) for x in (
        "2026-10-24T19:00+02:00", "2026-10-25T19:00+01:00", "2026-10-26T00:00+01:00")]
    assert all(x is None or x != x for x in instants[3:])
    assert OSM
