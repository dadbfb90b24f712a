"""Languages of the site: catalogues of the program's own words, number and date forms, direction."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from quifaitquoi.langues.catalogue import Catalogue, charger
from quifaitquoi.langues.traduit import Traduit
from quifaitquoi.langues.typographie import francais, nombres_entiers

__all__ = ["Langue", "Traduit", "est_connue", "langue", "pourquoi_pas"]

# Whose dates, numbers and names a language takes. In Europe a day comes before its month, in English too.
# Dari is the Persian of Afghanistan to CLDR, which has its words under that name.
LOCALES = {"en": "en-GB", "prs": "fa-AF"}
# What a language calls itself where CLDR does not know it.
NOMS = {"fr-x-falc": "Français facile", "prs": "دری"}


@dataclass(frozen=True)
class Langue:
    """One language of the site. `code` is its BCP 47 tag and the first folder of its addresses.

    French is the source: its catalogue is empty and every message comes back as written. A message
    that a catalogue lacks comes back in French too.
    """

    code: str

    @cached_property
    def locale(self) -> Locale:
        """The CLDR data behind dates, numbers and names (babel). A private variant has those of its language."""
        connue = self.code.partition("-x-")[0]
        return Locale.parse(LOCALES.get(connue, connue), sep="-")

    @cached_property
    def catalogue(self) -> Catalogue:
        return charger(self.code)

    @property
    def sens(self) -> str:
        """Writing direction: "ltr" or "rtl"."""
        return self.locale.text_direction

    @property
    def latine(self) -> bool:
        """Whether who reads it reads the letters that French is written in."""
        return get_global("likely_subtags").get(self.locale.language, "").split("_")[1:2] == ["Latn"]

    @property
    def francaise(self) -> bool:
        """Whether its texts follow the French way of spacing and of writing hours."""
        return self.locale.language == "fr"

    @cached_property
    def nom(self) -> str:
        """The language's name in itself, as a switcher shows it."""
        nom = NOMS.get(self.code) or self.locale.languages.get(self.locale.language) or self.code
        return nom[:1].title() + nom[1:]

    def titre(self, *noms: str) -> str:
        """The title of a window, from the page to the site. A private variant says that it is one: windows, bookmarks and results
        of a search show nothing else of it."""
        return " · ".join((*noms, self.nom) if "-x-" in self.code else noms)

    def texte(self, message: str, **valeurs: object) -> str:
        """`message` in this language, `{placeholders}` filled in."""
        traduit = self.catalogue.gettext(message)
        return traduit.format(**valeurs) if valeurs else traduit

    def dire(self, message: str, **valeurs: object) -> str:
        """As `texte`, set as the language is printed."""
        dit = self.typographie(self.catalogue.gettext(message))
        return dit.format(**valeurs) if valeurs else dit

    def compter(self, un: str, plusieurs: str, n: int, **valeurs: object) -> str:
        """As `nombre`, set as the language is printed."""
        return self.typographie(self.catalogue.ngettext(un, plusieurs, n)).format(n=n, **valeurs)

    def typographie(self, dit: str) -> str:
        """What is in this language, as it is printed: French has spaces of its own."""
        return francais(dit) if self.francaise else nombres_entiers(dit)

    def nombre(self, un: str, plusieurs: str, n: int, **valeurs: object) -> str:
        """The form of the message that suits `n`; `{n}` is filled in."""
        return self.catalogue.ngettext(un, plusieurs, n).format(n=n, **valeurs)


@lru_cache
def langue(code: str) -> Langue:
    """The language with this BCP 47 code; raises babel.UnknownLocaleError for one CLDR does not know."""
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*", code):
        raise UnknownLocaleError(code)
    language = Langue(code)
    language.locale  # noqa: B018 - an unknown code must fail here, not in the middle of a page
    return language


def est_connue(code: str) -> bool:
    """Whether a page can be in the language of this code: CLDR knows how it says dates."""
    try:
        mois = langue(code).locale.months["format"]["wide"][1]
    except (UnknownLocaleError, ValueError):
        return False
    # What CLDR gives where it has no name.
    return mois != "M01"


def pourquoi_pas(code: str) -> str:
    """Why no page can be in that language, to follow the code in a sentence."""
    nom = Locale("fr").languages.get(code)
    if nom is None:
        return "n'est pas un code de langue connu"
    return (f"est une langue ({nom}), mais le nom de ses mois n'est pas connu (CLDR) : aucune page ne peut être écrite dans cette "
            "langue. Elle peut rester dans vocabulaire/langues.yml et dans « parlees »")
