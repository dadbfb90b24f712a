"""Whatever stops the program, a file is the old one whole or the new one whole, and nothing is left beside it."""

from __future__ import annotations

import ast
import errno
import os
import resource
import signal
import stat
from pathlib import Path

import pytest

from quifaitquoi.base import fichier as module
from quifaitquoi.base.fichier import ecrire, ecrire_ensemble
from quifaitquoi.base.refus import Refus

PAQUET = Path(module.__file__).parents[1]
ANCIEN, NOUVEAU = b"nom: ancien\n" * 900, "nom: nouveau\n" * 1000
ETAPES = ("os.open", "flux.write", "flux.flush", "os.fsync", "os.chmod", "os.replace")


@pytest.fixture
def fiche(tmp_path) -> Path:
    fiche = tmp_path / "fiche.yml"
    fiche.write_bytes(ANCIEN)
    fiche.chmod(0o640)
    return fiche


def arret_a(etape: str, milieu: pytest.MonkeyPatch, arrete) -> None:
    """`arrete` is called in the place of a step; a write is stopped in its middle."""
    objet, nom = etape.split(".")
    if objet == "os":
        milieu.setattr(os, nom, lambda *_, **__: arrete())
        return

    class Flux:
        def __init__(self, *arguments):
            self.vrai = open(*arguments, buffering=0)

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.vrai.close()

        def __getattr__(self, demande):
            return getattr(self.vrai, demande)

        def write(self, octets):
            self.vrai.write(octets[:len(octets) // 2] if nom == "write" else octets)
            return arrete() if nom == "write" else len(octets)

        def flush(self):
            return arrete() if nom == "flush" else None

    milieu.setattr(module, "open", Flux, raising=False)


def leve(error: BaseException):
    def arrete():
        raise error
    return arrete


@pytest.mark.parametrize("etape", ETAPES)
@pytest.mark.parametrize("error, vu", [(OSError(errno.ENOSPC, "plein"), Refus), (OSError(errno.EIO, "stick"), Refus),
                                       (KeyboardInterrupt(), KeyboardInterrupt), (MemoryError(), MemoryError)], ids=repr)
def test_what_stops_at_any_step_leaves_the_old_file_and_nothing_else(fiche, etape, error, vu):
    with pytest.MonkeyPatch.context() as milieu, pytest.raises(vu) as dit:
        arret_a(etape, milieu, leve(error))
        ecrire(fiche, NOUVEAU)
    assert fiche.read_bytes() == ANCIEN and os.listdir(fiche.parent) == ["fiche.yml"]
    if getattr(error, "errno", None) == errno.ENOSPC:
        assert str(dit.value) == (f"« {fiche} » ne peut pas être écrit : il n'y a plus de place sur le disque. Ce qui était là n'a "
                                  "pas changé")


@pytest.mark.parametrize("etape", ETAPES)
def test_a_program_that_is_killed_at_any_step_leaves_the_old_file_whole(fiche, etape):
    if not (fils := os.fork()):
        arret_a(etape, pytest.MonkeyPatch(), lambda: os.kill(os.getpid(), signal.SIGKILL))
        ecrire(fiche, NOUVEAU)
        os._exit(0)
    assert os.WTERMSIG(os.waitpid(fils, 0)[1]) == signal.SIGKILL
    assert fiche.read_bytes() == ANCIEN
    # What may be left is hidden: no command reads it.
    assert all(nom.startswith(".") for nom in os.listdir(fiche.parent) if nom != "fiche.yml")


def test_a_disk_that_takes_only_a_part_leaves_the_old_file_and_nothing_else(fiche):
    if not (fils := os.fork()):
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            ecrire(fiche, NOUVEAU)
        except Refus:
            os._exit(7)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(fils, 0)[1]) == 7
    assert fiche.read_bytes() == ANCIEN and os.listdir(fiche.parent) == ["fiche.yml"]


def test_a_file_keeps_its_mode_and_a_new_one_has_the_usual_one_in_a_new_folder(fiche, tmp_path):
    ecrire(fiche, NOUVEAU)
    assert (fiche.read_text(), stat.S_IMODE(fiche.stat().st_mode)) == (NOUVEAU, 0o640)
    avant = os.umask(0o027)
    try:
        ecrire(tmp_path / "sous" / "neuf.yml", b"\r\n")
    finally:
        os.umask(avant)
    assert (tmp_path / "sous/neuf.yml").read_bytes() == b"\r\n"
    assert stat.S_IMODE((tmp_path / "sous/neuf.yml").stat().st_mode) == 0o640


def test_no_link_is_followed_nor_replaced(fiche, tmp_path):
    (tmp_path / "ici").mkdir()
    (tmp_path / "ici/lien.yml").symlink_to(fiche)
    (tmp_path / "ici/dossier").symlink_to(tmp_path)
    (tmp_path / "tuyau").symlink_to("/dev/null")
    for chemin, racine in ((tmp_path / "ici/lien.yml", None), (tmp_path / "ici/dossier/fiche.yml", tmp_path / "ici"),
                           (tmp_path / "tuyau", None), (tmp_path / "ici", None), (Path("/dev/null"), None)):
        with pytest.raises(Refus, match="est un lien : modifiez le vrai fichier|n'est pas un fichier ordinaire"):
            ecrire(chemin, NOUVEAU, racine)
    assert fiche.read_bytes() == ANCIEN and (tmp_path / "ici/lien.yml").is_symlink() and not Path("/dev/null").is_file()


def test_of_many_files_all_are_written_or_none(fiche, tmp_path, monkeypatch):
    (tmp_path / "lien.yml").symlink_to(fiche)
    neuf = tmp_path / "sous" / "neuf.yml"
    with pytest.raises(Refus, match="est un lien"):
        ecrire_ensemble({fiche: NOUVEAU, neuf: NOUVEAU, tmp_path / "lien.yml": NOUVEAU}, tmp_path)
    vrai, faits = os.replace, []

    def replace(de, vers):
        if faits:
            raise OSError(errno.ENOSPC, "plein")
        faits.append(vrai(de, vers))
    with monkeypatch.context() as milieu:
        milieu.setattr(os, "replace", replace)
        with pytest.raises(Refus, match="plus de place sur le disque"):
            ecrire_ensemble({neuf: NOUVEAU, fiche: NOUVEAU}, tmp_path)
    assert fiche.read_bytes() == ANCIEN and not neuf.exists() and not [*tmp_path.rglob("*.essai")]
    ecrire_ensemble({fiche: NOUVEAU, neuf: b"x"}, tmp_path)
    assert (fiche.read_text(), neuf.read_bytes(), stat.S_IMODE(fiche.stat().st_mode)) == (NOUVEAU, b"x", 0o640)


@pytest.mark.parametrize("lien", [True, False], ids=["second name", "copy"])
@pytest.mark.parametrize("signaux", [(signal.SIGTERM,), (signal.SIGHUP,), (signal.SIGINT, signal.SIGINT, signal.SIGTERM)], ids=str)
def test_who_ends_it_among_many_files_or_closes_the_window_finds_all_as_it_was(fiche, tmp_path, signaux, lien):
    """Twice for who does not wait: the second one comes while what was there is put back."""
    autre, neuf = tmp_path / "autre.yml", tmp_path / "neuf.yml"
    autre.write_bytes(ANCIEN)
    if not (fils := os.fork()):
        vrai, suite = os.replace, list(signaux)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGHUP, signal.SIG_DFL)  # whoever runs the tests may not want to hear of it

        def replace(de, vers):
            vrai(de, vers)
            if vers != neuf and suite:
                os.kill(os.getpid(), suite.pop(0))
        os.replace = replace
        if not lien:
            os.link = lambda *_: leve(OSError(errno.EPERM, "stick"))()
        try:
            ecrire_ensemble({neuf: NOUVEAU, fiche: NOUVEAU, autre: NOUVEAU}, tmp_path)
        except KeyboardInterrupt:
            os._exit(7)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(fils, 0)[1]) == 7
    assert (fiche.read_bytes(), autre.read_bytes(), stat.S_IMODE(fiche.stat().st_mode)) == (ANCIEN, ANCIEN, 0o640)
    assert sorted(os.listdir(tmp_path)) == ["autre.yml", "fiche.yml"]


