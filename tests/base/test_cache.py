"""The cache: what it holds is right or is not found, whatever happened to it; nothing that it holds can run."""

from __future__ import annotations

import os
import pickle
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from hashlib import blake2b
from importlib import import_module
from threading import Timer

import pytest

from quifaitquoi.annuaire.check.problem import Probleme
from quifaitquoi.annuaire.model.types import Sorte
from quifaitquoi.base import cache as le_module
from quifaitquoi.base.cache import NOM, TABLE, Cache, SansCache, cle
from quifaitquoi.base.carnet import Carnet
from quifaitquoi.base.registre import Registre

CLE = cle("essai", "a")
VALEUR = [Probleme("a.yml", 1, 2, "erreur", "nom", "une phrase", "regle"), date(2026, 11, 20), {"b": (1, b"deux", None)}]


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache")


def test_what_was_kept_is_found_in_another_process(cache):
    cache.garde({CLE: VALEUR})
    lu = subprocess.run([sys.executable, "-c",
                         "import sys; from pathlib import Path; from quifaitquoi.base.cache import Cache, cle; "
                         "print(Cache(Path(sys.argv[1])).lis([cle('essai', 'a'), cle('essai', 'b')], object))",
                         cache.dossier],
                        capture_output=True, text=True).stdout
    assert lu == f"{ {CLE: VALEUR} }\n"


def test_two_keys_differ_as_soon_as_one_part_does():
    assert len({cle("ab", "c"), cle("a", "bc"), cle("abc"), cle("c", "ab"), cle("ab", "c", "")}) == 5


def test_another_program_knows_nothing_of_it(monkeypatch):
    monkeypatch.setattr(le_module, "programme", lambda: b"une autre version")
    assert cle("essai", "a") != CLE


