"""What is open, in each engine: hours that somebody verified are told as they are, until they must be asked again."""

from __future__ import annotations

import re
from datetime import date

import pytest

from quifaitquoi.langues import langue
from quifaitquoi.langues.dates import date_longue

# Friday 20 November 2026, eleven in the territory: La Chaloupe closes at noon.
ONZE_HEURES = "?quand=2026-11-20T10:00:00Z"
REVOIR = "document.querySelector('.confiance').dataset.aRevoirLe"
CHIFFRES_D_AILLEURS = re.compile("[\u0660-\u0669\u06f0-\u06f9]|NaN|undefined")


def test_a_fiche_that_was_verified_is_open_at_eleven(fenetre, racine):
    fenetre.va(f"{racine}/fr/fiches/la-chaloupe/index.html{ONZE_HEURES}")
    assert fenetre.texte("[data-ouverture] .statut") == "Ouvert, ferme à 12 h"
    assert fenetre.texte(".confiance") == "Vérifié le 3 novembre 2026"


@pytest.mark.parametrize("code", ["fr", "en", "ar"])
def test_its_hours_are_stale_from_the_day_on_which_it_must_be_seen_again(fenetre, en_ligne, code):
    adresse = f"{en_ligne}/{code}/fiches/la-chaloupe/index.html"
    fenetre.va(adresse + ONZE_HEURES)
    revoir = date.fromisoformat(fenetre.attend(REVOIR))
    dit = date_longue(revoir, langue(code).locale).replace("\u00a0", " ")
    assert dit not in fenetre.texte("[data-ouverture] .statut")
    # Its last day, then the next.
    fenetre.va(f"{adresse}?quand={revoir}T12:00:00Z")
    assert dit not in fenetre.texte("[data-ouverture] .statut")
    fenetre.va(f"{adresse}?quand={revoir.replace(day=revoir.day + 1)}T12:00:00Z")
    assert dit in fenetre.texte("[data-ouverture] .statut")


def test_a_card_says_so_of_the_need_that_it_answers(fenetre, racine):
    fenetre.va(f"{racine}/fr/besoins/douche/index.html{ONZE_HEURES}")
    assert fenetre.texte(".vignette[data-fiche=la-chaloupe] .statut") == "Ouvert, ferme à 11 h 30"


# Of each pictogram that a sheet draws: whether it is cut out of the colour of the words beside it, and has a size.
DESSINE = """[...document.querySelectorAll('i.icone')].filter(i => i.getBoundingClientRect().width).map(i => {
  const s = getComputedStyle(i, '::before');
  const coupe = /data:image.svg/.test(s.maskImage || s.webkitMaskImage);
  return [coupe, s.backgroundColor === getComputedStyle(i).color, parseFloat(s.height) > 8];
})"""


@pytest.mark.parametrize("page", ["besoins/index.html", "besoins/douche/index.html", "fiches/la-chaloupe/index.html"])
def test_pictograms_of_a_sheet_are_drawn_in_the_colour_of_the_words_beside_them(fenetre, racine, page):
    fenetre.va(f"{racine}/fr/{page}")
    dessines = fenetre.attend(DESSINE)
    assert len(dessines) > 10 and all(map(all, dessines))


def test_the_finder_shows_what_is_open_and_nothing_else_when_asked(fenetre, racine):
    fenetre.va(f"{racine}/fr/trouver/index.html{ONZE_HEURES}#q=douches&ouvert=maintenant")
    fenetre.attend("document.querySelector('[data-trouver][data-pret=tout]')")
    etats = fenetre.textes("[data-liste] .vignette .statut")
    assert etats and all(etat.startswith("Ouvert") for etat in etats if "Horaires lus" not in etat), etats
    assert "La Chaloupe, accueil de jour" in fenetre.textes("[data-liste] .vignette h3")


@pytest.mark.parametrize("chemin", ["fiches/la-chaloupe", "besoins/douche", "trouver", "selection", "depliants"])
def test_arabic_keeps_the_digits_of_the_build(fenetre, en_ligne, chemin):
    fenetre.va(f"{en_ligne}/ar/{chemin}/index.html{ONZE_HEURES}")
    fenetre.attend("!document.querySelector('[data-trouver]') || document.querySelector('[data-trouver][data-pret=tout]')")
    assert not CHIFFRES_D_AILLEURS.search(fenetre.evalue("document.body.textContent"))
