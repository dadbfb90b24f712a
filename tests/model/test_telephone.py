"""Phone numbers: whatever can be dialled passes, and links dial it."""

import re

import pytest

from quifaitquoi.annuaire.model.telephone import (
    affiche,
    ecrire_plutot,
    est_court,
    est_mobile,
    est_sms,
    exemples,
    lien,
    lien_sms,
    numero_possible,
    prix,
)


@pytest.mark.parametrize(
    "numero", ["15", "17", "18", "112", "115", "119", "3114", "3919", "3939", "116 006", "116117", "118 712"]
)
def test_short_numbers_are_possible_and_dialled_as_they_are(numero):
    assert numero_possible(numero) and est_court(numero)
    assert lien(numero) == "tel:" + numero.replace(" ", "")
    assert affiche(numero).replace("\u00a0", " ") == numero


@pytest.mark.parametrize(
    "numero",
    [
        "02 61 91 00 00", "02.61.91.00.00", "0261910000", "02-61-91-00-00", "02\u00a061\u00a091\u00a000\u00a000",
        "+33 2 61 91 00 00", "0800 00 00 00", "09 69 39 00 00", "0033 2 61 91 00 00",
    ],
)
def test_ten_digits_are_possible_however_they_are_grouped(numero):
    assert numero_possible(numero) and not est_court(numero)


@pytest.mark.parametrize("numero, adresse, ecrit", [
    ("0261910000", "tel:+33261910000", "02 61 91 00 00"), ("+33 2 61 91 00 00", "tel:+33261910000", "02 61 91 00 00"),
    ("+49 7851 880", "tel:+497851880", "+49 7851 880")])
def test_a_link_is_international_and_a_text_is_as_the_country_writes_it(numero, adresse, ecrit):
    assert lien(numero) == adresse
    assert affiche(numero) == ecrit.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    "numero",
    [
        "", "0", "2 61 91 00 00", "261910000", "02 61 91 00", "02 61 91 00 00 0", "02 61 91 00 0O", "1234567",
        "sur demande", "02 61 91 00 00 / 01", "02 61 91 00 00 poste 3", "+999 1234567", "0" * 30, "99 99 99 99 99",
        "٠٢٦١٩١٠٠٠٠", "+", "++33261910000", "(", "1-800-FLOWERS", "02 61 91 00 00,,1",
    ],
)
def test_what_nobody_can_dial_is_refused(numero):
    assert not numero_possible(numero)


def test_a_number_of_the_other_bank_of_the_river_is_possible_but_a_foreign_one_without_its_code_is_not():
    assert numero_possible("+49 7851 880") and not numero_possible("07851 880")


def test_a_mobile_is_told_from_a_switchboard():
    assert est_mobile("06 12 34 56 78") and est_mobile("+33 7 56 78 90 12") and est_mobile("+49 1512 3456789")
    assert est_mobile("+33 6 39 98 01 20") and est_mobile("07 00 00 00 00")  # of no block that is given out
    assert not est_mobile("02 61 91 00 00") and not est_mobile("115") and not est_mobile("+49 7851 880") and not est_mobile("rien")


def test_the_114_opens_a_message_and_never_a_call():
    assert numero_possible("114") and est_court("114") and est_sms("114")
    assert lien("114") == lien_sms("114") == "sms:114"


@pytest.mark.parametrize("numero", ["15", "112", "115", "3919", "116 006", "118 712", "02 61 91 00 00", "06 12 34 56 78"])
def test_a_number_that_somebody_answers_opens_a_call(numero):
    assert not est_sms(numero) and lien(numero).startswith("tel:")


def test_a_number_that_takes_both_opens_a_message_where_it_stands_for_messages():
    assert lien_sms("02 61 91 00 41") == "sms:+33261910041"


def test_what_is_short_depends_on_the_country():
    assert est_court("115", "FR") and not est_court("3919", "DE")


# -- France overseas


@pytest.mark.parametrize("numero, adresse", [
    ("0262 00 00 00", "tel:+262262000000"), ("0269 61 23 45", "tel:+262269612345"), ("0639 12 34 56", "tel:+262639123456"),
    ("0692 12 34 56", "tel:+262692123456"), ("0590 27 12 34", "tel:+590590271234"), ("0690 12 34 56", "tel:+590690123456"),
    ("0594 30 12 34", "tel:+594594301234"), ("0694 12 34 56", "tel:+594694123456"), ("0596 60 12 34", "tel:+596596601234"),
    ("0696 12 34 56", "tel:+596696123456"), ("0508 41 23 45", "tel:+508412345")])
@pytest.mark.parametrize("pays", ["FR", "RE", "GP", "PM"])
def test_ten_digits_of_france_overseas_lead_there_from_all_of_france(numero, adresse, pays):
    assert numero_possible(numero, pays) and lien(numero, pays) == adresse
    assert affiche(numero, pays) == affiche(adresse.removeprefix("tel:"), pays) == numero.replace(" ", "\u00a0")
    assert est_mobile(numero, pays) == (numero[1] == "6")


@pytest.mark.parametrize("pays", ["RE", "GP", "MQ", "GF", "YT", "PM", "BL", "MF", "NC", "PF", "WF"])
def test_the_short_numbers_of_france_are_dialled_in_all_its_territories(pays):
    for numero in ("15", "17", "18", "112", "115", "119", "3919", "116 006"):
        assert numero_possible(numero, pays) and lien(numero, pays) == "tel:" + numero.replace(" ", ""), numero
    assert lien("114", pays) == "sms:114"


