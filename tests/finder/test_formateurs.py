"""Formatters of other ages: what a page says of hours, dates and numbers is what the build would write, whatever an engine writes.

Each stand-in writes as the engines of an age do that visitors still have, or will have.
"""

from __future__ import annotations

import re

import pytest

# What is done to the text of a date, and to each of its parts; with which options a language is taken; what is not there yet.
AGES = {
    # WebKit on Debian 12, Chrome 110: « en-CA » has slashes, a small no-break space stands before « PM ».
    "icu 72": {"texte": r's.replace(/(\d+)-(\d+)-(\d+)/, "$2/$3/$1").replace(/ (?=[AP]M\b)/, "\u202f")'},
    # Arabic and Persian with their own digits and calendars unless one asks; midnight is 24.
    "icu 74": {"options": 'langue.startsWith("ar") ? { numberingSystem: "arab", calendar: "islamic-umalqura" } : {}',
               "partie": 'p.type === "hour" && Number(p.value) === 0 ? { type: "hour", value: "24" } : p'},
    # Words around what was asked for, marks of direction in it, thousands apart by another space.
    "icu 77": {"texte": r'"le\u00a0\u200e" + s.replace(/ /g, "\u2009") + "\u200f"',
               "nombre": r's.replace(/[\u202f\u00a0,]/g, "\u2009")'},
    # A browser of 2019 joins no lists.
    "avant les listes": {"sans": "ListFormat"},
}
_PLACE = r"""(() => {
  if (location.protocol === "about:") return;
  const Dates = Intl.DateTimeFormat, Nombres = Intl.NumberFormat;
  const autres = (langue) => { langue = String(langue); return (%(options)s); };
  Intl.DateTimeFormat = function (langue, options = {}) {
    const vrai = new Dates(langue, { ...autres(langue), ...options });
    return {
      format: (quand) => { const s = vrai.format(quand); return (%(texte)s); },
      formatToParts: (quand) => vrai.formatToParts(quand).map((p) => (%(partie)s)),
      resolvedOptions: () => vrai.resolvedOptions(),
    };
  };
  Intl.DateTimeFormat.supportedLocalesOf = Dates.supportedLocalesOf;
  Intl.NumberFormat = function (langue, options = {}) {
    const vrai = new Nombres(langue, { ...autres(langue), ...options });
    return { format: (n) => { const s = vrai.format(n); return (%(nombre)s); } };
  };
  delete Intl[%(sans)r];
})();"""
MOMENTS = ("2026-11-20T11:00:00Z", "2026-11-20T23:30:00Z", "2026-11-22T08:00:00Z", "2027-06-20T08:00:00Z")


def age(nom: str) -> str:
    return _PLACE % ({"texte": "s", "partie": "p", "options": "{}", "nombre": "s", "sans": ""} | AGES[nom])


# Pages ask no formatter for their own language: each moment in Arabic, of which engines write most otherwise, the others once.
@pytest.mark.parametrize(("quand", "langue"), [*((quand, "ar") for quand in MOMENTS), (MOMENTS[0], "fr"), (MOMENTS[1], "en")])
def test_a_fiche_says_the_same_of_its_hours_at_any_age(ouvre, en_ligne, langue, quand):
    adresse, dits = f"{en_ligne}/{langue}/fiches/la-chaloupe/index.html", {}
    for nom in ("", *AGES):
        page = ouvre(adresse, quand=quand, script=nom and age(nom))
        assert page.erreurs == [], nom
        dits[nom] = page.locator("main").inner_text()
    assert len(set(dits.values())) == 1, dits
    assert "NaN" not in dits[""]


@pytest.mark.parametrize(("quand", "langue"), [*((quand, "ar") for quand in MOMENTS[:3]), (MOMENTS[0], "fr")])
def test_the_finder_says_the_same_of_each_place_at_any_age(ouvre, en_ligne, langue, quand):
    dits = {}
    for nom in ("", *AGES):
        page = ouvre(f"{en_ligne}/{langue}/trouver/index.html#besoin=manger&pres=gare", quand=quand, script=nom and age(nom))
        page.wait_for_selector("[data-trouver][data-pret=tout]")
        page.wait_for_selector("[data-annonce]:not(:empty)", state="attached")  # the last thing that the page writes
        dits[nom] = page.locator("[data-trouver]").inner_text()
    assert len(set(dits.values())) == 1 and "NaN" not in dits[""]


@pytest.mark.parametrize("chemin", ["selection", "depliants", "trouver", "fiches/la-chaloupe"])
def test_dates_and_numbers_are_written_as_the_build_writes_them(ouvre, en_ligne, chemin):
    page = ouvre(f"{en_ligne}/ar/{chemin}/index.html", script=age("icu 74"))
    assert not re.search("[\u0660-\u0669\u06f0-\u06f9]|NaN", page.locator("body").inner_text())


@pytest.mark.parametrize(("langue", "dit"), [("fr", "20\u00a0novembre\u00a02026"), ("en", "20\u00a0November\u00a02026"),
                                             ("ar", "20\u00a0نوفمبر\u00a02026")])
@pytest.mark.parametrize("page", ["selection", "depliants"])
def test_a_sheet_bears_the_day_as_the_build_would_write_it(ouvre, en_ligne, page, langue, dit):
    for nom in AGES:
        assert dit in ouvre(f"{en_ligne}/{langue}/{page}/index.html", script=age(nom)).locator("[data-jour='']").text_content()
