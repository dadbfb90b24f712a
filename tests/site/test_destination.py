"""A site goes into an empty folder or in the place of a site: nothing of anybody's is ever removed for it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from garde import DOSSIER
from quifaitquoi.base.refus import Refus
from quifaitquoi.site.destination import LISTE, destination
from site_bati import construit


def tout(dossier: Path) -> dict[str, bytes | str | None]:
    """All that a folder holds: what is in the files, where the links lead, the empty folders."""
    return {str(f.relative_to(dossier)): os.readlink(f) if f.is_symlink() else f.read_bytes() if f.is_file() else None
            for f in dossier.rglob("*")}


def poses(dossier: Path, *noms: str) -> Path:
    for nom in noms:
        (dossier / nom).parent.mkdir(parents=True, exist_ok=True)
        (dossier / nom).write_text(f"de quelqu'un : {nom}")
    return dossier


def fait(dossier: Path, *noms: str) -> Path:
    """A folder as a build of ours leaves it."""
    destination(dossier, dossier.parent / "territoire").preparer(noms)
    return poses(dossier, *noms)


def refus(vers: Path, territoire: Path) -> str:
    avant = tout(territoire.parent)
    with pytest.raises(Refus) as refuse:
        destination(vers, territoire)
    assert tout(territoire.parent) == avant
    return str(refuse.value)


@pytest.fixture
def territoire(tmp_path) -> Path:
    return poses(tmp_path / "territoire", "annuaire.yml", "pages/mentions-legales.md")


@pytest.mark.parametrize("noms", [["lettre.odt"], ["photos/p.jpg"], ["index.html"], ["fr/index.html", "index.html", "sitemap.xml"]])
def test_a_folder_that_holds_anything_of_somebody_is_refused_by_name(territoire, tmp_path, noms):
    dit = refus(poses(tmp_path / "cle", *noms), territoire)
    assert "contient ce que « quifaitquoi build » n'y a pas mis" in dit and f"« {noms[0].partition('/')[0]} »" in dit


def test_the_command_refuses_before_any_work_and_with_a_code(petit_port, tmp_path):
    cle = poses(tmp_path / "cle", "photos/p.jpg", "lettre.odt")
    fini = subprocess.run([sys.executable, "-m", "quifaitquoi", "build", petit_port, "--vers", cle], capture_output=True, text=True)
    assert (fini.returncode, fini.stdout) == (1, "")
    assert fini.stderr == (f"Erreur : « {cle} » contient ce que « quifaitquoi build » n'y a pas mis : « lettre.odt », « photos ». "
                           "Rien n'a été changé. Rangez-le ailleurs, ou donnez un dossier vide ou neuf avec --vers.\n")
    assert set(tout(cle)) == {"photos", "photos/p.jpg", "lettre.odt"}


def test_mkdocs_itself_empties_nothing_either(petit_port, tmp_path):
    depot = Path(__file__).parents[2]
    shutil.copy(depot / "mkdocs.yml", tmp_path)
    (tmp_path / "plugins").symlink_to(depot / "plugins")
    shutil.copytree(petit_port, tmp_path / DOSSIER)
    ailleurs = poses(tmp_path / "cle", "photos/p.jpg")
    fini = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", ailleurs], cwd=tmp_path,
                          capture_output=True, text=True)
    assert fini.returncode == 1 and "« photos »" in fini.stderr and "Traceback" not in fini.stderr
    assert set(tout(ailleurs)) == {"photos", "photos/p.jpg"}


def test_a_site_is_replaced_by_the_next_one_and_what_is_no_more_goes(petit_port, tmp_path, aujourdhui):
    territoire = Path(shutil.copytree(petit_port, tmp_path / "territoire"))
    site = construit(territoire, tmp_path / "site", aujourdhui)
    (territoire / "pages/passagere.md").write_text("# Une page\n\nQui ne reste pas.\n", encoding="utf-8")
    avant, liste = tout(site), (site / LISTE).read_text("utf-8")
    assert {f for f, octets in avant.items() if octets is not None} - {LISTE} <= set(json.loads(liste)["fichiers"])
    assert any("passagere" in nom for nom in tout(construit(territoire, site, aujourdhui)))
    (territoire / "pages/passagere.md").unlink()
    assert tout(construit(territoire, site, aujourdhui)) == avant


def test_what_somebody_added_to_a_site_of_ours_is_named_and_stays(territoire, tmp_path):
    site = poses(fait(tmp_path / "site", "index.html", "fr/index.html"), "fr/notes.odt")
    assert "n'y a pas mis : « fr/notes.odt »" in refus(site, territoire)
    (site / "fr/notes.odt").unlink()
    (site / "photos").mkdir()
    assert "« photos »" in refus(site, territoire)


@pytest.mark.parametrize("nom", ["index.html", "fr"])
def test_a_link_put_in_the_place_of_what_we_made_is_not_ours(territoire, tmp_path, nom):
    site = fait(tmp_path / "site", "index.html", "fr/index.html")
    ailleurs = poses(tmp_path / "ailleurs", "index.html")
    shutil.rmtree(site / nom) if (site / nom).is_dir() else (site / nom).unlink()
    (site / nom).symlink_to(ailleurs)
    assert f"« {nom} »" in refus(site, territoire)


@pytest.mark.parametrize("nom", ["../dehors/lettre.odt", "{}/dehors/lettre.odt", "fr/../../vide/x", "{}/vide/x", "fr/\0/x",
                                 "lettre.odt", "photos/Compte.XLSX", "fr/cle"])
def test_a_list_that_names_what_is_elsewhere_or_in_no_site_is_no_list(territoire, tmp_path, nom):
    poses(tmp_path / "dehors", "lettre.odt")
    (tmp_path / "vide").mkdir()
    site = fait(tmp_path / "site", "index.html")
    (site / LISTE).write_text(json.dumps({"fichiers": ["index.html", nom.format(tmp_path)]}))
    assert "« index.html »" in refus(site, territoire)


@pytest.mark.parametrize("liste", ["", "[]", "{}", '{"fichiers": "index.html"}', '{"fichiers": [1]}', "[" * 100_000])
def test_a_list_that_does_not_read_is_no_list(territoire, tmp_path, liste):
    site = fait(tmp_path / "site", "index.html")
    (site / LISTE).write_text(liste)
    assert "« index.html »" in refus(site, territoire)


def test_hidden_files_and_the_traces_of_systems_stay_and_stop_nothing(territoire, tmp_path):
    site = poses(fait(tmp_path / "site", "index.html", "fr/index.html"), ".nojekyll", "fr/.DS_Store", "Thumbs.db", ".git/config")
    destination(site, territoire).preparer(["autre.html"])
    assert {nom for nom, octets in tout(site).items() if octets} == {LISTE, ".nojekyll", "fr/.DS_Store", "Thumbs.db", ".git/config"}


def test_a_build_that_was_stopped_half_way_is_done_again(territoire, tmp_path):
    site = tmp_path / "site"
    destination(site, territoire).preparer(["index.html", "fr/a/index.html", "fr/b/index.html"])
    (site / "fr/a").mkdir(parents=True)
    destination(site, territoire).preparer(["index.html"])
    assert set(tout(site)) == {LISTE}


def test_a_site_in_the_territory_or_around_it_is_refused(territoire, tmp_path):
    (tmp_path / "lien").symlink_to(territoire)
    for dedans in (territoire, territoire / "site", territoire / "pages", tmp_path / "lien" / "site", territoire / "x/../site"):
        assert "est dans l'annuaire" in refus(dedans, territoire)
    for autour in (tmp_path, tmp_path.parent, Path("/")):
        assert "contient l'annuaire" in refus(autour, territoire)
    assert "contient l'annuaire" in refus(tmp_path, tmp_path / "lien")


def test_a_home_is_never_a_site_even_when_it_is_empty(territoire, tmp_path, monkeypatch):
    maison = tmp_path / "chez" / "moi"
    maison.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(maison))
    for vers in (maison, maison.parent):
        assert "dossier personnel" in refus(vers, territoire)
    assert destination(maison / "site", territoire).dossier == maison / "site"


def test_a_link_to_a_folder_is_judged_by_what_is_behind_it(territoire, tmp_path):
    lien = tmp_path / "lien"
    lien.symlink_to(poses(tmp_path / "cle", "lettre.odt"))
    assert "« lettre.odt »" in refus(lien, territoire)
    (tmp_path / "cle/lettre.odt").unlink()
    assert destination(lien, territoire).dossier == tmp_path / "cle"
    (tmp_path / "boucle").symlink_to(tmp_path / "boucle")
    assert "ne mène nulle part" in refus(tmp_path / "boucle", territoire)
    with pytest.raises(Refus, match="ne mène nulle part"):
        destination(tmp_path / "boucle", None)  # parts are joined into a folder that is of no territory
    assert "est un fichier" in refus(poses(tmp_path, "fichier") / "fichier", territoire)


def test_a_site_made_before_there_were_lists_is_put_aside_in_the_checkout_s_own_build_only(territoire, tmp_path):
    site = poses(tmp_path / "build" / "site", "index.html", "fr/index.html")
    assert "« fr », « index.html »" in refus(site, territoire)
    (tmp_path / "plugins/quifaitquoi/site").mkdir(parents=True)
    destination(site, territoire).preparer(["index.html"])
    assert set(tout(site)) == {LISTE} and set(tout(tmp_path / "build/site-ancien")) == {"index.html", "fr", "fr/index.html"}
    (site / LISTE).unlink()
    assert "n'y a pas mis" in refus(poses(site, "index.html"), territoire)


def test_a_preview_whose_temporary_folder_is_in_the_territory_is_refused(petit_port, tmp_path):
    territoire = Path(shutil.copytree(petit_port, tmp_path / "territoire"))
    (territoire / "tmp").mkdir()
    fini = subprocess.run([sys.executable, "-m", "quifaitquoi", "serve", territoire], capture_output=True, text=True, timeout=60,
                          env={**os.environ, "TMPDIR": str(territoire / "tmp")})
    assert fini.returncode == 1 and "est dans l'annuaire" in fini.stderr and "Traceback" not in fini.stderr
