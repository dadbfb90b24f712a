"""What a reader sees on the finder's page."""

from __future__ import annotations


def noms(page) -> list[str]:
    """The names of the results, in order."""
    return [nom.replace("\u2019", "'") for nom in page.locator("[data-liste] h3").all_inner_texts()]


def compte(page) -> int:
    """How many results the page says there are: it counts in the same breath as it takes a choice."""
    return int(page.locator("[data-compte]").inner_text().replace("\u202f", "").split()[0])


def bouton(page, nom: str):
    return page.locator("[data-trouver] button.puce", has_text=nom).first
