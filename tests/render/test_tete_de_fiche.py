"""The head of a page: when, where, what decides and the price, before the story."""

from __future__ import annotations

import re

from fiche_complete import COMPLETE
from lecture_de_page import lu


def tete(page: str) -> str:
    return lu(page[page.index('<ul class="faits en-bref">'):page.index('<section class="question"')])


def test_the_head_says_when_where_what_decides_and_the_price_before_the_story(fiche):
    dit = tete(fiche(**{**COMPLETE, "acces": {"rendez_vous": "obligatoire", "documents": ["piece-d-identite"]}}))
    dans_l_ordre = [dit.index(mot) for mot in ("Le lundi de 9 h à 12 h", "3 rue des Exemples", "Sur rendez-vous", "Gratuit")]
    assert dans_l_ordre == sorted(dans_l_ordre)


def test_a_closure_in_force_stands_before_the_hours_at_the_head_and_one_to_come_does_not(fiche):
    dit = tete(fiche(**COMPLETE, fermetures=[{"du": "2026-10-01"}, {"du": "2027-03-01", "au": "2027-03-05"}]))
    assert dit.index("Fermé à partir du 1er octobre 2026, jusqu'à nouvel ordre") < dit.index("Le lundi de 9 h à 12 h")
    assert "mars 2027" not in dit


def test_hours_of_services_and_stops_count_at_the_head(fiche):
    services = [{"quoi": "douche", "horaires": {"mardi": "14h-16h"}}, {"quoi": "laverie", "nom": "Lave-linge"}]
    assert "Douche : Le mardi de 14 h à 16 h" in tete(fiche(services=services))
    dit = tete(fiche(horaires={"lundi": "9h-12h"}, services=services))
    assert "Le lundi de 9 h à 12 h" in dit and "Certains services ont leurs propres heures, plus bas." in dit
    tournee = [{"lieu": f"Place {n}", "horaires": {"jeudi": "19h-20h"}} for n in range(1, 6)]
    dit = tete(fiche(genre="equipe-mobile", tournee=tournee))
    assert "Place 3 : Le jeudi de 19 h à 20 h" in dit and "Place 4" not in dit and "et 2 autres horaires, plus bas" in dit


def test_the_one_service_of_a_fiche_speaks_for_it_at_the_head(fiche):
    service = {"quoi": "douche", "acces": {"rendez_vous": "obligatoire"}, "cout": "payant"}
    assert "Sur rendez-vous" in tete(fiche(services=[service])) and "Il faut payer" in tete(fiche(services=[service]))


def test_what_is_not_in_service_has_no_hours_at_its_head(fiche):
    assert "en-bref" not in fiche(**COMPLETE, etat={"statut": "ferme"})


def test_a_day_that_was_only_read_is_unknown_where_nothing_was_said_of_it(fiche):
    semaine = re.compile(r'<table class="semaine.*?</table>', re.S)
    lue = lu(semaine.search(fiche(horaires={"jeudi": "10h-12h"}))[0])
    verifiee = lu(semaine.search(fiche(**{**COMPLETE, "horaires": {"jeudi": "10h-12h"}}))[0])
    assert lue.count("non renseigné") == 6 and "fermé" not in lue
    assert verifiee.count("fermé") == 6
    dite = lu(semaine.search(fiche(horaires={"jeudi": "10h-12h", "autres jours": "fermé"}))[0])
    assert dite.count("fermé") == 6


def test_situations_are_one_or_the_other(fiche):
    page = lu(fiche(publics={"situations": ["etudiants", "entourage"]}))
    assert "Pour : Étudiants ou proches" in page


def test_the_date_at_the_head_is_that_of_the_facts_that_decide(fiche):
    sources = [{"adresse": "https://a.example.org/", "date": "2012", "pour": ["contact"]},
               {"adresse": "https://b.example.org/", "date": "2019-10", "pour": ["presentation"]}]
    assert "D'après une page de 2012, non vérifié" in lu(fiche(contact={"telephone": "02 61 91 00 01"}, sources=sources))
    assert "D'après une page d'octobre 2019, non vérifié" in lu(fiche(sources=sources[1:]))


def test_nobody_is_told_to_pass_by_where_only_professionals_may_ask(fiche):
    adresse = {"voie": "3 rue des Exemples", "commune": "Essai"}
    assert "Passez pour demander." in lu(fiche(adresse=adresse))
    assert "Passez pour demander." not in lu(fiche(adresse=adresse, acces={"par": ["professionnels"]}))


def test_the_head_says_who_must_send_you_and_the_page_who_may(fiche):
    envoye = {"oriente_par": ["travailleur-social", "mairie"]}
    assert "Il faut être envoyé par : un travailleur social ou la mairie" in tete(fiche(**{**COMPLETE, "acces": envoye}))
    page = fiche(**{**COMPLETE, "acces": {**envoye, "par": ["personnes", "professionnels"]}})
    assert "On peut aussi être envoyé par : un travailleur social ou la mairie" in lu(page)
    assert "envoyé" not in tete(page)


def test_whoever_runs_a_place_can_be_reached_where_the_place_says_nothing(fiche):
    assert "https://ville.example.org" in fiche(organisme="ville")
    assert "https://ville.example.org" not in fiche(organisme="ville", contact={"telephone": "02 61 91 00 01"})
    assert "https://ville.example.org" not in fiche(organisme="ville", confidentialite="adresse-non-publiee")


def test_the_head_of_a_page_writes_where_nobody_can_be_called(fiche):
    page = fiche(genre="telephone", contact={"sms": "114"})
    tete = page[:page.index("</header>")]
    assert 'href="sms:114"' in tete and "Envoyer un SMS au 114" in lu(tete)
    assert "tel:114" not in page
