"""Dates, numbers and lists that a script writes are those of the build, in any language that a page can be in."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from quifaitquoi.langues import langue
from quifaitquoi.langues.dates import date_courte, date_longue, mois
from quifaitquoi.langues.typographie import majuscule
from site_bati import une_fois

NODE = Path(sys.executable).parent / "node"
# CLDR gives the months of two languages another form where no year follows: the script knows one. Toki pona counts by hundreds.
SAUF = {"courtes": {"fa", "yo"}, "nombres": {"tok"}}
SCRIPT = """
globalThis.window = globalThis;
const fs = require("fs"), { fichiers, langues, jours, listes, nombres, t } = JSON.parse(fs.readFileSync(0, "utf-8"));
for (const fichier of fichiers) (0, eval)(fs.readFileSync(fichier, "utf-8"));
const q = window.quifaitquoi, dit = {};
for (const [code, mots] of Object.entries(langues)) {
  const dire = new q.Dire(mots, "fr", { horloge: t => { const d = new Date(t * 60000);
    return { year: d.getUTCFullYear(), month: d.getUTCMonth() + 1, day: d.getUTCDate() }; } });
  dit[code] = { longues: jours.map(j => q.date(mots, "date_longue", ...j)), courtes: jours.map(j => q.date(mots, "date", ...j)),
    semaine: t.map(x => dire.jour(x)), listes: listes.map(l => dire.enumere(l)), nombres: nombres.map(n => dire.nombre(n)) };
}
process.stdout.write(JSON.stringify(dit));
"""


def lance(*mots: object, entree: str | None = None) -> str:
    fini = subprocess.run([*map(str, mots)], input=entree, capture_output=True, text=True, timeout=120)
    assert fini.returncode == 0, fini.stderr[-2000:]
    return fini.stdout


@pytest.fixture(scope="session")
def ecrits(tmp_path_factory) -> tuple[dict, dict]:
    """What the build writes and what the script writes: language → kind of text → texts."""

    def ecrit(vers: Path) -> None:
        vers.mkdir()
        question = lance(sys.executable, Path(__file__).with_name("ecrit_en_toutes_langues.py"))
        (vers / "build.json").write_text(question)
        (vers / "script.json").write_text(lance(NODE, "-e", SCRIPT, entree=question))

    ici = une_fois(tmp_path_factory, "ecritures", ecrit)
    return json.loads((ici / "build.json").read_text())["attendus"], json.loads((ici / "script.json").read_text())


def test_every_language_that_a_page_can_be_in_is_compared(ecrits):
    attendus, dits = ecrits
    assert attendus.keys() == dits.keys() > {"fr", "fr-x-falc", "ar", "prs", "ka"} and len(dits) > 200


@pytest.mark.parametrize("quoi", ["longues", "courtes", "semaine", "listes", "nombres"])
def test_a_script_writes_as_the_build_does(ecrits, quoi):
    attendus, dits = ecrits
    assert not {code: (dits[code][quoi], attendu[quoi]) for code, attendu in attendus.items()
                if dits[code][quoi] != attendu[quoi] and code not in SAUF.get(quoi, ())}


def test_the_first_of_a_month_is_said_so_in_french_alone(ecrits):
    _, dits = ecrits
    assert dits["fr"]["longues"][0] == "1er\u00a0janvier\u00a02027" and dits["en"]["courtes"][0] == "1\u00a0January"


@pytest.mark.parametrize("code", ["ru", "uk"])
def test_a_date_that_ends_a_sentence_leaves_it_its_one_stop(ecrits, code):
    """CLDR ends a year with « г. » and « р. »."""
    _, dits = ecrits
    assert date_longue(date(2027, 1, 1), langue(code).locale)[-4:] == "2027"
    assert all(dit.endswith("2027") for dit in dits[code]["longues"])


def test_a_month_that_stands_alone_is_in_its_own_case():
    assert mois(date(2026, 11, 27), langue("ru").locale) == "ноябрь\u00a02026"
    assert mois(date(2026, 11, 27), langue("uk").locale) == "листопад\u00a02026"


def test_a_tigrinya_month_has_its_figure_since_ethiopia_calls_another_month_so():
    assert date_longue(date(2026, 11, 27), langue("ti").locale) == "ሕዳር\u00a0(11)\u00a027,\u00a02026"
    assert date_courte(date(2026, 11, 27), langue("ti")) == "ሕዳ\u00a0(11)\u00a027,\u00a02026"


def test_no_capital_is_invented_for_a_script_that_has_none():
    """Unicode gives Georgian capitals for words all in capitals: a first letter has none, and many machines cannot draw it."""
    assert langue("ka").nom == "ქართული" and majuscule("ფერმე") == "ფერმე" and majuscule("ouvert") == "Ouvert"
