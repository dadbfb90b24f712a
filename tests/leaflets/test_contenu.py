"""What a leaflet says: every entry of the zone, what is sure and what is not, and nothing that is withheld."""

from __future__ import annotations

import json
from datetime import date

import pytest
from quartier_invente import VERIFIEE, fiche, ici, place, plusieurs, territoire

from quifaitquoi.horaires import lire as lire_horaires
from quifaitquoi.langues import langue
from quifaitquoi.papier.depliants import Demande, NeTientPas, composer
from quifaitquoi.papier.depliants.contenu import contenu
from quifaitquoi.papier.depliants.fabrique import Fabrique
from quifaitquoi.papier.depliants.formats import FORMATS
from quifaitquoi.papier.depliants.quand import compacte

FR = langue("fr")


def imprime(fiches, format="depliant", texte=None, **reste):
    annuaire = reste.pop("annuaire", {})
    return composer(territoire(fiches, **annuaire), Demande("quai", format, **reste))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("quartier", ["vieux-port", "ile-aux-mouettes", "la-saline"])
def test_every_fiche_of_the_zone_is_in_the_leaflet_or_in_its_list(port, texte, propre, format, quartier):
    depliant = composer(port, Demande(quartier, format, selection=True))
    dit = texte(depliant.pdf)
    for vue in port.par_quartier[quartier]:
        assert propre(vue.fiche.nom) in dit, vue.slug
    for nom in depliant.aussi:
        assert propre(nom) in dit.partition("Aussi dans le quartier")[2]


def test_entries_stand_under_their_need_and_the_nearest_comes_first(texte):
    t = territoire(
        [place("loin", 400, 0), place("pres", 10, 0), place("soupe", 50, 0, services=[{"quoi": "repas"}, {"quoi": "douche"}])]
    )
    groupes = contenu(t, Demande("quai")).groupes
    assert [(g.racine.nom, [c.vue.slug for c in g.entrees]) for g in groupes] == [
        ("Manger", ["soupe"]),
        ("Se laver", ["pres", "loin"]),
    ]
    assert [c.vue.slug for c in groupes[1].ailleurs] == ["soupe"]


def test_needs_choose_the_entries_and_what_is_said_of_them(texte):
    t = territoire(
        [
            place("bains"),
            place("soupe", services=[{"quoi": "repas"}, {"quoi": "laverie"}]),
            place("colis", services=[{"quoi": "colis"}]),
        ]
    )
    dit = texte(composer(t, Demande("quai", besoins=("laver",))).pdf)
    assert "Bains" in dit and "Soupe" in dit and "Laver son linge" in dit
    assert "Colis" not in dit and "Manger un repas" not in dit


def test_places_that_are_planned_or_closed_are_left_out_and_named(texte):
    dit = texte(
        imprime([place("bains"), place("friperie", etat={"statut": "prevu"}), place("halte", etat={"statut": "ferme"})]).pdf
    )
    fin = dit.partition("Pas dans ce dépliant")[2]
    assert "Friperie (Pas encore ouvert)" in fin and "Halte (Fermé définitivement)" in fin


def test_hours_that_nobody_verified_are_never_printed_as_if_they_held(texte):
    lue = place("bains", horaires={"lundi": "9h-12h"}, verification=None, sources=[{"titre": "Page", "date": "2013"}])
    dit = texte(imprime([lue]).pdf)
    assert "Horaires lus sur une page de 2013, non vérifiés : appelez avant de venir" in dit
    assert "(lun 9 h–12 h)" in dit


def test_hours_past_their_review_are_marked_too(texte):
    vieille = place("bains", horaires={"lundi": "9h-12h"}, verification={**VERIFIEE, "le": "2025-01-10"})
    dit = texte(imprime([vieille]).pdf)
    assert "Horaires vérifiés le 10 janvier 2025, à revérifier : appelez avant de venir" in dit and "(lun 9 h–12 h)" in dit


def test_verified_hours_stand_without_a_mark(texte):
    dit = texte(imprime([place("bains", horaires={"lundi": "9h-12h"})]).pdf)
    assert "lun 9 h–12 h" in dit and "(lun" not in dit


