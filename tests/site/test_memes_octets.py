"""Whoever builds, wherever, gets the same site in all its languages, byte for byte: only the inputs and the day are in it."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, time
from pathlib import Path

import yaml

from quifaitquoi.site.parties import Partie

# Two machines that agree on nothing that a program may ask its machine.
ICI = {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Pacific/Kiritimati", "LANGUAGE": "fr", "HOME": "/"}
AILLEURS = {"PYTHONHASHSEED": "4242", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/Adak", "LANGUAGE": "fa", "PYTHONUTF8": "0"}
# Of so many parts, the one that has the finder of a language read from the right, beside pages of all others.
SUR = 40
PARTIE = next(n for n in range(1, SUR + 1) if Partie(n, SUR).a("ps/trouver/index.html"))


def fait(milieu: dict[str, str], jour: datetime, ici: Path, *arguments: object) -> dict[str, bytes]:
    """What the command leaves in `ici`, run by a machine of which only `milieu` is known."""
    ici.mkdir()
    du_reste = {nom: valeur for nom, valeur in os.environ.items() if nom not in {*ICI, *AILLEURS, "LANG"}}
    du_reste |= {"SOURCE_DATE_EPOCH": str(int(jour.timestamp())), "QUIFAITQUOI_CACHE": str(ici.with_name(f"{ici.name}.cache"))}
    subprocess.run([sys.executable, "-m", "quifaitquoi", *map(str, arguments), "--vers", str(ici)],
                   env=du_reste | milieu, check=True, capture_output=True, cwd=ici.parent)
    return {str(f.relative_to(ici)): f.read_bytes() for f in sorted(ici.rglob("*")) if f.is_file()}


def test_a_part_with_pages_of_every_language_is_the_same_on_another_machine(port_en_toutes_langues, aujourdhui, tmp_path):
    langues = yaml.safe_load((port_en_toutes_langues / "annuaire.yml").read_text("utf-8"))["langues"]
    jour = datetime.combine(aujourdhui, time(11), UTC)
    quoi = ("build", port_en_toutes_langues, "--sans-cache", "--part", f"{PARTIE}/{SUR}")
    une, autre = fait(ICI, jour, tmp_path / "une", *quoi), fait(AILLEURS, jour, tmp_path / "autre", *quoi)
    assert {chemin.partition("/")[0] for chemin in une} >= {*langues} and "ps/trouver/index.html" in une
    assert [chemin for chemin in une.keys() | autre.keys() if une.get(chemin) != autre.get(chemin)] == []


def test_a_leaflet_read_from_the_right_is_the_same_on_another_machine(port_en_toutes_langues, aujourdhui, tmp_path):
    jour = datetime.combine(aujourdhui, time(11), UTC)
    quoi = ("leaflet", port_en_toutes_langues, "--quartier", "ile-aux-mouettes", "--langue", "prs")
    une, autre = fait(ICI, jour, tmp_path / "une", *quoi), fait(AILLEURS, jour, tmp_path / "autre", *quoi)
    assert [chemin.rpartition(".")[2] for chemin in une] == ["pdf"] and une == autre
