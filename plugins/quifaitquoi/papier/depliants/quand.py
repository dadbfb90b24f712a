"""Hours on one line: « lun–ven 9 h–12 h, 14 h–17 h 30 · sam 10 h–12 h ». A day that is not named is closed, or unknown."""

from __future__ import annotations

from functools import lru_cache

from babel.dates import get_day_names

from quifaitquoi.horaires import Horaires, Rangee, Semaine, semaine
from quifaitquoi.horaires.selecteurs import suites
from quifaitquoi.langues import Langue
from quifaitquoi.langues.typographie import INSECABLE

JOINT = "\u2060"


@lru_cache(maxsize=8192)
def compacte(horaires: Horaires, langue: Langue) -> tuple[str, ...]:
    """Each part of the hours: the week, each season, each exception. What nobody said of holidays is left to the legend."""
    vue = semaine(horaires, langue)
    morceaux = list(_jours(vue.jours, langue))
    for saison in vue.saisons:
        dits = langue.texte(", ").join(_jours(saison.jours, langue))
        morceaux.append(langue.texte("{quand} : {heures}", quand=saison.titre, heures=dits))
    morceaux += [langue.texte("{quand} : {heures}", quand=ligne.quand, heures=_serre(ligne.quoi, langue))
                 for ligne in _dites(vue, horaires)]
    return tuple(morceaux)


def _dites(vue: Semaine, horaires: Horaires):
    return vue.autres[:-1] if horaires.feries_a_verifier else vue.autres


def _jours(rangees: tuple[Rangee, ...], langue: Langue):
    """Days that say the same, together; « fermé » only where nothing opens."""
    par_heures: dict[tuple, list[int]] = {}
    for rang, rangee in enumerate(rangees):
        if rangee.etat != "ferme":
            par_heures.setdefault(rangee.plages, []).append(rang)
    if rangees and not par_heures:
        yield rangees[0].plages[0]
    for plages, rangs in par_heures.items():
        heures = langue.texte(", ").join(_serre(plage, langue) for plage in plages)
        if len(rangs) == 7:
            yield langue.texte("{quand} {heures}", quand=langue.texte("tous les jours"), heures=heures)
        else:
            yield langue.texte("{quand} {heures}", quand=_rangs(rangs, langue), heures=heures)


def _rangs(rangs: list[int], langue: Langue) -> str:
    """« lun–ven », « mar, jeu »."""
    dits = []
    for premier, dernier in suites(rangs):
        if dernier - premier > 1:
            dits.append(langue.texte("{premier}–{dernier}", premier=_nom(premier, langue), dernier=_nom(dernier, langue)))
        else:
            dits += [_nom(rang, langue) for rang in range(premier, dernier + 1)]
    return langue.texte(", ").join(dits)


def _nom(rang: int, langue: Langue) -> str:
    return get_day_names("abbreviated", locale=langue.locale)[rang].rstrip(".")


def _serre(plage: str, langue: Langue) -> str:
    # A range is never cut at the end of a line.
    plage = plage.replace(" – ", f"–{JOINT}")
    return plage.replace(" h ", f"{INSECABLE}h{INSECABLE}") if langue.locale.language == "fr" else plage
