"""Whatever anyone types: hours or sentences, never anything else; and what was read stays what it is."""

from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from quifaitquoi.horaires import (
    Calendrier,
    Horaires,
    HorairesIllisibles,
    Vacances,
    etat,
    intervalles,
    lire,
    phrase,
    prochain_changement,
    semaine,
    suspects,
)
from quifaitquoi.langues import langue

# The calendar of the school holidays ends among the days that are asked for.
VACANCES = Vacances(((date(2026, 7, 5), date(2026, 8, 31)), (date(2026, 12, 20), date(2027, 1, 3))), date(2026, 12, 31))
ALSACE = Calendrier("FR", ("easter -2 days", "Dec 26"), "Europe/Paris", VACANCES)
FR, AR = langue("fr"), langue("ar")

MORCEAUX = st.sampled_from(
    "Mo Fr Sa[1] We[-1] Tu[2,4] PH SH easter Jul Dec 24 Feb 29 2026 2099 9999 week 02-53/2 09:00 12:00 26:00 9:5 + - , ; : || / "
    'off unknown open "x" " 24/7 [ ] day days -2 +1 sunrise lundi mardi au vendredi et le premier dernier samedi du mois semaines '
    "paires fériés veilles 1er mai août en de à jusqu' sauf 9h-12h 14h 17h30 25h midi minuit 19h- fermé sur rendez-vous "
    "vacances scolaires hors pendant "
    "à confirmer tous les jours 24h/24 7j/7 ² ٣ é \u00a0 – ’ \u0000 0 00 1e9".split(" ")
)
SOUPE = st.lists(MORCEAUX, max_size=14).map(" ".join) | st.lists(MORCEAUX, max_size=14).map("".join)
TEXTE = st.text(max_size=80) | SOUPE

JOURS = st.sampled_from(
    ["lundi", "mardi et jeudi", "lundi au vendredi", "week-end", "premier samedi du mois", "dernier lundi du mois",
     "jours fériés", "en juillet et août, mardi", "le 24 décembre 2026", "du 1er octobre au 30 avril", "semaines paires, jeudi",
     "vacances scolaires", "vacances scolaires, lundi au vendredi", "mercredi hors vacances scolaires"]
)  # fmt: skip
HEURES = st.sampled_from(["fermé", "heures à confirmer", "sur rendez-vous", "24h/24"]) | st.lists(
    st.tuples(st.integers(0, 23), st.integers(0, 59), st.integers(0, 24)), min_size=1, max_size=3
).map(lambda plages: ", ".join(f"{a}h{b:02d}-{c}h" for a, b, c in plages))


def lu(valeur) -> Horaires | None:
    """The hours, or None where they are refused with sentences."""
    try:
        return lire(valeur)
    except HorairesIllisibles as erreur:
        assert erreur.fautes
        for faute in erreur.fautes:
            assert faute.message and "\n" not in faute.message and len(faute.message) < 600
        return None


def tout_essayer(horaires: Horaires) -> None:
    instant = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    etat(horaires, ALSACE, instant)
    prochain_changement(horaires, ALSACE, instant)
    fins = [i.fin for i in intervalles(horaires, ALSACE, date(2026, 12, 20), date(2027, 1, 5))]
    assert fins == sorted(fins)
    assert phrase(horaires, FR) and phrase(horaires, AR) and semaine(horaires, FR) and semaine(horaires, AR)
    suspects(horaires)
    assert lire(horaires.osm).osm == horaires.osm


@given(TEXTE)
@settings(max_examples=150)
def test_any_text_gives_hours_or_sentences(texte):
    if horaires := lu(texte):
        tout_essayer(horaires)


@given(st.dictionaries(TEXTE, TEXTE, max_size=4))
@settings(max_examples=100)
def test_any_mapping_gives_hours_or_sentences(lignes):
    if horaires := lu(lignes):
        tout_essayer(horaires)


@given(st.dictionaries(JOURS, HEURES, min_size=1, max_size=5))
@settings(max_examples=100)
def test_french_becomes_a_value_that_says_the_same_sentence(lignes):
    if horaires := lu(lignes):
        tout_essayer(horaires)
        relu = lire(horaires.osm)
        assert phrase(relu, FR) == phrase(horaires, FR)
        assert semaine(relu, FR) == semaine(horaires, FR)


@given(st.dictionaries(JOURS, HEURES, min_size=2, max_size=4), st.randoms())
@settings(max_examples=100)
def test_the_order_of_french_lines_does_not_matter(lignes, hasard):
    melange = list(lignes.items())
    hasard.shuffle(melange)
    un, autre = lu(lignes), lu(dict(melange))
    assert (un is None) == (autre is None)
    if un:
        # Lines that name as many days keep their order, and never share a day.
        assert set(un.regles) == set(autre.regles)
        du, au = date(2026, 6, 25), date(2026, 7, 20)
        assert intervalles(un, ALSACE, du, au) == intervalles(autre, ALSACE, du, au)
