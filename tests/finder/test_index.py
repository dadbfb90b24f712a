"""What the index holds, and what it must never hold."""

from __future__ import annotations

import json
from datetime import date, timedelta

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.horaires import Calendrier, lire
from quifaitquoi.langues import langue
from quifaitquoi.site.pages.trouver import index, mots
from quifaitquoi.site.pages.trouver.heures import Grilles
from quifaitquoi.site.pages.trouver.index import donnees
from quifaitquoi.site.pages.trouver.unites import unites


def test_a_withheld_address_has_a_zone_and_no_position(territoire):
    retenues = [vue for vue in territoire.fiches.values() if vue.fiche.confidentialite]
    assert retenues
    for vue in retenues:
        assert all(u.position is None and u.arret is None for u in unites(vue))


def test_the_same_territory_gives_the_same_bytes(port_exemple, aujourdhui, territoire):
    encore = enrichir(verifier(port_exemple, aujourdhui).directory, aujourdhui)
    assert index(territoire, langue("fr")) == index(encore, langue("fr"))


def test_every_word_of_the_browser_is_in_the_index(territoire):
    import re

    from quifaitquoi.site.pages.trouver.fichiers import STATIC
    mots = donnees(territoire, langue("fr"))[0]["mots"]
    js = "\n".join(fichier.read_text("utf-8") for fichier in STATIC.glob("*.js"))
    dits = set(re.findall(r"""\b(?:mot|compte)\("(\w+)"[,)]""", js))
    assert dits and dits <= mots.keys(), dits - mots.keys()


def test_what_a_card_says_of_a_condition_needs_no_question_before_it(territoire):
    conditions = donnees(territoire, langue("fr"))[0]["conditions"]
    dites = {nom: list(valeurs.values()) for nom, (_place, _masque, _filtre, valeurs) in conditions.items()}
    assert dites["plain_pied"] == ["Sans marche"] and dites["animaux"] == ["Animaux acceptés"]
    assert not {"oui", "non", "en partie"} & {dit for suite in dites.values() for dit in suite}


def test_numbers_have_a_form_for_each_plural_of_the_language(territoire):
    formes = donnees(territoire, langue("ar"))[0]["mots"]["resultats"]
    assert formes.keys() == {"zero", "one", "two", "few", "many", "other"}


def test_a_script_holds_nothing_that_could_end_it(territoire):
    for partie in index(territoire, langue("fr")).values():
        assert "<" not in partie and "\u2028" not in partie


def test_hours_that_are_equal_are_written_once():
    grilles = Grilles(Calendrier(), date(2026, 11, 20))
    assert grilles.numero(lire("Mo-Fr 09:00-12:00; PH off")) == grilles.numero(lire("Mo-Fr 09:00-12:00; PH off")) == 1
    assert grilles.numero(None) == 0
    assert len(grilles.donnees(langue("fr"))["semaines"]) == 1


def test_a_plain_week_is_seven_numbers_and_its_holidays():
    code = Grilles(Calendrier(), date(2026, 8, 20))
    code.numero(lire("Mo-Fr 09:00-12:00; PH off"))
    # All Saints' Day is a Sunday in 2026: of the autumn's holidays only the 11th of November changes anything.
    semaine = code.donnees(langue("fr"))["semaines"][0]
    assert semaine[:7] == [semaine[0]] * 5 + [0, 0]
    assert semaine[7:] == [(date(2026, 11, 11) - date(2026, 8, 19)).days, 1, 0]


def test_a_stop_counts_between_its_dates_only():
    grilles = Grilles(Calendrier(), date(2026, 11, 20))
    grilles.numero(lire("24/7"), date(2026, 12, 1), date(2026, 12, 3))
    donnees_ = json.loads(json.dumps(grilles.donnees(langue("fr"))))
    code = donnees_["semaines"][0]
    assert code[7:9] == [(date(2026, 12, 1) - grilles.du).days, 3]
    assert grilles.du == date(2026, 11, 20) - timedelta(1)


def test_a_card_writes_where_nobody_can_be_called(territoire):
    def messages(code):
        return [numero for numero in donnees(territoire, langue(code))[1]["tel"] if numero.startswith("sms:")]

    assert messages("fr") == ["sms:114|Envoyer un SMS au 114"]
    assert messages("ar") == ["sms:114|إرسال رسالة قصيرة (SMS) إلى 114"]


def test_each_word_of_the_browser_has_a_key_of_its_own():
    listes = [mots.STATUT, mots.CARTES, mots.TROUVER, mots.NOMBRES]
    cles = [cle for liste in listes for cle in liste]
    assert sorted(cles) == sorted(set(cles))
