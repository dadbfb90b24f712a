"""The same page in every language: its counterparts, its direction, and whose words are whose."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quifaitquoi.langues import langue

LANGUES = ("fr", "en", "ar", "fr-x-falc")
NOMS = ("Français", "English", "العربية", "Français facile")


def lire(site: Path, chemin: str) -> str:
    return (site / chemin).read_text("utf-8")


def test_every_page_exists_in_every_language(site):
    pages = [{f.relative_to(site / code).as_posix() for f in (site / code).rglob("*.html")} for code in LANGUES]
    assert pages[0] and all(autres == pages[0] for autres in pages)


@pytest.mark.parametrize("code", LANGUES)
@pytest.mark.parametrize("chemin", ["index.html", "besoins/douche/index.html", "fiches/bains-du-port/index.html", "tout/index.html",
                                    "glossaire/index.html", "trouver/index.html", "mentions-legales/index.html"])
def test_the_switcher_stays_on_the_same_page_and_calls_languages_by_their_own_names(site, code, chemin):
    html = lire(site, f"{code}/{chemin}")
    nav = re.search(r'<nav class="langues".*?</nav>', html, re.S)[0]
    liens = re.findall(r'<a href="([^"]*)" lang="([^"]*)" hreflang="([^"]*)" dir="([^"]*)"[^>]*>([^<]*)</a>', nav)
    assert [(autre, sens, nom) for _, autre, _, sens, nom in liens] == list(
        zip(LANGUES, ("ltr", "ltr", "rtl", "ltr"), NOMS, strict=True)
    )
    page = site / code / chemin
    assert all((page.parent / href).resolve() == (site / autre / chemin).resolve() for href, autre, *_ in liens)
    assert re.search(rf'hreflang="{code}" dir="\w+" aria-current="true"', nav)


def test_search_engines_learn_of_the_counterparts(site):
    html = lire(site, "ar/fiches/bains-du-port/index.html")
    liens = dict(re.findall(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">', html))
    assert liens == {code: f"https://port-exemple.example.org/{vers}/fiches/bains-du-port/index.html"
                     for code, vers in (*((c, c) for c in LANGUES), ("x-default", "fr"))}


@pytest.mark.parametrize(("code", "sens"), list(zip(LANGUES, ("ltr", "ltr", "rtl", "ltr"), strict=True)))
def test_a_page_says_its_language_and_its_direction(site, code, sens):
    for chemin in ("index.html", "fiches/bains-du-port/index.html", "cartes/besoin-douche.html"):
        assert re.search(rf'<html(?=[^>]* lang="{code}")(?=[^>]* dir="{sens}")', lire(site, f"{code}/{chemin}")), chemin


def test_what_a_contributor_wrote_and_nobody_translated_is_marked_as_french(site):
    html = lire(site, "ar/fiches/la-barque/index.html")
    assert re.search(r'<p lang="fr" dir="ltr">Une épicerie où', html)
    assert '<span lang="fr" dir="ltr">La Barque' in html
    assert 'lang="fr"' not in re.search(r"<h2 id=\"quoi-titre\">.*?</h2>", html)[0]


def test_what_is_translated_is_not_marked_as_french(site):
    html = lire(site, "ar/fiches/bains-du-port/index.html")
    assert "<p>كبائن فردية نظيفة ودافئة" in html


def test_a_translation_that_is_older_than_the_french_says_so_beside_itself(site):
    for code, dit in (("ar", "هذه الترجمة أقدم من النص الفرنسي"), ("en", "this translation is older than the French text")):
        html = lire(site, f"{code}/fiches/comptoir-des-droits/index.html")
        assert html.count(dit) == 1 and re.search(rf'</p><p class="note ancien">{dit}', html)
        assert dit not in lire(site, f"{code}/fiches/bains-du-port/index.html")


def test_phones_and_addresses_of_the_web_run_from_left_to_right(site):
    html = lire(site, "ar/fiches/bains-du-port/index.html")
    assert '<bdi dir="ltr">02 61 91 01 20</bdi>' in html.replace("\u00a0", " ")
    assert re.search(r'<a href="mailto:[^"]*"><bdi dir="ltr">', html)


def test_a_number_in_a_page_written_in_arabic_keeps_its_groups_in_order(site):
    html = lire(site, "ar/confidentialite/index.html")
    assert "02\u00a061\u00a091\u00a000\u00a000" in html and "02 61" not in html


def test_the_foot_of_the_page_says_that_no_native_speaker_has_read_it(site):
    assert "لم يراجع هذه الترجمة بعد" in lire(site, "ar/index.html")
    assert "No native speaker has reviewed" in lire(site, "en/tout/index.html")
    assert "relecture" not in lire(site, "fr/index.html")


def test_a_reviewed_translation_says_nothing(batir, copie):
    with pytest.MonkeyPatch.context() as env:
        env.setattr(langue("en").catalogue, "relu", True)
        assert "No native speaker" not in lire(batir(copie), "en/index.html")


def test_titles_are_in_the_language_of_the_page(site):
    assert "<title>استحمام · من يفعل ماذا في بور-إكزمبل</title>" in lire(site, "ar/besoins/douche/index.html")
    assert "<title>Shower · Who does what in Port-Exemple</title>" in lire(site, "en/besoins/douche/index.html")


def test_the_door_of_the_site_offers_every_language(site):
    html = lire(site, "index.html")
    assert all(f'<a href="{code}/index.html" lang="{code}"' in html for code in LANGUES)


def test_nothing_is_placed_by_left_and_right(port_exemple):
    """A page that is read from the right is mirrored by itself as long as no style names a side."""
    site = Path(port_exemple).parents[1] / "plugins/quifaitquoi/site"
    cotes = re.compile(
        r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right)|(?:left|right)\s*:"
        r"|text-align:\s*(?:left|right)|float\s*:\s*(?:left|right))"
    )
    for fichier in site.rglob("*.css"):
        if fichier.name == "carte.css":  # north is up and east is right in every language
            continue
        assert not cotes.findall(fichier.read_text("utf-8")), fichier.name
