"""Dates that contradict each other, that are still to come, or that have passed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, date
from typing import get_args

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.fraicheur import confiance, rythme
from quifaitquoi.annuaire.model.accueil import Age
from quifaitquoi.annuaire.model.confiance import Complet, Etat, Fermeture, Source, Verification
from quifaitquoi.annuaire.model.dates import DateAnnoncee
from quifaitquoi.annuaire.model.fiche import AVEC_HORAIRES, Fiche
from quifaitquoi.annuaire.model.genres import GENRES
from quifaitquoi.annuaire.model.lieu import Arret
from quifaitquoi.annuaire.model.sortes import modeles
from quifaitquoi.annuaire.model.types import DatePartielle
from quifaitquoi.horaires import HorairesIllisibles, Regle, lire, passees, plus_rien


def _types(annotation: object) -> Iterator[object]:
    yield annotation
    for dedans in get_args(annotation):
        yield from _types(dedans)


INTERVALLES = dict.fromkeys(
    (modele, *modele.periode)
    for genre in GENRES.values()
    for modele in modeles(genre.modele)
    if modele.periode
)


# A year before this one was typed with a figure too few; one that is further than a generation, with another in its place.
PREMIERE_ANNEE, GENERATION = 1900, 20
DATES = {
    modele: champs
    for genre in GENRES.values()
    for modele in modeles(genre.modele)
    if (champs := tuple(nom for nom, info in modele.model_fields.items() if {date, DatePartielle} & {*_types(info.annotation)}))
}


def _debut(quand: date | DatePartielle) -> date:
    return quand.debut if isinstance(quand, DatePartielle) else quand


@regle("date-lointaine", "erreur", *DATES)
def date_lointaine(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une date est d'une année où quelqu'un peut la connaître : de 1900 à vingt ans après aujourd'hui."""
    derniere = contexte.aujourdhui.year + GENERATION
    for genre, champs in DATES.items():
        # Of these, `date-future` says already that no day to come is possible.
        au_plus = MAXYEAR if genre in (Verification, Source) else derniere
        for chemin, bloc in lu.blocs(genre):
            for nom in champs:
                quand = getattr(bloc, nom)
                if quand is None or PREMIERE_ANNEE <= _debut(quand).year <= au_plus:
                    continue
                sans_fin = " ; si personne ne connaît la fin, retirez cette ligne" if nom in ("au", "jusqu_au") else ""
                yield Signal((*chemin, nom), f"« {quand} » : l'année {_debut(quand).year:04} n'est pas possible ici (de "
                                             f"{PREMIERE_ANNEE} à {derniere}) : corrigez l'année, en quatre chiffres{sans_fin}")


