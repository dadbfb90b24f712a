"""The home page answers before anybody types: a meal, a bed, a shower, somebody to talk to; open now, or next, or to be asked."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from site_bati import construit


def reponse(page, besoin: str) -> str:
    """What the home page says of one need, on one line."""
    ligne = page.locator(f"[data-pressant={besoin}]")
    expect(ligne.locator("a[href*='fiches/']")).to_be_visible()
    return " ".join(ligne.inner_text().split()).replace("’", "'")


@pytest.fixture(params=["http", "file"])
def racine(request, site, en_ligne) -> str:
    return en_ligne if request.param == "http" else site.as_uri()


def test_at_noon_it_says_what_is_open_until_when_and_whom_to_call(visiteur, racine):
    page = visiteur(360)(f"{racine}/fr/index.html")
    dit = reponse(page, "douche")
    assert "Bains-douches du Port" in dit and "Ouvert, ferme à 12 h 30" in dit and "Aujourd'hui : 7 h 30 – 12 h 30" in dit
    assert page.locator("[data-pressant=douche] a.tel").get_attribute("href") == "tel:+33261910120"
    page.locator("[data-pressant=douche] a[href*='fiches/']").click()
    page.wait_for_url("**/fiches/bains-du-port/index.html")
    assert not page.erreurs and all(demande.startswith(racine) for demande in page.demandes)


def test_at_night_it_says_what_opens_next(visiteur, en_ligne):
    page = visiteur()("about:blank")
    page.clock.set_fixed_time("2026-11-20T22:30:00Z")  # half past eleven in the evening, in the territory
    page.goto(f"{en_ligne}/fr/index.html")
    assert re.search(r"Fermé, ouvre demain à \d+ h", reponse(page, "repas-chaud"))
    # Hours of today that are over say nothing any more, least of all beside tomorrow's.
    assert "Aujourd'hui" not in reponse(page, "repas-chaud") + reponse(page, "douche")


def test_a_number_for_emergencies_is_given_without_a_doubt_about_its_hours(visiteur, en_ligne):
    page = visiteur()(f"{en_ligne}/fr/index.html")
    dit = reponse(page, "hebergement-urgence")
    assert "115" in dit and "Horaires lus" not in dit


def test_where_nobody_verified_anything_nothing_is_called_open(visiteur, servir, tmp_path, petit_port, aujourdhui):
    copie = Path(shutil.copytree(petit_port, tmp_path / "territoire"))
    for fiche in copie.glob("fiches/*/*.yml"):
        fiche.write_text(re.sub(r"(?m)^verification:\n(?: .*\n)+", "", fiche.read_text("utf-8")), "utf-8")
    page = visiteur()(f"{servir(construit(copie, tmp_path / 'site', aujourdhui))}/fr/index.html")
    assert "Horaires lus sur" in reponse(page, "douche")
    assert not page.locator(".maintenant .statut-ouvert").count()


def test_without_a_script_it_leads_to_the_lists_and_says_what_is_missing(visiteur, en_ligne):
    page = visiteur(java_script_enabled=False)(f"{en_ligne}/fr/index.html")
    assert page.locator(".maintenant li a").count() == 4 and not page.locator(".maintenant a.tel").count()
    assert "cette page dirait aussi ce qui est ouvert maintenant" in page.locator(".maintenant noscript").inner_text()


def test_it_comes_after_the_page_itself_and_only_there(visiteur, en_ligne):
    page = visiteur()(f"{en_ligne}/fr/index.html")
    reponse(page, "douche")
    assert page.demandes.index(next(d for d in page.demandes if "maintenant.js" in d)) == len(page.demandes) - 1
    assert not any("trouver/index.js" in d for d in page.demandes)
    assert not any("maintenant.js" in d for d in visiteur()(f"{en_ligne}/fr/besoins/douche/index.html").demandes)
