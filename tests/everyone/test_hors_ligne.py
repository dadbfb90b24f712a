"""What a copy without network is made of and weighs, and a telephone that has no room for it."""

from __future__ import annotations

import gzip
import json
import re

LARGE = 360


def lot(site, code="fr") -> dict:
    texte = (site / code / "hors-ligne/lot.js").read_text("utf-8")
    return json.loads(texte[texte.index("(") + 1:texte.rindex(")")])


def test_the_weight_that_is_said_is_that_of_the_files(site):
    dit = lot(site)
    octets = [(site / chemin).read_bytes() for chemin in dit["fichiers"]]
    assert dit["poids"] == [sum(len(gzip.compress(un, 6, mtime=0)) for un in octets), sum(map(len, octets))]
    for part in dit["parts"].values():
        contenu = b"".join((site / fichier).read_bytes() for fichier in part["fichiers"])
        assert part["poids"] == [len(gzip.compress(contenu, 6, mtime=0)), len(contenu)]


def test_every_fiche_is_in_a_part_and_each_page_finds_what_it_names(site):
    dit = lot(site, "ar")
    gardees = {slug for part in dit["parts"].values() for fichier in part["fichiers"]
               for slug in re.findall(r'(?m)^quifaitquoi\.fiche\("([^"]+)"', (site / fichier).read_text("utf-8"))}
    pages = {page.parent.name: page.read_text("utf-8") for page in (site / "ar/fiches").glob("*/index.html")}
    assert gardees == {slug for slug, page in pages.items() if 'http-equiv="refresh"' not in page}
    for page in (chemin for chemin in dit["fichiers"] if chemin.endswith(".html")):
        noms = re.findall(r'(?:href|src)="(?:\.\./)+(assets/[^"#?]+)"', (site / page).read_text("utf-8"))
        assert noms and set(noms) <= set(dit["fichiers"]), page


def test_nothing_is_registered_before_somebody_asks_and_the_weight_is_said_first(visiteur, en_ligne):
    page = visiteur(LARGE)(f"{en_ligne}/fr/hors-ligne/index.html")
    poids = page.locator("[data-poids]")
    poids.filter(has_text="Mo").wait_for()
    dit = lambda: [float(n.replace(",", ".")) for n in re.findall(r"\d+(?:,\d)?", poids.inner_text())]
    tout = dit()
    page.locator("[data-zone]").select_option(label="Gare")
    assert 0 < dit()[1] < tout[1]
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(tous => tous.length)") == 0
    assert page.evaluate("document.documentElement.scrollWidth") == LARGE and page.erreurs == []


def test_a_telephone_without_room_says_so_and_keeps_nothing(visiteur, en_ligne):
    page = visiteur()(f"{en_ligne}/fr/hors-ligne/index.html")
    page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", {"origin": en_ligne, "quotaSize": 50_000})
    page.locator("[data-garder]").click()
    page.locator("[data-etat]", has_text="place").wait_for()
    assert page.locator("[data-etat]").inner_text().endswith("dans ce téléphone\u00a0: rien n’a changé.")
    assert page.evaluate("caches.keys()") == []


def test_a_copy_of_one_zone_leaves_the_others_out(visiteur, en_ligne):
    page = visiteur()(f"{en_ligne}/fr/hors-ligne/index.html")
    page.locator("[data-zone]").select_option(label="Gare")
    page.locator("[data-garder]").click()
    page.locator("[data-etat]", has_text="gardé").wait_for()
    noms = page.evaluate("""caches.keys().then(noms => Promise.all(noms.map(nom => caches.open(nom).then(c => c.keys()))))
        .then(cles => cles.flat().map(cle => cle.url).filter(url => url.includes('/hors-ligne/fiches/')))""")
    assert sorted(nom.rpartition("/")[2] for nom in noms) == ["-.js", "gare.js", "partout.js"]


def test_each_pictogram_of_a_kept_fiche_is_drawn_on_its_page(site):
    gardees = "".join(zone.read_text("utf-8") for zone in (site / "fr/hors-ligne/fiches").glob("*.js"))
    voulus = set(re.findall(r'href=\\"#(i-[a-z-]+)', gardees))
    assert voulus and voulus <= set(re.findall(r'id="(i-[a-z-]+)"', (site / "fr/hors-ligne/fiche/index.html").read_text("utf-8")))
