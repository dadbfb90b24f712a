"""Our evaluation against npm's opening_hours, on hundreds of values × moments.

Where the two are known to differ, and why:
- a time that a change of clocks skips (2:30 in March) exists in neither; npm closes, we move it an hour on: left out;
- npm names the holiday as a comment where a rule gives none: only states are compared;
- `19:00+`, a bare comment, `PH` with weekdays and nights cut by an exception differ between the
  engines: the string that we evaluate holds none of them, which is what `osm_evaluable` is for;
- npm finds nothing in a period that ends on 29 February: left out;
- the Monday after the 23-hour Sunday, npm lets a night rule combined with « , » run an hour on: left out.
"""

import json
import os
import random
import subprocess
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from quifaitquoi.horaires import (
    Calendrier,
    Fermeture,
    Horaires,
    HorairesIllisibles,
    Vacances,
    composer,
    etat,
    intervalles,
    lire,
    osm_evaluable,
    prochain_changement,
)

RACINE = Path(__file__).parents[2]
NODE = RACINE / "build/venv/bin/node"
PAQUET = RACINE / "build/npm/node_modules/opening_hours"

# The school holidays of Grand Est, as npm's engine knows them to the end of 2026; and of an island, invented.
ZONE_B = Vacances((
    (date(2026, 2, 15), date(2026, 3, 1)), (date(2026, 4, 12), date(2026, 4, 26)), (date(2026, 7, 5), date(2026, 8, 31)),
    (date(2026, 10, 18), date(2026, 11, 1)), (date(2026, 12, 20), date(2027, 1, 3))), date(2027, 2, 12))
DE_L_ILE = Vacances(((date(2026, 3, 28), date(2026, 4, 6)), (date(2026, 7, 11), date(2026, 8, 16)),
                     (date(2026, 12, 19), date(2027, 1, 25))), date(2027, 1, 31))
FRANCE = Calendrier("FR", (), "Europe/Paris", ZONE_B)
ALSACE = Calendrier("FR", ("easter -2 days", "Dec 26"), "Europe/Paris", ZONE_B)
REUNION = Calendrier("FR", ("Dec 20",), "Indian/Reunion", DE_L_ILE)
BAS_RHIN = {"lat": 48.58, "lon": 7.75, "address": {"country_code": "fr", "state": "Bas-Rhin"}}
GRAND_EST = {"lat": 48.58, "lon": 7.75, "address": {"country_code": "fr", "state": "Grand Est"}}
GIRONDE = {"lat": 44.84, "lon": -0.58, "address": {"country_code": "fr", "state": "Gironde"}}

# The two nights when clocks change, the holidays of spring, a plain summer, and a new year with a week 53.
FENETRES = (
    (date(2026, 3, 20), date(2026, 3, 29)),
    (date(2026, 3, 31), date(2026, 4, 12)),
    (date(2026, 4, 28), date(2026, 6, 2)),
    (date(2026, 7, 1), date(2026, 8, 20)),
    (date(2026, 10, 20), date(2026, 11, 14)),
    (date(2026, 12, 18), date(2027, 1, 20)),
)

JOURS = (
    "lundi", "mardi et jeudi", "lundi au vendredi", "lundi, mercredi, vendredi", "tous les jours", "week-end",
    "tous les jours sauf dimanche", "premier samedi du mois", "2e et 4e mardi du mois", "dernier vendredi du mois",
    "lundi des semaines paires", "semaines impaires, jeudi", "samedi, dimanche et jours fériés",
    "vacances scolaires, lundi au vendredi", "vacances scolaires, samedi", "mercredi hors vacances scolaires",
)  # fmt: skip
SAISONS = (
    "de septembre à juin", "en juillet et août", "du 1er octobre au 30 avril", "d'avril à octobre",
    "du 10 juillet 2026 au 1er septembre 2026", "en 2026", "du 24 décembre 2026 au 3 janvier 2027",
)  # fmt: skip
HEURES = (
    "9h-12h, 14h-17h30", "10h-12h", "8h30-13h", "19h-2h", "22h-6h", "24h/24", "19h-", "9h-12h, 18h-", "heures à confirmer",
    "9h-12h sur rendez-vous", "9h-12h sinon sur rendez-vous", "sur rendez-vous", "9h-12h, 14h-17h sur rendez-vous", "fermé",
    "0h30-5h", "3h30-8h", "21h-minuit", "après-midi",
)  # fmt: skip
EXCEPTIONS = (
    "jours fériés", "dernier vendredi du mois", "en août, lundi", "lundi de Pentecôte", "le 1er mai", "le 14 juillet 2026",
    "les 24 et 31 décembre", "veilles de jours fériés", "en août", "vacances scolaires", "vacances scolaires, mercredi",
)  # fmt: skip
OSM = (
    "24/7",
    "24/7; PH off",
    "24/7 unknown",
    "Mo-Fr 09:00-12:00,14:00-17:30; Sa[1] 10:00-12:00; PH off",
    "Mo-Fr 10:00-14:00, We 12:00-16:00",
    "Mo-Fr 10:00-12:00, We 14:00-16:00; PH 10:00-11:00",
    "Mo-Fr 09:00-17:00; We 12:00-13:00 off",
    "Mo-Sa 08:00-19:00; easter -2 days off; Dec 26 off",
    "PH,Sa 09:00-10:00",
    "Mo-Fr 09:00-12:00 \"rdv\"; PH off",
    "week 53 Mo-Su 10:00-11:00; week 01-10 Tu 10:00-11:00",
    "2026 Jul,Aug Mo 10:00-12:00; PH off",
    "Fr-Mo 20:00-03:00; PH off; Dec 24,31 off",
    "Mo[1,-1] 10:00-12:00; Mo[5] 14:00-15:00; PH off",
    "Mo-Su 22:00-26:00; We off; PH off",
    "Mo-Su 22:00-04:00; We 09:00-12:00; Sa 23:00-24:00; PH off",
    "PH off; Sa-Su 10:00-12:00",
    "Mo-Fr 09:00+; PH off",
    "Mo-Fr 09:00-12:00,14:00-17:00; SH off; PH off",
    "SH Mo-Fr 10:00-12:00",
    "We 14:00-18:00; SH Mo-Fr 10:00-18:00; PH off",
    "Fr-Mo 20:00-03:00; SH Sa[1,3] 22:00-26:00; SH PH off",
    "un mercredi sur deux, depuis le 7 janvier 2026: 22h-2h ; lundi 9h-12h",
    "une semaine sur deux, depuis le 20 mars 2026, mardi au samedi: 9h-12h, 14h- ; jours fériés: 10h-11h",
    "week 02-53/2 SH Mo-Tu 09:00-10:00; Jul SH We 14:00-16:00 unknown \"rdv\"",
)


