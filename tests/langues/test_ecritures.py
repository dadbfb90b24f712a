"""Dates, numbers and lists that a script writes are those of the build, in any language that a page can be in."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from babel import localedata
from babel.dates import format_skeleton, get_day_names
from babel.lists import format_list
from babel.numbers import format_decimal

from quifaitquoi.langues import est_connue, langue
from quifaitquoi.langues.dates import date_courte, date_longue, mois, nom_du_mois
from quifaitquoi.langues.ecritures import dates, nombres
from quifaitquoi.langues.typographie import majuscule
from quifaitquoi.site.pages.trouver.fichiers import STATIC

NODE = Path(sys.executable).parent / "node"
CODES = sorted(c for c in {*localedata.locale_identifiers(), "fr-x-falc", "prs"} if "_" not in c and c != "root" and est_connue(c))
JOURS = [date(2027, 1, 1) + timedelta(n) for n in range(0, 365, 4)]
LISTES = [["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d", "e"]]
NOMBRES = [7, 0.8, 12.5, 999, 1200, 25_000]
# CLDR gives their months another form where no year follows: the script knows one.
DEUX_FORMES = {"fa", "yo"}
# Toki pona counts by hundreds, a script by thousands.
PAR_CENTAINES = {"tok"}
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


@cache
def ecrits() -> dict[str, dict]:
    question = {
        "fichiers": [str(STATIC / f"{nom}.js") for nom in ("heures", "dire", "compter")],
        "langues": {code: dates(langue(code)) | nombres(langue(code)) for code in CODES},
        "jours": [[j.year, j.month, j.day] for j in JOURS], "listes": LISTES, "nombres": NOMBRES,
        "t": [1440 * (date(2027, 1, 4) - date(1970, 1, 1)).days + 1440 * n for n in range(7)],  # from a Monday
    }
    fini = subprocess.run([NODE, "-e", SCRIPT], input=json.dumps(question), capture_output=True, text=True, timeout=60)
    assert fini.returncode == 0, fini.stderr[-2000:]
    return json.loads(fini.stdout)


@pytest.mark.parametrize("code", CODES)
def test_a_script_writes_as_the_build_does(code):
    lui, locale = ecrits()[code], langue(code).locale
    assert lui["longues"] == [date_longue(j, locale) for j in JOURS]
    assert lui["semaine"] == [get_day_names("wide", locale=locale)[n] for n in range(7)]
    assert lui["listes"] == [format_list(liste, locale=locale) for liste in LISTES]
    if code not in PAR_CENTAINES:
        assert lui["nombres"] == [format_decimal(n, locale=locale) for n in NOMBRES]
    if code not in DEUX_FORMES:
        sans_annee = [_avec_son_chiffre(format_skeleton("MMMMd", j, locale=locale), j, locale) for j in JOURS]
        assert lui["courtes"] == [f"1er{dit[1:]}" if langue(code).francaise and j.day == 1 else dit
                                  for j, dit in zip(JOURS, sans_annee, strict=True)]


def _avec_son_chiffre(dit, jour, locale):
    nom = locale.months["format"]["wide"][jour.month]
    return dit.replace(nom, nom_du_mois(nom, jour.month, locale)).replace(" ", "\u00a0")


def test_the_first_of_a_month_is_said_so_in_french_alone():
    assert ecrits()["fr"]["longues"][0] == "1er\u00a0janvier\u00a02027" and ecrits()["en"]["courtes"][0] == "1\u00a0January"


@pytest.mark.parametrize("code", ["ru", "uk"])
def test_a_date_that_ends_a_sentence_leaves_it_its_one_stop(code):
    """CLDR ends a year with « г. » and « р. »."""
    assert date_longue(JOURS[0], langue(code).locale)[-4:] == "2027"
    assert all(dit.endswith("2027") for dit in ecrits()[code]["longues"])


def test_a_month_that_stands_alone_is_in_its_own_case():
    assert mois(date(2026, 11, 27), langue("ru").locale) == "ноябрь\u00a02026"
    assert mois(date(2026, 11, 27), langue("uk").locale) == "листопад\u00a02026"


def test_a_tigrinya_month_has_its_figure_since_ethiopia_calls_another_month_so():
    assert date_longue(date(2026, 11, 27), langue("ti").locale) == "ሕዳር\u00a0(11)\u00a027,\u00a02026"
    assert date_courte(date(2026, 11, 27), langue("ti")) == "ሕዳ\u00a0(11)\u00a027,\u00a02026"


def test_no_capital_is_invented_for_a_script_that_has_none():
    """Unicode gives Georgian capitals for words all in capitals: a first letter has none, and many machines cannot draw it."""
    assert langue("ka").nom == "ქართული" and majuscule("ფერმე") == "ფერმე" and majuscule("ouvert") == "Ouvert"