@pytest.mark.parametrize("numero, adresse", [
    ("02 61 91 00 00", "tel:+33261910000"), ("06 95 12 34 56", "tel:+33695123456"), ("0 800 12 34 56", "tel:+33800123456"),
    ("09 76 12 34 56", "tel:+33976123456")])
def test_what_is_of_metropolitan_france_or_of_the_whole_country_stays_so(numero, adresse):
    assert lien(numero, "FR") == lien(numero, "RE") == adresse
    assert affiche(numero, "RE") == numero.replace(" ", "\u00a0")


def test_the_code_of_the_mainland_does_not_lead_overseas():
    assert not numero_possible("+33 262 20 12 34") and numero_possible("+262 262 20 12 34")


def test_six_digits_are_a_whole_number_in_saint_pierre_et_miquelon_alone():
    assert lien("41 23 45", "PM") == "tel:+508412345" and not numero_possible("41 23 45", "FR")


def test_the_territories_of_the_pacific_have_numbers_of_their_own():
    assert lien("26 12 34", "NC") == "tel:+687261234" and lien("72 12 34", "WF") == "tel:+681721234"
    assert not numero_possible("26 12 34", "FR") and numero_possible("+687 26 12 34", "FR")


# -- what a call costs


@pytest.mark.parametrize("numero, dit", [
    ("0 800 12 34 56", "gratuit"), ("0 801 12 34 56", "gratuit"), ("0 805 12 34 56", "gratuit"), ("115", "gratuit"),
    ("119", "gratuit"), ("114", "gratuit"), ("3114", "gratuit"), ("3919", "gratuit"), ("116 006", "gratuit"),
    ("0 806 12 34 56", "ordinaire"),
    ("0 809 12 34 56", "ordinaire"), ("0 810 12 34 56", "payant"), ("0 811 12 34 56", "payant"), ("0 820 12 34 56", "payant"),
    ("0 825 12 34 56", "payant"), ("0 892 12 34 56", "payant"), ("0 899 12 34 56", "payant"), ("118 712", "payant"),
    ("02 61 91 00 00", None), ("06 12 34 56 78", None), ("09 69 39 00 00", None), ("0262 00 00 00", None),
    ("+49 800 1234567", None)])
def test_a_charge_is_told_from_a_free_call_and_from_a_plain_one(numero, dit):
    assert prix(numero) == prix(numero, "RE") == dit


@pytest.mark.parametrize("numero", ["3230", "3646", "3939", "3949", "3960"])
def test_a_short_number_whose_price_nobody_can_tell_is_not_called_a_paying_one(numero):
    assert prix(numero) is None


def test_another_country_s_free_and_paying_numbers_are_known_there():
    assert prix("0800 1234567", "DE") == prix("116 117", "DE") == "gratuit" and prix("0900 1 234567", "DE") == "payant"


# -- what to write instead


@pytest.mark.parametrize("ecrit, propose", [
    ("02 61 91 00 00 poste 212", "« - numero: \"02 61 91 00 00\" » et « pour: demander le poste 212 »"),
    ("02 61 91 00 00, p. 212", "« pour: demander le poste 212 »"),
    ("02.61.91.00.00 (poste 212)", "« pour: demander le poste 212 »"),
    ("02 61 91 00 00 / 02 61 91 00 01", "« telephone: [\"02 61 91 00 00\", \"02 61 91 00 01\"] »"),
    ("02 61 91 00 00 ou 06 12 34 56 78", "« telephone: [\"02 61 91 00 00\", \"06 12 34 56 78\"] »"),
    ("+33 262 20 12 34", "« 0262 20 12 34 »")])
def test_a_refusal_shows_how_to_write_an_extension_two_numbers_or_an_island(ecrit, propose):
    assert not numero_possible(ecrit) and propose in ecrire_plutot(ecrit)


@pytest.mark.parametrize("ecrit, numero", [
    ("119 24h/24 7j/7", "119"), ("3230 (9h-16h30)", "3230"), ("02 61 91 00 00, de 15 h à 17 h 30", "02 61 91 00 00"),
    ("115 (24 h sur 24, 7 jours sur 7)", "115"), ("3114 : 24h/24", "3114")])
def test_hours_beside_a_number_are_told_apart_from_it(ecrit, numero):
    assert not numero_possible(ecrit)
    assert ecrire_plutot(ecrit).startswith("Le numéro seul, et le reste dans « pour »") and f'"{numero}"' in ecrire_plutot(ecrit)


@pytest.mark.parametrize("ecrit", [
    "9h-12h", "24h/24 7j/7", "02 61 91 00 00 15 17", "", "sur demande", "02 61 91 00", "02 61 91 00 00 / 01", "poste 212", "+33 1"])
def test_what_is_no_number_at_all_gets_no_such_advice(ecrit):
    assert ecrire_plutot(ecrit) == ""


@pytest.mark.parametrize("pays", ["FR", "RE", "BE", "CH", "LU", "CA", "DE", "MA"])
def test_the_numbers_that_a_refusal_gives_as_examples_are_possible_there(pays):
    dits = re.findall(r'"([^"]+)"', exemples(pays))
    assert dits and all(numero_possible(numero, pays) for numero in dits)


def test_a_number_of_quebec_needs_no_trunk_prefix_and_may_have_it():
    assert all(numero_possible(numero, "CA") for numero in ("(514) 872-0311", "514 872 0311", "1 514 872 0311", "+1 514 872 0311"))
