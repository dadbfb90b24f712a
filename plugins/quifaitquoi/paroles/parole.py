"""One language of one territory: its sentences, dates, lists and names, as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache, partial

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

from quifaitquoi.annuaire.model import telephone
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.types import DatePartielle
from quifaitquoi.annuaire.model.vocabulaire import Terme_
from quifaitquoi.langues import Langue, Traduit, dates, langue
from quifaitquoi.langues.typographie import francais, minuscule, nombres_entiers
from quifaitquoi.paroles.segments import CHIFFRES, DIT, ECRIT, LANGUE, TERME, Segment, Segments, a_la_suite

# Stands for an item while a list is joined: no text holds it.
_ITEM = "\ufffc"


@lru_cache
def _liants(locale: Locale) -> frozenset[str]:
    """What a language puts between the items of a list."""
    entre = (format_list([_ITEM] * 3, style, locale=locale).split(_ITEM) for style in ("standard", "or"))
    return frozenset(mot for mots in entre for mot in mots if mot)


class Parole:
    """What the words of a fact need to know of the language that they are said in, and of its territory."""

    def __init__(self, directory: Directory, langue: Langue, court: bool = False):
        self.directory = directory
        self.langue = langue
        # Where room is short, days are written « 24 déc. 2026 ».
        self._jour = partial(dates.date_courte, langue=langue) if court else partial(dates.date_longue, locale=langue.locale)
        self.annuaire = directory.annuaire
        # The language that the fiches are written in; elsewhere their words are marked with it.
        self.source = directory.annuaire.langues[0]
        self.etranger = langue.code != self.source

    @classmethod
    def de_la_source(cls, directory: Directory) -> Parole:
        """The language of the fiches, which is that of those who phone."""
        return cls(directory, langue(directory.annuaire.langues[0]))

    def _(self, message: str, **valeurs: object) -> str:
        """A sentence of the program, in this language."""
        return self.langue.dire(message, **valeurs)

    def n_(self, un: str, plusieurs: str, n: int, **valeurs: object) -> str:
        """The form that suits `n`; `{n}` is filled in."""
        return self.langue.compter(un, plusieurs, n, **valeurs)

    @cached_property
    def _en_francais(self) -> frozenset[str]:
        dits = map(self.langue.dire, self.langue.catalogue.retenus)
        return frozenset(texte for dit in dits for texte, _ in morceaux(dit) if texte.strip(" :."))

    def reste_francais(self, dit: str) -> bool:
        """Whether these words of the program are a message of danger, or a part of one, which this language may not say yet."""
        return dit in self._en_francais

    def phrase(self, message: str, **valeurs: Segments | str) -> Segments:
        """A sentence of the program around what others wrote or what is set in its own way."""
        dits: list[Segment] = []
        for texte, nom in morceaux(self.langue.dire(message)):
            valeur = valeurs[nom] if nom else ""
            suite = (Segment(DIT, valeur),) if isinstance(valeur, str) else valeur
            dits += [s for s in (Segment(DIT, texte), *suite) if s.texte or s.genre != DIT]
        return tuple(dits)

    def tel(self, numero: str) -> Segments:
        """A number to call, never without a word where calling it costs more than a call."""
        chiffres = self._chiffres(numero)
        payant = telephone.prix(numero, self.annuaire.pays) == "payant"
        return self.phrase("{numero} (numéro payant)", numero=chiffres) if payant else chiffres

    def sms(self, numero: str) -> Segments:
        """What one does with a number that takes messages: who cannot speak must not start a call."""
        return self.phrase("Envoyer un SMS au {numero}", numero=self._chiffres(numero))

    def sms_en_bref(self, numero: str) -> Segments:
        """The same beside numbers to call, where there is room for little more than the number."""
        return self.phrase("SMS au {numero}", numero=self._chiffres(numero))

    def _chiffres(self, numero: str) -> Segments:
        return (Segment(CHIFFRES, telephone.affiche(numero, self.annuaire.pays)),)

    def typo(self, ecrit: str) -> str:
        """French spacing for what is in French: the pages of the language, and whatever nobody translated."""
        return francais(ecrit) if self.langue.francaise or not isinstance(ecrit, Traduit) else nombres_entiers(ecrit)

    @cached_property
    def ancien(self) -> str:
        return self._("traduction plus ancienne que le texte français")

    def date(self, jour: date | DatePartielle) -> str:
        return date_sue(jour, self.langue.locale) if isinstance(jour, DatePartielle) else self._jour(jour)

    def liste(self, elements: Iterable[str]) -> str:
        """« a, b et c », as the language joins them."""
        return format_list([str(e) for e in elements], locale=self.langue.locale)

    def enumeration(self, elements: Iterable[Segment], ou: bool = False) -> Segments:
        """The same of segments; « a, b ou c » where any of them will do. Items that hold such words themselves stand in a row."""
        tous = list(elements)
        if self._se_melent(element.texte for element in tous):
            return a_la_suite((element,) for element in tous)
        style = "or" if ou else "standard"
        entre = format_list([_ITEM] * len(tous), style, locale=self.langue.locale).split(_ITEM) if tous else [""]
        joints = [Segment(DIT, entre[0])]
        for element, apres in zip(tous, entre[1:], strict=True):
            joints += [element, Segment(DIT, apres)]
        return tuple(s for s in joints if s.texte)

    def _se_melent(self, textes: Iterable[str]) -> bool:
        """Whether one of several holds a word that would join them: then nobody could tell where each ends."""
        tous = list(textes)
        return len(tous) > 1 and any(mot in texte for texte in tous for mot in _liants(self.langue.locale))

    def l_un_des(self, termes: Mapping[str, Terme_], cles: Sequence[str]) -> Segments:
        """Controlled terms of which one will do."""
        noms = [termes[cle].nom for cle in cles if cle in termes]
        if self._se_melent(noms):
            return self.termes(termes, cles)
        lue = self.langue.locale.language
        return self.enumeration((Segment(TERME, minuscule(nom, lue) if n else nom) for n, nom in enumerate(noms)), ou=True)

    def termes(self, termes: Mapping[str, Terme_], cles: Iterable[str]) -> Segments:
        """Several controlled terms in a row."""
        return a_la_suite((Segment(TERME, termes[cle].nom),) for cle in cles if cle in termes)

    def nom_de_langue(self, code: str) -> Segment:
        """A spoken language by its name here: CLDR's, else that of the territory's vocabulary."""
        nom = self.langue.locale.languages.get(code.replace("-", "_"))
        terme = self.directory.vocabulaire.langues.get(code)
        return Segment(DIT, nom) if nom else Segment(ECRIT, terme.nom) if terme else Segment(DIT, code)

    def langues(self, codes: Iterable[str]) -> Segments:
        """Spoken languages as one list in words."""
        return self.enumeration(Segment(LANGUE, code) for code in codes)


@lru_cache(maxsize=20_000)
def date_sue(jour: DatePartielle, locale: Locale) -> str:
    """A date as precisely as it is known: « 2013 », « octobre 2013 » or the day."""
    if jour.jour:
        return dates.date_longue(jour.debut, locale)
    return dates.mois(jour.debut, locale) if jour.mois else format_date(jour.debut, format="y", locale=locale)


@lru_cache(maxsize=5_000)
def morceaux(message: str) -> tuple[tuple[str, str], ...]:
    """The text before each placeholder with the placeholder's name, "" after the last one."""
    parts = [part.partition("}") for part in message.split("{")]
    noms = [nom for nom, _accolade, _reste in parts[1:]]
    textes = [parts[0][0], *(reste for _nom, _accolade, reste in parts[1:])]
    return tuple(zip(textes, [*noms, ""], strict=True))
