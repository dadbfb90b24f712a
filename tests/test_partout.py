"""The installed program works from any folder, on a territory that is anywhere: it needs nothing of the repository."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tarfile
import time
import tomllib
import urllib.request
from dataclasses import replace
from pathlib import Path

import pytest

import quifaitquoi
from formulaire_rempli import FICHE, TERRITOIRE
from garde import DEPOT, DOSSIER
from hors_du_depot import Ailleurs, installe
from quifaitquoi.base.npm import node_modules

PAQUET = Path(quifaitquoi.__file__).parent


@pytest.fixture(scope="module")
def installation(tmp_path_factory, port_exemple, aujourdhui) -> Ailleurs:
    base = tmp_path_factory.mktemp("ailleurs")
    la = replace(installe(base, aujourdhui), territoire=base / f"ville/{DOSSIER}")
    la.commande("init", base / "ville", "--modele", port_exemple, reponses=TERRITOIRE)
    la.commande("new", "--dans", la.territoire, reponses=FICHE)
    return la


@pytest.fixture
def ailleurs(installation, tmp_path) -> Ailleurs:
    (tmp_path / "ici").mkdir()
    return replace(installation, ici=tmp_path / "ici")


@pytest.fixture(scope="module")
def site(installation, tmp_path_factory) -> Path:
    vers = tmp_path_factory.mktemp("site")
    installation.commande("build", installation.territoire, "--vers", vers)
    assert fichiers(installation.ici) == {}, "it writes where it is told and nowhere else"
    return vers


def fichiers(dossier: Path) -> dict[str, bytes]:
    return {str(f.relative_to(dossier)): f.read_bytes() for f in dossier.rglob("*") if f.is_file()}


def test_every_file_of_the_package_is_in_the_wheel(ailleurs):
    notres = [f.relative_to(PAQUET) for f in PAQUET.rglob("*") if f.is_file() and f.suffix not in (".py", ".pyc")]
    assert len(notres) > 80 and not [f for f in notres if not (ailleurs.installe / "quifaitquoi" / f).is_file()]


@pytest.mark.parametrize("nom", ["package.json", "package-lock.json", ".npmrc"])
def test_what_npm_reads_is_in_the_wheel(ailleurs, nom):
    assert (ailleurs.installe / "quifaitquoi/fourni" / nom).read_bytes() == (DEPOT / nom).read_bytes()


def test_a_territory_is_checked_and_told_from_an_empty_folder(ailleurs):
    assert "0 erreur" in ailleurs.commande("check", ailleurs.territoire)
    assert "1 adresse en service" in ailleurs.commande("report", ailleurs.territoire)
    assert fichiers(ailleurs.ici) == {}


def test_the_site_is_whole(site):
    assert "Bains du centre" in (site / "fr/fiches/bains-du-centre/index.html").read_text("utf-8")
    assert (site / "assets/cartes/leaflet.js").is_file()


def test_mkdocs_itself_makes_the_same_site_from_mkdocs_yml(ailleurs, site):
    shutil.copy(DEPOT / "mkdocs.yml", ailleurs.ici)
    (ailleurs.ici / "plugins").symlink_to(DEPOT / "plugins")
    (ailleurs.ici / DOSSIER).symlink_to(ailleurs.territoire)
    fini = ailleurs.lance("-m", "mkdocs", "build", "--quiet")
    assert fini.returncode == 0, fini.stderr
    # Leaflets and open data are made by the command, which knows papers and formats; the page of these says so.
    faits, attendus = ({chemin: octets for chemin, octets in fichiers(ici).items()
                        if not chemin.startswith(("data/", "depliants/", ".quifaitquoi"))
                        and not chemin.endswith("/donnees/index.html")}
                       for ici in (ailleurs.ici / "build/site", site))
    assert faits == attendus


def test_a_leaflet_is_made_from_an_empty_folder(ailleurs, tmp_path):
    ailleurs.commande("leaflet", ailleurs.territoire, "--quartier", "centre-ville", "--vers", tmp_path / "papier")
    assert [octets[:5] for octets in fichiers(tmp_path / "papier").values()] == [b"%PDF-"]
    assert fichiers(ailleurs.ici) == {}


def test_without_a_folder_to_write_to_it_is_build_of_the_current_one(ailleurs):
    ailleurs.commande("call-sheet", ailleurs.territoire)
    assert fichiers(ailleurs.ici).keys() == {"build/feuille-d-appel.pdf"}


def test_a_preview_follows_the_files_from_an_empty_folder(ailleurs, tmp_path):
    territoire = shutil.copytree(ailleurs.territoire, tmp_path / "territoire")
    with socket.socket() as libre:
        libre.bind(("127.0.0.1", 0))
        port = libre.getsockname()[1]
    fiche = next(territoire.glob("fiches/*/bains-du-centre.yml"))
    juste = fiche.read_text("utf-8")
    mots = [sys.executable, "-m", "quifaitquoi", "serve", territoire, "--port", str(port)]
    with subprocess.Popen(mots, cwd=ailleurs.ici, env=ailleurs.milieu, stderr=subprocess.DEVNULL) as serveur:
        try:
            adresse = f"http://127.0.0.1:{port}/fr/fiches/bains-du-centre/index.html"
            assert _vient("Bains du centre", adresse)
            fiche.write_text(fiche.read_text("utf-8").replace("Bains du centre", "Bains rouverts"), encoding="utf-8")
            assert _vient("Bains rouverts", adresse)
            fiche.write_text(juste.replace("genre: lieu", "genre: <b>endroit"), encoding="utf-8")
            assert _vient("bains-du-centre.yml:3:8: erreur: genre: « &lt;b&gt;endroit »", adresse), "said on the page itself"
            fiche.write_text(juste, encoding="utf-8")
            assert _vient("Bains du centre", adresse), "and gone once it is mended"
        finally:
            serveur.terminate()


def test_a_port_that_is_taken_is_the_next_one(ailleurs):
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        prise.listen()
        port = prise.getsockname()[1]
        mots = [sys.executable, "-m", "quifaitquoi", "serve", ailleurs.territoire, "--port", str(port)]
        with subprocess.Popen(mots, cwd=ailleurs.ici, env=ailleurs.milieu, stderr=subprocess.PIPE, text=True) as serveur:
            try:
                dits = iter(serveur.stderr.readline, "")
                assert next(dit for dit in dits if "est pris" in dit).startswith(f"Le port {port} est pris : celui-ci est le ")
            finally:
                serveur.terminate()


def _vient(texte: str, adresse: str) -> bool:
    fin = time.monotonic() + 60  # a busy machine takes its time
    while time.monotonic() < fin:
        try:
            with urllib.request.urlopen(adresse, timeout=5) as page:
                if texte in page.read().decode():
                    return True
        except OSError:
            pass
        time.sleep(0.1)
    return False


def test_npm_s_files_are_those_that_the_environment_names_before_those_of_the_checkout(tmp_path, monkeypatch):
    monkeypatch.delenv("QUIFAITQUOI_NPM", raising=False)
    assert node_modules() == DEPOT / "build/npm/node_modules"
    monkeypatch.setenv("QUIFAITQUOI_NPM", str(tmp_path))
    assert node_modules() == tmp_path / "node_modules"


def test_an_installed_program_takes_no_file_of_another_lock_and_says_how_to_bring_its_own(ailleurs, tmp_path):
    (tmp_path / "autre/quifaitquoi").mkdir(parents=True)
    (tmp_path / "autre/quifaitquoi/npm-0123456789ab").symlink_to(DEPOT / "build/npm")
    sans = replace(ailleurs, milieu=ailleurs.milieu | {"XDG_CACHE_HOME": str(tmp_path / "autre")})
    fini = sans.lance("-m", "quifaitquoi", "leaflet", sans.territoire, "--quartier", "centre-ville")
    dit = fini.stdout + fini.stderr
    assert fini.returncode == 1 and "Traceback" not in dit
    assert "Les fichiers du navigateur et les polices ne sont pas installés. Lancez « quifaitquoi preparer »" in dit


def test_a_whole_repository_is_begun_from_the_wheel_alone_and_checks_builds_and_prints(ailleurs, tmp_path):
    (tmp_path / "maison").mkdir()
    seul = replace(ailleurs, milieu=ailleurs.milieu | {"HOME": str(tmp_path / "maison")})
    assert "annuaire.yml" in seul.commande("init", "ville", reponses=TERRITOIRE)
    ville = replace(seul, ici=ailleurs.ici / "ville", territoire=ailleurs.ici / f"ville/{DOSSIER}")
    ville.commande("new", reponses=FICHE)
    assert "0 erreur" in (dit := ville.commande("check")) or "tout va bien" in dit
    ville.commande("build")
    assert "Bains du centre" in (ville.ici / "build/site/fr/fiches/bains-du-centre/index.html").read_text("utf-8")
    ville.commande("leaflet", "--quartier", "centre-ville")
    assert [f.read_bytes()[:5] for f in ville.ici.glob("build/depliants/*.pdf")] == [b"%PDF-"]
    assert "déjà à jour" in ville.commande("mettre-a-jour")
    assert {nom.split("/")[0] for nom in fichiers(ville.ici)} == {
        ".github", ".gitignore", "Makefile", "README.md", "build", DOSSIER, "githooks", "mkdocs.yml", "requirements.txt"}
    assert fichiers(tmp_path / "maison") == {}


def test_the_wheel_carries_a_start_without_any_place_of_the_pilot(ailleurs):
    depart = ailleurs.installe / "quifaitquoi/fourni/annuaire"
    assert {f.name for f in depart.iterdir()} == {"README.md", "annuaire.yml", "vocabulaire", "traductions", "pages"}


def test_a_source_archive_holds_all_that_the_wheel_is_made_of_and_nothing_that_was_made(tmp_path):
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path], cwd=DEPOT, check=True,
                   capture_output=True)
    (archive,) = tmp_path.glob("*.tar.gz")
    assert archive.stat().st_size < 20_000_000
    with tarfile.open(archive) as ouverte:
        noms = {nom.partition("/")[2] for nom in ouverte.getnames()}
    assert not [nom for nom in noms if nom.startswith("build/")]
    force = tomllib.loads((DEPOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert not [nom for nom in force if not any(n == nom or n.startswith(f"{nom}/") for n in noms)]
    notres = {f"plugins/quifaitquoi/{f.relative_to(PAQUET)}" for f in PAQUET.rglob("*") if f.is_file() and f.suffix != ".pyc"}
    assert notres <= noms
