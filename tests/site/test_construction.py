"""Building: twice the same, in several languages, again after an edit, and with a sentence when it cannot be done."""

from __future__ import annotations

from pathlib import Path

import pytest

from quifaitquoi.base.refus import Refus
from quifaitquoi.site.adapter import construire
from quifaitquoi.site.atelier import Atelier, ecrites_en


def contenu(site: Path) -> dict[str, bytes]:
    return {str(f.relative_to(site)): f.read_bytes() for f in sorted(site.rglob("*")) if f.is_file()}


def html_de(atelier: Atelier) -> dict[str, str]:
    return {livrable.chemin: livrable.contenu() for livrable in atelier.livrables({}, lambda valeurs: valeurs["contenu"])}


def test_two_builds_are_the_same_byte_for_byte(site, batir, port_exemple):
    assert contenu(batir(port_exemple)) == contenu(site)


def test_a_second_language_has_every_page_in_its_own_frame(batir, copie):
    site = batir(copie)
    pages = {code: {f.relative_to(site / code) for f in (site / code).rglob("*.html")} for code in ("fr", "ar")}
    assert pages["fr"] == pages["ar"]
    html = (site / "ar/fiches/bains-du-port/index.html").read_text()
    assert '<html dir="rtl" lang="ar"' in html and '<body dir="rtl">' in html
    # What a contributor wrote stays French, and says so.
    assert '<span lang="fr" dir="ltr">Bains-douches du Port</span>' in html
    # The switcher keeps the reader on the same page.
    assert 'href="../../../fr/fiches/bains-du-port/index.html" lang="fr"' in html
    assert "data-langues" in (site / "index.html").read_text()


def test_an_unchanged_page_is_not_made_again(copie, aujourdhui):
    atelier = Atelier(garder=True)
    atelier.lire(copie, aujourdhui)
    premiere = html_de(atelier)
    atelier.lire(copie, aujourdhui)
    assert all(livrable.contenu() is premiere[livrable.chemin]
               for livrable in atelier.livrables({}, lambda valeurs: pytest.fail("a page was made again")))


def test_after_an_edit_the_preview_shows_what_a_fresh_build_shows(copie, aujourdhui):
    atelier = Atelier(garder=True)
    atelier.lire(copie, aujourdhui)
    avant = html_de(atelier)
    fiche = copie / "fiches/vieux-port/bains-du-port.yml"
    fiche.write_text(fiche.read_text().replace("nom: Bains-douches du Port", "nom: Grands bains du Port"))
    atelier.lire(copie, aujourdhui)
    apres = html_de(atelier)
    neuf = Atelier()
    neuf.lire(copie, aujourdhui)
    assert apres == html_de(neuf)
    refaites = {chemin for chemin in apres if apres[chemin] is not avant.get(chemin)}
    assert "fr/fiches/bains-du-port/index.html" in refaites and "fr/tout/index.html" in refaites
    assert "fr/fiches/la-chaloupe/index.html" not in refaites


def test_a_change_that_concerns_all_pages_makes_them_all_again(copie, aujourdhui):
    atelier = Atelier(garder=True)
    atelier.lire(copie, aujourdhui)
    html_de(atelier)
    annuaire = copie / "annuaire.yml"
    annuaire.write_text(annuaire.read_text().replace("nom: Qui fait quoi à Port-Exemple", "nom: Un autre nom"))
    atelier.lire(copie, aujourdhui)
    neuf = Atelier()
    neuf.lire(copie, aujourdhui)
    assert html_de(atelier) == html_de(neuf)


def test_a_hand_written_page_comes_in_the_reader_s_language_or_else_in_the_original():
    fichiers = {"licence.md": "# Licence", "licence.en.md": "# Licence (en)", "README.md": "", "images/note.md": ""}
    assert [(e.slug, e.langue, e.texte) for e in ecrites_en(fichiers, "en", "fr")] == [("licence", "en", "# Licence (en)")]
    assert [(e.slug, e.langue, e.texte) for e in ecrites_en(fichiers, "ar", "fr")] == [("licence", "fr", "# Licence")]


def test_errors_of_the_territory_stop_the_build_with_their_places(copie, tmp_path):
    fiche = copie / "fiches/vieux-port/bains-du-port.yml"
    fiche.write_text(fiche.read_text().replace("genre: lieu", "genre: chateau"))
    with pytest.raises(Refus) as refus:
        construire(copie, tmp_path / "site")
    assert "bains-du-port.yml:" in str(refus.value) and "chateau" in str(refus.value)
    assert "1 erreur : rien n'est construit." in str(refus.value)
    assert not (tmp_path / "site").exists()


def test_a_folder_that_is_no_territory_is_refused_with_a_sentence(tmp_path):
    with pytest.raises(Refus, match="n'est pas un annuaire"):
        construire(tmp_path, tmp_path / "site")
