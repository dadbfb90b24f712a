"""The overview maps in a real browser: what they load, what hostile names can do, what is drawn and said."""

from __future__ import annotations

import pytest
from petit_territoire import BESOINS, FICHES, QUARTIERS, REPERES, fiche, ici, invente, place
from tests.maps.carte_ouverte import attend, noms, texte

HOSTILES = [
    "</script><script>window.pirate = 1</script>",
    "<img src=x onerror='window.pirate = 1'>",
    "`${window.pirate = 1}`",
    "'; window.pirate = 1; '\" onfocus=\"window.pirate = 1",
    "Deux\u2028lignes\u2029ici",
    "]]> <!-- <script>",
    "{slug} %n $& {{ 7 * 7 }}",
]


@pytest.mark.parametrize("par", ["dossier", "serveur"])
def test_it_works_from_a_folder_and_from_a_server_and_asks_nobody_else(site, ouvre, servir, tmp_path, par):
    fichier = site()
    racine = tmp_path.as_uri() if par == "dossier" else servir(tmp_path)
    page = ouvre(f"{racine}/{fichier.relative_to(tmp_path)}")
    assert page.erreurs == []
    assert "6. Foyer des dunes" in noms(page)
    assert all(demande.url.startswith(racine) for demande in page.demandes)
    assert len(page.demandes) == 10  # the page, two style sheets, seven scripts


def test_the_background_comes_only_once_asked_and_from_the_host_that_the_button_names(site, ouvre):
    page = ouvre(site())
    bouton = page.get_by_role("button", name="Afficher le fond de carte (chargé depuis Plan d'essai, tuiles.example.org)")
    page.keyboard.press("Tab")
    assert not [d for d in page.demandes if d.url.startswith("https:")]
    bouton.click()
    page.wait_for_selector(".leaflet-tile-loaded")
    loin = [d for d in page.demandes if not d.url.startswith(("file:", "data:"))]
    assert loin and all(d.url.startswith("https://tuiles.example.org/") for d in loin)
    assert all("referer" not in d.headers for d in loin)
    assert page.erreurs == []
    assert page.locator(".leaflet-control-attribution").inner_text() == "© Essai <b>gras</b>"
    assert texte(page, "#etat") == "Fond de carte chargé depuis tuiles.example.org."
    page.get_by_role("button", name="Masquer le fond de carte").click()
    assert page.locator(".leaflet-tile").count() == 0
    assert page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0
    assert page.context.cookies() == []
    page.reload()
    assert bouton.is_visible()


def test_a_background_that_fails_is_told_and_the_map_stays(site, ouvre):
    page = ouvre(site())
    page.context.unroute_all()
    page.context.route(lambda url: url.startswith("https:"), lambda route: route.abort())
    page.locator("#fond").click()
    attend(page, "document.getElementById('etat').textContent.includes('ne répond pas')")
    assert "6. Foyer des dunes" in noms(page)
    # Nothing keeps the colours of what is not there.
    assert not page.evaluate("document.body.matches('.avec-fond')")
    assert page.eval_on_selector(".repere", "e => getComputedStyle(e).display") != "none"
    assert page.get_by_role("button", name="Afficher le fond de carte").is_visible()


def test_a_territory_without_background_has_no_button(site, ouvre):
    page = ouvre(site(invente(fond_de_carte="aucun")))
    assert page.get_by_role("button", name="Afficher").count() == 0
    assert page.content().count("https:") == 1  # the way out


