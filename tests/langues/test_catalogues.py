"""The program's own words: complete, sound and counted right in each language that it speaks."""

from __future__ import annotations

from io import BytesIO

import pytest

from quifaitquoi.langues import est_connue, langue, pourquoi_pas
from quifaitquoi.langues.catalogue import Catalogue, fichier
from quifaitquoi.langues.extraction import Message, de_jinja, de_python, messages
from quifaitquoi.langues.mise_a_jour import a_jour, codes
from quifaitquoi.langues.po import ecrire, lire
from quifaitquoi.langues.verification import fautes

ENTETE = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
UN_MESSAGE = [Message("Fermé le {jour}")]
UN_NOMBRE = [Message("{n} adresse", "{n} adresses")]


@pytest.fixture(scope="module")
def phrases() -> list[Message]:
    return messages()


@pytest.fixture(params=codes())
def code(request) -> str:
    return request.param


def test_the_program_speaks_english_arabic_and_easy_french():
    assert {"en", "ar", "fr-x-falc"} <= set(codes())


def test_every_sentence_of_the_program_is_translated_and_nothing_is_wrong(code, phrases):
    po = lire(fichier(code).read_text("utf-8"))
    assert list(fautes(po, phrases)) == [], "quifaitquoi translate --programme, then translate what is new"


def test_updating_a_catalogue_that_is_up_to_date_changes_nothing(code):
    assert ecrire(a_jour(code)) == fichier(code).read_text("utf-8"), "run: quifaitquoi translate --programme"


def test_the_tools_of_the_field_read_the_same(code):
    from babel.messages.pofile import read_po
    octets = fichier(code).read_bytes()
    ailleurs = read_po(BytesIO(octets), abort_invalid=True)
    for entree in lire(octets.decode()).entrees:
        autre = ailleurs[entree.source].string
        assert (autre if isinstance(autre, tuple) else (autre,)) == tuple(entree.traductions.values())


def test_reading_and_writing_gives_the_same_text(code):
    texte = fichier(code).read_text("utf-8")
    assert ecrire(lire(texte)) == texte


def test_each_catalogue_says_whether_a_native_speaker_reviewed_it(code):
    assert lire(fichier(code).read_text("utf-8")).entete["X-Relecture"]


@pytest.mark.parametrize(("traduction", "faute"), [
    ('msgid "Fermé le {jour}"\nmsgstr "Closed on {day}"\n', "au lieu de"),
    ('msgid "Fermé le {jour}"\nmsgstr "Closed"\n', "au lieu de"),
    ('msgid "Fermé le {jour}"\nmsgstr ""\n', "n'est pas traduit"),
    ('#, fuzzy\nmsgid "Fermé le {jour}"\nmsgstr "Closed on {jour}"\n', "à revoir"),
    ('msgid "Fermé le {jour}"\nmsgstr "Closed on {jour}\n', "guillemets"),
    ('msgid "Fermée le {jour}"\nmsgstr "Closed on {jour}"\n', "n'est plus une phrase"),
    ("", "« Fermé le {jour} » manque"),
])
def test_a_missing_or_malformed_translation_is_a_fault(traduction, faute):
    assert any(faute in trouvee for trouvee in fautes(lire(ENTETE + traduction), UN_MESSAGE))


def test_a_language_that_lacks_one_of_its_plural_forms_is_a_fault():
    po = lire(ENTETE + 'msgid "{n} adresse"\nmsgid_plural "{n} adresses"\nmsgstr[0] "{n} place"\n')
    assert any("formes" in faute for faute in fautes(po, UN_NOMBRE))


def test_a_number_may_be_said_with_a_word():
    po = lire(ENTETE + 'msgid "{n} adresse"\nmsgid_plural "{n} adresses"\nmsgstr[0] "one place"\nmsgstr[1] "{n} places"\n')
    assert list(fautes(po, UN_NOMBRE)) == []


