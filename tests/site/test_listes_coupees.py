"""A list that nobody can read on one page is cut: every fiche stays near, and no page is heavy."""

from __future__ import annotations

import gzip
import re
from datetime import UTC, datetime, time
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from tests.bench.territory import territoire

from quifaitquoi.base.cache import Cache
from quifaitquoi.site.adapter import construire
from quifaitquoi.site.pages.listes import decoupe
from site_bati import construit

LOURD = 25_000  # bytes, compressed


@pytest.fixture(scope="module")
def grand(tmp_path_factory, aujourdhui) -> Path:
    """The site of a few fiches more than one page may list."""
    dossier = tmp_path_factory.mktemp("grand")
    return construit(territoire(decoupe.AU_PLUS + 20, dossier / "territoire"), dossier / "site", aujourdhui) / "fr"


@pytest.fixture(scope="module")
def coupe_fin(tmp_path_factory, aujourdhui) -> Path:
    """The site of a territory whose zones alone have more fiches than one page may list."""
    dossier = tmp_path_factory.mktemp("fin")
    with pytest.MonkeyPatch.context() as milieu:
        milieu.setattr(decoupe, "AU_PLUS", 12)
        source = territoire(150, dossier / "territoire")
        annuaire = source / "annuaire.yml"
        annuaire.write_text(annuaire.read_text("utf-8").replace("langues: [fr]", "langues: [fr, ar]"), "utf-8")
        return construit(source, dossier / "site", aujourdhui) / "fr"


def liens(page: Path) -> set[Path]:
    """The pages of the same language that this one leads to."""
    adresses = re.findall(r'<a [^>]*?href="([^"#:]+)', page.read_text("utf-8"))
    vers = {(page.parent / urldefrag(adresse)[0]).resolve() for adresse in adresses}
    return {page for page in vers if page.name.endswith(".html") and "cartes" not in page.parts}


def a_portee(site: Path, pas: int) -> set[Path]:
    """What can be reached from the home page by that many links."""
    connues = bord = {(site / "index.html").resolve()}
    for _ in range(pas):
        bord = {ou for page in bord if "fiches" not in page.parts and page.exists() for ou in liens(page)} - connues
        connues = connues | bord
    return connues


def parties(page: Path) -> dict[Path, int]:
    """What a list that is cut leads to, with the count that stands beside each."""
    trouvees = re.findall(r'<a href="([^"]+)">(?:(?!</a>).)*?<small>(\d+) adresses?</small>', page.read_text("utf-8"))
    return {(page.parent / href).resolve(): int(n) for href, n in trouvees}


def lignes(page: Path) -> set[str]:
    return set(re.findall(r'href="[./]*fiches/([^/"]+)/index.html"', page.read_text("utf-8")))


@pytest.mark.parametrize("site", ["grand", "coupe_fin"])
def test_every_fiche_is_at_most_four_links_from_the_home_page(site, request):
    site = request.getfixturevalue(site)
    # The finder shows them too, but only to those who have a script.
    assert {page.resolve() for page in site.glob("fiches/*/index.html")} <= a_portee(site, 4)


def test_no_page_is_above_25_kilobytes_compressed(grand):
    lourdes = {str(page.relative_to(grand)): poids for page in grand.rglob("*.html")
               if (poids := len(gzip.compress(page.read_bytes(), mtime=0))) > LOURD}
    assert not lourdes


@pytest.mark.parametrize("site", ["grand", "coupe_fin"])
def test_the_counts_of_the_parts_are_what_they_list_and_add_up_to_all(site, request):
    site = request.getfixturevalue(site)
    fiches = {page.parent.name for page in site.glob("fiches/*/index.html")}
    zones = parties(site / "tout" / "index.html")
    assert len(zones) > 1 and sum(zones.values()) == len(fiches)
    listees = []
    for zone, n in zones.items():
        lots = parties(zone) or {zone: n}
        assert sum(lots.values()) == n
        for lot, combien in lots.items():
            assert len(lignes(lot)) == combien
            listees += lignes(lot)
    assert sorted(listees) == sorted(fiches)


def test_a_zone_is_cut_by_the_alphabet_only_where_it_is_too_long_itself(grand, coupe_fin):
    assert not [*grand.glob("tout/*/*/index.html")]
    lots = sorted(coupe_fin.glob("tout/*/1/index.html"))
    assert lots
    dit = lots[0].parents[1].joinpath("index.html").read_text("utf-8")
    assert re.search(r"De « .+ » à « .+ »", dit.replace("\u202f", " ").replace("\xa0", " "))
    assert "Voir la liste" in next(coupe_fin.glob("besoins/*/*/1/index.html")).read_text("utf-8")


