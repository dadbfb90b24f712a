"""A site built in parts, in processes and folders of their own, is the site that one build makes, byte for byte."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from hashlib import blake2b
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.annuaire.enrich.empreintes import Empreintes
from quifaitquoi.base.cache import Cache
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.registre import Registre
from quifaitquoi.echanges.sorties import FORMATS
from quifaitquoi.savoir.publiable import publiable
from quifaitquoi.site import ouvertes
from quifaitquoi.site.copies import Copies
from quifaitquoi.site.destination import LISTE, NOTE
from quifaitquoi.site.pages.hors_ligne.lot import Plan
from quifaitquoi.site.parties import Note, Partie, joindre

NOMS = st.sets(st.from_regex(r"(?:[a-z]{1,4}/){0,2}[a-z]{1,6}\.(?:html|js|pdf|csv)", fullmatch=True), min_size=1, max_size=20)


def lance(ici: Path, *mots: object) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-m", "quifaitquoi", *map(str, mots)], cwd=ici, capture_output=True, text=True)


def fichiers(dossier: Path) -> dict[str, bytes]:
    return {f.relative_to(dossier).as_posix(): f.read_bytes() for f in sorted(dossier.rglob("*")) if f.is_file()}


def parts_de(contenus: dict[str, bytes], sur: int, ici: Path, entrees: str = "abc") -> list[Path]:
    """The folders of a site with these files, as parts would leave them."""
    dossiers = []
    for rang in range(1, sur + 1):
        partie, dossier = Partie(rang, sur), ici / f"partie-{rang}"
        siens = {nom: octets for nom, octets in contenus.items() if partie.a(nom)}
        for nom, octets in siens.items():
            (dossier / nom).parent.mkdir(parents=True, exist_ok=True)
            (dossier / nom).write_bytes(octets)
        dossier.mkdir(exist_ok=True)
        (dossier / LISTE).write_text(json.dumps({"fichiers": sorted(contenus)}))
        digests = {nom: blake2b(octets, digest_size=16).hexdigest() for nom, octets in siens.items()}
        Note(partie, entrees, f"dépliants de {rang}" if rang == 1 else "", digests, Copies(Plan({}, {}), None)).pose(dossier)
        dossiers.append(dossier)
    return dossiers


@given(noms=NOMS, sur=st.integers(1, 40))
def test_each_file_is_made_by_one_part_and_only_one(noms, sur):
    assert all(sum(Partie(rang, sur).a(nom) for rang in range(1, sur + 1)) == 1 for nom in noms)


@settings(deadline=None, max_examples=50)
@given(noms=NOMS, sur=st.integers(1, 6), ordre=st.randoms())
def test_joined_in_any_order_they_are_the_whole_and_joined_again_too(noms, sur, ordre):
    with tempfile.TemporaryDirectory() as ici:
        contenus = {nom: nom.encode() * 3 for nom in noms if not any(autre.startswith(f"{nom}/") for autre in noms)}
        dossiers = parts_de(contenus, sur, Path(ici))
        ordre.shuffle(dossiers)
        for _ in range(2):
            assert joindre(dossiers, Path(ici) / "site") == "dépliants de 1"
            faits = fichiers(Path(ici) / "site")
            assert json.loads(faits.pop(LISTE))["fichiers"] == sorted(contenus) and faits == contenus


@settings(deadline=None, max_examples=50)
@given(noms=NOMS, sur=st.integers(2, 5), donnees=st.data())
def test_a_part_that_is_missing_unfinished_changed_or_of_another_site_stops_all_and_changes_nothing(noms, sur, donnees):
    with tempfile.TemporaryDirectory() as ici:
        site = Path(ici) / "site"
        contenus = {nom: nom.encode() * 3 for nom in noms}
        dossiers = parts_de(contenus, sur, Path(ici))
        joindre(dossiers, site)
        avant = fichiers(site)
        rang = donnees.draw(st.integers(0, sur - 1))
        siens = [nom for nom in contenus if (dossiers[rang] / nom).is_file()]
        match donnees.draw(st.sampled_from(["missing", "twice", "unfinished", "other"] + (["changed", "lost"] if siens else []))):
            case "missing":
                donnes, dit = dossiers[:rang] + dossiers[rang + 1:], f"il manque la partie {rang + 1}/{sur}"
            case "twice":
                donnes, dit = [*dossiers, dossiers[rang]], f"la partie {rang + 1}/{sur} est donnée deux fois"
            case "unfinished":
                (dossiers[rang] / NOTE).unlink()
                donnes, dit = dossiers, f"partie-{rang + 1} » n'est pas une partie finie"
            case "other":
                note = dossiers[rang] / NOTE
                note.write_text(note.read_text().replace('"abc"', '"abd"'))
                donnes, dit = dossiers, "ne sont pas du même site"
            case "changed":
                (dossiers[rang] / siens[0]).write_bytes(b"autre chose")
                donnes, dit = dossiers, "n'est plus ce qui a été construit : refaites cette partie"
            case "lost":
                (dossiers[rang] / siens[0]).unlink()
                donnes, dit = dossiers, "n'est plus ce qui a été construit : refaites cette partie"
        with pytest.raises(Refus, match=dit):
            joindre(donnes, site)
        assert fichiers(site) == avant


def test_a_pipe_in_the_place_of_a_note_is_not_waited_for(tmp_path):
    (tmp_path / "p").mkdir()
    os.mkfifo(tmp_path / "p" / NOTE)
    with pytest.raises(Refus, match="n'est pas une partie finie"):
        joindre([tmp_path / "p"], tmp_path / "site")


@pytest.mark.parametrize("mal", [
    '{"partie": 1}', "[]", "{",
    '{"partie": "../..", "sur": 2, "entrees": "", "dit": "", "fichiers": {}}',
    '{"partie": 1, "sur": 1, "entrees": "", "dit": "", "fichiers": {"../../etc/x.html": "0"}}',
    '{"partie": 1, "sur": 1, "entrees": 3, "dit": "", "fichiers": {}}'])
def test_a_hostile_note_is_no_part(tmp_path, mal):
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / NOTE).write_text(mal)
    with pytest.raises(Refus, match="n'est pas une partie finie"):
        joindre([tmp_path / "p"], tmp_path / "site")
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("dit", ["0/3", "4/3", "3", "3/", "-1/2", "1/1001", "un/deux"])
def test_what_is_no_part_is_told_in_a_sentence(dit):
    with pytest.raises(Refus, match="n'est pas une partie : écrivez laquelle, puis combien il y en a. Exemple : --part 3/8"):
        Partie.lue(dit)


def test_parts_in_processes_and_folders_of_their_own_one_failing_and_run_again_are_the_site_of_one_build(copie, tmp_path):
    entier = lance(tmp_path, "build", copie, "--vers", tmp_path / "entier", "--sans-cache")
    assert entier.returncode in (0, 3), entier.stderr
    parties = [tmp_path / f"p{rang}" for rang in (1, 2, 3)]
    # The second one stops: somebody's file is where it should go.
    parties[1].mkdir()
    (parties[1] / "notes.txt").write_text("à moi")
    faites = [lance(tmp_path, "build", copie, "--part", f"{rang}/3", "--vers", ici, "--sans-cache")
              for rang, ici in enumerate(parties, 1)]
    assert [faite.returncode for faite in faites] == [0, 1, 0], [faite.stderr for faite in faites]
    reunies = lance(tmp_path, "join", *parties, "--vers", tmp_path / "site")
    assert reunies.returncode == 1 and "p2 » n'est pas une partie finie" in reunies.stderr and not (tmp_path / "site").exists()
    shutil.rmtree(parties[1])
    refaite = lance(tmp_path, "build", copie, "--part", "2/3", "--vers", parties[1], "--sans-cache")
    assert refaite.returncode == 0 and "Partie 2/3 prête" in refaite.stderr
    reunies = lance(tmp_path, "join", *reversed(parties), "--vers", tmp_path / "site")
    assert reunies.returncode == entier.returncode, reunies.stderr
    assert fichiers(tmp_path / "site") == fichiers(tmp_path / "entier")
    faits = [len(fichiers(ici)) for ici in parties]
    assert min(faits) > 20 and sum(faits) < len(fichiers(tmp_path / "site")) + 20, "each makes its share, and hardly anything twice"


def test_parts_that_share_a_cache_take_nothing_of_each_other_s_open_data(petit_port, aujourdhui, tmp_path):
    territoire, cache = enrichir(verifier(petit_port, aujourdhui).directory, aujourdhui), Cache(tmp_path / "cache")
    for rang, formats in enumerate((FORMATS, FORMATS[:2], FORMATS[2:4], FORMATS[:0:-1])):
        site = tmp_path / f"site-{rang}"
        site.mkdir()
        ouvertes.ecrire(territoire, formats, Registre(site, cache), Empreintes(), b"tout")
        assert fichiers(site / "data") == {nom: fait for un in formats for nom, fait in un.faire(publiable(territoire)).items()}
