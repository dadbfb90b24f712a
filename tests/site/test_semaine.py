"""« Cette semaine, chez vous »: what is announced, until it is over, on the day that it is where the territory is."""

from __future__ import annotations

import re
import shutil
from datetime import date

import pytest
from markupsafe import Markup

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.langues import langue
from quifaitquoi.savoir.annonces import de_la_semaine
from quifaitquoi.site.sommaire import planifier

JOUETS, OFFRES, VACCINS, PAROLE = "collecte-de-jouets", "offres-d-emploi", "vaccins-dans-le-bus", "groupe-de-parole"


def feuilles(racine, jour, code="fr"):
    """Path → how to make it, of the pages of a territory on that day."""
    rapport = verifier(racine, jour, racine)
    assert rapport.directory, rapport.erreurs
    return {f.chemin: f for f in planifier(enrichir(rapport.directory, jour), langue(code))}


@pytest.mark.parametrize(("jour", "quartier", "attendues"), [
    (date(2026, 11, 20), None, [JOUETS, OFFRES, VACCINS, PAROLE]),
    (date(2026, 11, 20), "gare", [OFFRES, VACCINS, PAROLE]),
    (date(2026, 11, 21), "la-saline", [JOUETS, OFFRES, PAROLE]),
    (date(2026, 11, 22), "la-saline", [OFFRES, PAROLE]),  # over the day before
    (date(2026, 11, 18), "gare", [OFFRES, VACCINS]),  # the 25th is the eighth day
    (date(2026, 11, 26), None, [OFFRES]),
    (date(2026, 11, 27), None, []),
])
def test_an_announcement_is_shown_from_a_week_before_until_its_last_day(directory, jour, quartier, attendues):
    assert [a.slug for a in de_la_semaine(directory, jour, quartier)] == attendues


def test_nothing_announced_leaves_no_page_and_no_link(port_exemple):
    pages = feuilles(port_exemple, date(2026, 11, 27))
    assert not [chemin for chemin in pages if chemin.startswith("semaine/")]
    for chemin in ("index.html", "quartiers/gare/index.html"):
        assert "semaine/" not in pages[chemin].faire().contenu


def test_home_and_neighbourhood_lead_to_the_week(port_exemple, aujourdhui):
    pages = feuilles(port_exemple, aujourdhui)
    assert 'href="semaine/index.html"' in pages["index.html"].faire().contenu
    assert 'href="../../semaine/gare/index.html"' in pages["quartiers/gare/index.html"].faire().contenu


def test_a_past_announcement_is_no_error(port_exemple):
    rapport = verifier(port_exemple, date(2027, 6, 1), port_exemple)
    passees = [p.fichier for p in rapport.problemes if p.regle == "annonce-passee"]
    assert not rapport.erreurs and len(passees) == 4  # one is kept on purpose, and says so


def test_the_radio_text_has_no_figure_in_dates_hours_and_numbers(port_exemple, aujourdhui):
    dit = feuilles(port_exemple, aujourdhui)["semaine/gare/radio.txt"].faire().contenu
    assert "Le mardi vingt-quatre novembre, de quatorze heures à dix-sept heures trente : Vaccins" in dit
    assert "zéro deux, soixante et un, quatre-vingt-onze, zéro un, quarante" in dit
    # The one figure left is that of a street.
    assert re.findall(r"\d+ ?\w*", dit) == ["3 place"]


def test_only_the_language_of_the_fiches_is_read_on_the_radio(port_exemple, aujourdhui):
    for code in ("ar", "fr-x-falc"):
        assert not [chemin for chemin in feuilles(port_exemple, aujourdhui, code) if chemin.endswith("radio.txt")]


def test_a_withheld_place_is_announced_without_its_street(port_exemple, aujourdhui):
    pages = feuilles(port_exemple, aujourdhui)
    dit = pages["semaine/radio.txt"].faire().contenu
    assert "C'est proposé par : Refuge Horizon.\n" in dit


def test_what_a_volunteer_wrote_is_escaped(port_exemple, aujourdhui, tmp_path):
    racine = shutil.copytree(port_exemple, tmp_path / "territoire")
    fichier = racine / "annonces" / f"{VACCINS}.yml"
    fichier.write_text(fichier.read_text("utf-8").replace("Vaccins contre la grippe", "<img src=x onerror=a>"), encoding="utf-8")
    pages = feuilles(racine, aujourdhui)
    assert "<img src=x" not in pages["semaine/index.html"].faire().contenu
    assert isinstance(pages["semaine/index.html"].faire().contenu, Markup)
    assert "<img" not in pages["semaine/annonces.xml"].faire().contenu


@pytest.mark.parametrize(("instant", "vus"), [
    ("2026-11-20T12:00:00Z", 4),
    ("2026-11-21T22:59:00Z", 4),  # still the 21st in Port-Exemple
    ("2026-11-21T23:01:00Z", 3),
    ("2026-11-25T10:00:00Z", 2),
    ("2026-11-27T10:00:00Z", 0),
])
def test_a_page_read_later_hides_what_is_over(navigateur, site, instant, vus):
    contexte = navigateur.new_context(timezone_id="Pacific/Auckland")
    page = contexte.new_page()
    page.clock.set_fixed_time(instant)
    page.goto((site / "fr/semaine/index.html").as_uri())
    annonces = page.locator("[data-fin]")
    assert annonces.count() == 4 and sum(un.is_visible() for un in annonces.all()) == vus
    assert page.get_by_text("Tout ce qui était annoncé ici est fini.").count() == (0 if vus else 1)
    contexte.close()


def test_without_a_script_the_page_says_its_day(navigateur, site):
    contexte = navigateur.new_context(java_script_enabled=False)
    page = contexte.new_page()
    page.goto((site / "fr/semaine/index.html").as_uri())
    assert "vendredi 20 novembre 2026" in page.locator(".chapeau").inner_text().replace("\u00a0", " ")
    contexte.close()
