"""What people type around what they look for, in each language that somebody wrote a list for."""

from __future__ import annotations

from pathlib import Path

import pytest

from quifaitquoi.langues import langue, mots_tapes

CODES = sorted(f.stem for f in Path(mots_tapes.__file__).parent.glob("*.txt"))
# « sans papiers » says a lot, in any language.
SANS = {"fr": "sans", "en": "without", "ar": "بدون", "de": "ohne", "es": "sin", "fa": "بدون", "ps": "بې", "pt": "sem",
        "ro": "fără", "ru": "без", "sq": "pa", "so": "la'aan", "ti": "ብዘይ", "tr": "olmadan", "uk": "без", "ka":
        "გარეშე"}


@pytest.mark.parametrize("code", CODES)
def test_without_is_a_word_that_counts(code):
    assert SANS[code] not in mots_tapes.mots_vides(langue(code)).split()


@pytest.mark.parametrize("code", CODES)
def test_what_weighs_in_a_danger_is_a_word_that_is_let_go_elsewhere(code):
    """A group of which every word finds something by itself would weigh nothing."""
    vides = set(mots_tapes.mots_vides(langue(code)).split())
    groupes = mots_tapes.pesants(langue(code))
    assert groupes and [g for g in groupes if not vides & set(g.split())] == []


def test_french_is_typed_in_any_language_and_stands_for_those_without_a_list():
    assert "cherche" in mots_tapes.mots_vides(langue("ti")).split() and "ኣበይ" in mots_tapes.mots_vides(langue("ti")).split()
    assert mots_tapes.mots_vides(langue("zh")) == mots_tapes.mots_vides(langue("fr"))
    # Dari is written in the Persian of its neighbours.
    assert mots_tapes.mots_vides(langue("prs")) == mots_tapes.mots_vides(langue("fa"))
