"""Languages of the site: catalogues of the program's own words, number and date forms, direction."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from gettext import NullTranslations
from pathlib import Path

from babel import Locale
from babel.support import Translations

CATALOGUES = Path(__file__).parent / "catalogues"

# Where a code of ours is unknown to CLDR, the locale whose dates and numbers it uses.
LOCALES = {"fr-x-falc": "fr"}


@dataclass(frozen=True)
class Langue:
    """One language of the site. `code` is its BCP 47 tag and the first folder of its addresses.

    French is the source: its catalogue is empty and every message comes back as written. A message
    that a catalogue lacks comes back in French too.
    """

    code: str

    @cached_property
    def locale(self) -> Locale:
        """The CLDR data behind dates, numbers and names (babel)."""
        return Locale.parse(LOCALES.get(self.code, self.code), sep="-")

    @cached_property
    def catalogue(self) -> NullTranslations:
        return Translations.load(str(CATALOGUES), [self.code.replace("-", "_")], domain="quifaitquoi")

    @property
    def sens(self) -> str:
        """Writing direction: "ltr" or "rtl"."""
        return self.locale.text_direction

    @cached_property
    def nom(self) -> str:
        """The language's name in itself, as a switcher shows it."""
        nom = self.locale.get_display_name(self.locale) or self.code
        return nom[:1].upper() + nom[1:]

    def texte(self, message: str, **valeurs: object) -> str:
        """`message` in this language, `{placeholders}` filled in."""
        traduit = self.catalogue.gettext(message)
        return traduit.format(**valeurs) if valeurs else traduit

    def nombre(self, un: str, plusieurs: str, n: int, **valeurs: object) -> str:
        """The form of the message that suits `n`; `{n}` is filled in."""
        return self.catalogue.ngettext(un, plusieurs, n).format(n=n, **valeurs)


@lru_cache
def langue(code: str) -> Langue:
    """The language with this BCP 47 code; raises babel.UnknownLocaleError for one CLDR does not know."""
    language = Langue(code)
    language.locale  # noqa: B018 - an unknown code must fail here, not in the middle of a page
    return language
