"""The set-up stands, next year too: a lock that is whole, and installed as it is."""

import re
import shutil
import subprocess
import tomllib
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

DEPOT = Path(__file__).parent.parent
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMES = {"linux": ("posix", "Linux"), "darwin": ("posix", "Darwin"), "win32": ("nt", "Windows")}
MILIEUX = [
    {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": nom, "os_name": os, "platform_system": systeme,
     "implementation_name": "cpython", "platform_python_implementation": "CPython", "platform_machine": "x86_64"}
    for python in PYTHONS for nom, (os, systeme) in SYSTEMES.items()
]
LISTES = {"site": (), "test": ("test",)}


def ecrit(chemin: str) -> str:
    return (DEPOT / chemin).read_text("utf-8")


@lru_cache
def serrure(liste: str) -> dict[str, list[tuple[Requirement, int]]]:
    """Package → each line of the lock that is for it, with the number of its hashes."""
    lignes = re.sub(r"\\\n\s*", " ", re.sub(r"(?m)^\s*#.*\n", "", ecrit(f"requirements/{liste}.txt"))).splitlines()
    trouvees: dict[str, list[tuple[Requirement, int]]] = {}
    for ligne in filter(str.strip, lignes):
        exigence, *empreintes = re.split(r"\s+--hash=", ligne.strip())
        lue = Requirement(exigence)
        trouvees.setdefault(canonicalize_name(lue.name), []).append((lue, len(empreintes)))
    return trouvees


def demandes(extras: tuple[str, ...]) -> list[str]:
    projet = tomllib.loads(ecrit("pyproject.toml"))["project"]
    return [*projet["dependencies"], *(d for extra in extras for d in projet["optional-dependencies"][extra])]


def manques(liste: str, milieu: dict[str, str]) -> set[str]:
    """What an install of this lock would lack on such a machine, following what each package says that it needs."""
    a_voir = [(Requirement(d), "") for d in demandes(LISTES[liste])]
    vues, absents = set(), set()
    while a_voir:
        exigence, extra = a_voir.pop()
        if exigence.marker and not exigence.marker.evaluate({**milieu, "extra": extra}):
            continue
        nom = canonicalize_name(exigence.name)
        lignes = [lue for lue, _ in serrure(liste).get(nom, ()) if not lue.marker or lue.marker.evaluate(milieu)]
        if not any(exigence.specifier.contains(str(lue.specifier).removeprefix("=="), prereleases=True) for lue in lignes):
            absents.add(str(exigence))
        for voulu in ("", *exigence.extras):
            if (nom, voulu) not in vues:
                vues.add((nom, voulu))
                try:
                    a_voir += [(Requirement(r), voulu) for r in requires(nom) or ()]
                except PackageNotFoundError:
                    pass  # for another system or another Python: its name in the lock is what can be seen from here
    return absents


@pytest.mark.parametrize("liste", LISTES)
@pytest.mark.parametrize("milieu", MILIEUX, ids=lambda m: f"{m['python_version']}-{m['sys_platform']}")
def test_the_lock_names_all_that_is_needed_on_each_python_and_system(liste, milieu):
    assert manques(liste, milieu) == set(), "make lock"


def test_what_is_measured_beside_is_locked_and_comes_into_no_venv():
    voulus = [Requirement(besoin) for besoin in tomllib.loads(ecrit("pyproject.toml"))["dependency-groups"]["bench"]]
    assert {canonicalize_name(voulu.name) for voulu in voulus} == serrure("bench").keys()
    for voulu in voulus:
        assert all(voulu.specifier.contains(str(lue.specifier).removeprefix("==")) for lue, _ in serrure("bench")[voulu.name])
        assert voulu.name not in serrure("test"), "folium would load it"


@pytest.mark.parametrize("liste", (*LISTES, "bench"))
def test_each_version_of_the_lock_is_exact_and_has_its_hashes(liste):
    for nom, lignes in serrure(liste).items():
        for lue, empreintes in lignes:
            assert re.fullmatch(r"==[^*,]+", str(lue.specifier)) and empreintes, nom


def test_the_tests_run_with_the_versions_of_the_site():
    assert all([str(lue) for lue, _ in serrure("test").get(nom, ())] == [str(lue) for lue, _ in lignes]
               for nom, lignes in serrure("site").items())


def test_a_requirement_that_the_lock_lacks_would_be_seen(monkeypatch):
    complete = serrure("site")
    monkeypatch.setitem(complete, "dnspython", [])  # asked for by email-validator, itself asked for by pydantic[email]
    assert any(manque.startswith("dnspython") for manque in manques("site", MILIEUX[0]))


def test_no_set_up_line_solves_anything_again():
    """pip before 23.3 asks for the newest release as soon as an extra is named: then a lock is no lock."""
    sources = [DEPOT / "Makefile", *(DEPOT / ".github/workflows").glob("*.yml"), DEPOT / ".ci/run"]
    recettes = {chemin.name: re.sub(r"\\\n\s*", " ", chemin.read_text("utf-8")) for chemin in sources}
    installe = re.search(r"(?m)^INSTALL := (.*)$", recettes["Makefile"])[1]
    assert "--no-deps" in installe
    for nom, texte in recettes.items():
        for ligne in texte.splitlines():
            if re.search(r"\bpip install\b|\$\(INSTALL\)", ligne) and not ligne.startswith("INSTALL :="):
                assert "$(INSTALL)" in ligne or "--no-deps" in ligne, (nom, ligne)
                assert "-r" not in ligne.split() or "--require-hashes" in ligne, (nom, ligne)
    assert recettes["Makefile"].count("-m pip check") == len(LISTES)


@pytest.mark.parametrize("la", [False, True], ids=["no venv", "a venv whose Python left the machine"])
def test_the_set_up_begins_anew_without_a_word_of_alarm_where_its_python_is_not_there(tmp_path, la):
    """Make takes « command not found » for itself: it prints it, and gives the Makefile nothing."""
    shutil.copy(DEPOT / "Makefile", tmp_path)
    if la:
        (tmp_path / "build/venv/bin").mkdir(parents=True)
        (tmp_path / "build/venv/bin/python").symlink_to(tmp_path / "python-3.9")
    fini = subprocess.run(["make", "help"], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert (fini.returncode, fini.stderr) == (0, "") and "make site" in fini.stdout
    assert not (tmp_path / "build/venv").exists()
