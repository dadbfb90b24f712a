"""The map of the site for search engines, within the bounds of sitemaps.org whatever the size of the territory."""

from xml.etree import ElementTree

import pytest

from quifaitquoi.site.plan_du_site import AU_PLUS, plan_du_site

SITE = "https://annuaire.example.org/ville"
NOM = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def lues(texte):
    racine = ElementTree.fromstring(texte)
    return racine.tag.removeprefix(NOM), [lieu.text for lieu in racine.iter(NOM + "loc")]


def pages(nombre):
    return [f"fr/fiches/lieu-{n}/index.html" for n in range(nombre)]


@pytest.mark.parametrize("nombre", [1, AU_PLUS])
def test_a_site_that_one_file_holds_has_one(nombre):
    fichiers = plan_du_site(SITE, pages(nombre))
    assert list(fichiers) == ["sitemap.xml"]
    assert lues(fichiers["sitemap.xml"]) == ("urlset", [f"{SITE}/{page}" for page in pages(nombre)])


def test_a_larger_one_has_an_index_that_leads_to_every_page_once():
    toutes = pages(2 * AU_PLUS + 1)
    fichiers = plan_du_site(SITE, toutes)
    genre, parts = lues(fichiers["sitemap.xml"])
    assert genre == "sitemapindex" and parts == [f"{SITE}/{nom}" for nom in fichiers if nom != "sitemap.xml"]
    trouvees = [lues(fichiers[part.removeprefix(f"{SITE}/")]) for part in parts]
    assert {genre for genre, _ in trouvees} == {"urlset"}
    assert [page for _, siennes in trouvees for page in siennes] == [f"{SITE}/{page}" for page in toutes]


def test_the_longest_addresses_stay_below_the_weight_that_a_file_may_have():
    plus_longue = "x" * (2048 - len(SITE) - 1)
    fichiers = plan_du_site(SITE, [plus_longue] * AU_PLUS)
    assert len(fichiers["sitemap.xml"].encode()) <= 50 * 1024 * 1024


def test_an_address_is_escaped():
    assert lues(plan_du_site("https://a.example/?a&b", ["x<y"])["sitemap.xml"])[1] == ["https://a.example/?a&b/x<y"]
