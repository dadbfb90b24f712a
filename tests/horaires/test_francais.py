"""French lines: what each key and each value means, and what is said of those that mean nothing."""

import pytest

from quifaitquoi.horaires import Faute, HorairesIllisibles, lire


def osm(valeur) -> str:
    return lire(valeur).osm


def fautes(valeur) -> tuple[Faute, ...]:
    with pytest.raises(HorairesIllisibles) as erreur:
        lire(valeur)
    return erreur.value.fautes


def la_faute(valeur) -> Faute:
    (faute,) = fautes(valeur)
    return faute


def test_the_example_of_the_design():
    assert (
        osm({"lundi au vendredi": "9h-12h, 14h-17h30", "premier samedi du mois": "10h-12h", "jours fériés": "fermé"})
        == "Mo-Fr 09:00-12:00,14:00-17:30; Sa[1] 10:00-12:00; PH off"
    )


@pytest.mark.parametrize(
    ("cle", "jours"),
    [
        ("lundi", "Mo"),
        ("LUNDIS", "Mo"),
        ("tous les lundis", "Mo"),
        ("mardi et jeudi", "Tu,Th"),
        ("lundi, mercredi, vendredi", "Mo,We,Fr"),
        ("mardi, jeudi et samedi", "Tu,Th,Sa"),
        ("du lundi au vendredi", "Mo-Fr"),
        ("lundi\u00a0–\u00a0vendredi", "Mo-Fr"),
        ("lundi à vendredi", "Mo-Fr"),
        ("vendredi au lundi", "Mo,Fr-Su"),
        ("tous les jours", "Mo-Su"),
        ("tous les jours sauf dimanche", "Mo-Sa"),
        ("tous les jours sauf le week-end", "Mo-Fr"),
        ("week-end", "Sa-Su"),
        ("en semaine", "Mo-Fr"),
        ("premier samedi du mois", "Sa[1]"),
        ("1er et 3e lundi du mois", "Mo[1,3]"),
        ("dernier vendredi de chaque mois", "Fr[-1]"),
        ("lundi des semaines paires", "week 02-53/2 Mo"),
        ("semaines impaires, jeudi", "week 01-53/2 Th"),
        ("jours feries", "PH"),
        ("samedi, dimanche et jours fériés", "Sa-Su,PH"),
        ("veilles de jours fériés", "PH -1 day"),
        ("de septembre à juin", "Sep-Jun"),
        ("d’octobre à avril, jeudi", "Oct-Apr Th"),
        ("en juillet et août", "Jul-Aug"),
        ("en juillet et août, mardi au vendredi", "Jul-Aug Tu-Fr"),
        ("du 1er juillet au 31 août", "Jul 01-Aug 31"),
        ("du 1er octobre au 30 avril : lundi et jeudi", "Oct 01-Apr 30 Mo,Th"),
        ("du 1er au 26 août 2026, lundi au vendredi", "2026 Aug 01-2026 Aug 26 Mo-Fr"),
        ("du 24 décembre au 3 janvier 2027", "2026 Dec 24-2027 Jan 03"),
        ("le 24 décembre 2026", "2026 Dec 24"),
        ("les 24 et 31 décembre", "Dec 24,Dec 31"),
        ("le 1er mai", "May 01"),
        ("en août 2026", "2026 Aug"),
        ("premier samedi de septembre", "Sep Sa[1]"),
    ],
)
def test_a_key_names_days(cle, jours):
    assert osm({cle: "9h-12h"}) == f"{jours} 09:00-12:00"


