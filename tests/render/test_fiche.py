"""The page of a fiche: its questions in their order, what nobody knows, and what must not pass for fresh."""

from __future__ import annotations

import re
from urllib.parse import unquote

from fiche_complete import COMPLETE
from lecture_de_page import lu

from quifaitquoi.annuaire.model.lieu import Adresse
from quifaitquoi.langues import langue
from quifaitquoi.site.sommaire import planifier


def questions(page: str) -> list[str]:
    return re.findall(r'<section class="question" id="([\w-]+)"', page)


def test_a_page_answers_in_the_order_people_ask(fiche):
    assert questions(fiche(**COMPLETE)) == [
        "quoi", "pour-qui", "entrer", "quand", "ou", "langues", "appeler", "verifie", "erreur"]


def test_what_comes_back_each_year_says_so(fiche):
    assert "Une partie de l'année seulement : dates à vérifier" in lu(fiche(etat={"statut": "saisonnier"}))
    assert "reprend le 10 juillet 2027" in lu(fiche(etat={"statut": "saisonnier", "depuis": "2027-07-10"}))
    assert "devait reprendre en juillet 2026, à vérifier" in lu(fiche(etat={"statut": "saisonnier", "depuis": "2026-07"}))


def test_a_suspension_whose_end_is_past_says_the_day_it_should_have_ended(fiche):
    assert "jusqu'au 15 juin 2026 : peut-être fini, à vérifier" in lu(fiche(etat={"statut": "suspendu", "jusqu_au": "2026-06-15"}))
    assert "jusqu'à juin 2026 : peut-être fini, à vérifier" in lu(fiche(etat={"statut": "suspendu", "jusqu_au": "2026-06"}))


def test_a_sparse_page_says_once_and_together_what_nobody_knows(fiche):
    page = fiche()
    assert questions(page) == ["quoi", "quand", "ou", "appeler", "verifie", "erreur"]
    assert ("Il nous manque : présentation, pour qui, comment entrer, papiers à apporter, prix, horaires, rue, "
            "position sur la carte, accessibilité, langues et téléphone." in lu(page))
    assert "Cela ne veut pas dire non." in lu(page)


def test_unknown_is_not_no(fiche):
    page = lu(fiche(accessibilite={"plain_pied": "non"}))
    assert "Sans marche : non" in page
    assert "Nous ne savons pas encore : Ascenseur · Toilettes adaptées" in page
    assert "Ascenseur : non" not in page


def test_no_paper_asked_is_not_papers_unknown(fiche):
    assert "Aucun document à apporter" in lu(fiche(acces={"documents": "aucun"}))
    inconnu = lu(fiche(acces={"rendez_vous": "sans"}))
    assert "Aucun papier" not in inconnu and "papiers à apporter" in inconnu


def test_hours_that_were_only_read_say_when_and_to_call_first(fiche):
    page = lu(fiche(horaires={"lundi": "9h-12h"}, contact={"telephone": "02 61 91 00 01"},
                    sources=[{"adresse": "https://a.example.org/", "date": "2013", "pour": ["horaires"]},
                             {"adresse": "https://b.example.org/", "date": "2021-05"}]))
    assert "Horaires lus sur une page de 2013, non vérifiés : appelez avant de venir" in page
    assert "D'après une page de 2013, non vérifié" in page
    assert "Personne n'a encore demandé à ce lieu si cette page est juste." in page


def test_a_number_for_emergencies_is_not_doubted_and_never_closes_in_one_line(pages):
    urgences = [{"numero": "115", "nom": "Abri", "pour": "Vous ne savez pas où dormir", "fiche": "ligne"}]
    ligne = {"genre": "telephone", "horaires": "24/7", "contact": {"telephone": "115"}}
    vues = pages({"ligne": ligne, "autre": ligne}, urgences=urgences)
    urgence, autre = vues["fiches/ligne/index.html"], vues["fiches/autre/index.html"]
    assert "ont pu changer" not in lu(urgence) and "ont pu changer" in lu(autre)
    assert "24 heures sur 24, 7 jours sur 7" in lu(urgence) and "semaine" not in re.findall(r'<table class="(\w+)', urgence)


def test_hours_from_a_page_without_a_date_say_so(fiche):
    page = lu(fiche(horaires={"lundi": "9h-12h"}, sources=[{"adresse": "https://a.example.org/"}]))
    assert "Horaires lus sur une page sans date, non vérifiés : c'est peut-être fermé" in page


