"""The finder of a directory in pieces, in a real browser: it asks where, says where it has looked and where it still looks, and
never that there is nothing before it knows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from site_bati import construit, une_fois
from trouveur_coupe import coupe


def _en_francais(port_exemple: Path, vers: Path) -> Path:
    shutil.copytree(port_exemple, vers)
    annuaire = vers / "annuaire.yml"
    texte = re.sub(r"(?m)^langues: .*$", "langues: [fr]", annuaire.read_text("utf-8"))
    annuaire.write_text(re.sub(r"(?m)^depliants:\n(?:  .*\n?)*", "", texte), "utf-8")
    return vers


@pytest.fixture(scope="module")
def coupes(tmp_path_factory, port_exemple, aujourdhui) -> Path:
    def faire(vers: Path) -> None:
        with coupe():
            construit(_en_francais(port_exemple, tmp_path_factory.mktemp("port") / "port-exemple"), vers, aujourdhui)

    return une_fois(tmp_path_factory, "site-en-morceaux", faire)


@pytest.fixture(scope="module")
def adresse(coupes, servir) -> str:
    return servir(coupes)


@pytest.fixture
def cherche(ouvre, adresse):
    """The finder with a fragment, once nothing is on its way."""

    def page(fragment: str = "", ici: str = "", page: str = "trouver", **options):
        vue = ouvre(f"{ici or adresse}/fr/{page}/index.html#{fragment}", **options)
        pose(vue)
        return vue

    return page


def pose(vue) -> None:
    vue.wait_for_selector("[data-pret=tout]")
    vue.wait_for_selector("[data-alentours]:not([aria-busy=true])", state="attached")


def morceaux(vue) -> list[str]:
    return [url.rpartition("/")[2].partition(".")[0] for url in vue.demandes if "/trouver/zones/" in url]


def noms(vue) -> list[str]:
    return vue.locator("[data-liste] .vignette h3").all_inner_texts()


def dit(vue) -> str:
    return vue.locator("[data-alentours-dit]").text_content()


def zones(vue) -> dict[str, str]:
    """The zones that one may choose, each with how many it has."""
    puces = vue.locator("[data-ou] li button").all()
    return {puce.locator("span").inner_text(): puce.locator("small").text_content() for puce in puces}


def test_without_a_place_it_asks_where_and_counts_the_whole_directory(cherche, trouver):
    vue = cherche("besoin=douche")
    entier = trouver("besoin=douche")
    assert vue.locator("[data-compte]").inner_text() == entier.locator("[data-compte]").inner_text().split(",")[0].split(" ·")[0]
    assert morceaux(vue) == [] and not vue.erreurs
    assert vue.locator("[data-rien]").is_hidden() and "Où cherchez-vous" in dit(vue)
    assert "Vieux-Port" in zones(vue) and all(nombre.isdigit() and int(nombre) for nombre in zones(vue).values())


def test_what_is_typed_without_a_place_is_counted_and_its_zones_are_the_first_thing_one_sees(cherche):
    vue, choisi = cherche("q=douche"), cherche("besoin=douche")
    nombre = re.search(r"\d+", choisi.locator("[data-compte]").inner_text())[0]
    assert vue.locator("[data-compte]").inner_text() == f"Douche ({nombre})"
    assert vue.locator("[data-racines]").is_hidden() and vue.locator("[data-alentours-dit]").is_visible()
    assert zones(vue) == zones(choisi) != {}
    assert vue.locator("[data-ou] button").last.bounding_box()["y"] < 740 and morceaux(vue) == []


def test_a_zone_without_what_is_asked_is_no_choice(cherche, coupes):
    sans = {re.search("<h1[^>]*>(.*?)</h1>", page.read_text("utf-8"))[1] for page in coupes.glob("fr/quartiers/*/index.html")
            if "besoins/douche/" not in page.read_text("utf-8")}
    assert sans and not sans & {*zones(cherche("q=douche"))}


def test_a_name_that_the_whole_does_not_know_is_asked_where_and_no_number_is_said(cherche):
    vue = cherche("q=chaloupe")
    assert vue.locator("[data-compte]").inner_text() == "Où cherchez-vous\u202f?"
    assert vue.locator("[data-alentours-dit]").is_hidden()
    assert zones(vue) and not any(zones(vue).values()) and vue.locator("[data-rien]").is_hidden()


def test_of_many_zones_those_with_most_are_in_sight_and_all_in_a_list(cherche):
    vue = cherche("q=douche")
    vue.evaluate("quifaitquoi.OuChercher.EN_VUE = 2")
    vue.locator("#mots").fill("manger")
    pose(vue)
    vue.wait_for_selector("[data-zone]:not([hidden])")
    toutes = vue.locator("[data-zone] option").all_inner_texts()
    assert len(zones(vue)) == 2 and toutes[0] == f"et {len(toutes) - 1 - 2} autres"
    nombres = sorted((int(re.search(r"\((\d+)\)", une)[1]) for une in toutes[1:]), reverse=True)
    assert sorted(map(int, zones(vue).values()), reverse=True) == nombres[:2]


def test_nobody_is_told_how_many_where_nobody_knows(cherche):
    vue = cherche("besoin=douche&ouvert=maintenant")
    assert not re.search(r"\d", vue.locator("[data-compte]").inner_text())
    assert not re.search(r"\d", vue.locator("[data-rapides]").inner_text())
    assert not any(zones(vue).values())


def test_a_zone_that_is_chosen_brings_its_own_fiches(cherche, coupes):
    vue = cherche("")
    vue.locator("[data-ou] button", has_text="Vieux-Port").click()
    pose(vue)
    ecrits = {f"vieux-port-{n}" for n in range(1, 1 + len([*(coupes / "fr/trouver/zones").glob("vieux-port-*.js")]))}
    assert ecrits <= {*morceaux(vue)}
    assert "pres=quartier:vieux-port" in vue.url and noms(vue) and not vue.erreurs
    assert vue.locator("[data-ou]").is_hidden() and vue.evaluate("document.activeElement.hasAttribute('data-compte')")


def test_once_all_is_here_the_list_is_that_of_the_whole_index(cherche, trouver):
    for question in ("besoin=manger", "q=douche", "q=papiers&avec=gratuit", ""):
        fragment = f"{question}&pres=quartier:vieux-port".lstrip("&")
        vue, entier = cherche(fragment), trouver(fragment)
        for _ in range(20):
            if vue.locator("[data-plus-loin]").is_hidden():
                break
            vue.locator("[data-plus-loin]").click()
            pose(vue)
        assert vue.locator("[data-plus-loin]").is_hidden()
        assert noms(vue) == noms(entier), question
        assert vue.locator("[data-compte]").inner_text() == entier.locator("[data-compte]").inner_text()
        assert dit(vue) == "" or question == ""
        vue.close()
        entier.close()


def test_near_me_the_nearest_are_those_of_the_whole_index(cherche, trouver):
    ou = {"geolocation": {"latitude": 46.3275, "longitude": -3.0521}, "permissions": ["geolocation"]}
    vue, entier = cherche("besoin=manger&pres=moi", **ou), trouver("besoin=manger&pres=moi", **ou)
    vue.wait_for_selector("[data-liste] b")
    pose(vue)
    entier.wait_for_selector("[data-liste] b")

    def proches(page):
        return sorted(page.locator("[data-liste] .vignette b").all_inner_texts(), key=_metres)[:5]

    assert proches(vue) == proches(entier) != []


def _metres(dite: str) -> float:
    nombre = float(re.search(r"[\d,.]+", dite.replace("\u202f", ""))[0].replace(",", "."))
    return nombre * (1000 if "km" in dite else 1)


def test_while_a_piece_is_on_its_way_nothing_is_said_not_to_be(ouvre, adresse):
    vue = ouvre("about:blank")
    retenues, libres = [], []
    vue.route("**/trouver/zones/*", lambda route: route.continue_() if libres else retenues.append(route))
    vue.goto(f"{adresse}/fr/trouver/index.html#q=zzyzx&pres=quartier:vieux-port")
    vue.wait_for_selector("[data-trouver][data-pret=tout]")
    vue.wait_for_selector("[data-alentours][aria-busy=true]", state="attached")
    tout = vue.locator("[data-trouver]").inner_text()
    assert "On cherche encore dans" in tout and "Nous ne connaissons pas" not in tout and "0 résultat" not in tout
    libres.append(True)
    for retenue in retenues:
        retenue.continue_()
    pose(vue)
    # All was looked at: now it is unknown.
    assert "Nous ne connaissons pas" in vue.locator("[data-inconnu]").inner_text()
    assert vue.locator("[data-plus-loin]").is_hidden() and len({*morceaux(vue)}) > 10


def test_a_piece_that_does_not_come_is_said_and_asked_for_again(ouvre, adresse):
    vue = ouvre("about:blank")
    vue.route("**/trouver/zones/*", lambda route: route.abort())
    vue.goto(f"{adresse}/fr/trouver/index.html#besoin=manger&pres=quartier:vieux-port")
    vue.wait_for_selector("[data-trouver][data-pret=tout]")
    vue.locator("[data-plus-loin]").wait_for()
    assert "N'a pas pu se charger" in dit(vue).replace("’", "'")
    vue.unroute("**/trouver/zones/*")
    vue.locator("[data-plus-loin]").click()
    pose(vue)
    assert noms(vue)


def test_it_works_from_a_folder(cherche, coupes):
    vue = cherche("besoin=manger&pres=quartier:vieux-port", ici=coupes.as_uri())
    assert noms(vue) and not vue.erreurs


def test_the_desk_answers_around_the_place_that_was_said(cherche):
    vue = cherche("", page="accueil-telephonique")
    vue.keyboard.press("1")
    vue.keyboard.press("0")
    vue.locator("[data-choix] button", has_text="Vieux-Port").click()
    pose(vue)
    for _ in range(3):
        vue.keyboard.press("0")
    pose(vue)
    assert vue.locator("[data-reponses] .vignette h3").count() >= 1 and not vue.erreurs
    assert {un.rpartition("-")[0] for un in morceaux(vue)} >= {"vieux-port"}


def test_what_a_piece_tells_the_server_is_said_where_nothing_is_asked(coupes, site):
    dit = "peut donc voir à peu près où vous cherchez"
    assert dit in (coupes / "fr/jamais/index.html").read_text("utf-8")
    assert dit not in (site / "fr/jamais/index.html").read_text("utf-8")