@pytest.mark.parametrize(
    ("valeur", "attendu"),
    [
        ("9h-12h, 14h-17h30", "Mo 09:00-12:00,14:00-17:30"),
        ("9h à 12h et 14h à 17h30", "Mo 09:00-12:00,14:00-17:30"),
        ("de 9 h 30 à 12 h puis 14 h–17 h", "Mo 09:30-12:00,14:00-17:00"),
        ("14h-17h, 9h-12h", "Mo 09:00-12:00,14:00-17:00"),
        ("9:00-12:00", "Mo 09:00-12:00"),
        ("9-12h", "Mo 09:00-12:00"),
        ("9h-midi", "Mo 09:00-12:00"),
        ("9h-minuit", "Mo 09:00-24:00"),
        ("19h-2h", "Mo 19:00-26:00"),
        ("24h/24", "Mo 00:00-24:00"),
        ("19h-", "Mo 19:00+"),
        ("à partir de 19h", "Mo 19:00+"),
        ("heures à confirmer", 'Mo unknown "heures à confirmer"'),
        ("horaires non renseignés", 'Mo unknown "heures à confirmer"'),
        ("sur rendez-vous", 'Mo unknown "sur rendez-vous"'),
        ("9h-12h sur rendez-vous", 'Mo 09:00-12:00 open "sur rendez-vous"'),
        ("9h-12h, 14h-17h sur rdv", 'Mo 09:00-12:00, Mo 14:00-17:00 open "sur rendez-vous"'),
        ("après-midi", "Mo unknown \"l'après-midi, heures à confirmer\""),
    ],
)
def test_a_value_gives_hours(valeur, attendu):
    assert osm({"lundi": valeur}) == attendu


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("à confirmer", 'unknown "heures à confirmer"'),
        ("24h/24 et 7j/7", "24/7"),
        ("24h/24, tous les jours", "24/7"),
        ("tous les jours 9h-17h", "Mo-Su 09:00-17:00"),
        ("Mardi et mercredi 10h-12h et 14h-18h ; jeudi 14h-18h", "Tu-We 10:00-12:00,14:00-18:00; Th 14:00-18:00"),
    ],
)
def test_one_line_of_french_is_enough(texte, attendu):
    assert osm(texte) == attendu


def test_a_line_that_names_fewer_days_replaces_that_day_wherever_it_stands():
    attendu = "Mo-Fr 09:00-12:00; Tu 14:00-17:00"
    assert osm({"lundi au vendredi": "9h-12h", "mardi": "14h-17h"}) == attendu
    assert osm({"mardi": "14h-17h", "lundi au vendredi": "9h-12h"}) == attendu


def test_seasons_yield_to_holidays_and_holidays_to_dates():
    lignes = {
        "le 24 décembre 2026": "9h-11h",
        "en août": "fermé",
        "jours fériés": "fermé",
        "en juillet, mardi": "10h-11h",
        "lundi au vendredi": "9h-12h",
    }
    assert osm(lignes) == (
        "Mo-Fr 09:00-12:00; Jul Tu 10:00-11:00; PH off; Aug off; 2026 Dec 24 09:00-11:00"
    )


def test_holidays_can_be_like_other_days():
    horaires = lire({"lundi": "9h-12h", "jours fériés": "comme d'habitude"})
    assert (horaires.osm, horaires.feries_ordinaires) == ("Mo 09:00-12:00", True)


def test_two_lines_of_equal_breadth_for_one_day_contradict_each_other():
    faute = la_faute({"lundi au vendredi": "9h-12h", "mardi au samedi": "14h-17h"})
    assert faute == Faute(
        "La ligne « mardi au samedi » et la ligne « lundi au vendredi » donnent des heures différentes pour un même jour, "
        "et aucune ne nomme moins de jours que l'autre : gardez-en une, par exemple « mardi: 9h-12h, 14h-17h ».",
        ("mardi au samedi",),
        True,
    )


def test_lines_of_equal_breadth_that_agree_are_fine():
    assert osm({"lundi au mercredi": "9h-12h", "mercredi au vendredi": "9h-12h"}) == "Mo-We 09:00-12:00; We-Fr 09:00-12:00"


def test_a_line_that_others_replace_on_all_its_days_is_an_error():
    faute = la_faute({"lundi et mardi": "9h-12h", "lundi": "10h-11h", "mardi": "10h-12h"})
    assert faute.chemin == ("lundi et mardi",)
    assert faute.message == (
        "La ligne « lundi et mardi » ne sert jamais : la ligne « lundi » et la ligne « mardi » la remplacent tous les jours. "
        "Supprimez-la, ou changez les jours de l'une des deux."
    )