def test_hostile_names_are_shown_as_text_and_nothing_runs(site, ouvre):
    fiches = [place(f"f{i}", i * 400 - 1200, 0, nom=nom) for i, nom in enumerate(HOSTILES)]
    fiches.append(fiche("camion", genre="equipe-mobile", nom=HOSTILES[0], tournee=[
        {"lieu": HOSTILES[1], "position": ici(0, 900)}, {"lieu": HOSTILES[6], "position": ici(400, 900)}]))
    reperes = {f"r{i}": {"nom": nom, "position": ici(i * 300 - 900, -900)} for i, nom in enumerate(HOSTILES)}
    quartiers = QUARTIERS | {"les-dunes": QUARTIERS["les-dunes"] | {"nom": HOSTILES[0]}}
    territoire = invente(fiches, reperes, quartiers)
    page = ouvre(site(territoire, titre=HOSTILES[0], quartier=territoire.directory.quartiers["les-dunes"]), largeur=1600)
    assert page.title() == f"{HOSTILES[0]} · Carte · Annuaire d’essai" and texte(page, "h1") == HOSTILES[0]
    assert HOSTILES[0] in page.locator(".leaflet-container").get_attribute("aria-label")
    lus = noms(page)
    for rang, nom in enumerate(HOSTILES, 1):
        page.reload()  # an open bubble moves the map, and what is out of sight is not kept
        assert f"{rang}. {nom}" in lus
        page.locator(".leaflet-marker-pane .bouton").nth(lus.index(f"{rang}. {nom}")).focus()
        page.keyboard.press("Enter")
        assert page.locator(".bulle h2").text_content() == f"{rang}. {nom}"
        page.keyboard.press("Escape")
        page.wait_for_selector(".leaflet-popup", state="detached")
    assert f"8. {HOSTILES[0]} ({HOSTILES[6]})" in lus
    assert HOSTILES[1] in page.locator(".repere .nom").all_text_contents()
    assert page.locator(".bulle script, .leaflet-container img, .leaflet-container script").count() == 0
    assert page.evaluate("typeof window.pirate") == "undefined"
    assert page.erreurs == []


def test_a_hostile_need_is_text_too(site, ouvre, monkeypatch):
    monkeypatch.setitem(BESOINS, "douche", HOSTILES[1])
    page = ouvre(site(invente(FICHES[:1])))
    page.locator(".bouton").click()
    assert page.locator(".bulle .besoins").text_content() == HOSTILES[1] + " · Laver son linge"
    assert page.evaluate("typeof window.pirate") == "undefined"


def test_the_schematic_zone_is_dashed_and_said(site, ouvre):
    territoire = invente()
    page = ouvre(site(territoire, vues=territoire.par_quartier["les-dunes"], titre="Les Dunes",
                      quartier=territoire.directory.quartiers["les-dunes"]))
    assert page.eval_on_selector(".zone.voulue", "e => getComputedStyle(e).strokeDasharray") != "none"
    assert page.locator(".zone:not(.schematique)").count() == 1
    assert "Le contour de Les Dunes est approximatif." in texte(page, "footer")
    assert "Un carreau" in texte(page, ".mesures")


def test_names_on_the_backdrop_neither_overlap_nor_hide_under_a_place(site, ouvre):
    page = ouvre(site(), largeur=360, hauteur=640)
    cachees = page.evaluate("""() => {
        const noms = [...document.querySelectorAll('.etiquette > :not(.cache) > .nom, .disque')];
        const boites = noms.map(e => e.getBoundingClientRect());
        return boites.filter((a, i) => boites.some((b, j) => j < i && a.left < b.right && b.left < a.right
            && a.top < b.bottom - 1 && b.top < a.bottom - 1)).length;
    }""")
    assert cachees == 0


@pytest.mark.parametrize("largeur", [360, 800])
def test_the_name_of_a_zone_stands_in_that_zone_and_nothing_but_the_zoom_lies_over_the_map(site, ouvre, largeur):
    page = ouvre(site(), largeur=largeur, hauteur=640)
    dehors = page.evaluate("""() => {
        const zones = [...document.querySelectorAll('path.zone')].map(e => e.getBoundingClientRect());
        return [...document.querySelectorAll('.nom-zone:not(.cache) > .nom')].filter(e => {
            const r = e.getBoundingClientRect(), x = (r.left + r.right) / 2, y = (r.top + r.bottom) / 2;
            return !zones.some(z => Math.abs((z.left + z.right) / 2 - x) < 2 && z.top <= y && y <= z.bottom);
        }).map(e => e.textContent);
    }""")
    assert dehors == []
    dessus = page.eval_on_selector_all(".leaflet-control:not(:empty)", "es => es.map(e => e.className.split(' ')[0])")
    assert set(dessus) <= {"leaflet-control-zoom", "leaflet-control-attribution"} and page.locator("footer .mesures").is_visible()


def test_a_stop_whose_last_day_is_over_leaves_the_map_without_a_new_build(site, ouvre):
    fichier = site()
    page = ouvre("about:blank")
    page.clock.set_fixed_time("2099-05-01T12:00:00")
    page.goto(fichier.as_uri())
    assert not [nom for nom in noms(page) if "Camion" in nom]


