"""The small types: what each takes, and the sentence with which it refuses the rest."""

import pickle
from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from quifaitquoi.annuaire.model import types
from quifaitquoi.annuaire.model.confiance import Source
from quifaitquoi.annuaire.model.lieu import Contact
from quifaitquoi.annuaire.model.types import DatePartielle


def lit(genre: object, valeur: object) -> object:
    return TypeAdapter(genre).validate_python(valeur)


def refuse(genre: object, valeur: object) -> str:
    with pytest.raises(ValidationError) as error:
        lit(genre, valeur)
    return error.value.errors()[0]["msg"]


def test_a_date_is_a_day():
    assert lit(types.Jour, "2026-10-02") == date(2026, 10, 2)


@pytest.mark.parametrize(
    "valeur", ["2026-10", "2026-02-30", "2026-10-02T00:00", "20261002", "hier", "", "0000-01-01"]
)
def test_what_is_no_day_is_refused_with_an_example(valeur):
    assert refuse(types.Jour, valeur) == f"« {valeur} » n'est pas un jour : écrivez l'année, le mois, le jour. Exemple : 2026-12-24"


@pytest.mark.parametrize("valeur", ["2/10/2026", "02.10.2026", "02-10-2026", "2 octobre 2026", "le 2 oct. 2026", "2026/10/2",
                                    "٢٠٢٦-١٠-٠٢"])
def test_a_date_as_french_people_write_it_is_answered_with_the_same_date(valeur):
    assert refuse(types.Jour, valeur).endswith("Exemple : 2026-10-02")


@pytest.mark.parametrize("valeur, partielle", [("2026", DatePartielle(2026)), ("2026-09", DatePartielle(2026, 9)),
                                               ("2026-09-14", DatePartielle(2026, 9, 14)), ("0987", DatePartielle(987))])
def test_a_partial_date_keeps_its_precision_and_is_written_as_it_was_read(valeur, partielle):
    assert lit(types.DateSue, valeur) == partielle
    assert str(partielle) == valeur


@pytest.mark.parametrize("valeur", ["2026-13", "2026-00", "2026-02-30", "2026-9", "26", "septembre 2026", "0000", "2026-", "20266"])
def test_what_is_no_partial_date_is_refused(valeur):
    assert "n'est pas une date" in refuse(types.DateSue, valeur)


@pytest.mark.parametrize("valeur, exemple", [("septembre 2026", "2026-09"), ("9/2026", "2026-09"), ("14 sept. 2026", "2026-09-14")])
def test_a_partial_date_as_people_write_it_is_answered_with_the_same_date(valeur, exemple):
    assert refuse(types.DateSue, valeur).endswith(f"n'est pas une date. Exemple : {exemple}")


def test_a_partial_date_begins_on_the_first_day_it_can_mean():
    assert [DatePartielle(2026).debut, DatePartielle(2026, 9).debut, DatePartielle(2026, 9, 14).debut] == [
        date(2026, 1, 1), date(2026, 9, 1), date(2026, 9, 14)]


@pytest.mark.parametrize("valeur", ["67100", "01000", "99340"])
def test_a_postcode_is_five_digits_kept_as_text(valeur):
    assert lit(types.CodePostal, valeur) == valeur


@pytest.mark.parametrize("valeur", ["1000", "67 100", "F-67100", "671000", ""])
def test_another_postcode_is_refused(valeur):
    refuse(types.CodePostal, valeur)


def test_a_position_is_latitude_then_longitude():
    assert lit(types.Position, ["46.32", "-3.05"]) == (46.32, -3.05)


@pytest.mark.parametrize(
    "valeur",
    [
        [],
        ["46.32"],
        ["46", "3", "1"],
        ["146", "3"],
        ["46", "183"],
        ["nan", "3"],
        ["inf", "3"],
        ["a", "b"],
        [["46"], "3"],
        [{}, "3"],
        ["9" * 400, "1"],
    ],
)
def test_another_position_is_refused(valeur):
    assert refuse(types.Position, valeur).startswith("une position est [latitude, longitude]")


@pytest.mark.parametrize("valeur", ["https://example.org", "http://example.org:8080/a?b=c#d", "https://maison.example.org/é", "https://xn--bcher-kva.example"])
def test_a_web_address_is_complete(valeur):
    assert lit(types.AdresseWeb, valeur) == valeur