@pytest.mark.parametrize("ecrit, dit", [
    ({"lundi au vendredi": "9h-12h, 14h-17h30", "samedi": "10h-12h"}, "lun–ven 9 h–12 h, 14 h–17 h 30 | sam 10 h–12 h"),
    ({"mardi et jeudi": "9h-11h30"}, "mar, jeu 9 h–11 h 30"),
    ({"tous les jours": "7h-20h"}, "tous les jours 7 h–20 h"),
    ("24/7", "tous les jours 24 heures sur 24"),
    ({"premier samedi du mois": "10h-12h"}, "le premier samedi du mois : 10 h–12 h"),
])
def test_a_week_is_told_on_one_line(propre, ecrit, dit):
    assert propre(" | ".join(compacte(lire_horaires(ecrit), FR))) == dit


def test_closures_announced_within_the_review_rhythm_are_printed_and_later_ones_are_not(texte):
    f = place(
        "bains", fermetures=[{"du": "2026-12-24", "au": "2027-01-03", "motif": "congés"}, {"du": "2028-08-01", "au": "2028-08-15"}]
    )
    dit = texte(imprime([f]).pdf)
    assert "Fermé du 24 déc. 2026 au 3 janv. 2027, congés" in dit and "2028" not in dit


@pytest.mark.parametrize("champs, jour", [
    ({}, "1er mai 2027"),  # verified on 1 November, reviewed every six months
    ({"fermetures": [{"du": "2026-12-24", "au": "2027-01-03"}]}, "23 décembre 2026"),
    ({"etat": {"statut": "experimental", "jusqu_au": "2026-12-10"}}, "10 décembre 2026"),
    ({"complet": {"depuis": "2026-11-01", "jusqu_au": "2026-11-30"}}, "30 novembre 2026"),
])
def test_a_leaflet_holds_until_the_first_known_change_or_the_review(texte, champs, jour):
    dit = texte(imprime([place("bains", **champs)]).pdf)
    assert f"Valable jusqu'au {jour}" in dit and "Imprimé le 20 novembre 2026" in dit


def test_a_leaflet_of_which_nothing_was_verified_promises_nothing(texte):
    dit = texte(imprime([place("bains", verification=None)]).pdf)
    assert "Valable" not in dit and "Rien n'est encore vérifié ici" in dit
    assert "Appelez toujours avant de vous déplacer. Après le 20 mai 2027, demandez un dépliant plus récent." in dit


@pytest.mark.parametrize(
    "heures, dites", [("24/7", "Gratuits, jour et nuit"), ({"tous les jours": "9h-20h"}, "tous les jours de 9 h à 20 h")]
)
def test_an_emergency_line_that_sleeps_says_when_it_answers(texte, heures, dites):
    ligne = fiche("ligne", genre="telephone", horaires=heures, contact={"telephone": "116 006"})
    dit = texte(imprime([place("bains"), ligne], annuaire={
        "urgences": [{"numero": "116 006", "nom": "Écoute", "pour": "parler", "fiche": "ligne"}]}).pdf)
    assert dites in dit
    assert ("jour et nuit" in dit) == (heures == "24/7")


def test_a_withheld_address_shows_its_zone_and_its_phone_and_nothing_else_of_where(texte):
    # The check refuses such a file; a leaflet must keep quiet even so.
    f = fiche("refuge", confidentialite="adresse-non-publiee", presentation="Rue Secrete 7, tout au fond.",
              adresse={"voie": "7 rue Secrete", "commune": "Port-Exemple", "position": ici(33, 44), "y_aller": "Arrêt Secrete"},
              tournee=[{"lieu": "Place Secrete", "position": ici(55, 66)}], secteur={"precision": "Autour de Secrete"},
              contact={"telephone": "02 61 91 00 07", "site": "https://secrete.example.org"})
    for format in FORMATS:
        t = territoire([f, place("bains")])
        fabrique = Fabrique(t, Demande("quai", format))
        tout = json.dumps(fabrique.donnees.pour(set()), ensure_ascii=False)
        depliant = fabrique.faire()
        for dit in (tout, *map(texte, depliant.fichiers.values())):
            assert "ecrete" not in dit
        dit = texte(depliant.pdf)
        assert "Adresse non publiée : appelez (Le Quai)" in dit and "02 61 91 00 07" in dit
    points = [t["t"] for t in fabrique.donnees.pour(set())["plan"]["textes"] if t["s"] == "numero"]
    assert points == ["1"]


