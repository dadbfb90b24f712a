"""The answers of a form are read as people write them: hours, languages, needs, dates; what cannot be read is asked about."""

import re
from datetime import date

import pytest

from formulaire_rempli import LIEU, corps, lisible, nouvelle
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.horaires import lire as lire_horaires


@pytest.mark.parametrize("horaires", [
    "lundi au vendredi 9h-12h", "du lundi au vendredi de 9h à 12h et de 14h à 17h", "24h/24", "sur rendez-vous",
    "lundi 09:00-12:00", "- lundi: 9h-12h\n- mardi 14h-17h\n- jours fériés fermé", "Lun-Ven 9h/12h 14h-17h, sauf jours fériés",
    "lundi au jeudi 9h-17h, vendredi 9h-16h", "Mo-Fr 09:00-12:00\nSa 10:00-12:00"])
def test_hours_are_read_as_the_fiche_reads_them(soumet, annuaire, aujourdhui, horaires):
    soumet(corps("ajouter", **LIEU | {"horaires": horaires}))
    assert nouvelle(annuaire, aujourdhui).horaires == lire_horaires(re.sub(r"(?m)^- ", "", horaires).replace("\n", "; "))


@pytest.mark.parametrize(("langues", "codes"), [
    ("français, arabe et anglais", ("fr", "ar", "en")), ("anglais/arabe", ("en", "ar")), ("langue des signes", ("fsl",)),
    ("Dari\npersan", ("prs", "fa")), ("FR ; العربية", ("fr", "ar")), ("le kurde ou le turc", ("ku", "tr"))])
def test_languages_are_read_by_their_names(soumet, annuaire, aujourdhui, langues, codes):
    soumet(corps("ajouter", **LIEU | {"langues": langues}))
    assert nouvelle(annuaire, aujourdhui).langues.parlees == codes


@pytest.mark.parametrize(("services", "besoins"), [
    ("repas et douches", ["repas-chaud", "douche"]), ("Repas", ["repas-chaud"]), ("avocat", ["conseil-juridique"]),
    ("Apprendre à lire et à écrire", ["lire-et-ecrire"]),
    ("Couches, lait, affaires de bébé, vaccins", ["affaires-de-bebe", "vaccination"])])
def test_needs_are_read_by_their_names_and_the_words_of_the_search(soumet, annuaire, aujourdhui, services, besoins):
    reponse, _ = soumet(corps("ajouter", **LIEU | {"services": services}))
    assert [s.quoi for s in nouvelle(annuaire, aujourdhui).services] == besoins
    noms = verifier(annuaire, aujourdhui).directory.vocabulaire.besoins
    assert "Ce qu'on y trouve : " + ", ".join(noms[besoin].nom for besoin in besoins) in reponse, "what was understood is read back"


def test_every_need_and_language_accepts_the_name_it_is_shown_by(soumet, annuaire, aujourdhui, directory):
    v = directory.vocabulaire
    besoins = [", ".join(b.nom for b in [*v.besoins.values()][n:n + 10]) for n in range(0, len(v.besoins), 10)]
    soumet(corps("ajouter", **LIEU | {"services": "\n".join(besoins), "langues": ", ".join(x.nom for x in v.langues.values())}))
    fiche = nouvelle(annuaire, aujourdhui)
    assert [s.quoi for s in fiche.services] == list(v.besoins) and fiche.langues.parlees == tuple(v.langues)


def test_what_cannot_be_read_is_kept_and_asked_about_and_the_rest_is_proposed(soumet, annuaire, aujourdhui):
    reponse, titre = soumet(corps("ajouter", **LIEU | {
        "services": "douche\nzumba", "horaires": "lundi: 9h-12h\nmardi: toute la journée", "telephone": "12", "code_postal": "1000",
        "site": "mer.example.org", "langues": "arabe, klingon"}))
    fiche = nouvelle(annuaire, aujourdhui)
    assert [s.quoi for s in fiche.services] == ["douche"] and fiche.langues.parlees == ("ar",)
    assert (fiche.horaires, fiche.contact, fiche.adresse.code_postal) == (None, None, None)
    for question, ecrit, quoi_ecrire in [
            ("Ce qu'on y trouve", "zumba", "vocabulaire/besoins.yml"), ("Horaires", "mardi: toute la journée", "« 9h-18h »"),
            ("Téléphone", "12", "Exemples"), ("Code postal", "1000", "cinq chiffres"), ("Site web", "mer.example.org", "https://"),
            ("Langues parlées", "klingon", "Exemples : français")]:
        for texte in (reponse, titre):
            ligne, = [ligne for ligne in lisible(texte).splitlines() if ligne.startswith(f"- **{question}** : ")]
            assert ecrit in ligne and quoi_ecrire in ligne, ligne
    assert lisible(titre).startswith("Formulaire n° 12 : maison-de-la-mer\n\n") and "Vouliez-vous" not in lisible(reponse)


def test_where_several_fit_they_are_listed_and_none_is_chosen(soumet):
    reponse = lisible(soumet(corps("ajouter", **LIEU | {"services": "soins"}))[0])
    assert ("Vouliez-vous dire « Soins sans carte ni mutuelle », « Soins aux animaux », « Dentiste » ou « Mes droits en "
            "psychiatrie » ?") in reponse
    reponse = lisible(soumet(corps("ajouter", **LIEU | {"services": "loyer"}))[0])
    assert "« loyer » veut dire plusieurs choses : « Trouver un logement » ou « Loyer impayé, expulsion »." in reponse


def test_a_fiche_is_found_by_its_name_in_any_order(soumet):
    assert soumet(corps("corriger", fiche="L'accueil de jour La Chaloupe", telephone="02 61 91 02 99"))[1].endswith(
        " : la-chaloupe\n")


@pytest.mark.parametrize("du", ["24/12/2027", "24 décembre 2027", "le 24 déc. 2027", "vendredi 24 décembre 2027", "2027-12-24"])
def test_a_date_is_read_as_people_write_it(soumet, annuaire, aujourdhui, du):
    soumet(corps("fermeture", fiche="la-chaloupe", duree="Quelques jours ou semaines", du=du, au="3 janv. 2028"))
    fermeture = verifier(annuaire, aujourdhui).directory.fiches["la-chaloupe"].fermetures[-1]
    assert (fermeture.du, fermeture.au) == (date(2027, 12, 24), date(2028, 1, 3))
