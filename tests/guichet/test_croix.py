"""What was not found, ticked by one key: counts in this tab, and lines that manques.yml takes as they are."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from quifaitquoi.annuaire.check import verifier

AUTRE = {"mois": "2026-11", "quartier": "gare", "besoin": "douche", "complet": 2, "rien": 1}


@pytest.fixture
def sans_douche(guichet):
    """At the desk, somebody near the station who wants a shower, and the answers."""
    return guichet().tape("4", "1", "1", "0", "0", "0")


def lignes(g) -> list[dict]:
    """What would go into the file, as plain text values."""
    return yaml.load(g.page.input_value("#lignes"), yaml.BaseLoader)["demandes"]


def test_one_key_then_why_is_a_cross(sans_douche):
    sans_douche.tape("7")
    assert sans_douche.titre == "Douche, Gare : pourquoi n'a-t-on pas trouvé ?"
    sans_douche.tape("1")
    assert "C'est noté : Douche, Gare. C'était complet." in sans_douche.texte("[data-fait]")
    assert sans_douche.titre == "À lire à voix haute"
    sans_douche.tape("7", "1", "7", "6", "7", "0")
    assert lignes(sans_douche) == [{cle: str(valeur) for cle, valeur in AUTRE.items()}]


def test_what_the_answers_do_not_name_is_asked(guichet):
    g = guichet().tape("4", "0", "0", "0", "0", "0", "7")
    assert g.titre == "Qu'est-ce qui n'a pas été trouvé ?"
    g.tape("1")
    assert g.titre == "Dans quel quartier cherchait-on ?"
    g.tape("1", "2")
    assert lignes(g) == [{"mois": "2026-11", "quartier": "gare", "besoin": "douche", "refuse": "1"}]


def test_the_file_is_one_that_the_check_takes(sans_douche, petit_port, tmp_path, aujourdhui):
    sans_douche.tape("7", "5")
    with sans_douche.page.expect_download() as attendu:
        sans_douche.page.click("[data-telecharger]")
    ecrit = Path(attendu.value.path()).read_text("utf-8")
    assert attendu.value.suggested_filename == "manques.yml" and ecrit == sans_douche.page.input_value("#lignes")
    copie = Path(shutil.copytree(petit_port, tmp_path / "territoire"))
    (copie / "manques.yml").write_text(ecrit, "utf-8")
    rapport = verifier(copie, aujourdhui)
    assert rapport.directory is not None
    assert [(d.quartier, d.besoin, d.nombres) for d in rapport.directory.manques.demandes] == [("gare", "douche", {"trop_loin": 1})]


def test_crosses_stay_in_the_tab_and_go_with_clear_all_and_leave(sans_douche, en_ligne):
    page = sans_douche.tape("7", "1").page
    page.reload()
    page.wait_for_selector("[data-guichet][data-pret=tout]")
    assert [ligne["complet"] for ligne in lignes(sans_douche)] == ["1"]
    assert page.evaluate("localStorage.length") == 0 and "douche" not in page.url
    page.route("https://encyclopedie.example.org/**", lambda route: route.fulfill(body="<h1>Neutre</h1>", content_type="text/html"))
    page.click("[data-quitter]")
    page.wait_for_url("https://encyclopedie.example.org/")
    page.goto(f"{en_ligne}/fr/accueil-telephonique/index.html")
    page.wait_for_selector("[data-guichet][data-pret=tout]")
    assert not page.locator("[data-manques]").is_visible()


def test_erased_crosses_are_gone(sans_douche):
    sans_douche.tape("7", "1").page.click("[data-effacer]")
    assert not sans_douche.page.locator("[data-manques]").is_visible()
    assert sans_douche.page.evaluate("sessionStorage.length") == 0
    assert "Les croix sont effacées" in sans_douche.texte("[data-annonce]")


@pytest.mark.parametrize("garde", [
    "pas du JSON", "[]", "null", "7", '{"2026-11 gare douche": {"complet": -1, "rien": 1.5, "refuse": "3"}}',
    '{"2026-11-20 gare douche": {"complet": 1}}', '{"2026-11 <img> douche": {"complet": 1}}', '{"2026-11 gare x": {"complet": 1}}'])
def test_what_another_put_there_is_not_trusted(guichet, garde):
    g = guichet()
    cle = g.page.get_attribute("[data-selection]", "data-selection") + ".manques"
    g.page.evaluate("([cle, v]) => sessionStorage.setItem(cle, v)", [cle, garde])
    g.page.reload()
    g.page.wait_for_selector("[data-guichet][data-pret=tout]")
    assert not g.page.locator("[data-manques]").is_visible() and not g.page.erreurs


def test_where_nothing_may_be_kept_the_page_counts_and_says_so(guichet):
    refus = "Storage.prototype.setItem = function () { throw new Error('non'); };"
    g = guichet(script=refus).tape("4", "1", "1", "0", "0", "0", "7", "1")
    assert lignes(g)[0]["complet"] == "1"
    assert "Cet appareil ne garde rien" in g.texte("[data-sans-memoire]")