def test_what_nobody_knows_is_said_to_be_unknown_never_to_be_no(texte):
    dit = texte(imprime([place("bains", contact=None)]).pdf)
    assert "Nous ne savons pas encore : horaires, comment entrer, téléphone, langues, accessibilité" in dit


def test_what_is_in_doubt_is_named(texte):
    dit = texte(imprime([place("bains", a_confirmer=[{"champ": "contact.telephone", "pourquoi": "deux numéros"},
                                                     {"champ": "services[2].quoi", "pourquoi": "ancien"}])]).pdf)
    assert "À confirmer : téléphone, services" in dit


HOSTILE = "#panic() $x$ *g* <b> \\ @r _s_ `c` [u] {v} // ~ ' \""


def test_markup_characters_in_any_field_come_out_as_text(texte, propre):
    f = place("bains", nom="Bains " + HOSTILE, presentation="Présentation " + HOSTILE, horaires={"lundi": "9h-12h"},
              adresse={"voie": "1 rue " + HOSTILE, "y_aller": "Chemin " + HOSTILE, "position": ici(0, 0)},
              acces={"precision": "Accès " + HOSTILE}, cout={"tarif": "payant", "precision": "Prix " + HOSTILE},
              services=[{"quoi": "douche", "nom": "Service " + HOSTILE}], langues={"parlees": ["fr"], "precision": HOSTILE})
    t = territoire(
        [f], nom="Annuaire " + HOSTILE, territoire="X" + HOSTILE, avertissement={"texte": "Avis " + HOSTILE, "partout": "oui"}
    )
    for format in ("depliant", "livret"):
        dit = texte(composer(t, Demande("quai", format)).pdf)
        for debut in ("Bains ", "Présentation ", "1 rue ", "Chemin ", "Accès ", "Prix ", "Service ", "Annuaire ", "Avis "):
            assert propre(debut + HOSTILE) in dit, debut


def test_an_empty_zone_says_so(texte):
    for format in FORMATS:
        depliant = composer(territoire([place("bains")]), Demande("vide", format))
        assert "Aucune adresse connue pour le moment." in texte(depliant.pdf)


def test_one_entry_of_three_thousand_characters_is_cut_at_a_sentence_and_fits(texte):
    long = "Une phrase assez longue pour compter. " * 78
    for format in FORMATS:
        dit = texte(imprime([place("bains", presentation=long.strip())], format).pdf)
        assert "Bains" in dit and "Une phrase assez longue pour compter." in dit and dit.count("Une phrase") <= 7


def test_what_cannot_fit_fails_and_is_named():
    with pytest.raises(NeTientPas, match="Tout ne tient pas sur 1 page, même en 8 points. Il reste : .*Lieu 0") as echec:
        imprime(plusieurs(100), "affiche")
    assert len(echec.value.debordent) > 20


def test_with_a_selection_the_rest_is_listed_with_its_phones_and_told(texte):
    depliant = imprime(plusieurs(60), "affiche", selection=True)
    dit = texte(depliant.pdf)
    assert 10 < len(depliant.aussi) < 60
    fin = dit.partition("Aussi dans le quartier")[2]
    assert all(f"{nom} 02 61 91 00 00" in fin for nom in depliant.aussi)
    assert all(f"Lieu {n:03}" in dit for n in range(60))