def test_a_long_file_is_written_bit_by_bit_or_not_at_all(fiche, tmp_path):
    def morceaux():
        yield b"nom: "
        raise MemoryError
    with pytest.raises(MemoryError):
        ecrire(fiche, morceaux())
    assert fiche.read_bytes() == ANCIEN and os.listdir(tmp_path) == ["fiche.yml"]
    ecrire(fiche, iter([b"nom: ", b"neuf\n"]))
    assert fiche.read_bytes() == b"nom: neuf\n"


def test_what_somebody_else_wrote_meanwhile_stays(fiche):
    with pytest.raises(Refus, match="vient d'être changé ailleurs : recommencez"):
        ecrire(fiche, NOUVEAU, encore=lambda: False)
    assert fiche.read_bytes() == ANCIEN and os.listdir(fiche.parent) == ["fiche.yml"]


ECRIVENT = {"write_text", "write_bytes", "replace", "rename", "copyfile", "copy", "copy2", "copytree", "move", "save", "unlink",
            "rmtree", "NamedTemporaryFile", "open", "fdopen"}
AUTREMENT = {
    "base/fichier.py": "the one way",
    "base/cache.py": "a cache, in a folder of its own: made again where it lacks",
    "base/classeur.py": "opens a part of an archive that it makes in memory",
    "base/registre.py": "files of a site, in a folder that destination.py has listed as ours",
    "site/apercu.py": "pages of a preview, in a new folder of its own",
    "site/destination.py": "removes what its list names",
    "annuaire/read/source.py": "opens to read only",
    "annuaire/aujourdhui.py": "opens to read only",
    "commands/choix.py": "opens to read only",
    "langues/dangers.py": "opens to read only",
    "langues/glossaire.py": "opens to read only",
    "edition/formulaires/brouillon.py": "removes the draft that it wrote, once the fiche is there",
    "annuaire/check/imports.py": "opens to read only",
    "edition/gtfs/flux.py": "opens to read only",
    "echanges/entrees/lecture/csv_.py": "opens to read only",
    "echanges/entrees/lecture/json_.py": "opens to read only",
    "echanges/entrees/lecture/fichiers.py": "opens to read only",
    "edition/essai.py": "a temporary folder of its own",
    "base/carnet.py": "a cache, in a folder of its own: made again where it lacks",
    "papier/depliants/imposition.py": "a temporary folder of its own, for the typesetter",
    "suivi/comite/feuille.py": "opens to read only",
    "suivi/relecture/versions.py": "a temporary folder of its own: the territory as it was",
    "edition/formulaires/territoire_neuf.py": "copies into a folder that was not there: nothing of anybody's is in it",
    "base/npm.py": "files that npm brought, in a folder of their own: brought again where one lacks",
    "commands/from_issue.py": "removes the title of its last answer",
    "papier/depliants/qr.py": "a picture in memory",
}


def _ecritures(source: str) -> set[str]:
    """The calls of a module that write, move or remove."""
    appels = [noeud for noeud in ast.walk(ast.parse(source)) if isinstance(noeud, ast.Call)]
    return {nom for appel in appels for nom in [getattr(appel.func, "attr", getattr(appel.func, "id", ""))]
            if nom in ECRIVENT and (nom not in ("replace", "copy") or _d_un_fichier(appel))}


def _d_un_fichier(appel: ast.Call) -> bool:
    """What has other things of the same name: a text is replaced by two arguments, a day by named ones."""
    sur = getattr(getattr(appel.func, "value", None), "id", "")
    return sur in ("os", "shutil") or isinstance(appel.func, ast.Attribute) and len(appel.args) == 1 and not appel.keywords


def test_no_other_module_writes_moves_or_removes_a_file():
    trouvees = {str(f.relative_to(PAQUET)): _ecritures(f.read_text("utf-8")) for f in PAQUET.rglob("*.py")}
    ecrivent = {f: appels for f, appels in trouvees.items() if appels}
    assert set(ecrivent) == set(AUTREMENT), {f: ecrivent.get(f) for f in set(ecrivent) ^ set(AUTREMENT)}
