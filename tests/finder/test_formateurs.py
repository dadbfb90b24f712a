"""Formatters of other ages: what a page says of hours and dates is the same, whatever the engine writes for one date.

The stand-ins write as engines did that visitors still have: ICU 72 (Chrome 110, WebKit on Debian 12) writes the dates of « en-CA »
with slashes and Arabic with its own digits, and older ones call midnight 24.
"""

from __future__ import annotations

import re

import pytest

AUTRES = r"""(() => {
  if (location.protocol === "about:") return;
  const Vrai = Intl.DateTimeFormat, Nombres = Intl.NumberFormat;
  Intl.DateTimeFormat = function (langue, options = {}) {
    const arabe = String(langue).startsWith("ar") ? { numberingSystem: "arab", calendar: "islamic-umalqura" } : {};
    const vrai = new Vrai(langue, { ...arabe, ...options });
    return {
      format: (quand) => vrai.format(quand).replace(/(\d+)-(\d+)-(\d+)/, "$2/$3/$1"),
      formatToParts: (quand) => vrai.formatToParts(quand).map(
        (p) => p.type === "hour" && Number(p.value) === 0 ? { type: "hour", value: "24" } : p),
      resolvedOptions: () => vrai.resolvedOptions(),
    };
  };
  Intl.DateTimeFormat.supportedLocalesOf = Vrai.supportedLocalesOf;
  Intl.NumberFormat = function (langue, options = {}) {
    return new Nombres(langue, String(langue).startsWith("ar") ? { numberingSystem: "arab", ...options } : options);
  };
})();"""
MOMENTS = ("2026-11-20T11:00:00Z", "2026-11-20T23:30:00Z", "2026-11-22T08:00:00Z", "2027-06-20T08:00:00Z")


@pytest.mark.parametrize("langue", ["fr", "ar"])
@pytest.mark.parametrize("quand", MOMENTS)
def test_a_fiche_says_the_same_of_its_hours(ouvre, en_ligne, langue, quand):
    adresse = f"{en_ligne}/{langue}/fiches/la-chaloupe/index.html"
    dits = []
    for script in ("", AUTRES):
        page = ouvre(adresse, quand=quand, script=script)
        assert page.erreurs == []
        dits.append(page.locator("main").inner_text())
    assert dits[0] == dits[1]
    assert "NaN" not in dits[1]


@pytest.mark.parametrize("langue", ["fr", "ar"])
@pytest.mark.parametrize("quand", MOMENTS[:3])
def test_the_finder_says_the_same_of_each_place(ouvre, en_ligne, langue, quand):
    dits = []
    for script in ("", AUTRES):
        page = ouvre(f"{en_ligne}/{langue}/trouver/index.html#besoin=manger&pres=gare", quand=quand, script=script)
        page.wait_for_selector("[data-trouver][data-pret=tout]")
        dits.append(page.locator("[data-liste]").inner_text())
    assert dits[0] == dits[1] and "NaN" not in dits[1]


@pytest.mark.parametrize("chemin", ["selection", "depliants", "trouver", "fiches/la-chaloupe"])
def test_dates_and_numbers_are_written_as_the_build_writes_them(ouvre, en_ligne, chemin):
    page = ouvre(f"{en_ligne}/ar/{chemin}/index.html", script=AUTRES)
    assert not re.search("[\u0660-\u0669\u06f0-\u06f9]|NaN", page.locator("body").inner_text())
