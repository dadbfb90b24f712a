"""The built site in a real browser, from the folder it was built in: read, reached and printed by anybody."""

from __future__ import annotations

import pytest

SORTES = [
    "fr/index.html",
    "fr/besoins/index.html",
    "fr/besoins/se-laver/index.html",
    "fr/quartiers/gare/index.html",
    "fr/tout/index.html",
    "fr/fiches/la-chaloupe/index.html",
    "fr/fiches/refuge-horizon/index.html",
    "fr/fiches/annexe-de-la-gare/index.html",
    "fr/fiches/bus-des-soins/index.html",
    "fr/organismes/ville-de-port-exemple/index.html",
    "fr/glossaire/index.html",
    "fr/mentions-legales/index.html",
]


@pytest.fixture
def ouvrir(navigateur, site):
    """A function from a path to a page opened from file://, in a browser that remembers what it asked for."""
    contextes = []

    def ouvre(chemin: str, largeur: int = 1280, **options):
        contexte = navigateur.new_context(viewport={"width": largeur, "height": 800}, **options)
        contextes.append(contexte)
        page = contexte.new_page()
        page.demandes, page.erreurs = [], []
        page.on("request", lambda demande: page.demandes.append(demande.url))
        page.on("pageerror", lambda erreur: page.erreurs.append(str(erreur)))
        page.on("console", lambda message: message.type == "error" and page.erreurs.append(message.text))
        page.goto((site / chemin).as_uri())
        return page

    yield ouvre
    for contexte in contextes:
        contexte.close()


@pytest.mark.parametrize("chemin", SORTES)
def test_a_page_fits_a_narrow_phone_and_asks_nobody_else(ouvrir, chemin):
    page = ouvrir(chemin, 320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert all(demande.startswith("file:") for demande in page.demandes)
    assert not page.erreurs


def test_everything_is_there_without_scripts(ouvrir):
    avec, sans = (ouvrir("fr/fiches/la-chaloupe/index.html", java_script_enabled=scripts) for scripts in (True, False))
    # Scripts only ever add: what is open now, a button to print.
    lues = [page.locator("article").inner_text().splitlines() for page in (sans, avec)]
    assert len(lues[0]) > 60 and set(lues[0]) <= set(lues[1])
    assert not sans.locator("[data-imprimer]").is_visible() and avec.locator("[data-imprimer]").is_visible()


def test_the_root_leads_to_the_language(ouvrir):
    page = ouvrir("index.html")
    page.wait_for_url("**/en/index.html")  # this browser speaks English


def test_a_map_is_loaded_only_when_it_is_asked_for(ouvrir):
    page = ouvrir("fr/quartiers/gare/index.html")
    assert not any("leaflet" in demande for demande in page.demandes)
    page.click("a[data-carte]")
    page.wait_for_selector("iframe.carte-ouverte")
    page.frame_locator("iframe.carte-ouverte").locator(".leaflet-container").wait_for()
    page.click("a[data-carte]")
    assert not page.locator("iframe.carte-ouverte").is_visible()
    assert all(demande.startswith("file:") for demande in page.demandes)


def test_the_list_of_everything_can_be_filtered_by_name(ouvrir):
    page = ouvrir("fr/tout/index.html")
    page.fill("#filtre", "ecole des")
    assert page.locator(".lignes > li:visible a:not(.tel)").all_inner_texts() == ["L’École des Vagues"]
    page.fill("#filtre", "zzz")
    assert page.locator("[data-filtre-compte]").inner_text() == "Aucun nom ne correspond."


def test_the_keyboard_goes_first_to_the_content(ouvrir):
    page = ouvrir("fr/besoins/se-laver/index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#contenu"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#contenu') !== null")


def test_what_is_true_for_a_minute_only_is_not_printed(ouvrir):
    page = ouvrir("fr/fiches/bains-du-port/index.html")
    assert page.locator("[data-ouverture]").inner_text()
    page.emulate_media(media="print")
    assert not page.locator("[data-ouverture]").is_visible()


def test_paper_has_no_title_over_what_nobody_opened(ouvrir):
    page = ouvrir("fr/fiches/chantier-les-haubans/index.html")
    page.emulate_media(media="print")
    pli = page.locator(".fiche .replie")
    assert pli.count() == 1 and not pli.is_visible()
    pli.evaluate("pli => { pli.open = true; }")
    assert pli.is_visible() and "On peut venir voir" in pli.inner_text()


@pytest.mark.parametrize("machine, debut", [
    ("Mozilla/5.0 (Linux; Android 14) Chrome/130 Mobile", "geo:46."),
    ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Safari/604.1", "https://www.openstreetmap.org/?mlat=46."),
    ("Mozilla/5.0 (X11; Linux x86_64) Chrome/130", "https://www.openstreetmap.org/?mlat=46."),
])
def test_the_way_there_opens_something_on_every_machine(ouvrir, machine, debut):
    page = ouvrir("fr/fiches/bains-du-port/index.html", user_agent=machine)
    assert page.locator("[data-geo]").get_attribute("href").startswith(debut)
    assert not [d for d in page.demandes if not d.startswith("file:")]


def test_the_sheet_of_correction_names_its_fiche_and_prints_at_once(ouvrir):
    page = ouvrir("fr/fiches/bains-du-port/index.html")
    page.evaluate("window.print = () => { document.title = 'imprimée'; }")
    page.click("[data-imprimer-ici]")
    page.wait_for_timeout(200)
    assert page.title() == "imprimée"
    page.emulate_media(media="print")
    assert "Bains-douches du Port" in page.locator(".correction").inner_text()


def test_a_simple_fiche_prints_on_one_sheet(ouvrir):
    for slug in ("bains-du-port", "refuge-horizon", "bus-des-soins"):
        pdf = ouvrir(f"fr/fiches/{slug}/index.html").pdf(format="A4", prefer_css_page_size=True)
        assert pdf.count(b"/Type /Page\n") == 1, slug


def test_a_printed_fiche_says_whose_it_is_and_where_and_no_line_lies_over_another(ouvrir):
    page = ouvrir("fr/fiches/la-chaloupe/index.html", largeur=700)
    page.emulate_media(media="print")
    assert "Qui fait quoi à Port-Exemple" in page.locator(".marque").inner_text()
    assert page.locator(".marque .cache").bounding_box()["width"] > 50
    assert page.locator(".adresse-imprimee").inner_text() == "https://port-exemple.example.org/fr/fiches/la-chaloupe/index.html"
    dessous = page.evaluate("""() => [...document.querySelectorAll('.services > li')].filter(li => {
        const nom = li.querySelector('.nom-service'), suite = nom.nextElementSibling;
        return suite && suite.getBoundingClientRect().top < nom.getBoundingClientRect().bottom - 1;
    }).map(li => li.innerText)""")
    assert dessous == []


def test_the_feeds_of_each_neighbourhood_and_need_wait_below_one_line_each(ouvrir):
    page = ouvrir("fr/changements/index.html", largeur=360)
    for nom in ("Par quartier", "Par besoin"):
        plie = page.locator("details.replie", has=page.get_by_text(nom, exact=True))
        assert not plie.locator("a").first.is_visible()
        plie.locator("summary").click()
        assert plie.locator("a").first.is_visible()