@regle("dates-inversees", "erreur", *(modele for modele, *_ in INTERVALLES))
def dates_inversees(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une période finit après avoir commencé."""
    for genre, premier, dernier in INTERVALLES:
        for chemin, bloc in lu.blocs(genre):
            debut, fin = getattr(bloc, premier), getattr(bloc, dernier)
            if debut and fin and _debut(fin) < _debut(debut) and not str(debut).startswith(str(fin)):
                yield Signal((*chemin, dernier), f"la fin ({fin}) est avant le début ({debut}) : "
                                                 "vérifiez les deux dates, année comprise")


@regle("ages-inverses", "erreur", Fiche)
def ages_inverses(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """L'âge maximum n'est pas plus petit que l'âge minimum."""
    for chemin, age in lu.blocs(Age):
        if age.min is not None and age.max is not None and age.max < age.min:
            yield Signal((*chemin, "max"), f"l'âge maximum ({age.max}) est plus petit que l'âge minimum ({age.min})")


@regle("date-future", "erreur", Verification, Source)
def date_future(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une vérification ou une source n'est pas datée de demain."""
    verification = getattr(lu.element, "verification", None)
    if verification and verification.le > contexte.aujourdhui:
        yield Signal(("verification", "le"), f"{verification.le} n'est pas encore passé (aujourd'hui : "
                                             f"{contexte.aujourdhui}) : une vérification a eu lieu")
    for chemin, source in lu.blocs(Source):
        if source.date and source.date.debut > contexte.aujourdhui:
            yield Signal((*chemin, "date"), f"{source.date} n'est pas encore passé (aujourd'hui : {contexte.aujourdhui}) : "
                                            "une page ne peut pas être datée de demain")


@regle("fermeture-passee", "avertissement", Fiche)
def fermeture_passee(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une fermeture annoncée est passée : elle peut être retirée."""
    for chemin, fermeture in lu.blocs(Fermeture):
        if fermeture.au and fermeture.du <= fermeture.au < contexte.aujourdhui:
            yield Signal(chemin, f"cette fermeture est passée depuis le {fermeture.au} : retirez-la, ou mettez la prochaine")


@regle("date-passee", "avertissement", Fiche)
def date_passee(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une prochaine date est passée : plus aucune page ne la montre."""
    for chemin, une in lu.blocs(DateAnnoncee):
        fin = une.au or une.le
        if une.le <= fin < contexte.aujourdhui:
            yield Signal(chemin, f"cette date est passée depuis le {fin}, et plus rien ne la montre : retirez-la, ou mettez la "
                                 "prochaine")


@regle("complet-passe", "avertissement", Fiche)
def complet_passe(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """« Complet » a une fin qui est passée."""
    for chemin, complet in lu.blocs(Complet):
        if complet.jusqu_au and complet.jusqu_au < contexte.aujourdhui:
            yield Signal((*chemin, "jusqu_au"), f"« complet » finissait le {complet.jusqu_au} : retirez-le, ou donnez une "
                                                "nouvelle date")


@regle("etat-passe", "avertissement", Etat)
def etat_passe(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Un état annoncé jusqu'à une date, ou une ouverture prévue, dont le jour est passé."""
    for chemin, etat in lu.blocs(Etat):
        fin = etat.change()
        # An end before its start is an error of its own.
        inverse = etat.depuis and etat.jusqu_au and etat.jusqu_au.fin < etat.depuis.debut
        if fin is None or fin > contexte.aujourdhui or inverse:
            continue
        if etat.statut == "saisonnier":
            yield Signal((*chemin, "depuis"), f"la reprise était annoncée pour {etat.depuis} : si c'est ouvert, retirez « etat » ; "
                                              "sinon, donnez la date de la prochaine fois, ou retirez « depuis »")
        elif etat.statut == "prevu":
            yield Signal((*chemin, "depuis"), f"l'ouverture était prévue pour {etat.depuis} : si c'est "
                                              "ouvert, retirez « etat » ; sinon, donnez la nouvelle date")
        else:
            yield Signal((*chemin, "jusqu_au"), f"la fin de « {etat.statut} » ({etat.jusqu_au}) est passée : si c'est "
                                                "fini, retirez « etat » ; sinon, donnez la nouvelle date")


@regle("horaires-passes", "avertissement", Fiche)
def horaires_passes(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Des horaires datés, ou tous les horaires, n'ont plus aucun jour à venir."""
    for genre in AVEC_HORAIRES:
        for chemin, bloc in lu.blocs(genre):
            if bloc.horaires is None or not (regles := passees(bloc.horaires, contexte.aujourdhui)):
                continue
            ici = (*chemin, "horaires")
            if plus_rien(bloc.horaires, contexte.aujourdhui):
                yield Signal(ici, "ces horaires n'ont plus aucun jour à venir : mettez ceux qui viennent, ou "
                                  "« heures à confirmer »")
                continue
            for cle in _lignes_de(lu.document.valeur_a(ici), regles):
                yield Signal((*ici, *cle), "cette ligne est passée : retirez-la, ou donnez les dates qui viennent")


def _lignes_de(ecrit: object, regles: tuple[Regle, ...]) -> Iterator[tuple[str, ...]]:
    """The keys of the lines that these rules come from; the value as a whole where it is one text."""
    if not isinstance(ecrit, dict):
        yield ()
        return
    periodes = {regle.saison for regle in regles}
    for cle in ecrit:
        try:
            quand = lire({cle: "9h-12h"})
        except HorairesIllisibles:
            continue
        if any(regle.saison in periodes for regle in quand.regles):
            yield (cle,)


@regle("tournee-passee", "avertissement", Fiche)
def tournee_passee(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Un arrêt de tournée est terminé : il peut être retiré."""
    for chemin, arret in lu.blocs(Arret):
        if arret.au and arret.au < contexte.aujourdhui:
            yield Signal((*chemin, "au"), f"cet arrêt finissait le {arret.au} : retirez-le, ou donnez ses nouvelles dates")


@regle("adresse-provisoire-passee", "avertissement", Fiche)
def adresse_provisoire_passee(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Un déménagement provisoire est fini : on revient à l'adresse habituelle."""
    x = lu.element.adresse_provisoire
    if x and not x.tient(contexte.aujourdhui):
        yield Signal(("adresse_provisoire", "au"), f"on y allait jusqu'au {x.au}, et la page redonne l'adresse habituelle : "
                                                   "retirez ces lignes, ou donnez la nouvelle date")


@regle("revue-depassee", "avertissement", Fiche)
def revue_depassee(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """La dernière vérification est plus ancienne que le rythme de revue."""
    fiche = lu.element
    # A date still to come is an error of its own, and may be the last that a calendar holds.
    if fiche.verification is None or fiche.verification.le > contexte.aujourdhui:
        return
    jugee = confiance(contexte.directory, fiche, contexte.aujourdhui)
    if jugee.statut == "perimee":
        mois = rythme(contexte.directory, fiche)
        yield Signal(("verification", "le"), f"vérifiée le {fiche.verification.le}, à revoir tous les {mois} mois, donc "
                                             f"avant le {jugee.a_revoir_le} : appelez, puis mettez la nouvelle date")