def test_nobody_is_told_to_ask_where_there_is_no_way_to(fiche):
    def dit(**contact):
        return lu(fiche(contact=contact or None))

    assert "Avant de venir : appelez." in dit(telephone="02 61 91 00 41")
    assert "Avant de venir : renseignez-vous." in dit(courriel="accueil@maison.example.org")
    assert "Nous ne connaissons pas de numéro pour ce lieu : c'est peut-être fermé." in dit() and "renseignez-vous" not in dit()


def test_hours_verified_too_long_ago_are_to_be_verified_again(fiche):
    page = lu(fiche(**{**COMPLETE, "verification": {"le": "2025-03-11", "comment": "visite", "par": "equipe"}}))
    assert "Vérifié le 11 mars 2025, à revérifier" in page
    assert "Horaires vérifiés le 11 mars 2025, à revérifier : appelez avant de venir" in page
    assert "À revérifier (c'était prévu le 11 septembre 2025)" in page


def test_hours_verified_in_time_need_no_warning(fiche):
    page = lu(fiche(**COMPLETE))
    assert "Vérifié le 2 octobre 2026" in page and "non vérifi" not in page and "avant de venir" not in page


def test_no_page_says_that_a_place_is_open_now(fiche):
    assert not re.search(r"\bouvert (maintenant|en ce moment|actuellement)", lu(fiche(**COMPLETE)), re.I)


def test_a_doubt_stands_beside_the_fact_and_only_there(fiche):
    page = fiche(**COMPLETE, a_confirmer=[{"champ": "contact.telephone", "pourquoi": "deux numéros"},
                                          {"champ": "horaires", "pourquoi": "le jeudi peut-être"}])
    parts = dict(re.findall(r'<section class="question" id="([\w-]+)"(.*?)</section>', page, re.S))
    assert "deux numéros" in parts["appeler"] and "le jeudi peut-être" in parts["quand"]
    assert page.count("deux numéros") == 1 and page.count("le jeudi peut-être") == 1


def test_a_doubt_about_a_service_stands_in_that_service(fiche):
    page = fiche(**{**COMPLETE, "services": [{"quoi": "douche"}, {"quoi": "laverie"}]},
                 a_confirmer=[{"champ": "services[2].horaires", "pourquoi": "le soir peut-être"},
                              {"champ": "organisme", "pourquoi": "deux noms"}])
    laverie = page[page.index('id="service-2"'):]
    assert "le soir peut-être" in laverie[:laverie.index("</li>")]
    assert "deux noms" not in page[:page.index('<section class="question"')] and page.count("deux noms") == 1


def test_a_source_names_in_words_whatever_it_is_for(fiche):
    sources = [{"adresse": "https://a.example.org/", "date": "2019", "pour": ["services[1].quoi", "contact.telephone"]}]
    page = lu(fiche(contact={"telephone": "02 61 91 00 01"}, sources=sources))
    assert "dit : services et téléphone" in page and "services[" not in page


def test_a_doubt_about_anything_else_is_not_lost(fiche):
    assert "À confirmer : allez savoir" in lu(fiche(a_confirmer=[{"champ": "sources", "pourquoi": "allez savoir"}]))


def test_a_closure_that_is_over_is_not_shown(fiche):
    page = lu(fiche(fermetures=[{"du": "2026-08-01", "au": "2026-08-31", "motif": "été"},
                                {"du": "2026-12-24", "au": "2027-01-03", "motif": "congés"}]))
    assert "Fermé du 24 décembre 2026 au 3 janvier 2027 · congés" in page and "été" not in page


def test_a_service_says_only_what_is_its_own(fiche):
    page = fiche(**{**COMPLETE, "services": [{"quoi": "douche", "horaires": {"mardi": "9h-11h30"}}, {"quoi": "laverie"}]})
    premier, second = re.search(r'<ul class="services">(.*?)</ul>\s*(?=<div class="ne|</div>|\s*</section)', page, re.S)[1].split(
        'id="service-2"')
    assert "Le mardi de 9 h à 11 h 30" in lu(premier)
    assert "faits" not in second


def test_the_four_kinds_of_language_are_kept_apart(fiche):
    page = lu(fiche(langues={"parlees": ["fr"], "mediateur": ["ar"], "interprete": ["ar"], "documents": ["fr"]}))
    for dit in (
        "L'équipe parle : français",
        "Une médiatrice ou un médiateur parle : arabe ( العربية )".replace("( ", "(").replace(" )", ")"),
        "Avec un interprète professionnel : arabe",
        "Documents écrits : français",
    ):
        assert dit in page


