"""Texts as they are printed: French spacing, acronyms spelt out, dates in words. All of it escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from markupsafe import Markup, escape

from quifaitquoi.model.types import DatePartielle

INSECABLE, FINE = "\u00a0", "\u202f"

# A middle dot inside a word breaks it for screen readers and for search: « seul·e » is read « seul-e ».
_POINT_MEDIAN = re.compile(r"(?<=\w)[·•‧](?=\w)")


@lru_cache(maxsize=50_000)
def francais(texte: str) -> str:
    """French spacing: no line ever starts with « : » or ends with an opening guillemet."""
    texte = re.sub(r"[ \u00a0]([;!?»])", FINE + r"\1", texte)
    texte = re.sub(r" (:)(?=\s|$)", INSECABLE + r"\1", texte)
    texte = re.sub(r"«[ \u00a0]", "«" + FINE, texte)
    texte = re.sub(r"(?<=\d) (?=(?:h|euros?|€|minutes?|min|mois|ans?|jours?|m|km)\b)", INSECABLE, texte)
    return texte.replace("'", "’")


@lru_cache(maxsize=20_000)
def date_longue(jour: date, locale: Locale) -> str:
    texte = format_date(jour, format="long", locale=locale)
    return (re.sub(r"^1 ", "1er ", texte) if locale.language == "fr" else texte).replace(" ", INSECABLE)


@lru_cache(maxsize=20_000)
def date_sue(jour: DatePartielle, locale: Locale) -> str:
    """A date as precisely as it is known: « 2013 », « octobre 2013 » or the day."""
    if jour.jour:
        return date_longue(jour.debut, locale)
    if jour.mois:
        return format_date(jour.debut, format="MMMM y", locale=locale).replace(" ", INSECABLE)
    return format_date(jour.debut, format="y", locale=locale)


def majuscule(texte: str) -> str:
    """With a capital first, the rest as it is."""
    return texte[:1].upper() + texte[1:]


def paragraphes(texte: str) -> list[str]:
    return [" ".join(bloc.split()) for bloc in re.split(r"\n\s*\n", texte) if bloc.strip()]


class Sigles:
    """Finds the territory's acronyms in a text: « CSAPA » but not « csapa » inside a word."""

    def __init__(self, sigles: Mapping[str, object]):
        self.noms = {str(escape(cle)): terme.nom for cle, terme in sigles.items()}
        self.ancres = {str(escape(cle)): ancre(cle) for cle in sigles}
        cles = sorted(map(re.escape, self.noms), key=len, reverse=True)
        # The first letters once more, in front: most places of a text are given up at the first character.
        debuts = re.escape("".join(sorted({cle[:1] for cle in self.noms})))
        self._motif = re.compile(rf"(?=[{debuts}])(?<![\w&#;])(?:{'|'.join(cles)})(?![\w;])") if cles else None

    def developper(self, texte: str, vus: set[str], glossaire: str | None) -> Markup:
        """`texte` escaped; each acronym that `vus` does not hold yet says what it means. Without `glossaire`, no link."""
        sur = _POINT_MEDIAN.sub("-", str(escape(texte)))
        if self._motif is None:
            return Markup(sur)

        def remplacer(trouve: re.Match) -> str:
            cle = trouve[0]
            if cle in vus:
                return cle
            vus.add(cle)
            mot = f'<abbr title="{escape(self.noms[cle])}">{cle}</abbr>'
            return mot if glossaire is None else f'<a class="sigle" href="{escape(glossaire)}#{self.ancres[cle]}">{mot}</a>'

        return Markup(self._motif.sub(remplacer, sur))


def ancre(cle: str) -> str:
    """An `id` for a word: letters, digits and dashes."""
    return "mot-" + (re.sub(r"[^a-z0-9]+", "-", cle.casefold()).strip("-") or "x")
