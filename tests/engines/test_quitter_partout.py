"""« Tout effacer et quitter » in each engine: the button and Escape three times, with the focus in an open map too."""

from __future__ import annotations

import pytest

RETENU = "localStorage.length + sessionStorage.length"


@pytest.fixture
def dedans(fenetre, en_ligne):
    """On a page with something to hide, reached from another one."""
    fenetre.va(f"{en_ligne}/fr/besoins/douche/index.html")
    fenetre.clique(".vignette[data-fiche=bains-du-port] .garder")
    assert fenetre.attend(RETENU)
    return fenetre


def _parti(fenetre, ailleurs, en_ligne):
    fenetre.attend("document.title === 'Neutre'")
    assert fenetre.evalue("location.href") == ailleurs
    # « Back » would show the page before the one that was left: it leaves as well.
    fenetre.recule()
    fenetre.attend("document.title === 'Neutre'")
    fenetre.va(f"{en_ligne}/fr/index.html")
    assert fenetre.evalue(RETENU) == 0
    assert fenetre.texte("h1")


def test_the_button_empties_and_leaves(dedans, en_ligne, ailleurs):
    dedans.va(f"{en_ligne}/fr/fiches/la-chaloupe/index.html")
    dedans.clique("[data-quitter]")
    _parti(dedans, ailleurs, en_ligne)


def test_escape_three_times_does_the_same_and_twice_does_not(dedans, en_ligne, ailleurs):
    dedans.va(f"{en_ligne}/fr/fiches/la-chaloupe/index.html")
    dedans.echappe(2)
    assert "Chaloupe" in dedans.evalue("document.title")
    dedans.echappe(1)
    _parti(dedans, ailleurs, en_ligne)


def test_escape_leaves_from_inside_an_open_map(dedans, en_ligne, ailleurs):
    dedans.clique("a[data-carte]")
    dedans.entre("iframe.carte-ouverte")
    dedans.attend("document.readyState === 'complete' && document.querySelector('.leaflet-marker-icon')")
    dedans.evalue("(window.focus(), document.querySelector('.leaflet-marker-icon').focus())")
    assert dedans.evalue("document.activeElement.matches('.leaflet-marker-icon')")
    dedans.echappe(3)
    dedans.sort()
    dedans.attend("document.title === 'Neutre'")
    assert dedans.evalue("location.href") == ailleurs
