"""« Aujourd'hui » is the day of the territory, whatever the clock of the machine says."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.base.refus import Refus

SOIR = str(int(datetime(2026, 11, 20, 23, 30, tzinfo=UTC).timestamp()))


@pytest.mark.parametrize(("fuseau", "attendu"), [
    ("fuseau: Europe/Paris", date(2026, 11, 21)),
    ("fuseau: America/Cayenne", date(2026, 11, 20)),
    ('fuseau: "Indian/Reunion"  # La Réunion', date(2026, 11, 21)),
    ("fuseau: Pacific/Noumea", date(2026, 11, 21)),
    ("fuseau: America/Martinique", date(2026, 11, 20)),
    ("pays: RE", date(2026, 11, 21)),
    ("pays: GF", date(2026, 11, 20)),
    ("pays: FR\nfuseau: America/Cayenne", date(2026, 11, 20)),
    ("nom: sans fuseau", date(2026, 11, 21)),
    ("fuseau: Europe/Atlantide", date(2026, 11, 21)),
    ("fuseau: ../../etc/passwd", date(2026, 11, 21)),
    ("fuseau: [", date(2026, 11, 21)),
])
def test_today_is_the_day_of_the_zone_that_the_territory_names(tmp_path, monkeypatch, fuseau, attendu):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", SOIR)
    monkeypatch.setenv("TZ", "Pacific/Honolulu")
    (tmp_path / "annuaire.yml").write_text(f"nom: Essai\n{fuseau}\nlangues: [fr]\n")
    assert aujourdhui(tmp_path) == attendu


def test_a_territory_without_annuaire_yml_has_the_usual_zone(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", SOIR)
    assert aujourdhui(tmp_path) == date(2026, 11, 21)


@pytest.mark.parametrize("epoch", ["253402300799", "-62135596800", "1e9", "abc", str(10**20)])
def test_a_moment_that_no_calendar_has_is_told_in_a_sentence(tmp_path, monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    for fuseau in ("Pacific/Honolulu", "Pacific/Kiritimati"):
        (tmp_path / "annuaire.yml").write_text(f"nom: Essai\nfuseau: {fuseau}\n")
        try:
            assert 1 <= aujourdhui(tmp_path).year <= 9999
        except Refus as refus:
            assert "SOURCE_DATE_EPOCH" in str(refus)
