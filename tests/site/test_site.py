"""What holds for every page of a built site."""

from __future__ import annotations

import posixpath
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

DEPOT = Path(__file__).parents[2]
CHARGENT = {"script": "src", "img": "src", "iframe": "src", "link": "href", "source": "src", "object": "data"}


def cadrees(pages: dict) -> dict:
    """Pages with our header and footer: not the doors and not the redirections."""
    return {chemin: page for chemin, page in pages.items() if any(a.get("id") == "contenu" for _, a in page.elements)}


def test_every_link_inside_the_site_leads_to_a_page_and_a_place_that_exist(site, pages):
    morts = []
    for chemin, page in pages.items():
        for attributs in page.attributs("a"):
            href = attributs.get("href", "")
            parts = urlsplit(href)
            if parts.scheme or href.startswith("/"):
                continue
            cible = posixpath.normpath(posixpath.join(posixpath.dirname(chemin), unquote(parts.path))) if parts.path else chemin
            # What stands after « # » is a place in a page, or what the page of the selection is to show.
            fragment_manque = (parts.fragment and not parts.fragment.startswith("s=")
                               and cible in pages and parts.fragment not in pages[cible].ids)
            # Leaflets are made after the pages: tests/leaflets/test_page.py follows these links.
            if not (site / cible).is_file() and not cible.startswith("depliants/") or fragment_manque:
                morts.append(f"{chemin}: {href}")
    assert not morts


def _nombre(motif: str, texte: str) -> int:
    trouve = re.search(motif, texte)
    return int(trouve[1]) if trouve else 0


def test_a_list_and_its_map_count_the_same_addresses(site, pages):
    for chemin in pages:
        texte = (site / chemin).read_text("utf-8")
        dit, lien = re.search(r'<p class="compte">(.*?)</p>', texte), re.search(r'data-carte [^>]*href="([^"]+)"', texte)
        if not (chemin.startswith("fr/") and dit and lien):
            continue
        carte = (site / posixpath.normpath(posixpath.join(posixpath.dirname(chemin), lien[1]))).read_text("utf-8")
        n, sans = _nombre(r"(\d+) adresse", dit[1]), _nombre(r"dont (\d+)", dit[1])
        sur, autres = _nombre(r"(\d+) adresses? sur la carte", carte), _nombre(r"(\d+) autres? e?s", carte)
        assert sur and (n - sans, sans) == (sur, autres), chemin


def test_no_line_of_hours_begins_with_a_mark(site):
    for fiche in (site / "fr" / "fiches").glob("*/index.html"):
        texte = unescape(re.sub(r"<[^>]+>", "", fiche.read_text("utf-8")))
        assert not re.search(r" [;:!?]\s", texte), fiche


def test_no_page_loads_anything_from_elsewhere(site, pages):
    for chemin, page in pages.items():
        for tag, attribut in CHARGENT.items():
            for attributs in page.attributs(tag):
                if attributs.get("rel") in ("canonical", "alternate"):
                    continue
                adresse = urlsplit(attributs.get(attribut) or "")
                assert not adresse.scheme and not adresse.netloc, (chemin, attributs)
    for feuille in (site / "assets").glob("*.css"):
        style = feuille.read_text().replace('url("data:image/svg+xml,', "")  # a drawing that it holds itself
        assert "url(" not in style and "@import" not in style


def test_no_page_holds_a_script_or_a_style_of_its_own(site, pages):
    for chemin, page in pages.items():
        # A block of data is no script: browsers never run it.
        donnees = ("application/json", "application/ld+json")
        assert all("src" in script or script.get("type") in donnees for script in page.attributs("script")), chemin
        assert not page.attributs("style"), chemin
        for tag, attributs in page.elements:
            assert not [nom for nom in attributs if nom.startswith("on") or nom == "style"], (chemin, tag, attributs)


def test_links_that_leave_the_site_say_nothing_about_the_reader(pages):
    for chemin, page in pages.items():
        assert any(meta.get("name") == "referrer" and meta["content"] == "no-referrer" for meta in page.attributs("meta")), chemin
        for attributs in page.attributs("a"):
            href = attributs.get("href", "")
            assert urlsplit(href).scheme in ("", "http", "https", "tel", "mailto", "geo", "sms"), (chemin, href)
            if href.startswith("http"):
                assert {"noreferrer", "noopener"} <= set(attributs["rel"].split()), (chemin, href)


def test_no_page_calls_a_number_that_hears_no_voice(pages):
    def vers(scheme):
        return {chemin for chemin, page in pages.items() for a in page.attributs("a") if a.get("href") == f"{scheme}:114"}

    assert not vers("tel")
    assert {"fr/index.html", "ar/index.html", "fr/fiches/numero-114/index.html"} <= vers("sms")


