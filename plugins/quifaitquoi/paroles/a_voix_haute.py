"""Figures, dates, hours and telephones as one reads them aloud in French: all in letters."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import format_date

from quifaitquoi.horaires import Horaires
from quifaitquoi.langues.typographie import INSECABLE

_UNITES = ("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
           "dix-neuf").split()
_DIZAINES = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}
# Where one counts by tens beyond sixty.
_PAR_DIX = {"BE": {70: "septante", 90: "nonante"}, "CH": {70: "septante", 90: "nonante"}}


def nombre(n: int, pays: str = "FR") -> str:
    """0 to 99 in letters, as they are said in that country: « vingt et un », « soixante-quinze », « quatre-vingts »."""
    if n < 20:
        return _UNITES[n]
    if dit := _PAR_DIX.get(pays, {}).get(n // 10 * 10):
        return f"{dit} et un" if n % 10 == 1 else f"{dit}-{_UNITES[n % 10]}" if n % 10 else dit
    # Seventy and ninety go on counting from sixty and eighty.
    dizaine = n // 20 * 20 if n >= 60 else n // 10 * 10
    reste, dit = n - dizaine, _DIZAINES[dizaine]
    if not reste:
        return "quatre-vingts" if dizaine == 80 else dit
    return f"{dit} et {_UNITES[reste]}" if reste in (1, 11) and dizaine != 80 else f"{dit}-{_UNITES[reste]}"


def jour(quand: date) -> str:
    """« mardi vingt-quatre novembre »."""
    dit = "premier" if quand.day == 1 else nombre(quand.day)
    return f"{format_date(quand, 'EEEE', locale='fr')} {dit} {format_date(quand, 'MMMM', locale='fr')}"


def heures(horaires: Horaires) -> str:
    """« de neuf heures à midi et de quatorze heures à dix-sept heures trente »."""
    dites = [f"à partir de {_heure(p.debut)}" if p.fin is None else f"de {_heure(p.debut)} à {_heure(p.fin)}"
             for p in horaires.regles[0].plages]
    return " et ".join([", ".join(dites[:-1]), dites[-1]] if dites[1:] else dites)


def _heure(minutes: int) -> str:
    h, m = divmod(minutes % (24 * 60), 60)
    if not m and h in (0, 12):
        return "midi" if h else "minuit"
    # Hours are feminine.
    dites = re.sub(r"\bun$", "une", nombre(h)) + (" heure" if h in (0, 1) else " heures")
    return f"{dites} {re.sub(r'un$', 'une', nombre(m))}" if m else dites


def telephone(affiche: str, pays: str = "FR") -> str:
    """A number as it is shown, group by group: « zéro deux, soixante et un »; figure by figure where a group is long."""
    groupes = re.findall(r"\d+", affiche.replace(INSECABLE, " "))
    return ("plus " if affiche.startswith("+") else "") + ", ".join(_groupe(g, pays) for g in groupes)


def _groupe(chiffres: str, pays: str) -> str:
    if len(chiffres) == 4:
        return f"{_groupe(chiffres[:2], pays)}, {_groupe(chiffres[2:], pays)}"
    if len(chiffres) == 2 and chiffres[0] != "0":
        return nombre(int(chiffres), pays)
    return " ".join(nombre(int(c)) for c in chiffres)
