"""The state of a search is in the fragment: it can be shared, kept, broken, and read from a USB stick."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from resultats import bouton, compte, noms


def test_a_shared_address_shows_the_same_search(trouver, ouvre):
    page = trouver()
    bouton(page, "Manger").click()
    bouton(page, "Ouvert aujourd").click()
    page.locator(".plus-de-filtres summary").click()
    bouton(page, "Gratuit").click()
    page.locator("[data-choix-langue]").select_option("ar")
    assert page.url.split("#")[1] == "besoin=manger&ouvert=aujourdhui&langue=ar&avec=gratuit"
    autre = ouvre(page.url)
    autre.wait_for_selector("[data-trouver][data-pret=tout]")
    assert noms(autre) == noms(page) != []


def test_back_undoes_a_choice(trouver):
    page = trouver()
    tous, dit = compte(page), page.locator("[data-compte]").inner_text()
    bouton(page, "Manger").click()
    assert compte(page) < tous
    page.go_back()
    # The browser tells the page of it a moment later.
    expect(page.locator("[data-compte]")).to_have_text(dit)


@pytest.mark.parametrize("fragment", [
    "besoin=licorne", "zut", "q=%E0%A4%A", "pres=repere:nulle-part", "ouvert=hier", "ouvert=2026-02-31T10:00", "avec=vol,gratuit",
    "langue=", "constructor=1&__proto__=2&besoin=__proto__", "besoin=constructor", "pour=toString", "&&&=&", "pres=46.3,-3.05",
])
def test_what_cannot_be_read_is_told_and_the_rest_is_kept(trouver, fragment):
    page = trouver(f"{fragment}&besoin=manger")
    assert compte(page) > 0 and not page.erreurs
    assert bouton(page, "Manger").get_attribute("aria-pressed") == "true"
    expect(page.locator("[data-avis-lien]")).to_contain_text("Le reste est gardé", use_inner_text=True)


def test_hostile_fragments_are_text(trouver):
    page = trouver("q=<img src=x onerror=window.pirate=1>&zut=<script>window.pirate=1</script>")
    assert page.evaluate("window.pirate") is None and not page.erreurs


def test_forbidden_storage_changes_nothing(navigateur, en_ligne):
    contexte = navigateur.new_context()
    contexte.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('non', 'SecurityError'); }});"
        "history.pushState = history.replaceState = () => { throw new DOMException('non', 'SecurityError'); };"
    )
    page = contexte.new_page()
    page.goto(f"{en_ligne}/fr/trouver/index.html#besoin=manger")
    page.wait_for_selector("[data-trouver][data-pret=tout]")
    bouton(page, "Ouvert aujourd").click()
    assert page.locator("[data-liste] h3").count() > 0
    contexte.close()


def test_everything_works_from_a_folder_and_asks_nobody_else(ouvre, site):
    page = ouvre((site / "fr" / "trouver" / "index.html").as_uri() + "#q=laverie")
    page.wait_for_selector("[data-trouver][data-pret=tout]")
    assert "Laverie des voyageurs" in noms(page)
    bouton(page, "Ouvert aujourd").click()
    page.locator("[data-carte-suivie]").click()
    page.frame_locator("iframe.carte-ouverte").locator("h1").wait_for()
    assert all(url.startswith("file://") for url in page.demandes) and not page.erreurs


def test_no_request_leaves_the_site(trouver, en_ligne):
    page = trouver("besoin=manger&ouvert=maintenant", langue="ar")
    assert all(url.startswith((en_ligne, "data:")) for url in page.demandes)


def test_a_policy_without_inline_scripts_forbids_nothing_that_is_needed(navigateur, en_ligne):
    contexte = navigateur.new_context()
    regles = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; frame-src 'self'"

    def sous_ces_regles(route):
        reponse = route.fetch()
        route.fulfill(response=reponse, headers={**reponse.headers, "content-security-policy": regles})

    contexte.route("**/trouver/index.html", sous_ces_regles)
    page = contexte.new_page()
    erreurs = []
    page.on("console", lambda m: erreurs.append(m.text) if m.type == "error" else None)
    page.goto(f"{en_ligne}/fr/trouver/index.html#q=repas")
    page.wait_for_selector("[data-trouver][data-pret=tout]")
    assert page.locator("[data-liste] h3").count() > 0 and not erreurs
    contexte.close()
