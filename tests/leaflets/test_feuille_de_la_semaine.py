"""« Cette semaine, chez vous » on a wall: one A4 page, wherever anything is announced, whatever is announced."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date

import pytest
from click.testing import CliRunner
from PIL import ImageChops

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.commands import main
from quifaitquoi.langues import langue
from quifaitquoi.papier.depliants.lot import depliants_du_territoire
from quifaitquoi.papier.depliants.semaine import NIVEAUX, feuille
from quifaitquoi.savoir.depliants import SEMAINE, Demande, feuilles_de_la_semaine
from quifaitquoi.site.sommaire import planifier


def beaucoup(port, n, **change):
    """Port-Exemple with `n` announcements, all alike but their number."""
    modele = port.directory.annonces["vaccins-dans-le-bus"]
    siennes = {f"annonce-{i:03}": modele.model_copy(update={"titre": f"Annonce {i:03}", "slug": f"annonce-{i:03}", **change})
               for i in range(n)}
    return replace(port, directory=replace(port.directory, annonces=siennes))


def lance(*arguments, jour="1795132800"):
    return CliRunner().invoke(main, ["leaflet", *map(str, arguments)], env={"SOURCE_DATE_EPOCH": jour})


def test_it_says_by_day_what_when_where_how_and_whom_to_call(port, texte, lire):
    faite = feuille(port, Demande("gare", SEMAINE))
    dit = texte(faite.pdf)
    page, = lire(faite.pdf).pages
    assert [round(float(cote) / 72 * 25.4) for cote in page.mediabox[2:]] == [210, 297]
    jours = [dit.index(jour) for jour in ("lundi 23 novembre 2026", "mardi 24 novembre 2026", "mercredi 25 novembre 2026")]
    assert jours == sorted(jours)
    assert "Vaccins contre la grippe dans le bus de 14 h à 17 h 30" in dit[jours[1]:jours[2]]
    for mots in ("Sans inscription", "côté vélos", "02 61 91 01 40", "115", "Hébergement d'urgence", "Imprimé le 20 novembre 2026",
                 "Après le 26 novembre 2026, cette feuille n'est plus à jour", "Gare"):
        assert mots in dit
    # Announced in another neighbourhood.
    assert "jouets" not in dit and "jouets" in texte(feuille(port, Demande("", SEMAINE)).pdf)


def test_a_withheld_place_has_no_street_on_it(port, texte):
    dit = texte(feuille(port, Demande("", SEMAINE)).pdf)
    assert re.search(r"de 18 h à 20 h Refuge Horizon Appelez", dit)


@pytest.mark.parametrize("n", [1, 3, 12, 80])
def test_it_is_one_page_whatever_there_is(port, n, texte):
    faite = feuille(beaucoup(port, n), Demande("gare", SEMAINE))
    dit = texte(faite.pdf)
    mises = re.findall(r"Annonce (\d{3})", dit)
    assert faite.pages == 1 and faite.niveau.corps >= 11
    assert mises == [f"{i:03}" for i in range(len(mises))] and len(mises) + len(faite.aussi) == n
    if n == 80:
        assert faite.niveau == NIVEAUX[-1] and len(mises) > 5
        adresse = re.sub(r"\s", "", dit.partition("autres annonces : ")[2])
        assert f"Et {n - len(mises)} autres annonces" in dit
        assert adresse.startswith("port-exemple.example.org/fr/semaine/gare")
    else:
        assert "autres annonces" not in dit


def test_no_letter_is_smaller_than_eleven_points(port, lire):
    tailles = []
    lire(feuille(beaucoup(port, 80), Demande("gare", SEMAINE)).pdf).pages[0].extract_text(
        visitor_text=lambda dit, _cm, tm, _police, corps: tailles.append(abs(corps * tm[3])) if dit.strip() else None)
    assert tailles and min(tailles) >= 10.99


def test_a_sheet_is_black_on_white(port, image):
    dessin = image(feuille(port, Demande("gare", SEMAINE)).pdf)
    assert ImageChops.difference(dessin, dessin.convert("L").convert("RGB")).getextrema() == ((0, 0),) * 3


def test_an_announcement_that_no_font_draws_is_counted_and_told(port, texte):
    autre = port.directory.annonces["vaccins-dans-le-bus"].model_copy(update={"titre": "Vaccins 友"})
    t = replace(port, directory=replace(port.directory, annonces={**port.directory.annonces, "vaccins-dans-le-bus": autre}))
    faite = feuille(t, Demande("gare", SEMAINE))
    assert "Et 1 autre annonce" in texte(faite.pdf) and "« 友 » (U+53CB) dans vaccins-dans-le-bus" in faite.illisible


def test_each_language_of_the_site_has_its_sheets_and_its_page_leads_there(port, tmp_path):
    voulues = feuilles_de_la_semaine(port)
    assert {d.langue for d in voulues} == set(port.directory.annuaire.langues)
    resultats = depliants_du_territoire(port, tmp_path, voulues=tuple(d for d in voulues if d.quartier in ("", "gare")))
    assert not [r.erreur for r in resultats if r.erreur or r.raison]
    pages = {f.chemin: f for f in planifier(port, langue("fr"))}
    for chemin, pdf in (("semaine/", "cette-semaine-fr"), ("semaine/gare/", "cette-semaine-gare-fr")):
        assert f'depliants/{pdf}.pdf"' in pages[f"{chemin}index.html"].faire().contenu
        assert (tmp_path / "depliants" / f"{pdf}.pdf").is_file()


def test_the_page_leads_to_no_sheet_that_could_not_be_made(port):
    pages = {f.chemin: f for f in planifier(port, langue("fr"), ecarts={Demande("gare", SEMAINE): "signe"})}
    assert ".pdf" not in pages["semaine/gare/index.html"].faire().contenu
    assert "cette-semaine-fr.pdf" in pages["semaine/index.html"].faire().contenu


def test_where_nothing_is_announced_there_is_no_sheet_and_that_is_said(port_exemple, tmp_path):
    jour = date(2026, 11, 27)
    assert feuilles_de_la_semaine(enrichir(verifier(port_exemple, jour).directory, jour)) == ()
    fait = lance(port_exemple, "--format", "semaine", "--quartier", "gare", "--vers", tmp_path, jour="1795737600")
    assert fait.exit_code == 0 and not list(tmp_path.iterdir())
    assert ("Rien n'est annoncé dans les sept jours qui viennent (Gare) : il n'y a pas de feuille à afficher."
            in fait.output.replace("\u00a0", " "))


def test_the_command_makes_the_sheet_of_the_whole_territory(port_exemple, tmp_path):
    fait = lance(port_exemple, "--format", "semaine", "--vers", tmp_path)
    assert fait.exit_code == 0 and (tmp_path / "depliants" / "cette-semaine-fr.pdf").is_file()
    fait = lance(port_exemple, "--format", "semaine", "--quartier", "gaer", "--vers", tmp_path)
    assert fait.exit_code == 1
    assert "« gaer » n'est pas un quartier connu. Vouliez-vous dire « gare »" in fait.output.replace("\u00a0", " ")


def test_the_same_day_gives_the_same_bytes(port, port_exemple, aujourdhui, tmp_path):
    copie = shutil.copytree(port_exemple, tmp_path / "port")
    autre = enrichir(verifier(copie, aujourdhui).directory, aujourdhui)
    assert feuille(port, Demande("gare", SEMAINE)).pdf == feuille(autre, Demande("gare", SEMAINE)).pdf
