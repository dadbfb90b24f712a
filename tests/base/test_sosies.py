"""A name of a machine with a letter of another alphabet is found wherever it stands; honest ones of any alphabet pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quifaitquoi.base.sosies import sosie

MOTS = st.from_regex(r"[a-z][a-z0-9-]{0,12}[a-z]", fullmatch=True)
CYRILLIQUES = st.sampled_from("аеорсухжщі")
FORMES = st.sampled_from(["https://{}.org/une-page", "http://a@{}.fr:80", "accueil@{}.org"])


@given(MOTS, MOTS, st.integers(0, 13), CYRILLIQUES, FORMES)
def test_one_letter_of_another_alphabet_is_found_at_its_place(mot, autre, rang, lettre, forme):
    trompeur = mot[:rang] + lettre + mot[rang:]
    texte = f"voir {forme.format(f'{autre}.{trompeur}')} demain"
    assert sosie(texte) == (texte.index(lettre), lettre)
    assert sosie(texte.replace(lettre, "")) is None


@pytest.mark.parametrize("texte", [
    "https://пример.рф/жё", "https://кафе.com", "https://παράδειγμα.gr", "https://maïs-et-œuf.fr", "https://例え-abc.jp", "https://עברית.org",
    "https://xn--mas-hma.fr", "https://xn--é.fr", "https://example.org/еда?q=е", "à 9h@еж", "une adresse: http://", "https://[::1]/"])
def test_an_honest_name_passes_and_so_does_what_stands_behind_it(texte):
    assert sosie(texte) is None


@pytest.mark.parametrize("texte", ["https://сосо.org", "https://xn--xample-2of.org", "https://%D0%B5xample.org", "https://a。еxample.org"])
def test_a_browser_reads_it_otherwise_than_it_is_written(texte):
    assert sosie(texte)
