"""`preparer`: the browser's files come from a registry of npm, here on loopback: each as the lock says, and all of them or none."""

from __future__ import annotations

import base64
import io
import json
import shutil
import tarfile
from hashlib import sha512
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quifaitquoi.base import npm
from quifaitquoi.commands import main
from serveurs import Repond, serveur

NOMS = ("leaflet", "@orama/stemmers")


def archive(texte: str) -> bytes:
    tampon = io.BytesIO()
    with tarfile.open(fileobj=tampon, mode="w:gz") as tar:
        for nom, octets in (("package/package.json", b"{}"), ("package/fichier.js", texte.encode())):
            membre = tarfile.TarInfo(nom)
            membre.size = len(octets)
            tar.addfile(membre, io.BytesIO(octets))
    return tampon.getvalue()


def empreinte(octets: bytes) -> str:
    return "sha512-" + base64.b64encode(sha512(octets).digest()).decode()


@pytest.fixture
def registre(tmp_path, monkeypatch):
    """Name → archive, as a registry gives them; the program's lists name these two packages alone."""
    gardes = {nom: archive(f"// {nom}") for nom in NOMS}

    class Registre(Repond):
        def do_GET(self):
            chemin = self.path.replace("%2f", "/").lstrip("/")
            nom, _, fichier = chemin.partition("/-/")
            if nom not in gardes:
                octets, statut = b"{}", 404
            elif fichier:
                octets, statut = gardes[nom], 200
            else:
                dist = {"tarball": f"http://{self.headers['Host']}/{nom}/-/x-1.0.0.tgz"}
                octets, statut = json.dumps({"name": nom, "dist-tags": {"latest": "1.0.0"}, "versions": {
                    "1.0.0": {"name": nom, "version": "1.0.0", "dist": dist}}}).encode(), 200
            self.rend(octets, statut)

    listes = tmp_path / "listes"
    listes.mkdir()
    exige = dict.fromkeys(NOMS, "1.0.0")
    (listes / "package.json").write_text(json.dumps({"name": "x", "private": True, "dependencies": exige}))
    (listes / "package-lock.json").write_text(json.dumps({"name": "x", "lockfileVersion": 3, "requires": True, "packages": {
        "": {"name": "x", "dependencies": exige},
        **{f"node_modules/{nom}": {"version": "1.0.0", "integrity": empreinte(octets)} for nom, octets in gardes.items()}}}))
    (listes / ".npmrc").write_text("omit-lockfile-registry-resolved=true\n")
    monkeypatch.setattr(npm, "fourni", lambda nom: listes / nom)
    (tmp_path / "maison").mkdir()
    for nom, valeur in {"HOME": tmp_path / "maison", "QUIFAITQUOI_NPM": tmp_path / "npm", "npm_config_fetch_retries": 0,
                        "npm_config_cache": tmp_path / "cache"}.items():
        monkeypatch.setenv(nom, str(valeur))
    with serveur(Registre) as adresse:
        monkeypatch.setenv("npm_config_registry", f"{adresse}/")
        yield gardes


def prepare() -> Result:
    return CliRunner().invoke(main, ["preparer"])


def venus(dossier: Path) -> dict[str, str]:
    return {nom: (dossier / "node_modules" / nom / "fichier.js").read_text() for nom in NOMS}


def test_all_come_once_and_are_found(registre, tmp_path):
    fait = prepare()
    assert fait.exit_code == 0, fait.output
    assert fait.output.splitlines()[-1] == f"Prêt : {tmp_path / 'npm'}" and "une trentaine de mégaoctets …" in fait.output
    assert venus(tmp_path / "npm") == {nom: f"// {nom}" for nom in NOMS}
    assert npm.dans_node_modules("leaflet/fichier.js").is_file()
    registre.clear()  # a second time asks nobody
    assert prepare().output == f"Tout est déjà là : {tmp_path / 'npm'}\n"
    assert not list((tmp_path / "npm").glob(".essai-*"))


def test_a_file_that_is_not_the_one_of_the_lock_is_refused_and_nothing_is_kept(registre, tmp_path):
    registre["leaflet"] = archive("// autre")
    fait = prepare()
    assert fait.exit_code == 1 and "n'est pas celui de la liste (son empreinte ne va pas) : rien n'a été gardé" in fait.output
    assert not (tmp_path / "npm/node_modules").exists()


def test_what_was_there_stays_where_the_new_ones_do_not_come(registre, tmp_path):
    prepare()
    (tmp_path / "npm/package-lock.json").write_text("{}")  # as an older version left it
    del registre["leaflet"]
    # npm keeps what it brought once: a machine without that memory asks again.
    shutil.rmtree(tmp_path / "cache")
    fait = prepare()
    assert fait.exit_code == 1 and "le registre de npm ne connaît pas l'un d'eux" in fait.output
    assert venus(tmp_path / "npm") == {nom: f"// {nom}" for nom in NOMS}


def test_without_a_network_it_says_so_in_french(registre, monkeypatch):
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    fait = prepare()
    assert fait.exit_code == 1
    assert "n'ont pas pu être installés : pas de réponse du registre de npm. Vérifiez la connexion à internet" in fait.output


def test_a_folder_that_may_not_be_written_is_a_sentence(registre, tmp_path, monkeypatch):
    (tmp_path / "plein").write_text("")
    monkeypatch.setenv("QUIFAITQUOI_NPM", str(tmp_path / "plein/npm"))
    fait = prepare()
    assert fait.exit_code == 1 and "ne peut pas être écrit : vérifiez vos droits" in fait.output
