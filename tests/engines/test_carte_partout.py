"""The map of a list in each engine: it opens on the page, shows its places, and says what each one is."""

from __future__ import annotations

POINTS = "document.querySelectorAll('.leaflet-marker-icon').length"


def test_a_map_opens_beside_the_list_and_shows_its_points(fenetre, racine):
    fenetre.va(f"{racine}/fr/besoins/douche/index.html")
    fenetre.clique("a[data-carte]")
    fenetre.entre("iframe.carte-ouverte")
    assert fenetre.attend(POINTS) > 1
    assert fenetre.attend("document.querySelector('.leaflet-container').getBoundingClientRect().height") > 150
    fenetre.evalue("document.querySelector('.leaflet-marker-icon:not(.marker-cluster)').click()")
    assert fenetre.texte(".leaflet-popup-content a")


def test_the_map_of_the_finder_follows_what_is_asked(fenetre, en_ligne):
    fenetre.va(f"{en_ligne}/fr/trouver/index.html#besoin=douche")
    fenetre.attend("document.querySelector('[data-trouver][data-pret=tout]')")
    fenetre.clique("[data-carte-suivie]")
    fenetre.entre("iframe")
    assert fenetre.attend(POINTS)


def test_the_streets_are_drawn_by_the_site_itself(fenetre, racine):
    fenetre.va(f"{racine}/ar/cartes/quartier-gare.html")
    dessinees = "[...document.querySelectorAll('img.leaflet-tile')].filter(i => i.complete && i.naturalWidth)"
    assert fenetre.attend(f"{dessinees}.length > 1 && {dessinees}.map(i => i.src)")
    # A square that is there and transparent shows no street.
    assert fenetre.attend(f"{dessinees}.every(i => Number(getComputedStyle(i).opacity) === 1)")
    assert fenetre.evalue(f"{dessinees}.every(i => i.src.startsWith(new URL('../../fond/', location.href).href))")
    # The page asks no other site for anything at all.
    ailleurs = "performance.getEntriesByType('resource').map(r => r.name).filter(u => new URL(u).origin !== location.origin)"
    assert fenetre.evalue(f"location.protocol === 'file:' ? [] : {ailleurs}") == []