def horaires_melanges() -> list[Horaires]:
    """Some hundred readable combinations of days, seasons, hours and exceptions, the same in every run."""
    hasard = random.Random(2)
    resultat = [lire(valeur) for valeur in OSM]
    while len(resultat) < 120:
        lignes = {hasard.choice(JOURS): hasard.choice(HEURES)}
        lignes[hasard.choice(JOURS)] = hasard.choice(HEURES)
        if hasard.random() < 0.5:
            lignes[f"{hasard.choice(SAISONS)}, {hasard.choice(JOURS[:8])}"] = hasard.choice(HEURES)
        if hasard.random() < 0.6:
            lignes[hasard.choice(EXCEPTIONS)] = hasard.choice((*HEURES[:4], "fermé", "fermé"))
        if hasard.random() < 0.3:
            lignes["jours fériés"] = hasard.choice(("fermé", "comme d'habitude", "10h-12h"))
        try:
            horaires = lire(lignes)
        except HorairesIllisibles:
            continue
        if hasard.random() < 0.4:
            service = {hasard.choice(JOURS): hasard.choice(HEURES)}
            if hasard.random() < 0.3:
                service[hasard.choice(EXCEPTIONS)] = hasard.choice(("fermé", "10h-12h"))
            try:
                horaires = composer(horaires, lire(service), [])
            except HorairesIllisibles:
                continue
        if hasard.random() < 0.3:
            du = date(2026, 3, 25) + timedelta(hasard.randrange(300))
            horaires = composer(horaires, None, [Fermeture(du, du + timedelta(hasard.randrange(14)), "congés")])
        resultat.append(horaires)
    return resultat


def minuit(jour: date, calendrier: Calendrier = ALSACE) -> datetime:
    return datetime.combine(jour, time(), calendrier.zone).astimezone(UTC)


def npm(demandes: list[tuple[str, date, date]], nominatim: dict, calendrier: Calendrier = ALSACE) -> list:
    questions = [
        {"osm": osm, "du": minuit(du, calendrier).isoformat(), "au": minuit(au + timedelta(1), calendrier).isoformat(),
         "nominatim": nominatim}
        for osm, du, au in demandes
    ]
    reponse = subprocess.run(
        [NODE, Path(__file__).with_name("moteur.cjs"), PAQUET],
        input=json.dumps(questions),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "TZ": calendrier.fuseau},
    )
    return json.loads(reponse.stdout)


def etats(passages) -> list[tuple[datetime, datetime, str]]:
    """(start, end, state), where neighbours in one state are one, whatever their comments."""
    resultat: list[tuple[datetime, datetime, str]] = []
    for debut, fin, vu in passages:
        if resultat and resultat[-1][1:] == (debut, vu):
            resultat[-1] = (resultat[-1][0], fin, vu)
        else:
            resultat.append((debut, fin, vu))
    return resultat


def etats_npm(reponse: list) -> list:
    return etats(
        (datetime.fromisoformat(debut), datetime.fromisoformat(fin),
         "rendez-vous" if commentaire == "sur rendez-vous" else "inconnu" if inconnu else "ouvert")
        for debut, fin, inconnu, commentaire in reponse
    )


