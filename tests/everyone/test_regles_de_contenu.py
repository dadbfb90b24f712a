"""The Content-Security-Policy: on every page, strict, and in nobody's way, from a server and from a folder."""

from __future__ import annotations

import re

import pytest

from promenade import finie

VISITES = [
    "index.html", "besoins/se-laver/index.html", "tout/index.html", "trouver/index.html#q=douche",
    "fiches/la-chaloupe/index.html", "selection/index.html#s=la-chaloupe,bains-du-port", "glossaire/index.html",
    "cartes/besoin-douche.html",
]
@pytest.fixture(params=["http", "file"])
def racine(request, site, en_ligne) -> str:
    return en_ligne if request.param == "http" else site.as_uri()


def test_every_page_has_a_policy_before_it_loads_anything(site):
    for fichier in site.rglob("*.html"):
        html = fichier.read_text("utf-8")
        regles = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
        assert regles, fichier
        assert not re.search(r"<(?:link|script|img|style)\b", html[:regles.start()]), fichier
        assert "default-src &#39;none&#39;" in regles[1] or "default-src 'none'" in regles[1], fichier
        assert "unsafe" not in regles[1] and "http:" not in regles[1] and "*" not in regles[1], fichier
        assert '<meta name="referrer" content="no-referrer">' in html, fichier


def test_nothing_of_ours_is_refused(visiteur, racine):
    ouvre = visiteur()
    for chemin in VISITES:
        page = ouvre(f"{racine}/fr/{chemin}")
        finie(page)
        if page.locator("a[data-carte]:visible").count():
            page.click("a[data-carte]")
            page.frame_locator("iframe").locator(".leaflet-container").wait_for()
        assert not page.erreurs, (chemin, page.erreurs)
        page.close()


def test_what_would_be_injected_does_not_run_and_loads_nothing(visiteur, racine):
    page = visiteur()(f"{racine}/fr/fiches/la-chaloupe/index.html")
    parties = []
    page.context.route("https://mal.example.org/**", lambda route: (parties.append(route.request.url), route.abort()))
    page.evaluate("""() => {
      document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.mal = 1'}));
      document.body.append(Object.assign(document.createElement('script'), {src: 'https://mal.example.org/x.js'}));
      document.body.append(Object.assign(document.createElement('script'), {src: 'data:text/javascript,window.mal=2'}));
      const boite = document.createElement('div');
      boite.innerHTML = '<img src="https://mal.example.org/x.png" onerror="window.mal = 3"><svg onload="window.mal = 4"></svg>'
        + '<iframe src="https://mal.example.org/"></iframe><a id="lien-mal" href="javascript:window.mal=5">x</a>'
        + '<style>body{display:none}</style>'
        + '<form action="https://mal.example.org/"><button id="envoi">x</button></form>';
      document.body.append(boite);
      document.getElementById('lien-mal').click();
      document.getElementById('envoi').click();
      fetch('https://mal.example.org/x').catch(() => {});
      setTimeout(() => { try { eval('window.mal = 6'); } catch (_) { } }, 0);  // not under Playwright's own permission
    }""")
    page.wait_for_timeout(300)
    assert page.evaluate("window.mal") is None and not parties
    assert page.evaluate("getComputedStyle(document.body).display") != "none"
