"""The desk in each engine, online and from a stick: digits choose, answers are read, a cross stays while the page is there."""

from __future__ import annotations

TITRE = "[data-question]:not([hidden]) [data-titre], [data-reponses]:not([hidden]) > h2"


def test_a_shower_is_found_by_digits_and_noted_when_it_is_full(fenetre, racine):
    fenetre.va(f"{racine}/fr/accueil-telephonique/index.html")
    fenetre.attend("document.querySelector('[data-guichet][data-pret=tout]')")
    for touche in (4, 1, 1, 2, 0, 0):
        fenetre.evalue(f"document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{key: '{touche}', bubbles: true}}))")
    assert fenetre.texte(TITRE) == "À lire à voix haute"
    assert fenetre.texte("[data-liste] h3 a") == "Bains-douches du Port"
    assert fenetre.texte("[data-liste] .statut") == "Ouvert, ferme à 12 h 30"
    # The way in comes from a file of its own, which a page may load from a folder too.
    fenetre.attend("document.querySelector('[data-liste] .faits').textContent.includes('Aucun document')")
    fenetre.clique("[data-gestes] [data-touche='7']")
    fenetre.clique("[data-choix] [data-touche='1']")
    assert "C'est noté : Douche, Gare" in fenetre.texte("[data-fait]")
    assert "complet: 1" in fenetre.evalue("document.querySelector('#lignes').value")
    fenetre.evalue("(sessionStorage.clear(), 1)")