def test_a_list_that_is_cut_has_no_map_but_leads_to_the_finder(coupe_fin):
    coupees = [page for page in coupe_fin.glob("besoins/*/index.html") if [*page.parent.glob("*/index.html")]]
    assert coupees
    for page in coupees:
        besoin, html = page.parent.name, page.read_text("utf-8")
        assert f'data-fragment="besoin={besoin}&amp;"' in html and "data-carte " not in html
        assert not [*coupe_fin.glob(f"cartes/*-{besoin}.html")]


def test_every_link_of_a_list_that_is_cut_leads_somewhere(coupe_fin):
    for dossier in ("tout", "besoins", "quartiers", "temps-de-vie", "organismes"):
        for page in coupe_fin.glob(f"{dossier}/**/*.html"):
            assert not {ou for ou in liens(page) if not ou.exists()}, page


@pytest.mark.parametrize("langue", ["fr", "ar"])
def test_each_part_has_a_title_of_its_own_without_markup(coupe_fin, langue):
    titres = [re.search("<title>(.*)</title>", page.read_text("utf-8"))[1]
              for dossier in ("tout", "besoins") for page in (coupe_fin.parent / langue).glob(f"{dossier}/**/index.html")]
    assert len(titres) == len(set(titres)) and not [titre for titre in titres if "&lt;" in titre]


def test_what_is_closed_has_a_part_of_its_own(tmp_path, aujourdhui, monkeypatch):
    monkeypatch.setattr(decoupe, "AU_PLUS", 12)
    source = territoire(30, tmp_path / "territoire")
    fermees = sorted(source.glob("fiches/*/*.yml"))[:5]
    for fiche in fermees:
        fiche.write_text(fiche.read_text("utf-8") + "etat:\n  statut: ferme\n  depuis: 2026-09\n", "utf-8")
    site = construit(source, tmp_path / "site", aujourdhui) / "fr"
    parts = [*site.glob("besoins/*/arretees/index.html")]
    assert {slug for part in parts for slug in lignes(part)} == {fiche.stem for fiche in fermees}
    assert not [part for part in parts if "pas encore d'adresse" in part.read_text("utf-8").replace("’", "'")]


def test_a_territory_that_fits_is_not_cut(site):
    assert not [*site.glob("*/tout/*/index.html"), *site.glob("*/besoins/*/*/index.html"), *site.glob("*/quartiers/*/*/index.html")]


def test_the_page_of_leaflets_does_not_grow_with_the_fiches(grand):
    """What is in a zone is in a file of its own, which the form loads."""
    page, fiches = (grand / "depliants/index.html").read_text("utf-8"), {f.parent.name for f in grand.glob("fiches/*/index.html")}
    assert not [slug for slug in fiches if slug in page]
    zones = "".join(fichier.read_text("utf-8") for fichier in grand.glob("depliants/zones/*.js"))
    assert not [slug for slug in fiches if f'"{slug}"' not in zones]


def test_a_list_that_becomes_short_or_long_again_is_made_as_from_nothing(tmp_path, aujourdhui, monkeypatch):
    monkeypatch.setattr(decoupe, "AU_PLUS", 12)
    source, cache = territoire(20, tmp_path / "territoire"), Cache(tmp_path / "cache")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime.combine(aujourdhui, time(11), UTC).timestamp())))

    def fichiers(vers: str, cache: Cache | None = None) -> dict[str, bytes]:
        construire(source, tmp_path / vers, cache=cache)
        return {str(f.relative_to(tmp_path / vers)): f.read_bytes() for f in (tmp_path / vers).rglob("*.*") if f.is_file()}

    longue = fichiers("site", cache)
    retirees = {fiche: fiche.read_text("utf-8") for fiche in sorted(source.glob("fiches/*/*.yml"))[:10]}
    for fiche in retirees:
        fiche.unlink()
    courte = fichiers("site", cache)
    assert any("/tout/" in chemin for chemin in longue.keys() - courte.keys()) and courte == fichiers("neuf")
    for fiche, texte in retirees.items():
        fiche.write_text(texte, "utf-8")
    assert fichiers("site", cache) == longue
