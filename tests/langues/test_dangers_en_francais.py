"""A message of danger that its language may not say yet is French everywhere, and says so: in pages, in scripts, on paper."""

from __future__ import annotations

from pathlib import Path

import pytest

import quifaitquoi
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.langues import langue
from quifaitquoi.langues.catalogue import Catalogue, fichier
from quifaitquoi.langues.po import lire
from quifaitquoi.papier.depliants.ecriture import Paroles
from quifaitquoi.paroles.segments import Fait, dit
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction
from quifaitquoi.site.pages.trouver.mots import trouver

SORTIE = "Tout effacer et quitter"
DIRE = Path(quifaitquoi.__file__).parent / "site" / "pages" / "trouver" / "dire.js"


@pytest.fixture
def arabe(monkeypatch):
    """Arabic, whose catalogue was compared with nothing."""
    po = lire(fichier("ar").read_text("utf-8"))
    for entree in po.entrees:
        entree.commentaires = []
    monkeypatch.setitem(langue("ar").__dict__, "catalogue", Catalogue(po))
    trouver.__globals__["statut"].cache_clear()
    yield langue("ar")
    trouver.__globals__["statut"].cache_clear()


@pytest.fixture
def directory_connu(copie, aujourdhui):
    return verifier(copie, aujourdhui).directory


def test_in_templates_and_in_facts(directory_connu, arabe):
    parole = ParoleEnPage(directory_connu, arabe)
    assert parole.entre_balises(SORTIE) == '<span lang="fr" dir="ltr">Tout effacer et quitter</span>'
    page = Redaction(parole, "")
    assert page.dit(dit(parole.en_texte._("En appelant le 115"))) == '<span lang="fr" dir="ltr">En appelant le 115</span>'
    assert "lang=" not in page.dit(dit(parole.en_texte._("Téléphoner")))


@pytest.mark.parametrize("code", ["fr", "en", "ar", "fr-x-falc"])
def test_no_page_is_marked_whose_catalogue_was_compared(directory_connu, code):
    assert "<span" not in ParoleEnPage(directory_connu, langue(code)).entre_balises(SORTIE)


def test_what_the_browser_says_of_it_is_marked_there(navigateur, arabe):
    mots = trouver(arabe)
    page = navigateur.new_page()
    page.add_script_tag(content=f"window.quifaitquoi = {{}}; {DIRE.read_text('utf-8')}")
    def vu(cle: str) -> str:
        return page.evaluate('(dit) => quifaitquoi.pose(document.createElement("p"), dit, "fr").innerHTML', mots[cle])
    assert vu("adresse_non_publiee") == '<span lang="fr" dir="auto">Adresse non publiée</span>'
    assert vu("rendez_vous") == '<span lang="fr" dir="auto">Sur rendez-vous</span>'
    assert "lang=" not in vu("y_aller")
    page.close()


def test_on_paper_it_is_set_as_what_nobody_translated(directory_connu, arabe):
    p = Paroles(directory_connu, arabe)
    assert p.mot(p._("Adresse non publiée : appelez")) == ["s", "Adresse non publiée\u00a0: appelez"]
    fait = Fait("acces.exclusif", "", p._("Réservé à :"), dit(p._("En appelant le 115")))
    assert p.fait(fait) == [["s", "Réservé à\u00a0:"], " ", ["s", "En appelant le 115"]]
    valable = p.dit(p.parole.phrase("Valable jusqu'au {jour}", jour="5"))
    assert valable == [["s", "Valable jusqu’au "], "5"]


def test_easy_french_marks_no_french_on_paper(directory_connu, monkeypatch):
    monkeypatch.setitem(langue("fr-x-falc").__dict__, "catalogue", Catalogue(lire('msgid ""\nmsgstr "Language: fr\\n"\n')))
    p = Paroles(directory_connu, langue("fr-x-falc"))
    assert isinstance(p.mot(p._("On n'y entre pas de la rue")), str)