def test_a_phone_number_calls_when_touched(fiche):
    assert 'href="tel:+33261910001"' in fiche(contact={"telephone": "02 61 91 00 01"})


def test_a_withheld_address_stands_on_no_page_even_if_it_was_written(territoire):
    secret = Adresse.model_validate({"voie": "7 rue Cachée", "complement": "porte verte", "commune": "Essai",
                                     "position": [46.5001, -5.3001], "y_aller": "au bout du quai"})
    t = territoire(
        {
            "refuge": {
                "nom": "Refuge",
                "confidentialite": "adresse-non-publiee",
                "contact": {"telephone": "02 61 91 00 02"},
                "tournee": [{"lieu": "Place Cachée", "position": [46.5002, -5.3002]}],
            }
        }
    )
    # The check refuses such a fiche; should one ever pass, pages still hold their tongue.
    object.__setattr__(t.fiches["refuge"].fiche, "adresse", secret)
    pages = [feuille.faire() for feuille in planifier(t, langue("fr"))]
    assert pages
    for page in pages:
        for mot in ("Cachée", "porte verte", "bout du quai", "46.500", "geo:"):
            assert mot not in page.contenu + page.description, page.chemin
    refuge = lu(next(page.contenu for page in pages if page.chemin == "fiches/refuge/index.html"))
    assert "Adresse non publiée" in refuge and "02 61 91 00 02" in refuge


def test_an_error_can_be_told_by_phone_by_mail_and_online(fiche):
    page = fiche()
    assert 'href="tel:+33261910000"' in page and 'href="https://forge.example.org/signaler"' in page
    assert "mailto:bonjour@example.org?subject=Erreur%20dans%20la%20page" in page
    assert 'href="../../modifier/index.html?fiche=halte"' in page


def test_a_message_asks_what_the_form_asks_and_never_for_a_withheld_street(fiche):
    def message(page):
        return unquote(re.search(r'href="mailto:([^"]*)"', page)[1])

    assert "– Les bons horaires\n\n– Le bon téléphone" in message(fiche()) and "– Le bon numéro et la bonne rue" in message(fiche())
    secret = message(fiche(confidentialite="adresse-non-publiee"))
    assert "– Les bons horaires" in secret and "rue" not in secret and "postal" not in secret


def test_an_acronym_is_spelt_out_the_first_time_and_leads_to_the_glossary(fiche):
    page = fiche(presentation="Un CSAPA. Ce CSAPA est ouvert, pas un CSAPAX.")
    assert page.count('<abbr title="Centre de soins en addictologie">CSAPA</abbr>') == 1
    assert 'href="../../glossaire/index.html#mot-csapa"' in page


def test_a_page_in_another_language_marks_what_is_french(fiche):
    page = fiche("ar", presentation="Un lieu ouvert.")
    assert '<p lang="fr" dir="ltr">Un lieu ouvert.</p>' in page


# -- numbers to write to


def test_a_number_for_messages_opens_one_and_says_so(fiche):
    page = fiche(contact={"telephone": "02 61 91 00 01", "sms": "02 61 91 00 41"})
    assert 'href="sms:+33261910041"' in page and 'href="tel:+33261910041"' not in page
    assert "Envoyer un SMS au 02 61 91 00 41" in lu(page)


def test_a_line_that_one_writes_to_misses_no_phone_but_a_place_does(fiche):
    assert "éléphone inconnu" not in lu(fiche(genre="telephone", contact={"sms": "114"}))
    assert "Téléphone inconnu" in lu(fiche(contact={"sms": "02 61 91 00 41"}))


# -- what a call costs


def test_a_paying_number_says_so_wherever_it_can_be_touched(fiche):
    page = fiche(contact={"telephone": "0 892 12 34 56"})
    liens = re.findall(r'<a class="tel[^>]*href="tel:\+33892123456">(.*?)</a>', page, re.S)
    assert len(liens) == 2 and all("0 892 12 34 56 (numéro payant)" in lu(lien) for lien in liens)


def test_a_free_call_and_a_plain_one_are_said_beside_the_number(fiche):
    page = lu(fiche(contact={"telephone": [
        {"numero": "0 800 12 34 56", "pour": "nuit"}, {"numero": "0 806 12 34 56", "pour": "jour"},
        {"numero": "02 61 91 00 01", "pour": "accueil"}]}))
    assert "0 800 12 34 56 · nuit · appel gratuit" in page
    assert "0 806 12 34 56 · jour · prix d'un appel ordinaire" in page.replace("’", "'")
    assert page.count("appel gratuit") == 1 and "payant" not in page
