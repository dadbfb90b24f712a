"""« L'annuaire en chiffres »: every drawing has its figures in words, in every language, on screen and on paper."""

import io
import re

import pytest
from pypdf import PdfReader

LANGUES = ("fr", "en", "ar", "fr-x-falc")


@pytest.fixture
def page(site, visiteur):
    """A function from a language to the page, as a visitor without scripts sees it."""
    ouvre = visiteur(java_script_enabled=False)
    return lambda code: ouvre((site / code / "chiffres" / "index.html").as_uri())


@pytest.mark.parametrize("code", LANGUES)
def test_each_bar_is_as_long_as_the_figure_beside_it(page, code):
    ouverte = page(code)
    lignes = [ligne for ligne in ouverte.locator("table.chiffres:has(.trace) tbody tr:has(.trace)").all()
              if "%" in ligne.locator(".nombre").inner_text()]
    assert len(lignes) > 25
    for ligne in lignes:
        part = ligne.locator(".nombre").inner_text().rpartition("%")[0].split()[-1]
        dit = float(part.strip("(\u2066\u200e\u00a0\u202f").split("(")[-1])
        dessine = float(ligne.locator(".jauge .plein").get_attribute("width"))
        assert abs(dit - dessine) <= 0.6


@pytest.mark.parametrize("code", LANGUES)
def test_each_week_is_named_and_said_in_a_table_below(page, code):
    ouverte = page(code)
    semaines = ouverte.locator(".semaine-de").all()
    assert len(semaines) == 8
    for semaine in semaines:
        dessin = semaine.locator("svg[role=img]")
        for nom in dessin.get_attribute("aria-labelledby").split():
            assert ouverte.locator(f"#{nom}").inner_text()
        jours = semaine.locator("table.chiffres tbody tr").count()
        assert 1 <= jours <= 7


def test_the_drawing_of_a_week_and_its_table_say_the_same(page):
    papiers = page("fr").locator("#semaine-papiers-et-droits").locator("xpath=..")
    table = papiers.locator("table").inner_text().replace("\u202f", "\u00a0")
    assert "vendredi\tminuit – 9\u00a0h\npeut-être ouvert\u00a0: 12\u00a0h – 13\u00a0h et 17\u00a0h – minuit" in table
    # Friday is the fifth row.
    vendredi = [(float(r.get_attribute("x")), float(r.get_attribute("width")), r.get_attribute("class"))
                for r in papiers.locator("svg rect:not(.rien)").all() if 4 * 17 <= float(r.get_attribute("y")) < 5 * 17]
    assert vendredi == [(52 + debut * 13, heures * 13, etat) for debut, heures, etat in (
        (9, 3, "ouvert"), (12, 1, "peut-etre"), (13, 4, "ouvert"), (17, 7, "peut-etre"))]


def test_on_paper_what_was_folded_is_open(page):
    texte = "".join(p.extract_text() for p in PdfReader(io.BytesIO(page("fr").pdf())).pages)
    assert "Besoins sans adresse" in texte and "Colis alimentaire" in texte.partition("Besoins sans adresse")[2]


def test_it_counts_no_visitor(page):
    ouverte = page("fr")
    assert "ne compte les visites" in ouverte.locator(".chapeau").inner_text()
    assert not [d for d in ouverte.demandes if not d.startswith("file:")]


@pytest.mark.parametrize("code, moins", [
    ("fr", "moins de 5"), ("en", "fewer than 5"), ("ar", "أقل من 5"), ("fr-x-falc", "moins de 5")])
def test_what_was_not_found_stands_beside_what_exists_and_small_numbers_do_not_show(page, code, moins):
    part = page(code).locator("section[aria-labelledby=introuvables]")
    assert part.locator("table").count() == 3  # the neighbourhoods of which a month that is over is known
    douche = part.locator("tr", has_text="11")
    assert douche.locator("td").first.inner_text().count("\n") == 1 and moins in douche.inner_text()
    lus = " ".join(part.locator("tbody tr:not(.ou) td:first-of-type").all_inner_texts())
    assert {int(n) for n in re.findall(r"\d+", lus)} == {5, 6, 11, 17, 21}
    assert part.locator("tr.ou").count() == 3
