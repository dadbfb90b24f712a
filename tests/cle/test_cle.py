"""The archive for a stick: few files, always the same bytes, no link that leads to what is not in it, and nothing withheld."""

from __future__ import annotations

import io
import json
import posixpath
import re
import shutil
import zipfile
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner

from quifaitquoi.commands import main
from quifaitquoi.langues import langue
from quifaitquoi.site.cle.copie import ARCHIVE, FICHIERS, OCTETS, copie
from quifaitquoi.site.cle.plan import plan
from site_bati import construit

CODES = ["fr", "ar"]
_MENE = re.compile(r'(?:href|src|action|data-(?:suite|arrets|page|donnees))="([^"]*)"')


def voulue(territoire, codes):
    return plan(territoire, map(langue, codes))


@pytest.fixture(scope="module")
def faite(site, territoire):
    return copie(site, voulue(territoire, CODES))


@pytest.fixture(scope="module")
def contenus(faite) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(faite.archive)) as archive:
        return {nom: archive.read(nom) for nom in archive.namelist()}


def liens(nom: str, texte: str) -> list[tuple[str, str]]:
    """(what is written, the file of the archive that it leads to) of each link inside it."""
    ici = f"{posixpath.dirname(posixpath.dirname(nom))}/selection" if nom.endswith(".js") else posixpath.dirname(nom)
    ecrits = map(unescape, _MENE.findall(texte.replace('\\"', '"')))
    return [(ecrit, posixpath.normpath(posixpath.join(ici, re.split("[?#]", ecrit)[0])))
            for ecrit in ecrits if ecrit and not re.match(r"[a-z+]+:|#", ecrit)]


def lus(contenus: dict[str, bytes]) -> dict[str, str]:
    return {nom: octets.decode() for nom, octets in contenus.items() if nom.endswith((".html", "/donnees/fiches.js"))}


def test_one_opens_one_file_and_all_the_rest_is_in_one_folder(contenus):
    assert {nom.partition("/")[0] for nom in contenus} == {"OUVRIR.html", "annuaire"}
    depart = contenus["OUVRIR.html"].decode().replace("\xa0", " ")
    assert "<script" not in depart and "annuaire/fr/index.html" in depart and "annuaire/ar/index.html" in depart
    assert "copie du 20 novembre 2026" in depart and "annuaire/en/" not in depart


def test_no_link_leads_to_what_is_not_there(contenus):
    menent = {(nom, ecrit): vers for nom, texte in lus(contenus).items() for ecrit, vers in liens(nom, texte)}
    assert len(menent) > 300 and {ou: vers for ou, vers in menent.items() if vers not in contenus} == {}


def test_a_link_to_a_fiche_leads_to_a_sheet_that_is_there(contenus):
    for code in CODES:
        feuilles = contenus[f"annuaire/{code}/donnees/fiches.js"].decode()
        nommees = set(re.findall(r"hors-ligne/fiche/index\.html#([a-z0-9-]+)", "".join(
            texte for nom, texte in lus(contenus).items() if nom.startswith(f"annuaire/{code}/"))))
        assert len(nommees) > 3 and all(f"quifaitquoi.fiche({json.dumps(slug)}," in feuilles for slug in nommees)


def test_what_leads_to_the_site_says_its_address(contenus):
    tout = "".join(lus(contenus).values())
    dehors = re.findall(r'<a [^>]*href="https://port-exemple\.example\.org/[^"]*"[^>]*>(.*?)</a>', tout, re.S)
    assert dehors and all("(port-exemple.example.org)" in dit for dit in dehors)


def test_without_an_address_nothing_leads_out(site, territoire):
    annuaire = territoire.directory.annuaire.model_copy(update={"adresse_du_site": None})
    sans = replace(territoire, directory=replace(territoire.directory, annuaire=annuaire))
    with zipfile.ZipFile(io.BytesIO(copie(site, voulue(sans, ["fr"])).archive)) as archive:
        noms = archive.namelist()
        pied = archive.read("annuaire/fr/trouver/index.html").decode()
        pages = {nom: archive.read(nom).decode() for nom in noms if nom.endswith(".html")}
        assert {vers for nom, page in pages.items() for _, vers in liens(nom, page)} <= set(noms)
    assert "organismes/index.html" not in pied and 'data-copie=""' in pied


def test_each_page_says_that_it_is_a_copy_and_of_which_day(contenus):
    pages = [octets.decode().replace("\xa0", " ") for nom, octets in contenus.items()
             if nom.startswith("annuaire/fr/") and nom.endswith(".html")]
    assert len(pages) > 4 and all("opie du 20 novembre 2026, hors connexion" in page for page in pages)


def test_it_is_small_and_the_same_each_time(site, territoire, faite):
    assert faite.fichiers < 120 < FICHIERS and faite.octets < OCTETS
    assert copie(site, voulue(territoire, CODES)) == faite