def test_without_a_cache_nothing_is_kept(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    SansCache().garde({CLE: VALEUR})
    assert SansCache().lis([CLE], object) == {} and not [*tmp_path.rglob(NOM)]


@pytest.mark.parametrize("abime", [b"", b"pas une base", b"SQLite format 3\0" + bytes(4000)])
def test_a_store_that_was_broken_is_made_again(cache, abime):
    cache.garde({CLE: VALEUR})
    (cache.dossier / NOM).write_bytes(abime)
    assert cache.lis([CLE], object) == {}
    cache.garde({CLE: VALEUR})
    assert cache.lis([CLE], object) == {CLE: VALEUR}


def test_a_store_that_was_cut_short_gives_what_is_right_or_nothing(cache):
    cles = {cle("essai", str(n)): "x" * n for n in range(400)}
    cache.garde(cles)
    entier = (cache.dossier / NOM).read_bytes()
    for part in range(1, 8):
        (cache.dossier / NOM).write_bytes(entier[:len(entier) * part // 8])
        assert cache.lis(cles, object).items() <= cles.items()


def test_a_value_that_was_changed_is_not_found(cache):
    cache.garde({CLE: VALEUR})
    with sqlite3.connect(cache.dossier / NOM) as base:
        base.execute("UPDATE fait SET valeur = CAST(replace(valeur, 'phrase', 'menace') AS BLOB)")
    assert cache.lis([CLE], object) == {}


def _plante(cache: Cache, charge: bytes) -> None:
    cache.garde({CLE: VALEUR})
    with sqlite3.connect(cache.dossier / NOM) as base:
        base.execute("UPDATE fait SET valeur = ?", (blake2b(charge, digest_size=8).digest() + charge,))


class _Piege:
    def __reduce__(self):
        return os.system, ("exit 3",)


@pytest.mark.parametrize("charge", [pickle.dumps(_Piege()), b"cquifaitquoi.base.git\n_git\n.", b"cbuiltins\neval\n.",
                                    b"\x80\x04\x8c\x15quifaitquoi.base.refus\x8c\x0eRefus.__init__\x93."])
def test_nothing_in_a_cache_can_run(cache, charge):
    _plante(cache, charge)
    assert cache.lis([CLE], object) == {}


def _etat(module: bytes, classe: bytes, attribut: bytes) -> bytes:
    """A class is loaded, given an attribute, and only then a harmless value."""
    return b"c%s\n%s\n(N}V%s\nVautre\nstb0I5\n." % (module, classe, attribut)


@pytest.mark.parametrize("module, classe, attribut", [
    (b"quifaitquoi.annuaire.check.problem", b"Probleme", b"__str__"), (b"quifaitquoi.annuaire.check.problem", b"Probleme", b"neuf"),
    (b"pathlib", b"PosixPath", b"write_text"), (b"quifaitquoi.annuaire.model.types", b"Sorte", b"neuf")])
def test_nothing_in_a_cache_changes_the_program(cache, module, classe, attribut):
    la = getattr(import_module(module.decode()), classe.decode())
    avant = dict(vars(la))
    _plante(cache, _etat(module, classe, attribut))
    assert cache.lis([CLE], object) == {} and dict(vars(la)) == avant


def test_nothing_in_a_cache_changes_a_value_that_there_is_once(cache):
    avant = dict(vars(Sorte.NOM))
    _plante(cache, b"cquifaitquoi.annuaire.model.types\nSorte\n(V%s\ntR}Vneuf\nVautre\nsb0I5\n." % Sorte.NOM.value.encode())
    assert cache.lis([CLE], object) == {} and vars(Sorte.NOM) == avant


def test_the_command_is_not_run_by_a_cache(cache, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["quifaitquoi", "--version"])
    _plante(cache, b"cquifaitquoi.__main__\nprogramme\n.")
    assert cache.lis([CLE], object) == {} and capsys.readouterr().out == ""


def _un_jour(jour: str, monkeypatch) -> None:
    monkeypatch.setattr(le_module, "au_mur", lambda: date.fromisoformat(jour))


def test_what_nobody_asks_for_goes_after_two_weeks(cache, monkeypatch):
    for jour, voulue in (("2026-11-01", "a"), ("2026-11-10", "b"), ("2026-11-20", "c")):
        _un_jour(jour, monkeypatch)
        Cache(cache.dossier).garde({cle("essai", voulue): voulue})
    assert {*cache.lis([cle("essai", lettre) for lettre in "abc"], str).values()} == {"b", "c"}


def test_a_build_for_another_day_forgets_nothing_and_what_it_keeps_stays(cache, monkeypatch):
    for un in ("0", "1795132800", "4000000000", None):  # no day of building says how long something has been kept
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
        if un:
            monkeypatch.setenv("SOURCE_DATE_EPOCH", un)
        Cache(cache.dossier).garde({cle("essai", str(un)): un})
    assert len(cache.lis([cle("essai", un) for un in ("0", "1795132800", "4000000000", "None")], object)) == 4


def test_what_was_kept_since_is_not_forgotten_with_what_was_there_before(cache, monkeypatch):
    _un_jour("2026-11-01", monkeypatch)
    Cache(cache.dossier).garde({cle("essai", str(n)): n for n in range(10)})
    _un_jour("2026-11-20", monkeypatch)  # what was there is old enough to go by itself
    neuf = Cache(cache.dossier)
    assert neuf.lis([CLE], object) == {}
    neuf.garde({CLE: VALEUR})
    neuf.oublie()
    assert cache.lis([CLE], object) == {CLE: VALEUR}


def test_several_stores_of_one_folder_find_what_each_kept_and_forget_only_what_was_there_when_first_asked(cache):
    avant, a, b = cle("essai", "avant"), cle("essai", "a"), cle("essai", "b")
    cache.garde({avant: 0})
    un, autre = Cache(cache.dossier), Cache(cache.dossier)
    assert un.lis([avant], int) == {avant: 0}
    un.garde({a: 1, avant: 2})  # kept again: it is new
    assert autre.lis([avant, a], int) == {avant: 2, a: 1}
    autre.garde({b: 3})
    un.oublie()
    assert un.lis([avant, a, b], int) == autre.lis([avant, a, b], int) == {avant: 2, a: 1, b: 3}
    autre.oublie()
    assert un.lis([avant, a, b], int) == {b: 3}


def test_what_is_kept_while_another_reads_is_there_once_it_has_read(cache):
    cache.garde({cle("essai", str(n)): n for n in range(20)})
    with closing(sqlite3.connect(cache.dossier / NOM, check_same_thread=False)) as autre:
        lit = autre.execute("SELECT cle FROM fait")
        assert lit.fetchone()
        fini = Timer(0.2, lit.close)
        fini.start()
        cache.garde({CLE: VALEUR})
        fini.join()
    assert cache.lis([CLE], object) == {CLE: VALEUR}


def test_what_is_forgotten_is_not_on_the_disk_any_more(cache):
    cache.garde({cle("essai", str(n)): f"8 rue des Alphabets {n}" * 50 for n in range(50)})
    un = Cache(cache.dossier)
    un.oublie()
    assert not any("Alphabets".encode() in fichier.read_bytes() for fichier in cache.dossier.iterdir())


def test_two_builds_that_write_at_once_lose_nothing(cache):
    ecrit = ("import sys; from pathlib import Path; from quifaitquoi.base.cache import Cache, cle\n"
             "for n in range(30): Cache(Path(sys.argv[1])).garde({cle(sys.argv[2], str(n)): n})")
    eux = [subprocess.Popen([sys.executable, "-c", ecrit, cache.dossier, nom]) for nom in "ab"]
    assert [lui.wait() for lui in eux] == [0, 0]
    assert len(cache.lis([cle(nom, str(n)) for nom in "ab" for n in range(30)], int)) == 60


def test_a_place_where_nothing_can_be_written_stops_nothing(tmp_path):
    (tmp_path / "fichier").write_text("")
    nulle_part = Cache(tmp_path / "fichier")
    nulle_part.garde({CLE: VALEUR})
    assert nulle_part.lis([CLE], object) == {}


def test_a_store_that_is_a_link_is_made_again_and_what_it_leads_to_stays(cache, tmp_path):
    cache.dossier.mkdir()
    (tmp_path / "vide.txt").write_text("")
    (cache.dossier / NOM).symlink_to(tmp_path / "vide.txt")
    (cache.dossier / "CACHEDIR.TAG").symlink_to(tmp_path / "neuf.txt")
    cache.garde({CLE: VALEUR})
    assert cache.lis([CLE], object) == {CLE: VALEUR} and not (cache.dossier / NOM).is_symlink()
    assert (tmp_path / "vide.txt").read_bytes() == b"" and not (tmp_path / "neuf.txt").exists()


@pytest.fixture
def chez(tmp_path, monkeypatch):
    """A cache that is kept among somebody's own folders, one of which has the name of a notebook."""
    monkeypatch.setenv("QUIFAITQUOI_CACHE", str(tmp_path / "chez"))
    (tmp_path / "chez/rues/photos").mkdir(parents=True)
    (tmp_path / "chez/rues/photos/quai.jpg").write_bytes(b"quai")
    return tmp_path / "chez"


def test_a_notebook_forgets_what_it_kept_and_removes_nothing_of_somebody_s(chez):
    Carnet("rues", "avant").garde("a", lambda: "vieux")
    carnet = Carnet("rues", "apres")
    assert carnet.garde("a", lambda: "neuf") == carnet.garde("a", lambda: "jamais") == "neuf"
    assert [*chez.rglob("*.jpg")] and sum(len(nom.name) == 24 for nom in (chez / "rues").iterdir()) == 1


def test_a_notebook_that_is_a_link_keeps_nothing_and_changes_nothing(chez, tmp_path, monkeypatch):
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache/rues").symlink_to(chez / "rues")
    monkeypatch.setenv("QUIFAITQUOI_CACHE", str(tmp_path / "cache"))
    assert Carnet("rues", "avant").garde("a", lambda: "fait") == "fait"
    assert [nom.name for nom in (chez / "rues").iterdir()] == ["photos"]


@pytest.fixture
def site(tmp_path, cache):
    """A folder with one file that was made from « a »."""
    registre = Registre(tmp_path / "site", cache)
    registre.note({"fr/x.html": registre.ecrit("fr/x.html", b"a", "<p>é</p>")})
    registre.garde()
    return tmp_path / "site"


def test_a_file_whose_inputs_are_the_same_is_known_and_any_other_is_not(site, cache):
    registre = Registre(site, cache)
    assert registre.tient("fr/x.html", b"a") and registre.connus(["fr/x.html"])["fr/x.html"][0] == b"a"
    assert not registre.tient("fr/x.html", b"b") and not registre.tient("fr/y.html", b"a")


def test_a_folder_is_whole_when_it_holds_what_was_written_and_nothing_else_that_shows(site, cache):
    assert Registre(site, cache).entier()
    (site / ".nojekyll").write_text("")
    assert Registre(site, cache).entier()
    (site / "fr/lettre.odt").write_text("")
    assert not Registre(site, cache).entier()


@pytest.mark.parametrize("arrive", [lambda f: f.write_text("<p>e</p>"), lambda f: f.unlink(), lambda f: (f.unlink(), f.mkdir())[0]])
def test_a_file_that_somebody_touched_is_made_again(site, cache, arrive):
    date_d_avant = (site / "fr/x.html").stat()
    arrive(site / "fr/x.html")
    if (site / "fr/x.html").is_file():
        os.utime(site / "fr/x.html", ns=(date_d_avant.st_atime_ns, date_d_avant.st_mtime_ns))
    assert not Registre(site, cache).tient("fr/x.html", b"a")


def test_a_hard_link_to_what_was_there_keeps_it(site, cache, tmp_path):
    os.link(site / "fr/x.html", tmp_path / "copie.html")
    Registre(site, cache).ecrit("fr/x.html", b"b", "neuf")
    assert (site / "fr/x.html").read_text() == "neuf" and (tmp_path / "copie.html").read_text("utf-8") == "<p>é</p>"


def test_a_build_that_stops_half_way_has_noted_nothing(site, cache):
    Registre(site, cache).ecrit("fr/x.html", b"b", "neuf")
    assert not Registre(site, cache).tient("fr/x.html", b"b")
    assert not Registre(site, cache).tient("fr/x.html", b"a")


def test_cache_and_site_can_be_copied_together(site, cache, tmp_path):
    (tmp_path / "site").rename((tmp_path / "ailleurs").mkdir() or tmp_path / "ailleurs/site")
    (tmp_path / "cache").rename(tmp_path / "ailleurs/cache")
    assert Registre(tmp_path / "ailleurs/site", Cache(tmp_path / "ailleurs/cache")).tient("fr/x.html", b"a")


def test_a_value_of_another_kind_under_the_right_key_is_as_if_it_were_absent(cache):
    autre = cle("essai", "b")
    cache.garde({CLE: "un texte", autre: (b"octets",)})
    assert cache.reprend([CLE, autre], lambda rangs: [(b"refait",) for _ in rangs], tuple[bytes]) == [(b"refait",), (b"octets",)]
    assert cache.lis([CLE], object) == {CLE: (b"refait",)}


def test_what_is_not_what_was_written_is_said_once(cache):
    dits = []
    for garde, genre in ((VALEUR, list[Probleme]), (3, str), ("un texte", str)):
        cache.garde({CLE: garde})
        lecture = Cache(cache.dossier, dits.append)
        assert lecture.lis([CLE], genre) == lecture.lis([CLE], genre) == ({CLE: garde} if garde == "un texte" else {})
    assert dits == [f"« {cache.dossier} » est abîmé, ou vient d'ailleurs : ce qui ne s'y lit pas est refait."] * 2


@pytest.mark.parametrize("autre", ["CREATE TABLE fait (cle, valeur)", "CREATE VIEW fait AS SELECT 1 AS cle, 2 AS jour, 3 AS valeur",
                                   f"{TABLE}; CREATE TRIGGER t AFTER UPDATE ON fait BEGIN DELETE FROM fait; END"])
def test_a_store_of_somebody_else_s_is_put_in_order_once_something_is_kept(cache, autre):
    cache.dossier.mkdir()
    with closing(sqlite3.connect(cache.dossier / NOM)) as base:
        base.executescript(autre)
    assert cache.lis([CLE], object) == {}
    cache.garde({CLE: VALEUR})
    assert cache.lis([CLE], object) == {CLE: VALEUR}