@pytest.mark.parametrize(("heure", "la"), [("21:30", True), ("23:30", False)])
def test_its_last_day_ends_at_midnight_in_the_territory(site, ouvre, heure, la):
    fichier = site()
    page = ouvre("about:blank", timezone_id="America/New_York")
    page.goto(fichier.as_uri())
    dernier = page.evaluate("JSON.parse(document.getElementById('donnees').textContent).lieux.features.map(f => f.properties.au)"
                            ".filter(Boolean).sort()[0]")
    page.clock.set_fixed_time(f"{dernier}T{heure}:00Z")
    page.goto(fichier.as_uri())
    assert any("Camion" in nom for nom in noms(page)) is la


def test_the_page_prints_as_a_sentence_and_works_without_javascript(site, ouvre):
    page = ouvre(site(), java_script_enabled=False)
    assert "aussi dans la liste" in page.locator("noscript").inner_text()
    assert page.get_by_role("link", name="Voir la liste").is_visible()
    page.emulate_media(media="print")
    assert not page.locator("main").is_visible()
    assert page.locator(".papier").is_visible()


def test_right_to_left_and_other_languages_mark_what_stayed_in_french(site, ouvre):
    page = ouvre(site(code="ar"))
    assert page.eval_on_selector("html", "e => e.lang + e.dir") == "arrtl"
    page.locator(".bouton.lieu").first.click()
    assert page.locator(".bulle h2").get_attribute("lang") == "fr"
    assert page.locator(".repere .nom").first.get_attribute("lang") == "fr"
    assert page.erreurs == []


def test_inside_another_page_it_follows_its_colours_and_its_links_leave_the_frame(site, ouvre, servir, tmp_path):
    fichier = site()
    (tmp_path / "dedans.html").write_text(
        f'<body data-md-color-scheme="slate"><iframe src="{fichier.relative_to(tmp_path)}" title="Carte" width=600 height=500>')
    (tmp_path / "fr/fiches/foyer-des-dunes").mkdir(parents=True)
    (tmp_path / "fr/fiches/foyer-des-dunes/index.html").write_text("<title>Foyer</title>")
    page = ouvre(servir(tmp_path) + "/dedans.html")
    cadre = page.frame_locator("iframe")
    assert cadre.locator("html.encadree[data-theme=sombre]").count() == 1
    # That page has the list and the way out: the first stop inside is the map, no link that nobody sees.
    page.keyboard.press("Tab")
    assert cadre.locator(":focus").get_attribute("class").startswith("folium-map")
    cadre.get_by_role("button", name="6. Foyer des dunes").click()
    cadre.get_by_role("link", name="Voir la page").click()
    page.wait_for_url("**/fiches/foyer-des-dunes/index.html")


def test_a_thousand_places_are_never_drawn_all_at_once(site, ouvre):
    page = ouvre(site(invente([place(f"f{i}", (i * 37 % 4000) - 2000, (i * 91 % 3600) - 1800) for i in range(1000)], REPERES)))
    assert "1000 adresses sur la carte." in texte(page, "footer")
    # What a browser draws at each step is what its time depends on (`make bench` measures the seconds).
    dessines = page.evaluate("""async () => {
        const vus = [];
        for (const pas of [0, 1, 1, 1, -1, -1, -1]) {
            if (pas) quifaitquoi.carte.zoomIn(pas, { animate: false });
            await new Promise(fini => setTimeout(fini, 50));
            vus.push(document.querySelectorAll('.leaflet-marker-pane > *').length);
        }
        return vus;
    }""")
    assert all(0 < dessine <= 250 for dessine in dessines), dessines


LIGNES = {"tram-a": {"nom": "Tram A", "genre": "tram", "arrets": ["gare", "halle", "dune"]}}


def test_lines_lie_under_the_places_with_their_names_and_give_way_to_a_background(site, ouvre):
    page = ouvre(site(invente(lignes=LIGNES)))
    assert page.locator("path.ligne").count() == 1
    assert page.locator("path.ligne").evaluate("e => getComputedStyle(e).fill") == "none"
    noms = page.locator(".nom-ligne:not(.cache)").all_inner_texts()
    assert noms and set(noms) == {"Tram A"}
    page.locator("#fond").click()
    assert not page.locator("path.ligne").is_visible() and not page.erreurs


def test_a_territory_without_lines_draws_none(site, ouvre):
    page = ouvre(site(invente()))
    assert page.locator(".nom-ligne").count() == 0 and not page.erreurs
