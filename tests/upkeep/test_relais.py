"""Who hangs our sheets: due when a sheet is too old, told to those who bring new ones, and to nobody else."""

from __future__ import annotations

import io
import json
import shutil
from datetime import date
from zipfile import ZipFile

import pypdfium2
import pytest
from click.testing import CliRunner

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.commands import main
from quifaitquoi.savoir.relais import a_remplacer
from quifaitquoi.suivi.appel.feuille import feuille
from quifaitquoi.suivi.appel.feuille_pdf import en_pdf
from quifaitquoi.suivi.appel.tableur import en_tableur
from quifaitquoi.suivi.forge.rappels import rappels

SECRETS = ("Madame Sophie", "Zirocco", "02 61 91 77 31", "0261917731", "261917731")
MILIEU = {"SOURCE_DATE_EPOCH": "1795132800"}  # 20 November 2026


def le(port_exemple, jour):
    return enrichir(verifier(port_exemple, jour).directory, jour)


@pytest.mark.parametrize(("jour", "lieux"), [
    (date(2026, 10, 23), ["Hall de la tour Zirocco"]),  # on the last day of three weeks, not yet
    (date(2026, 10, 24), ["Hall de la tour Zirocco", "Boulangerie Madame Sophie"]),
    (date(2026, 12, 3), ["Hall de la tour Zirocco", "Boulangerie Madame Sophie"]),
    (date(2026, 12, 4), ["Hall de la tour Zirocco", "Boulangerie Madame Sophie", "Mairie, panneau de droite"]),
])
def test_a_sheet_is_due_once_it_is_older_than_the_weeks_that_the_file_says(port_exemple, aujourdhui, jour, lieux):
    t = le(port_exemple, max(jour, date(2026, 11, 20)))
    t = t if t.aujourdhui == jour else enrichir(t.directory, jour)
    assert [r.lieu for r in a_remplacer(t)] == lieux


def test_stale_names_those_that_are_due(port_exemple):
    dit = CliRunner().invoke(main, ["stale", str(port_exemple)], env=MILIEU | {"COLUMNS": ""}).output.replace("\u00a0", " ")
    assert "Feuilles à remplacer (2)" in dit and "Hall de la tour Zirocco  Les Hauts  1 feuille (fr)  jamais remplacée" in dit
    assert "Boulangerie Madame Sophie  Vieux-Port  2 feuilles (fr)  remplacées le 2 octobre 2026  02 61 91 77 31" in dit
    assert "panneau de droite" not in dit
    lus = json.loads(CliRunner().invoke(main, ["stale", str(port_exemple), "--format", "json"], env=MILIEU).output)
    assert lus["feuilles_a_remplacer"][1] == {
        "lieu": "Boulangerie Madame Sophie", "quartier": "vieux-port", "langues": ["fr"], "feuilles": 2,
        "remplace_le": "2026-10-02", "telephone": "02 61 91 77 31"}


def test_one_issue_holds_them_and_is_empty_without(port_exemple, aujourdhui, tmp_path):
    ticket = rappels(le(port_exemple, aujourdhui))[-1]
    assert (ticket.sujet, ticket.titre) == ("relais", "Feuilles à remplacer")
    assert "| Hall de la tour Zirocco | Les Hauts |" in ticket.corps
    sans = shutil.copytree(port_exemple, tmp_path / "sans")
    (sans / "relais.yml").unlink()
    assert rappels(le(sans, aujourdhui))[-1].corps == ""


def test_the_phone_round_shows_them_on_paper_and_on_screen(port_exemple, aujourdhui):
    faite = feuille(le(port_exemple, aujourdhui), quartier="vieux-port")
    assert [lieu for lieu, *_ in faite.relais] == ["Boulangerie Madame Sophie"]
    pdf = pypdfium2.PdfDocument(en_pdf(faite, "fr", aujourdhui))
    dit = " ".join(page.get_textpage().get_text_range() for page in pdf)
    assert "Feuilles à remplacer" in dit and "Madame Sophie" in " ".join(dit.split())
    classeur = ZipFile(io.BytesIO(en_tableur(faite, aujourdhui)))
    assert "Madame Sophie" in classeur.read("xl/sharedStrings.xml").decode()


def test_no_file_of_the_site_nor_of_the_open_data_holds_them(site, port_exemple):
    assert all(secret in (port_exemple / "relais.yml").read_text("utf-8") for secret in SECRETS[:3])
    fichiers = [f for f in site.rglob("*") if f.is_file()]
    assert len(fichiers) > 500
    for fichier in fichiers:
        octets = fichier.read_bytes()
        if fichier.suffix in (".xlsx", ".zip", ".ods"):
            octets = b"".join(map(ZipFile(fichier).read, ZipFile(fichier).namelist()))
        for secret in SECRETS:
            assert secret.encode() not in octets, (fichier, secret)