def test_hours_that_never_open_are_an_error():
    assert la_faute({"lundi": "fermé", "jours fériés": "fermé"}) == Faute(
        "Ces horaires n'ouvrent jamais : donnez au moins une plage, par exemple « lundi au vendredi: 9h-12h, 14h-17h30 », "
        "ou « heures à confirmer »."
    )


def test_a_weekday_that_is_not_that_date_is_an_error():
    assert osm({"samedi 26 décembre 2026": "9h-12h"}) == "2026 Dec 26 Sa 09:00-12:00"
    assert "ne tombe aucun jour" in la_faute({"dimanche 26 décembre 2026": "9h-12h"}).message


def test_all_faults_come_at_once_each_with_its_place():
    trouvees = fautes({"lundi": "9h75-10h", "lundii": "9h-12h", "mardi": "", "vacances de Noël": "25h-26h"})
    assert [(f.chemin, f.sur_la_cle) for f in trouvees] == [
        (("lundi",), False),
        (("lundii",), True),
        (("mardi",), False),
        (("vacances de Noël",), True),
        (("vacances de Noël",), False),
    ]


@pytest.mark.parametrize(
    ("cle", "message"),
    [
        ("lundii", "« lundii » n'est pas compris ; vouliez-vous dire « lundi » ?"),
        ("en aut", "« en aut » : « aut » n'est pas compris ; vouliez-vous dire « août » ?"),
        ("bientôt", "« bientôt » ne dit pas quels jours : écrivez par exemple « lundi au vendredi »"),
        ("un lundi sur deux", "de quelle semaine il s'agit"),
        ("lundi hors vacances", "écrivez « vacances scolaires » ou « hors vacances scolaires »"),
        ("lundi, du lever au coucher du soleil", "le soleil n'est pas calculable ici"),
        ("en été", "cette saison n'a pas les mêmes dates pour tous"),
        ("mardi soir", "le moment de la journée se dit par des heures"),
        ("le 30 février", "Le 30 février n'existe pas dans le calendrier."),
        ("le 29 février 2027", "Le 29 février 2027 n'existe pas dans le calendrier."),
        ("du 24 décembre 2026 au 3 janvier", "il manque l'année de la fin"),
        ("du 3 mars 2026 au 1er mars 2026", "finit avant de commencer"),
        ("le 24 décembre 1926", "n'est pas une année plausible"),
        ("tous les jours sauf le lundi matin", "ajoutez une ligne, par exemple « jours fériés: fermé »"),
        ("lundi et plus", "« plus » n'est pas compris"),
        ("", "Il manque les jours"),
    ],
)
def test_a_key_that_names_no_day_is_explained(cle, message):
    faute = la_faute({cle: "9h-12h"})
    assert message in faute.message
    assert (faute.chemin, faute.sur_la_cle) == ((cle,), True)


@pytest.mark.parametrize(
    ("valeur", "message"),
    [
        ("25h-26h", "« 25h » n'est pas une heure"),
        ("9h75", "« 9h75 » n'est pas une heure"),
        ("9h", "une heure seule ne dit pas quand on ferme"),
        ("jusqu'à 18h", "ne dit pas à quelle heure on ouvre"),
        ("9-12", "« 9-12 » peut aussi être une date : écrivez « 9h-12h »"),
        ("9h-9h", "pour toute la journée, écrivez « 24h/24 »"),
        ("9h-12h, fermé", "mêle des heures et des mots"),
        ("ouvert", "« ouvert » : cela ne dit pas les heures"),
        ("toute la journée", "« 24h/24 » si c'est ouvert jour et nuit"),
        ("en permanence", "« 24h/24 » si c'est ouvert jour et nuit"),
        ("sur RDV au 02 61 91 00 00", "le numéro dans « contact »"),
        ("9h-12h, nocturne vendredi 20h", "ces heures nomment un autre jour"),
        ("-", "écrivez « fermé », ou « heures à confirmer »"),
        ("blabla", "« blabla » n'est pas un horaire : écrivez par exemple « 9h-12h, 14h-17h30 »"),
        ("", "Il n'y a rien après les jours"),
    ],
)
def test_a_value_without_hours_is_explained(valeur, message):
    faute = la_faute({"lundi": valeur})
    assert message in faute.message
    assert (faute.chemin, faute.sur_la_cle) == (("lundi",), False)


