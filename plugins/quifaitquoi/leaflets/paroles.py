"""The words of a leaflet as plain text: the site's own sentences, without their markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from babel.dates import format_date

from quifaitquoi.langues import Langue, Traduit
from quifaitquoi.model import telephone
from quifaitquoi.model.directory import Directory
from quifaitquoi.model.vocabulaire import Terme_
from quifaitquoi.render.redaction import Parole
from quifaitquoi.render.texte import INSECABLE, francais, majuscule

# A text for the template: plain, or ["s", text] for what stands in the language of the fiches, ["p", text] for a name
# in it, which nobody translates, ["g", text] for what must be seen, ["l", text] for an address, which runs from left to right.
Segment = str | list[str]

# The dot stays at the end of its line.
SEPARE = f"{INSECABLE}· "

_POINT_MEDIAN = re.compile(r"(?<=\w)[·•‧](?=\w)")
# Isolates of Unicode: in an Arabic line « 9:00 – 12:00 » would otherwise read « 12:00 – 9:00 ».
_GAUCHE, _FIN = "\u2066", "\u2069"
_CHIFFRES = re.compile("[+(]?\\d(?:[\\d .,:/–+()h\u00a0\u202f-]*[\\dh])?[a-z]?")
# Keys whose values are names of ours, or are set from left to right by the template itself.
_PAS_DES_TEXTES = frozenset(("slug", "p", "picto", "genre", "n", "numero", "adresse", "source", "textes"))


class Paroles:
    """One language of one territory."""

    def __init__(self, directory: Directory, langue: Langue) -> None:
        self.directory, self.langue = directory, langue
        self.parole = Parole(directory, langue)
        # Easy French is French: nothing stands out in it.
        self.etranger = self.parole.etranger and langue.locale.language != self.parole.source
        self._rtl = langue.sens == "rtl"
        self._francais = langue.locale.language == "fr"

    def _(self, message: str, **valeurs: object) -> str:
        """A sentence of the program."""
        dit = self.langue.texte(message)
        dit = francais(dit) if self._francais else dit
        return dit.format(**valeurs) if valeurs else dit

    @property
    def virgule(self) -> str:
        return self.langue.texte(", ")

    def n_(self, un: str, plusieurs: str, n: int) -> str:
        dit = self.langue.catalogue.ngettext(un, plusieurs, n)
        return (francais(dit) if self._francais else dit).format(n=n)

    def ecrit(self, texte: str, longueur: int | None = None) -> Segment:
        """What a contributor wrote, on one line, marked where nobody has put it into the reader's language yet."""
        dit = coupe(texte, longueur) if longueur else " ".join(texte.split(" ")).replace("\n", " ")
        dit = _POINT_MEDIAN.sub("-", dit)
        if isinstance(texte, Traduit):
            dit = francais(dit) if self._francais else dit
            return f"{dit} ({self.parole.ancien.unescape()})" if texte.ancien else dit
        return ["s", francais(dit)] if self.etranger else francais(dit)

    def nom(self, texte: str) -> Segment:
        """A name or an address: no reader needs it translated."""
        dit = self.ecrit(texte)
        return ["p", dit[1]] if isinstance(dit, list) else dit

    def noms(self, textes: Iterable[str], separateur: str) -> list[Segment]:
        return joint([[self.nom(texte)] for texte in textes], separateur)

    def terme(self, terme: Terme_) -> Segment:
        """The name of a controlled term."""
        return self.ecrit(terme.nom)

    def termes(self, termes: Mapping[str, Terme_], cles: Iterable[str]) -> list[Segment]:
        return joint([[self.terme(termes[cle])] for cle in cles if cle in termes], self.virgule)

    def tel(self, numero: str) -> str:
        """A number that no line cuts."""
        return telephone.affiche(numero, self.directory.annuaire.pays).replace(" ", INSECABLE)

    def date(self, jour: date) -> str:
        return self.parole.date(jour)

    def date_courte(self, jour: date) -> str:
        """« 24 déc. 2026 »."""
        return _date_courte(jour, self.langue)

    def nom_de_langue(self, code: str) -> Segment:
        terme = self.directory.vocabulaire.langues.get(code)
        nom = self.langue.locale.languages.get(code.replace("-", "_"))
        return nom or (self.ecrit(terme.nom) if terme else code)

    def isole(self, valeur: object) -> object:
        """Every text inside `valeur` with its digits isolated, where the language is read from the right."""
        if not self._rtl:
            return valeur
        if isinstance(valeur, str):
            return _CHIFFRES.sub(lambda trouve: f"{_GAUCHE}{trouve[0]}{_FIN}", valeur)
        if isinstance(valeur, list):
            if len(valeur) == 2 and valeur[0] in ("s", "p", "l"):
                return [valeur[0], f"{_GAUCHE}{valeur[1]}{_FIN}"]
            return [self.isole(v) for v in valeur]
        if isinstance(valeur, dict):
            return {cle: v if cle in _PAS_DES_TEXTES else self.isole(v) for cle, v in valeur.items()}
        return valeur


def joint(parts: Iterable[list[Segment]], separateur: str) -> list[Segment]:
    """Texts in a row with something between them."""
    tout: list[Segment] = []
    for part in parts:
        if part:
            tout += [separateur, *part] if tout else part
    return tout


def coupe(texte: str, longueur: int) -> str:
    """The first sentences that fit, or the first words and an ellipsis."""
    texte = " ".join(texte.split())
    if len(texte) <= longueur:
        return texte
    phrases = [m.end() for m in re.finditer(r"[.!?](?=\s)", texte[:longueur + 1])]
    if phrases and phrases[-1] > longueur // 3:
        return texte[:phrases[-1]]
    return texte[:longueur].rsplit(" ", 1)[0].rstrip(",;: ") + " …"


def simple(markup: object) -> str:
    """A sentence that the site made as markup, as text."""
    return markup.unescape() if hasattr(markup, "unescape") else str(markup)


@lru_cache(maxsize=5_000)
def _date_courte(jour: date, langue: Langue) -> str:
    # Arabic's shorter form is all figures and slashes, which change places in a line.
    dit = format_date(jour, "long" if langue.sens == "rtl" else "medium", locale=langue.locale)
    return (re.sub(r"^1 ", "1er ", dit) if langue.locale.language == "fr" else dit).replace(" ", INSECABLE)


__all__ = ["SEPARE", "Paroles", "Segment", "coupe", "joint", "majuscule", "simple"]
