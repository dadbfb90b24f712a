"""Whom one meets, on which dates, for how long, from where: said on a page as long as it is true, and of nobody in particular."""

from __future__ import annotations

import pytest
from lecture_de_page import lu


def test_the_next_dates_stand_at_the_head_and_those_that_have_passed_nowhere(fiche):
    session = {"le": "2026-12-03", "au": "2026-12-05", "precision": "le matin"}
    page = lu(fiche(prochaines_dates=["2026-11-19", "2026-11-20", session]))
    tete = page[:page.index("Qu'est-ce que c'est")]
    assert "Prochaine date : 20 novembre 2026" in tete and "Horaires inconnus" not in tete
    assert "Puis : du 3 décembre 2026 au 5 décembre 2026, le matin" in page
    assert "19 novembre" not in page


def test_a_session_that_began_is_over_after_its_last_day_only(fiche):
    assert "du 18 novembre" in lu(fiche(prochaines_dates=[{"le": "2026-11-18", "au": "2026-11-20"}]))
    assert "novembre" not in lu(fiche(prochaines_dates=[{"le": "2026-11-17", "au": "2026-11-19"}])).partition("Quand ?")[2][:300]


def test_once_all_dates_have_passed_the_page_says_that_the_hours_are_not_known(fiche):
    assert "Horaires inconnus" in lu(fiche(prochaines_dates=["2026-11-19"]))


def test_dates_come_in_the_order_of_days_however_they_are_written(fiche):
    page = lu(fiche(services=[{"quoi": "douche", "prochaines_dates": ["2026-12-17", "2026-12-03"]}]))
    assert page.index("Prochaine date : 3 décembre 2026") < page.index("Puis : 17 décembre 2026")


def test_a_team_says_its_trades_together_and_those_that_come_on_some_days_apart(fiche):
    interprete = {"metier": "interprete", "langues": ["ar"], "horaires": {"mardi": "14h-17h"}}
    page = lu(fiche(equipe=["juriste", interprete, "psychologue"]))
    assert "Dans l'équipe : juriste et psychologue" in page
    assert "Dans l'équipe : interprète · arabe (العربية) · le mardi de 14 h à 17 h" in page


def test_a_delay_and_a_stay_are_said_in_classes_then_in_the_words_of_the_place(fiche):
    page = lu(fiche(acces={"delai_environ": "ce-mois", "delai": "Trois semaines",
                           "duree_environ": "une-nuit", "renouvelable": "oui"}))
    assert "Délai : moins d'un mois · Trois semaines" in page
    assert "Durée : une nuit · on peut demander à rester plus longtemps" in page


@pytest.mark.parametrize(("bloc", "dit"), [
    ({"publics": {"communes": ["Essai", "Port-Voisin"]}}, "Pour qui habite : Essai ou Port-Voisin"),
    ({"publics": {"accueil": "exclusif", "communes": ["Essai"]}},
     "Réservé à certaines personnes : demandez Pour qui habite : Essai"),
    ({"acces": {"a_la_sortie": ["sans-attente"]}}, "Sans attente à la sortie (prison, hôpital, foyer)"),
    ({"acces": {"inscription": "sur-place-le-matin"}}, "On s'inscrit sur place le matin, pour la journée"),
    ({"langues": {"interprete": ["ar"], "interprete_delai": "sur-reservation"}}, "Interprète : à demander avant de venir"),
    ({"publics": {"enfants": {"max": 3}}}, "Enfants : Jusqu'à 3 ans"),
    ({"cout": {"tarif": "participation", "part_du_revenu_max": 20}},
     "Une participation est demandée · 20 % de vos revenus au plus")])
def test_each_is_said_in_its_words(fiche, bloc, dit):
    assert dit in lu(fiche(**bloc))


def test_what_is_for_professionals_is_folded_after_all_that_is_for_people(fiche):
    page = fiche(contact={"telephone": "02 61 91 00 01"}, pour_les_professionnels=["avis-par-telephone", "visite"])
    debut = page.index('<details class="replie">')
    assert page.index("Comment appeler") < debut < page.index('id="verifie"')
    assert "Avis par téléphone" in page[debut:page.index("</details>", debut)] and "Avis par téléphone" not in page[:debut]
    assert "<details class=\"replie\">" not in fiche()
