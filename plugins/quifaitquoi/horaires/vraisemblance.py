"""Hours that can be read but look like a typing error."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from ..langues import langue
from .modele import JOURNEE, Horaires, Plage, Regle, heure_osm
from .phrase import regle_dite
from .selecteurs import NOMS_JOURS

LONGUE, COURTE, NUIT = 14 * 60, 15, 5 * 60


Nomme = Callable[[Regle], str]


def suspects(horaires: Horaires, en_francais: bool = False) -> list[str]:
    """One French sentence per doubt, each saying what was read, as its writer would, and what might have been meant."""
    nomme = _dite if en_francais else _osm
    phrases: list[str] = []
    for regle in horaires.regles:
        if regle.etat != "ferme":
            phrases += _plages_suspectes(regle, nomme)
    phrases += _fermetures_defaites(horaires.regles, nomme)
    phrases += _saisons_sans_jours(horaires.regles, nomme)
    phrases += _week_ends(horaires.regles, nomme)
    return list(dict.fromkeys(phrases))


def _osm(regle: Regle) -> str:
    return regle.osm


def _dite(regle: Regle) -> str:
    return regle_dite(regle, langue("fr"))


def _plages_suspectes(regle: Regle, nomme: Nomme):
    if not regle.plages and regle.etat == "ouvert" and any(regle.quand):
        yield (
            f"« {nomme(regle)} » : ouvert jour et nuit. S'il manque les heures, écrivez-les, par exemple « 9h-12h », "
            "ou « heures à confirmer »."
        )
    for plage in regle.plages:
        if plage.fin is None:
            continue
        duree, lue = plage.fin - plage.debut, f"« {_lisible(plage)} »"
        if duree > LONGUE and plage.fin > JOURNEE:
            yield f"{lue} dure {duree // 60} heures et passe minuit : les deux heures sont-elles inversées ?"
        elif duree > LONGUE:
            yield f"{lue} dure {duree // 60} heures : est-ce bien la fermeture du soir ?"
        elif plage.debut < NUIT and plage.debut > 0:
            yield f"{lue} commence dans la nuit : vouliez-vous dire « {_heure(plage.debut + JOURNEE // 2)} » ?"
        elif duree < COURTE:
            yield f"{lue} dure {duree} minutes : est-ce bien cela ?"
    for une, suivante in pairwise(sorted(plage for plage in regle.plages if plage.fin is not None)):
        if suivante.debut < une.fin:
            deux = f"« {_lisible(une)} » et « {_lisible(suivante)} »"
            yield f"{deux} se chevauchent : gardez une seule plage, ou corrigez l'une des deux."


def _en_saison(regle: Regle) -> bool:
    return bool(regle.periodes or regle.vacances)


def _fermetures_defaites(regles: tuple[Regle, ...], nomme: Nomme):
    """In OpenStreetMap's words the last rule wins: `PH off; Mo-Fr …` opens on holidays, `Aug off; Mo-Fr …` in August."""
    for n, regle in enumerate(regles):
        suivantes = [r for r in regles[n + 1 :] if r.remplace and not r.feries and not r.est_datee]
        if 0 in regle.feries and suivantes:
            yield f"« {nomme(regle)} » (jours fériés) vient avant d'autres jours, qui la remplacent : mettez-la après eux."
        elif regle.etat == "ferme" and _en_saison(regle) and not all(map(_en_saison, suivantes)):
            yield f"« {nomme(regle)} » vient avant d'autres jours, qui la remplacent : mettez-la après eux, ou on y lit « ouvert »."


def _saisons_sans_jours(regles: tuple[Regle, ...], nomme: Nomme):
    """A season that names no days opens on all of them, even those that the week leaves closed."""
    nommes = {jour.jour for regle in regles if regle.est_simple and regle.etat != "ferme" for jour in regle.jours}
    fermes = [NOMS_JOURS[jour] for jour in range(7) if jour not in nommes]
    for regle in regles:
        saison = "vacances scolaires" if regle.vacances else "du 1er juillet au 31 août" if regle.periodes else ""
        if nommes and fermes and saison and not (regle.jours or regle.feries) and regle.etat != "ferme" and not regle.est_datee:
            yield (
                f"« {nomme(regle)} » ouvre aussi {_suite(fermes)}, que la semaine laisse fermés : ajoutez les jours, "
                f"par exemple « {saison}, mardi au samedi »."
            )


def _week_ends(regles: tuple[Regle, ...], nomme: Nomme):
    """« premier samedi et dimanche du mois » is not one week-end when the month begins on a Sunday."""
    for regle in regles:
        rangs = [{jour.rang for jour in regle.jours if jour.jour == j and jour.rang} for j in (5, 6)]
        if rangs[0] & rangs[1] and regle.etat != "ferme":
            yield (
                f"« {nomme(regle)} » : le samedi et le dimanche de même rang ne sont pas toujours du même week-end (quand le mois "
                "commence un dimanche). Si c'est un week-end entier, écrivez ses dates."
            )


def _suite(noms: list[str]) -> str:
    return " et ".join(filter(None, (", ".join(noms[:-1]), noms[-1])))


def _lisible(plage: Plage) -> str:
    return f"{_heure(plage.debut)}-{_heure(plage.fin)}"


def _heure(minutes: int) -> str:
    heures, reste = heure_osm(minutes % JOURNEE if minutes != JOURNEE else minutes).split(":")
    return f"{int(heures)}h{reste if reste != '00' else ''}"