def test_the_code_leads_to_the_live_page_only_where_there_is_one(texte):
    assert "essai.example.org/fr/quartiers/quai" in texte(imprime([place("bains")]).pdf).replace("/ ", "/")
    dit = texte(imprime([place("bains")], annuaire={"adresse_du_site": None}).pdf)
    assert "example.org" not in dit and "pas encore d'adresse sur internet : il n'y a donc pas de code QR" in dit


def test_french_words_stand_marked_where_there_is_no_translation():
    t = territoire([place("bains")], langues=["fr", "ar"])
    donnees = Fabrique(t, Demande("quai", langue="ar")).donnees.pour(set())
    entree = donnees["groupes"][0]["entrees"][0]
    assert donnees["etranger"] and entree["quoi"] == [["s", "\u2066Prendre une douche\u2069"]]
    assert entree["nom"][0] == "p"  # a name is nobody's to translate


def test_phones_and_hours_are_isolated_from_left_to_right_in_arabic():
    t = territoire([place("bains", horaires={"lundi": "9h-12h"})], langues=["fr", "ar"])
    donnees = Fabrique(t, Demande("quai", langue="ar")).donnees.pour(set())
    lignes = {ligne["p"]: ligne["t"] for ligne in donnees["groupes"][0]["entrees"][0]["lignes"]}
    assert lignes["phone"] == [["g", "\u206602.61.91.00.00\u2069"]]
    assert "\u20669:00\u2069" in lignes["clock-outline"][0] or "\u20669" in lignes["clock-outline"][0]


def test_a_french_address_is_one_text_from_left_to_right_in_arabic():
    t = territoire(
        [place("bains", adresse={"voie": "40 rue du Test", "complement": "2e étage", "commune": "Ailleurs"})], langues=["fr", "ar"]
    )
    donnees = Fabrique(t, Demande("quai", langue="ar")).donnees.pour(set())
    lignes = {ligne["p"]: ligne["t"] for ligne in donnees["groupes"][0]["entrees"][0]["lignes"]}
    assert lignes["map-marker"] == [["p", "\u206640 rue du Test, 2e étage, Ailleurs\u2069"]]


@pytest.mark.parametrize(
    "code, dits", [("en", ("(with a language helper)", "(with an interpreter)")), ("ar", ("(بمساعدة وسيط لغوي)", "(مع مترجم)")),
                       ("fr", ("(médiation)", "(interprète)"))]
)
def test_who_speaks_for_the_team_is_said_in_the_reader_s_language(code, dits):
    t = territoire([place("bains", langues={"mediateur": ["ti"], "interprete": ["ps"]})], langues=["fr", "ar", "en"])
    dit = json.dumps(Fabrique(t, Demande("quai", langue=code)).donnees.pour(set())["groupes"], ensure_ascii=False)
    assert all(mot in dit for mot in dits)


def test_the_day_is_the_one_that_the_directory_is_seen_on(texte):
    t = territoire([place("bains")])
    assert t.aujourdhui == date(2026, 11, 20)
    assert composer(t, Demande("quai")).pdf == composer(territoire([place("bains")]), Demande("quai")).pdf


def test_a_number_for_messages_says_so_wherever_it_stands(texte):
    urgences = [{"numero": "114", "nom": "Urgence", "pour": "Vous ne pouvez pas parler"}]
    ecrite = fiche("ecrite", genre="telephone", contact={"sms": "02 61 91 00 41"})
    dit = texte(imprime([ecrite], annuaire={"urgences": urgences}).pdf)
    assert "SMS au 114" in dit
    assert "Envoyer un SMS au 02 61 91 00 41" in dit


@pytest.mark.parametrize("numero, dite, tue", [
    ("115", "Gratuits, jour et nuit", None), ("3949", "Jour et nuit", "ratuit"), ("0 892 12 34 56", "(numéro payant)", "ratuit")])
def test_emergency_numbers_are_called_free_where_all_of_them_are(texte, numero, dite, tue):
    urgences = [{"numero": numero, "nom": "Ligne", "pour": "Demander de l'aide"}]
    dit = texte(imprime([place("bains")], annuaire={"urgences": urgences}).pdf)
    assert dite in dit and not (tue and tue in dit)