def test_each_page_has_one_first_heading_and_skips_no_level(pages):
    for chemin, page in cadrees(pages).items():
        niveaux = [niveau for niveau, _ in page.titres]
        assert niveaux.count(1) == 1 and niveaux[0] == 1, chemin
        assert all(b <= a + 1 for a, b in zip(niveaux, niveaux[1:], strict=False)), (chemin, page.titres)


def test_each_page_says_its_language_and_has_its_landmarks(pages):
    for chemin, page in cadrees(pages).items():
        code = chemin.partition("/")[0]
        assert page.attributs("html")[0]["lang"] == code, chemin
        assert page.attributs("html")[0]["dir"] == page.attributs("body")[0]["dir"] == ("rtl" if code == "ar" else "ltr"), chemin
        for repere in ("header", "main", "footer", "nav"):
            assert page.attributs(repere), (chemin, repere)
        assert any(a.get("href") == "#contenu" for a in page.attributs("a")), chemin


def test_ids_are_unique_on_each_page(pages):
    for chemin, page in pages.items():
        ids = [attributs["id"] for _, attributs in page.elements if "id" in attributs]
        assert len(ids) == len(set(ids)), (chemin, [i for i in ids if ids.count(i) > 1])


def test_page_titles_are_all_different(site):
    titres = [re.search(r"<title>(.*?)</title>", texte, re.S)[1] for langue in ("fr", "fr-x-falc")
              for f in (site / langue).rglob("*.html") if 'http-equiv="refresh"' not in (texte := f.read_text())]
    assert len(titres) > 100
    assert len(titres) == len(set(titres)), sorted(t for t in set(titres) if titres.count(t) > 1)


def test_the_canonical_address_is_the_page_s_own(pages):
    page = pages["fr/fiches/bains-du-port/index.html"]
    adresse = "https://port-exemple.example.org/fr/fiches/bains-du-port/index.html"
    assert {"rel": "canonical", "href": adresse} in page.attributs("link")


def test_an_old_address_leads_to_the_fiche_of_today(site, directory):
    fiches = directory.fiches.values()
    anciens = [(ancien, fiche.slug) for fiche in fiches for ancien in fiche.anciens_slugs or ()]
    assert anciens
    for ancien, slug in anciens:
        html = (site / "fr" / "fiches" / ancien / "index.html").read_text()
        assert f'content="0; url=../../fiches/{slug}/index.html"' in html
        assert f'<link rel="canonical" href="https://port-exemple.example.org/fr/fiches/{slug}/index.html">' in html
        assert f'<a href="../../fiches/{slug}/index.html">' in html


def test_a_replaced_fiche_keeps_its_page_and_says_where_to_go(pages):
    page = pages["fr/fiches/annexe-de-la-gare/index.html"]
    assert "Fermé définitivement" in page.texte
    assert any(a.get("href") == "../../fiches/ccas-vieux-port/index.html" for a in page.attributs("a"))


def test_a_page_is_shown_to_those_who_look_for_one_that_is_not_there(site):
    html = (site / "404.html").read_text()
    assert 'href="/fr/index.html"' in html and "n’existe pas" in html
    # In each language, with a way to search; and whom to call, for nobody knows what they were looking for.
    for code in ("fr", "en", "ar", "fr-x-falc"):
        assert f'<section lang="{code}"' in html and f'action="/{code}/trouver/index.html"' in html
    assert 'href="tel:115"' in html and 'href="tel:112"' in html


def test_pages_written_by_hand_lie_below_their_language(site):
    assert (site / "fr" / "mentions-legales" / "index.html").is_file()
    assert not (site / "mentions-legales.html").exists()


def test_the_site_holds_none_of_the_theme_s_own_scripts(site):
    assert not list(site.rglob("bundle*.js")) and not list(site.rglob("main.*.css"))


def test_mkdocs_is_known_to_one_file_only():
    connus = [f.relative_to(DEPOT).as_posix() for f in (DEPOT / "plugins").rglob("*.py")
              if re.search(r"^\s*(?:from|import) mkdocs\b", f.read_text("utf-8"), re.M)]
    assert connus == ["plugins/quifaitquoi/site/adapter.py"]


def test_no_page_can_name_itself_before_a_discreet_visit_is_looked_for(site):
    for fichier in site.rglob("*.html"):
        tete = fichier.read_text("utf-8").partition("</head>")[0]
        titre = tete.index("<title>")
        neutre = tete[titre:].startswith(("<title>Page</title>", "<title>صفحة</title>"))
        assert neutre or 0 < tete.find("discret.") < titre, fichier