def nos_etats(horaires: Horaires, calendrier: Calendrier, du: date, au: date) -> list:
    return etats((i.debut, i.fin, i.etat) for i in intervalles(horaires, calendrier, du, au))


@pytest.fixture(scope="module")
def melanges() -> list[Horaires]:
    return horaires_melanges()


@pytest.mark.parametrize(("calendrier", "nominatim"), [(FRANCE, GIRONDE), (ALSACE, BAS_RHIN), (REUNION, GIRONDE)],
                         ids=["metropolitan", "Alsace-Moselle", "overseas"])
def test_both_engines_read_the_evaluated_string_alike(melanges, calendrier, nominatim):
    cas = [(horaires, du, au) for horaires in melanges for du, au in FENETRES]
    reponses = npm([(osm_evaluable(h, calendrier, du, au), du, au) for h, du, au in cas], nominatim, calendrier)
    ecarts = [
        (osm_evaluable(horaires, calendrier, du, au), du, set(etats_npm(reponse)) ^ set(nos_etats(horaires, calendrier, du, au)))
        if isinstance(reponse, list)
        else reponse
        for (horaires, du, au), reponse in zip(cas, reponses, strict=True)
        if not isinstance(reponse, list) or etats_npm(reponse) != nos_etats(horaires, calendrier, du, au)
    ]
    assert len(cas) == 720
    assert ecarts == [], ecarts[0]


@pytest.mark.parametrize(("calendrier", "nominatim"), [(FRANCE, GIRONDE), (ALSACE, BAS_RHIN)])
def test_the_published_value_means_to_npm_what_it_means_to_us(calendrier, nominatim):
    valeurs = [
        "Mo-Fr 09:00-12:00,14:00-17:30; Sa[1] 10:00-12:00; PH off",
        "Mo-Sa 10:00-18:00; PH 10:00-12:00",
        "Sa-Su,PH 12:00-20:00; Fr 19:00-24:00",
        "Mo-Fr 09:00-12:00; PH -1 day 09:00-10:00; PH off",
        "Oct 01-Apr 30 Th 20:30-21:30; PH off",
        "week 02-53/2 Mo 10:00-12:00; PH off",
        "Mo-Su 09:00-20:00; 2026 Dec 24-2027 Jan 03 off \"congés\"; PH off",
        "Tu unknown \"heures à confirmer\"; We 14:00-16:00 open \"sur rendez-vous\"; PH off",
    ]
    cas = [(lire(valeur), du, au) for valeur in valeurs for du, au in FENETRES]
    reponses = npm([(horaires.osm, du, au) for horaires, du, au in cas], nominatim)
    for (horaires, du, au), reponse in zip(cas, reponses, strict=True):
        assert etats_npm(reponse) == nos_etats(horaires, calendrier, du, au), horaires.osm


@pytest.mark.parametrize("valeur", [
    "Mo-Fr 09:00-12:00,14:00-17:30; SH off; PH off",
    "SH Mo-Fr 10:00-12:00; PH off",
    "We 14:00-18:00; SH Mo-Fr 10:00-18:00; PH off",
    "Mo-Fr 09:00-12:00; SH,PH off",
    "Mo-Sa 09:00-17:00; SH Sa off; SH We 14:00-16:00; PH off",
])
def test_npm_s_own_school_holidays_are_read_as_ours(valeur):
    # It knows them to the end of 2026, and begins them the day after the last class, as the Ministry says.
    cas = [(lire(valeur), du, au) for du, au in FENETRES[:-1]]
    for (horaires, du, au), reponse in zip(cas, npm([(h.osm, du, au) for h, du, au in cas], GRAND_EST), strict=True):
        assert isinstance(reponse, list), reponse
        assert etats_npm(reponse) == nos_etats(horaires, FRANCE, du, au), (horaires.osm, du)


def test_the_state_at_a_moment_is_that_of_the_interval_around_it(melanges):
    hasard = random.Random(3)
    for horaires in melanges:
        du, au = hasard.choice(FENETRES)
        tous = intervalles(horaires, ALSACE, du, au)
        for _ in range(6):
            instant = minuit(du) + timedelta(minutes=hasard.randrange((au - du).days * 1440))
            attendu = next((i.etat for i in tous if i.debut <= instant < i.fin), "ferme")
            assert etat(horaires, ALSACE, instant)[0] == attendu, horaires.osm


def test_the_next_change_is_the_first_instant_with_another_state(melanges):
    for horaires in melanges[:60]:
        instant = datetime(2026, 10, 24, 12, 7, tzinfo=UTC)
        change = prochain_changement(horaires, ALSACE, instant)
        actuel = etat(horaires, ALSACE, instant)[0]
        if change:
            assert etat(horaires, ALSACE, change)[0] != actuel, horaires.osm
            assert etat(horaires, ALSACE, change - timedelta(minutes=1))[0] == actuel, horaires.osm
