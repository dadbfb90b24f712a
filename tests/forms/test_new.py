"""A handful of questions in the terminal make a valid fiche; what is not understood is asked again."""

import re

from click.testing import Result

from formulaire_rempli import lance
from quifaitquoi.annuaire.check import verifier

REPONSES = {
    "nom": "Maison de la Mer", "genre": "1", "services": "douche, cours de français", "secret": "non", "quartier": "Vieux-Port",
    "voie": "3 rue des Exemples", "code_postal": "01000", "ville": "Port-Exemple", "position": "",
    "horaires": "lundi au vendredi: 9h-12h", "fin": "", "telephone": "02 61 91 99 11", "site": "", "langues": "français, arabe",
    "rendez_vous": "1", "cout": "", "source": "le panneau de la porte", "lu_le": "octobre 2026", "ecrire": "oui"}


def repond(annuaire, *lignes: str) -> Result:
    return lance("new", "--dans", annuaire, reponses=lignes)


def test_the_answers_are_a_fiche_that_passes_the_check(annuaire, aujourdhui):
    fini = repond(annuaire, *REPONSES.values())
    assert fini.exit_code == 0 and "La fiche est écrite" in fini.stdout, fini.stderr
    fiche = verifier(annuaire, aujourdhui).directory.fiches["maison-de-la-mer"]
    assert (fiche.zone, [s.quoi for s in fiche.services]) == ("vieux-port", ["douche", "cours-de-francais"])
    assert fiche.cout is None and fiche.contact.site is None, "what is not known is not there"
    assert (fiche.sources[0].titre, str(fiche.sources[0].date)) == ("le panneau de la porte", "2026-10"), "as it was said"
    assert fiche.responsables == ("equipe-port",), "the team of its neighbourhood"
    assert "quifaitquoi geocode" in fini.stdout and 'nom: "Maison de la Mer"' in fini.stdout, "shown before it is written"


def test_what_is_not_understood_is_told_and_asked_again(annuaire, aujourdhui):
    lignes = []
    for question, reponse in REPONSES.items():
        lignes += {"nom": ["", "La Chaloupe"], "genre": ["7"], "services": ["duche"], "quartier": ["Vieux Prt"],
                   "secret": ["peut-être"], "code_postal": ["1000"], "horaires": ["lundi 9h", "lundi: 9h-25h"], "telephone": ["12"],
                   "site": ["mer.example.org"], "langues": ["klingon"]}.get(question, []) + [reponse]
    fini = repond(annuaire, *lignes)
    assert fini.exit_code == 0, fini.stderr
    for dit in ("Il faut une réponse", "s'appelle déjà", "de 1 à 4", "Vouliez-vous dire « Douche » ?", "« Vieux-Port »",
                "oui ou par non", "cinq chiffres", "« lundi 9h » : « 9h » : une heure seule ne dit pas quand on ferme", "25h",
                "n'est pas un numéro de téléphone possible", "elle commence par https://", "« klingon » n'est pas une langue",
                "Compris : Douche, Cours de français", "Compris : français, arabe"):
        assert dit in fini.stdout
    assert "maison-de-la-mer" in verifier(annuaire, aujourdhui).directory.fiches


def test_a_secret_address_is_not_asked_for(annuaire, aujourdhui):
    sans = {q: r for q, r in REPONSES.items() if q not in ("quartier", "voie", "code_postal", "position")} | {"secret": "oui"}
    fini = repond(annuaire, *sans.values())
    assert fini.exit_code == 0, fini.output
    assert not [quoi for quoi in ("Numéro et rue", "Code postal", "Quartier (", "Position") if quoi in fini.stdout]
    fiche = verifier(annuaire, aujourdhui).directory.fiches["maison-de-la-mer"]
    assert (fiche.confidentialite, fiche.zone, fiche.responsables) == ("adresse-non-publiee", "partout", None)
    assert fiche.adresse.model_dump(exclude_none=True) == {"commune": "Port-Exemple"}


def test_a_fiche_that_is_there_is_never_replaced(annuaire):
    avant = (annuaire / "fiches/vieux-port/la-chaloupe.yml").read_bytes()
    fini = repond(annuaire, "La Chaloupe")
    assert fini.exit_code == 1 and "s'appelle déjà" in fini.stdout
    assert (annuaire / "fiches/vieux-port/la-chaloupe.yml").read_bytes() == avant


def test_who_leaves_in_the_middle_writes_nothing(annuaire):
    fini = repond(annuaire, "Maison de la Mer", "1")
    assert fini.exit_code == 1
    assert not list(annuaire.rglob("maison-de-la-mer.yml"))


