"""A text that nobody translated says in the reader's words which language it is in."""

from __future__ import annotations

import pytest


def _presentations(site, langue: str) -> dict[str, str]:
    """What each fiche says of itself, in HTML."""
    pages = {page.parent.name: page.read_text("utf-8") for page in (site / langue / "fiches").glob("*/index.html")}
    return {slug: page[page.index('id="quoi"'):].partition("<h3")[0] for slug, page in pages.items() if 'id="quoi"' in page}


@pytest.mark.parametrize(("langue", "dit"), [("ar", "نص باللغة الفرنسية"), ("en", "Text in French")])
def test_a_presentation_in_another_language_says_so_before_it(site, langue, dit):
    presentations = _presentations(site, langue)
    assert len(presentations) > 60
    for slug, html in presentations.items():
        avant, marque, _ = html.partition('<p lang="fr"')
        assert (dit in avant) == bool(marque) and dit not in html[len(avant):], slug
    assert any(dit in html for html in presentations.values())


@pytest.mark.parametrize("langue", ["fr", "fr-x-falc"])
def test_who_reads_french_is_told_nothing(site, langue):
    assert not [slug for slug, html in _presentations(site, langue).items() if "Texte en" in html]
