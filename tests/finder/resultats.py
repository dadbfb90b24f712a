"""What a reader sees on the finder's page."""

from __future__ import annotations

import re


def noms(page) -> list[str]:
    """The names of the results, in order."""
    return [nom.replace("\u2019", "'") for nom in page.locator("[data-liste] h3").all_inner_texts()]


def compte(page) -> int:
    """How many results the page says there are: it counts in the same breath as it takes a choice."""
    return int(page.locator("[data-compte]").inner_text().replace("\u202f", "").split()[0])


def bouton(page, nom: str):
    return page.locator("[data-trouver] button.puce", has_text=nom).first


def nombres(dit: str) -> tuple[int, int]:
    """« 1 · 3 à confirmer », whatever stands beside the numbers → those sure, those to be confirmed."""
    sures, _, autres = dit.replace("\u202f", "").replace("\u00a0", " ").partition(" · ")
    assert not autres or autres.split("(")[0].strip().rstrip(")").endswith("à confirmer"), dit
    return int(re.findall(r"\d+", sures)[0]), int(autres.split()[0]) if autres else 0


def promis(bouton) -> tuple[int, int]:
    return nombres(bouton.locator("small").inner_text())


def dits(page) -> tuple[int, int]:
    """What the heading of the list says there are."""
    return nombres(page.locator("[data-compte]").inner_text())


def les_deux(page) -> tuple[list[str], list[str]]:
    """The cards of which the filters are sure, and those below them."""
    for suite in ("button[data-suite]", "[data-liste] .suite-liste button"):
        while page.locator(suite).is_visible():
            page.locator(suite).click()
    listes: tuple[list[str], list[str]] = ([], [])
    autres = False
    for li in page.locator("[data-liste] > li").all():
        autres = autres or "autres" in (li.get_attribute("class") or "")
        if "vignette" in (li.get_attribute("class") or ""):
            listes[autres].append(li.inner_text())
    return listes
