"""Small codes that make columns of numbers short: what repeats is written once, what grows is written as steps."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from quifaitquoi.annuaire.model.annuaire import Emprise

# Ninety signs that JSON and JavaScript write as they are. A space stands for « nowhere ». The same list is in lecture.js.
CHIFFRES = " !#$%'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"
DIX_METRES = 1e-4  # degrees: all that a walk needs


class Table:
    """Distinct values in order of appearance; calling it gives a value's rank, `[rank]` the value."""

    def __init__(self, *premiers: Hashable):
        self._valeurs: list[Hashable] = list(premiers)
        self._rangs: dict[Hashable, int] = {valeur: n for n, valeur in enumerate(premiers)}

    def __call__(self, valeur: Hashable) -> int:
        rang = self._rangs.setdefault(valeur, len(self._valeurs))
        if rang == len(self._valeurs):
            self._valeurs.append(valeur)
        return rang

    def __getitem__(self, rang: int) -> Hashable:
        return self._valeurs[rang]

    def __iter__(self):
        return iter(self._valeurs)


class Ensembles:
    """Sets of terms: `table` holds the terms, which others may share; iterating gives each distinct set as ranks in it."""

    def __init__(self, table: Table):
        self.table, self._ensembles = table, Table()

    def __call__(self, termes: Iterable[str]) -> int:
        return self._ensembles(tuple(self.table(terme) for terme in termes))

    def __iter__(self):
        return (list(ensemble) for ensemble in self._ensembles)


def pas(rangs: Iterable[int]) -> list[int]:
    """Growing numbers as the steps between them."""
    resultat, avant = [], 0
    for rang in rangs:
        resultat.append(rang - avant)
        avant = rang
    return resultat


def plat(listes: Iterable[list[int]]) -> list[int]:
    """Lists one after the other, each with its length in front."""
    return [n for liste in listes for n in (len(liste), *liste)]


def signes(valeurs: Iterable[int]) -> str:
    """Numbers from -2 on, each as many signs wide as the largest needs; in front, how many. First the first sign of each, then the
    second: likes side by side compress better. Half the size of JSON's digits."""
    codes = [valeur + 2 for valeur in valeurs]
    base, largeur = len(CHIFFRES), 1
    while base ** largeur <= max(codes, default=0):
        largeur += 1
    rangs = range(largeur - 1, -1, -1)
    return str(largeur) + "".join(CHIFFRES[code // base ** rang % base] for rang in rangs for code in codes)


def repris(noms: Iterable[str]) -> list[str]:
    """Each name as a sign that says how many letters it takes from the one before, then its own: what is sorted repeats itself."""
    resultat, avant = [], ""
    for nom in noms:
        pris = 0
        # A letter outside the first plane is two in a browser.
        while pris < min(len(nom), len(avant), len(CHIFFRES) - 1) and nom[pris] == avant[pris] < "\U00010000":
            pris += 1
        resultat.append(CHIFFRES[pris] + nom[pris:])
        avant = nom
    return resultat


def paires(positions: Iterable[tuple[float, float] | None], emprise: Emprise) -> str:
    """Each position as two numbers, steps of ten metres east and north of the south-western corner; in front, how many signs
    each number takes: two in a town, however large the country. A space is a position that nobody knows or may know."""
    base, largeur = len(CHIFFRES), 2
    coins = ((1, emprise.ouest), (0, emprise.sud))
    pas = [p and [max(0, round((p[axe] - coin) / DIX_METRES)) for axe, coin in coins] for p in positions]
    # The first sign of a number is never the space.
    while base ** (largeur - 1) * (base - 1) <= max((n for p in pas if p for n in p), default=0):
        largeur += 1

    def signes(nombre: int) -> str:
        rangs = [nombre // base ** rang % base for rang in range(largeur - 1, -1, -1)]
        return CHIFFRES[rangs[0] + 1] + "".join(CHIFFRES[rang] for rang in rangs[1:])

    return str(largeur) + "".join("".join(map(signes, p)) if p else " " for p in pas)