def test_the_words_of_the_forms_are_read_the_same_way(annuaire, aujourdhui):
    fini = repond(annuaire, *(REPONSES | {
        "services": "repas et douches", "horaires": "du lundi au vendredi de 9h à 12h", "langues": "anglais/arabe et dari",
        "source": "plaquette de la mairie, octobre 2026", "lu_le": "oui", "ecrire": ""}).values())
    assert fini.exit_code == 0, fini.stderr
    fiche = verifier(annuaire, aujourdhui).directory.fiches["maison-de-la-mer"]
    assert [s.quoi for s in fiche.services] == ["repas-chaud", "douche"] and fiche.langues.parlees == ("en", "ar", "prs")
    assert fiche.horaires.osm == "Mo-Fr 09:00-12:00"
    assert (fiche.sources[0].titre, str(fiche.sources[0].date)) == ("plaquette de la mairie", "2026-10")


def test_every_need_accepts_the_name_it_is_shown_by(annuaire, aujourdhui, directory):
    besoins = directory.vocabulaire.besoins
    fini = repond(annuaire, *(REPONSES | {"services": ", ".join(besoin.nom for besoin in besoins.values())}).values())
    assert fini.exit_code == 0, fini.stderr
    assert [s.quoi for s in verifier(annuaire, aujourdhui).directory.fiches["maison-de-la-mer"].services] == list(besoins)


def test_on_a_full_disk_no_fiche_is_there_nor_half_of_one(annuaire, petit_port, monkeypatch):
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "plein")))
    fini = repond(annuaire, *REPONSES.values())
    assert fini.exit_code == 1 and "il n'y a plus de place sur le disque" in fini.stderr
    assert {f.name for f in annuaire.rglob("*")} == {f.name for f in petit_port.rglob("*")}


def test_without_a_source_none_is_invented(annuaire, aujourdhui):
    fini = repond(annuaire, *(REPONSES | {"source": "", "lu_le": "oui", "ecrire": ""}).values())
    assert fini.exit_code == 0, fini.output
    assert verifier(annuaire, aujourdhui).directory.fiches["maison-de-la-mer"].sources is None


def test_a_word_that_may_mean_several_things_is_chosen_by_its_number(annuaire, aujourdhui):
    lignes = [*REPONSES.values()]
    rang = [*REPONSES].index("services")
    fini = repond(annuaire, *lignes[:rang], "soins, douche", "2", *lignes[rang + 1:])
    assert fini.exit_code == 0, fini.output
    choisi = re.search(r"^ +2\. (.*)$", fini.stdout.partition("« soins »")[2], re.M)[1]
    besoins = verifier(annuaire, aujourdhui).directory
    dits = [besoins.vocabulaire.besoins[s.quoi].nom for s in besoins.fiches["maison-de-la-mer"].services]
    assert dits == [choisi, "Douche"]


def test_what_was_answered_is_kept_for_the_next_time(annuaire, aujourdhui):
    lignes = [*REPONSES.values()]
    assert repond(annuaire, *lignes[:8]).exit_code == 1
    # « non » to whether it is secret is asked again; all the rest is kept by an empty line.
    fini = repond(annuaire, "oui", "", "", "", "non", "", "", "", "", *lignes[8:])
    assert fini.exit_code == 0 and "« Maison de la Mer » est commencée" in fini.stdout, fini.output
    assert verifier(annuaire, aujourdhui).directory.fiches["maison-de-la-mer"].adresse.voie == "3 rue des Exemples"
    assert "est commencée" not in repond(annuaire, "x").stdout, "once written, nothing is left of it"


def test_whoever_says_no_to_the_fiche_writes_nothing_and_loses_nothing(annuaire):
    fini = repond(annuaire, *(REPONSES | {"ecrire": "non"}).values())
    assert fini.exit_code == 1 and "Rien n'a été écrit. Vos réponses sont gardées" in fini.stderr
    assert not list(annuaire.rglob("maison-de-la-mer.yml"))
    assert repond(annuaire, "non", "Autre nom").stdout.startswith("« Maison de la Mer » est commencée. La reprendre ?")


def test_a_position_that_is_known_is_written(annuaire, aujourdhui):
    emprise = verifier(annuaire, aujourdhui).directory.annuaire.emprise
    dedans = f"{emprise.sud + 0.01:.4f}, {emprise.ouest + 0.01:.4f}"
    lignes = [*REPONSES.values()]
    rang = [*REPONSES].index("position")
    fini = repond(annuaire, *lignes[:rang], "ici", "12.5, 12.5", dedans, *lignes[rang + 1:])
    assert fini.exit_code == 0, fini.output
    assert "deux nombres avec un point" in fini.stdout and "pas dans le territoire" in fini.stdout
    assert verifier(annuaire, aujourdhui).directory.fiches["maison-de-la-mer"].adresse.position[0] == round(emprise.sud + 0.01, 4)