@pytest.mark.parametrize(
    "valeur",
    [
        "example.org", "www.example.org", "//example.org", "ftp://example.org", "javascript:alert(1)", "https://",
        "https://a", "https://example.org:port", "https://moi:mot@example.org", "https://exam ple.org", "https://[::1",
        "https://example.org/\"><script>", "https://example.org/`", "mailto:a@example.org",
        "https://example.org/" + "a" * 500,
    ],
)
def test_another_web_address_is_refused(valeur):
    assert "n'est pas une adresse web complète" in refuse(types.AdresseWeb, valeur)


@pytest.mark.parametrize("valeur", ["accueil@example.org", "a.b+c@sous.example.org"])
def test_an_email_address_has_a_box_and_a_domain(valeur):
    assert lit(types.Courriel, valeur) == valeur


@pytest.mark.parametrize(
    "valeur",
    ["", "accueil", "accueil@", "@example.org", "a b@example.org", "a@example", "a@example.org, b@example.org", "a@[127.0.0.1]"],
)
def test_another_email_address_is_refused(valeur):
    assert "n'est pas une adresse de courriel" in refuse(types.Courriel, valeur)


@pytest.mark.parametrize("valeur", ["maison", "maison-des-habitants", "115", "a-1"])
def test_a_slug_is_small_letters_digits_and_hyphens(valeur):
    assert lit(types.Slug, valeur) == valeur


@pytest.mark.parametrize("valeur", ["", "Maison", "été", "a b", "-a", "a-", "a--b", "a_b", "a/b", "../a", "a\n"])
def test_another_slug_is_refused(valeur):
    assert "ne peut pas être un identifiant" in refuse(types.Slug, valeur)


def test_a_list_is_neither_empty_nor_repeats_itself():
    assert lit(types.Liste(str), ["a", "b"]) == ("a", "b")
    assert "au moins" in refuse(types.Liste(str), []) or "at least" in refuse(types.Liste(str), [])
    assert "« a » est écrit deux fois" in refuse(types.Liste(str), ["a", "b", "a"])
    assert "ce bloc est écrit deux fois" in refuse(types.Liste(Source), [{"titre": "a"}, {"titre": "a"}])


def test_one_or_several_may_be_written_without_brackets():
    assert lit(types.UnOuPlusieurs(str), "a") == lit(types.UnOuPlusieurs(str), ["a"]) == ("a",)


def test_a_value_never_becomes_part_of_the_sentence_around_it():
    """Braces in what was read are shown as they are, and a long value leaves room for the advice."""
    assert refuse(types.Jour, "{exemple} {lu}").startswith("« {")
    assert refuse(types.Slug, "x " * 5000).endswith("Exemple : maison-des-habitants")


@pytest.mark.parametrize("siret", ["99999999900017", "999 999 999 00017", "35600000000014"])
def test_a_siret_is_known_by_its_key_and_those_of_the_post_by_theirs(siret):
    assert lit(types.Siret, siret) == siret.replace(" ", "")


@pytest.mark.parametrize("siret", ["99999999900071", "99999999900018", "35600000000016", "9999999990001", "٩٩٩٩٩٩٩٩٩٠٠٠١٧"])
def test_figures_that_slipped_are_no_siret(siret):
    assert "n'est pas un SIRET" in refuse(types.Siret, siret)


def test_places_of_one_shape_share_what_was_written_of_them():
    """A set each would be a third of all that is kept of a file, and a country has 100,000."""
    un, autre = (Contact.model_validate({"telephone": f"02 61 91 00 0{n}"}, context={"pays": "FR"}) for n in (1, 2))
    assert un.model_fields_set == {"telephone"}
    repris = pickle.loads(pickle.dumps(un))
    assert un.__pydantic_fields_set__ is autre.__pydantic_fields_set__ is repris.__pydantic_fields_set__


def test_a_changed_copy_leaves_what_others_share_as_it_was():
    un, autre = (Contact.model_validate({"telephone": "02 61 91 00 01"}, context={"pays": "FR"}) for _ in range(2))
    assert un.model_copy(update={"site": "https://exemple.example.org"}).model_fields_set == {"telephone", "site"}
    assert un.model_fields_set == autre.model_fields_set == {"telephone"}