def test_leaflets_take_the_room_that_is_left_in_all_languages_or_none(site, territoire, tmp_path, monkeypatch):
    vrai = tmp_path / "vrai"
    for source in site.rglob("*"):
        vers = vrai / source.relative_to(site)
        if source.is_dir():
            vers.mkdir(parents=True, exist_ok=True)
        elif source.relative_to(site).parts[0] in ("fr", "ar", "assets", "index.html"):
            vers.parent.mkdir(parents=True, exist_ok=True)
            vers.symlink_to(source)
    (vrai / "depliants").mkdir(exist_ok=True)
    from quifaitquoi.savoir.depliants import a_imprimer
    voulus = [d for d in a_imprimer(territoire) if d.langue in CODES]
    for d in voulus:
        (vrai / "depliants" / d.fichiers[0]).write_bytes(b"%PDF" + bytes(10_000))
    entiere = copie(vrai, voulue(territoire, CODES))
    assert entiere.depliants == entiere.sur == len({d.fichiers[0] for d in voulus})
    monkeypatch.setattr("quifaitquoi.site.cle.copie.FICHIERS", entiere.fichiers - 3)
    peu = copie(vrai, voulue(territoire, CODES))
    with zipfile.ZipFile(io.BytesIO(peu.archive)) as archive:
        pdf = [nom for nom in archive.namelist() if nom.endswith(".pdf")]
    assert len(pdf) == peu.depliants < entiere.depliants and peu.fichiers <= entiere.fichiers - 3
    # annuaire.yml asks for some in one language only: those are whole by themselves.
    tous = {d.fichiers[0] for d in voulus}
    for nom in (nom.rpartition("/")[2] for nom in pdf):
        autre = nom.replace("-fr.pdf", "-ar.pdf") if nom.endswith("-fr.pdf") else nom.replace("-ar.pdf", "-fr.pdf")
        assert autre not in tous or f"annuaire/depliants/{autre}" in pdf


def test_what_is_withheld_is_not_there(contenus, territoire):
    retenues = [vue for vue in territoire.fiches.values() if vue.fiche.confidentialite]
    tout = contenus["annuaire/fr/donnees/fiches.js"].decode()
    assert retenues and all(f"quifaitquoi.fiche({json.dumps(vue.slug)}," in tout for vue in retenues)
    for vue in retenues:
        feuille = next(ligne for ligne in tout.splitlines() if ligne.startswith(f"quifaitquoi.fiche({json.dumps(vue.slug)},"))
        assert "dresse non publiée" in feuille and "<path" not in feuille and "openstreetmap" not in feuille


def test_an_unknown_language_is_told_before_anything_is_built(petit_port, tmp_path):
    fait = CliRunner().invoke(main, ["cle", str(petit_port), "--langue", "xx", "--site", str(tmp_path / "site"),
                                     "--vers", str(tmp_path / "c.zip")])
    assert fait.exit_code == 1 and "« xx » n'est pas une langue de ce site" in fait.output and not list(Path(tmp_path).iterdir())


def test_the_site_may_be_named_from_the_current_folder(site, territoire, faite, monkeypatch):
    """As the command does where nobody says otherwise: « build/site »."""
    monkeypatch.chdir(site.parent)
    assert copie(Path(site.name), voulue(territoire, CODES)) == faite


def test_the_site_has_the_archive_itself_where_annuaire_yml_asks_for_it(site, territoire):
    codes = territoire.directory.annuaire.langues
    assert territoire.directory.annuaire.cle_usb == "oui"
    assert (site / ARCHIVE).read_bytes() == copie(site, voulue(territoire, codes)).archive
    page = (site / "ar/hors-ligne/index.html").read_text("utf-8")
    assert liens("ar/hors-ligne/index.html", page).count(("../../cle.zip", "cle.zip")) == 1


def test_its_page_knows_what_it_weighs(site):
    lot = json.loads((site / "fr/hors-ligne/lot.js").read_text("utf-8").removeprefix("quifaitquoi.lot(").removesuffix(");\n"))
    with zipfile.ZipFile(site / ARCHIVE) as archive:
        assert lot["cle"] == [(site / ARCHIVE).stat().st_size, sum(len(archive.read(nom)) for nom in archive.namelist())]


def test_nothing_leads_to_an_archive_that_nobody_asked_for(petit_port, tmp_path, aujourdhui):
    ici = Path(shutil.copytree(petit_port, tmp_path / "territoire"))
    annuaire = ici / "annuaire.yml"
    annuaire.write_text(annuaire.read_text("utf-8").replace("cle_usb: oui", "cle_usb: non"), "utf-8")
    site = construit(ici, tmp_path / "site", aujourdhui)
    assert not (site / ARCHIVE).exists()
    assert ARCHIVE not in (site / "fr/hors-ligne/index.html").read_text("utf-8")
    assert '"cle"' not in (site / "fr/hors-ligne/lot.js").read_text("utf-8")
