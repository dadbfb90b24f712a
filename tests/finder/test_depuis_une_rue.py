"""« Près de … » takes a street of the background: loaded when it is asked for, and said roughly."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest

from quifaitquoi.annuaire.read.fond import comprendre, lire_fond
from quifaitquoi.site.pages.trouver import rues

ENTETE = "quifaitquoi-fond 1\nboite 46.00000 -3.00000 46.40000 -2.60000\ndate 2026-10-01\nattribution Nous\n"


def _tape(page, texte: str):
    if not page.locator("[data-lieu]").is_visible():
        page.locator(".plus-de-filtres summary").click()
    champ = page.locator("[data-lieu]")
    champ.fill("")
    champ.press_sequentially(texte)
    return page.locator("[data-lieux] button")


def _dits(boutons) -> list[str]:
    boutons.first.wait_for()
    return [texte.strip() for texte in boutons.all_inner_texts()]


def _noms(page) -> str:
    return page.locator("[data-choisis]").inner_text().replace("\u00a0", " ")


def test_streets_are_loaded_once_somebody_says_where_and_not_before(trouver):
    page = trouver("q=douche")
    assert not [demande for demande in page.demandes if "rues-" in demande]
    page.locator(".plus-de-filtres summary").click()
    page.locator("[data-lieu]").focus()
    assert _dits(_tape(page, "rue du bourg"))[0] == "Rue du Bourg"
    assert len([demande for demande in page.demandes if "rues-" in demande]) == 1
    assert not page.erreurs


@pytest.mark.parametrize("tape", ["12 rue du bourg", "RUE BOURG", "bourg", "rue du bourk"])
def test_a_street_is_found_as_people_write_it(trouver, tape):
    assert "Rue du Bourg" in _dits(_tape(trouver("q=repas"), tape))


def test_an_abbreviation_is_the_word(trouver):
    assert _dits(_tape(trouver(), "bd ocean")) == ["Boulevard de l'Océan"]


def test_what_is_near_a_street_is_so_far_roughly(trouver):
    page = trouver("q=la+chaloupe")
    _tape(page, "boulevard de l'ocean").first.click()
    assert "Près de Boulevard de l'Océan (à peu près)" in _noms(page)
    carte = page.locator("[data-liste] .vignette", has_text="La Chaloupe, accueil").first.inner_text().replace("\u00a0", " ")
    assert "à environ " in carte


def test_each_of_two_streets_with_one_name_is_offered_by_what_is_near_it(trouver):
    page = trouver()
    dits = _dits(_tape(page, "rue des sabliers"))
    assert len(dits) == len({*dits}) == 2 and all(dit.startswith("Rue des Sabliers · ") for dit in dits)
    _tape(page, "rue des sabliers").nth(1).click()
    assert dits[1] in _noms(page)


def test_a_link_says_near_which_street_and_another_language_keeps_it(trouver):
    page = trouver("q=douche&pres=rue:rue-du-bourg")
    page.locator("[data-choisis] button", has_text="Rue du Bourg").wait_for()
    assert page.evaluate("location.hash") == "#q=douche&pres=rue:rue-du-bourg"
    arabe = trouver("q=douche&pres=rue:rue-du-bourg", "ar")
    arabe.locator("[data-choisis] button", has_text="Rue du Bourg").wait_for()
    assert not page.erreurs and not arabe.erreurs


def test_a_link_to_a_street_that_is_no_more_says_so(trouver):
    page = trouver("q=douche&pres=rue:rue-de-nulle-part")
    page.locator("[data-avis-lien]", has_text="rue-de-nulle-part").wait_for()


def test_streets_come_to_a_site_in_a_folder_too(ouvre, site):
    page = ouvre(f"{(site / 'fr/trouver/index.html').as_uri()}#q=douche")
    page.wait_for_selector("[data-trouver][data-pret=tout]")
    assert _dits(_tape(page, "sente des sal"))


def test_a_street_that_does_not_come_is_not_waited_for(trouver):
    page = trouver()
    page.route("**/fond/rues-*", lambda route: route.abort())
    _tape(page, "rue du bourg")
    page.locator("[data-avis-lieu]", has_text="rue du bourg").wait_for()
    assert "Arrêt Criée" in _dits(_tape(page, "arrêt criée"))


def _places(fond) -> list[tuple[str, tuple[float, float]]]:
    return sorted(rues.milieux(fond))


def test_the_middle_of_a_street_lies_on_it(port_exemple):
    fond = lire_fond(Path(port_exemple) / "fond" / "rues.txt")
    points = {(trait.nom, point) for trait in fond.dans(fond.boite) for suite in trait.suites for point in suite}
    noms = {nom for nom, _ in points}
    assert all(nom in noms for nom, _ in _places(fond))
    coude = comprendre(f"{ENTETE}@ 4610 -290 0 0 200 100\nrue\tRue du Coude\t0 0 0 100 200 0\n")
    [(_, (x, y))] = _places(coude)
    assert y == 4610_000 + 100 and 0 < x - -290_000 < 100


def test_pieces_of_one_street_are_one_and_the_same_name_far_away_is_another():
    pieces = comprendre(f"{ENTETE}@ 4610 -290 0 0 900 0\nrue\tRue A\t0 0 50 0\nrue\tRue A\t100 0 50 0\nrue\tRue A\t800 0 100 0\n")
    milieux = [x + 290_000 for _, (x, _y) in _places(pieces)]
    assert milieux[0] in (50, 100) and milieux[1:] == [850]


def test_a_part_of_the_streets_of_a_large_town_is_small():
    hasard = random.Random(13)
    mots = ["".join(hasard.choice("aeioubcdfglmnprstv") for _ in range(hasard.randint(3, 9))).capitalize() for _ in range(4000)]
    lignes = "".join(
        f"rue\t{hasard.choice(('Rue', 'Avenue', 'Impasse'))} {hasard.choice(('de ', 'du ', 'des '))}{mot} {hasard.choice(mots)}\t"
        f"{hasard.randint(0, 40_000)} {hasard.randint(0, 40_000)} 9 9\n" for mot in (*mots, *mots)
    )
    parts = rues.rues_en_scripts(comprendre(f"{ENTETE}@ 4600 -300 0 0 40000 40000\n{lignes}"))
    assert len(parts) == 2 and all(len(gzip.compress(part.encode(), 9)) < 60_000 for part in parts.values())


def test_the_file_of_streets_says_whose_they_are_and_nothing_of_the_directory(site):
    [fichier] = (site / "fond").glob("rues-*.js")
    texte = fichier.read_text("utf-8")
    assert texte.startswith("/* © les cartographes de Port-Exemple") and "fiche" not in texte
