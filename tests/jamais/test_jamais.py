"""« Ce que nous ne demandons jamais »: each kind of secrecy has its sentence, and each page that speaks of one leads to it."""

from __future__ import annotations

import re

import pytest

from quifaitquoi.paroles import jamais, valeurs

CODES = ("fr", "en", "ar", "fr-x-falc")


def corps(site, chemin: str) -> str:
    """What the page says between its head and its foot."""
    html = (site / chemin).read_text("utf-8")
    return html[html.index("<main"):html.index("<footer")]


def test_each_term_of_secrecy_has_its_sentence():
    assert [*jamais.SECRET] == [*valeurs.SECRET]


@pytest.mark.parametrize("code", CODES)
def test_the_page_is_there_in_each_language_and_nothing_can_be_typed_in_it(site, code):
    dit = corps(site, f"{code}/jamais/index.html")
    assert len(re.findall(r"<li><b>", dit)) == sum(map(len, (jamais.JAMAIS, jamais.RESTE, jamais.SECRET, jamais.MOTS)))
    assert not re.search(r"<(?:input|textarea|form)\b", dit) and 'confidentialite/index.html"' in dit


def test_it_names_each_thing_that_a_page_can_leave_on_the_device(site):
    reste = corps(site, "fr/jamais/index.html").split("Ce qui reste sur votre appareil", 1)[1].split("</section>")[0]
    for quoi in ("Votre sélection et vos notes", "La copie sans réseau", "L’historique de votre navigateur"):
        assert quoi in reste
    assert "Si vous gardez une copie" in corps(site, "fr/confidentialite/index.html")


@pytest.mark.parametrize("code", CODES)
def test_foot_and_privacy_lead_to_it(site, code):
    assert "jamais/index.html" in (site / code / "index.html").read_text("utf-8")
    assert 'href="../jamais/index.html"' in corps(site, f"{code}/confidentialite/index.html")


def test_only_a_fiche_that_speaks_of_secrecy_explains_the_word(site, port_exemple):
    from yaml import BaseLoader, load
    disent = {fichier.stem for fichier in (port_exemple / "fiches").glob("*/*.yml")
              if (load(fichier.read_text("utf-8"), BaseLoader).get("acces") or {}).get("secret")}
    menent = {page.parent.name for page in (site / "fr/fiches").glob("*/index.html")
              if "jamais/index.html#secret" in page.read_text("utf-8")}
    assert disent and menent == disent