@pytest.mark.parametrize(
    "valeur", ["", "   ", {}, {"": ""}, "lundi", {f"le {n} mai 2026": "9h" for n in range(99)}, "x" * 5000, {"lundi": "9h," * 999}]
)
def test_nothing_and_too_much_are_both_refused(valeur):
    assert fautes(valeur)


@pytest.mark.parametrize("morceau", ["9h-12h et ", "9h-12h , ", "9h-12h / ", "9h-12h ; ", "9h - ", "9h-12h . ", "et 9h-12h "])
@pytest.mark.parametrize("devant", ["", "lundi "])
def test_a_text_as_long_as_allowed_is_answered_however_it_goes_on(morceau, devant):
    """A pattern that may read each piece in two ways would not end before the universe does."""
    texte = devant + morceau * ((1_990 - len(devant)) // len(morceau))
    try:
        assert lire(texte).osm.startswith("Mo 09:00-12:00")
    except HorairesIllisibles as erreur:
        assert erreur.fautes


@pytest.mark.parametrize(("ecrit", "osm"), [
    ("9h-12h sur rendez-vous et 14h-17h sans rendez-vous",
     'Mo 09:00-12:00 open "sur rendez-vous", Mo 14:00-17:00 open "sans rendez-vous"'),
    ("9h-12h sur rendez-vous et 14h-17h", 'Mo 09:00-12:00 open "sur rendez-vous", Mo 14:00-17:00'),
    ("9h-12h et 14h-17h sur rendez-vous", 'Mo 09:00-12:00,14:00-17:00 open "sur rendez-vous"'),
    ("9h-12h et sur rendez-vous 14h-17h", 'Mo 09:00-12:00, Mo 14:00-17:00 open "sur rendez-vous"'),
    ("sur rendez-vous 9h-12h et 14h-17h", 'Mo 09:00-12:00,14:00-17:00 open "sur rendez-vous"'),
])
def test_a_condition_is_that_of_the_hours_before_it_up_to_another(ecrit, osm):
    assert lire({"lundi": ecrit}).osm == osm


@pytest.mark.parametrize("jours", ["mardi des semaines paires et jeudi", "mardi des semaines paires et jeudi des semaines impaires",
                                   "lundi en août et mardi"])
def test_a_season_between_two_days_is_of_who_knows_which(jours):
    (faute,) = fautes({jours: "9h-12h"})
    assert faute.sur_la_cle and "écrivez deux lignes" in faute.message


@pytest.mark.parametrize(("ecrit", "dit"), [
    ("Tous les 15 jours, le jeudi 14h-16h", "« Tous les 15 jours, le jeudi 14h-16h » : on ne peut pas calculer"),
    ("le jeudi jusqu'à 16h", "« jusqu'à 16h » ne dit pas à quelle heure"),
])
def test_a_message_quotes_what_was_written_letter_for_letter(ecrit, dit):
    assert fautes(ecrit)[0].message.startswith(dit)


def test_a_day_that_goes_with_what_closes_or_with_what_opens_is_refused():
    assert fautes("fermé dimanche, lundi et mardi 9h-12h")
    assert lire("fermé dimanche et lundi, mardi 9h-12h").osm == "Mo,Su off; Tu 09:00-12:00"


@pytest.mark.parametrize("ecrit", ["9h-12h, fermé de 11h à 13h", "9h-12h et 14h-17h, fermé de 12h à 14h"])
def test_a_pause_lies_within_the_hours_it_interrupts(ecrit):
    assert "la pause n'est pas dans les heures" in fautes({"lundi": ecrit})[0].message
