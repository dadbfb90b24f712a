"""Everything in directory/ may have been written by somebody who means harm: it is shown, and nothing more."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from quifaitquoi.langues import langue
from quifaitquoi.site.pages.ecrites.page import Ecrite
from quifaitquoi.site.sommaire import planifier

MAL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{7*7}}{0}%s\u202e"
LOIN = "https://mal.example.org/?a=1&b=%22onmouseover"

HOSTILE = {
    "nom": f"Halte {MAL}", "autres_noms": [f"Autre {MAL}"], "presentation": MAL + "\n\n" + MAL, "ne_fait_pas": MAL,
    "adresse": {"voie": MAL, "complement": MAL, "commune": MAL, "y_aller": MAL, "position": [46.5, -5.3]},
    "horaires": 'Mo 09:00-12:00 "<b>gras</b>"', "fermetures": [{"du": "2026-12-24", "au": "2027-01-03", "motif": MAL}],
    "complet": {"depuis": "2026-11-01", "precision": MAL}, "langues": {"parlees": ["fr"], "precision": MAL},
    "publics": {"accueil": "exclusif", "precision": MAL},
    "acces": {"premiere_visite": MAL, "delai": MAL, "duree": MAL, "precision": MAL},
    "cout": {"tarif": "payant", "precision": MAL, "aide": MAL},
    "contact": {"telephone": [{"numero": "02 61 91 00 00", "pour": MAL}], "site": LOIN, "prise_de_rendez_vous": LOIN},
    "accessibilite": {"plain_pied": "oui", "precision": MAL}, "etat": {"statut": "experimental", "motif": MAL},
    "services": [{"quoi": "douche", "nom": MAL, "presentation": MAL, "cout": {"tarif": "payant", "precision": MAL}}],
    "sources": [{"adresse": LOIN, "titre": MAL, "note": MAL}], "a_confirmer": [{"champ": "nom", "pourquoi": MAL}],
    "tournee": [{"lieu": MAL, "commune": MAL, "y_aller": MAL}], "secteur": {"precision": MAL},
}
GENERAL = {
    "nom": f"Annuaire {MAL}", "territoire": MAL, "presentation": MAL,
    "urgences": [{"numero": "115", "nom": MAL, "pour": MAL}], "avertissement": {"texte": MAL},
    "roles": {"equipe": {"nom": MAL}}, "contact": {"courrier": MAL},
}


class Balises(HTMLParser):
    def __init__(self, html: str):
        super().__init__()
        self.vues: list[tuple[str, dict]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.vues.append((tag, dict(attrs)))


def test_no_hostile_text_becomes_markup_on_any_page(pages):
    for chemin, html in pages({"halte": HOSTILE}, **GENERAL).items():
        if chemin.startswith("cartes/") or not chemin.endswith(".html"):
            continue
        for tag, attributs in Balises(html).vues:
            assert tag not in ("img", "style", "iframe"), (chemin, tag)
            donnees = attributs.get("type") in ("application/json", "application/ld+json")
            assert tag != "script" or donnees or "src" in attributs, (chemin, attributs)
            assert not [nom for nom in attributs if nom.startswith("on") or nom == "style"], (chemin, tag, attributs)


def test_what_looks_like_a_template_is_not_run(pages):
    page = pages({"halte": {"presentation": "{{7*7}} {% raise %} {0} %s"}})["fiches/halte/index.html"]
    assert "<p>{{7*7}} {% raise %} {0} %s</p>" in page


def test_a_hostile_name_is_still_read_as_it_was_written(pages):
    page = pages({"halte": {"nom": "<b>Halte</b> & Cie"}})["fiches/halte/index.html"]
    assert "<h1>&lt;b&gt;Halte&lt;/b&gt; &amp; Cie</h1>" in page


@pytest.mark.parametrize(
    "adresse", ["javascript:alert(1)", "data:text/html,x", " JaVaScRiPt:alert(1)", "//mal.example.org", "vbscript:x"]
)
def test_only_safe_addresses_become_links(adresse, territoire):
    t = territoire({"halte": {"contact": {"site": "https://example.org"}}})
    object.__setattr__(t.fiches["halte"].fiche.contact, "site", adresse)
    html = next(f for f in planifier(t, langue("fr")) if f.chemin == "fiches/halte/index.html").faire().contenu
    assert not [a for tag, a in Balises(html).vues if tag == "a" and adresse.strip() in a.get("href", "")]


def test_markup_in_a_hand_written_page_stays_text_and_its_links_lead_to_safe_places(territoire):
    texte = ("# Titre <i>x</i>\n\n<script>alert(1)</script>\n\nUn <b onclick=x>mot</b>, [mal](javascript:alert(1)), "
             "[bien](https://example.org), [page](licence.md#dates), ![image](https://mal.example.org/x.png)\n")
    feuilles = planifier(territoire({"halte": {}}), langue("fr"), [Ecrite("essai", "fr", texte, "pages/essai.md")])
    html = next(f for f in feuilles if f.chemin == "essai/index.html").faire().contenu
    balises = Balises(html).vues
    assert not {tag for tag, _ in balises} & {"script", "img", "i", "b"}
    liens = [a["href"] for tag, a in balises if tag == "a" and "dehors" not in a.get("class", "")]
    assert "https://example.org" in liens and "../licence/index.html#dates" in liens
    assert not any("javascript" in lien for lien in liens)