@pytest.mark.parametrize(("code", "n", "attendu"), [
    ("fr", 0, "0 adresse"), ("fr", 1, "1 adresse"), ("fr", 2, "2 adresses"),
    ("fr-x-falc", 0, "0 adresse"), ("fr-x-falc", 2, "2 adresses"),
    ("en", 0, "0 places"), ("en", 1, "1 place"), ("en", 2, "2 places"),
    ("ar", 0, "لا عناوين"), ("ar", 1, "عنوان واحد"), ("ar", 2, "عنوانان"), ("ar", 3, "3 عناوين"), ("ar", 10, "10 عناوين"),
    ("ar", 11, "11 عنوانًا"), ("ar", 99, "99 عنوانًا"), ("ar", 100, "100 عنوان"), ("ar", 103, "103 عناوين"),
])
def test_each_language_counts_its_own_way(code, n, attendu):
    assert langue(code).nombre("{n} adresse", "{n} adresses", n) == attendu


def test_the_plural_forms_are_those_that_browsers_use(code):
    """Scripts choose among the forms by CLDR's names; pages choose by gettext's formula: both must take the same one."""
    lang = langue(code)
    formes: dict[str, set[str]] = {}
    for n in range(210):
        formes.setdefault(lang.locale.plural_form(n), set()).add(lang.catalogue.ngettext("{n} adresse", "{n} adresses", n))
    if code != "fr-x-falc":  # CLDR gives French a form for millions, which says the same
        assert all(len(dites) == 1 for dites in formes.values())


def test_what_no_catalogue_has_comes_back_in_french():
    vide = Catalogue(lire(""))
    assert vide.gettext("Fermé") == "Fermé"
    assert [vide.ngettext("{n} adresse", "{n} adresses", n) for n in (0, 1, 2)] == ["{n} adresse", "{n} adresse", "{n} adresses"]


def test_a_doubtful_translation_is_not_shown():
    assert Catalogue(lire('#, fuzzy\nmsgid "Fermé"\nmsgstr "Shut"\n')).gettext("Fermé") == "Fermé"


def test_a_message_that_depends_on_something_is_found_twice():
    assert list(de_python('_("ouvert" if x else "fermé")\n')) == [("ouvert", None), ("fermé", None)]


def test_messages_are_found_however_the_code_says_them():
    code = 'N_("a")\nlangue.texte("b")\nlangue.dire("c")\nNN_("d", "e")\nself.n_("f", "g", 2)\n'
    assert list(de_python(code)) == [("a", None), ("b", None), ("c", None), ("d", "e"), ("f", "g")]
    assert list(de_jinja('{{ _("a") if x else _("b") }}{{ n_("c", "d", 3) }}{{ _(mots.X) }}')) == [
        ("a", None), ("b", None), ("c", "d")]


@pytest.mark.parametrize(("code", "nom", "sens"), [
    ("fr", "Français", "ltr"), ("en", "English", "ltr"), ("ar", "العربية", "rtl"), ("fr-x-falc", "Français facile", "ltr"),
    ("fa", "فارسی", "rtl"), ("prs", "دری", "rtl"), ("uk", "Українська", "ltr")])
def test_a_language_is_called_by_its_own_name(code, nom, sens):
    assert (langue(code).nom, langue(code).sens) == (nom, sens)


@pytest.mark.parametrize(("code", "dit"), [
    ("dv", "est une langue (maldivien)"), ("rom", "est une langue (romani)"), ("xx", "n'est pas un code de langue connu")])
def test_a_language_whose_months_nobody_can_say_is_a_language_that_no_page_can_be_in(code, dit):
    assert not est_connue(code) and pourquoi_pas(code).startswith(dit)


@pytest.mark.parametrize("code", ["fr", "fr-x-falc", "ar", "prs", "ti", "zh", "az", "mn", "kab", "wo", "ckb"])
def test_a_language_whose_months_are_known_can_be_one_of_the_site(code):
    assert est_connue(code)


@pytest.mark.parametrize("code", ["xx", "fr-x-<script>", "../en", "EN", ""])
def test_what_is_no_language_is_refused(code):
    from babel import UnknownLocaleError
    with pytest.raises((UnknownLocaleError, ValueError)):
        langue(code)
