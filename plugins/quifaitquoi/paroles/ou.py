"""Where it is, in words: the address on one line, how well its position is known, the sector of a team."""

from __future__ import annotations

from quifaitquoi.annuaire.enrich import FicheVue
from quifaitquoi.annuaire.model.lieu import Adresse
from quifaitquoi.langues.marques import N_
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.segments import NOM, Segment, Segments, a_la_suite, ecrit, nom
from quifaitquoi.paroles.valeurs import PRECISION


def adresse(x: Adresse | None) -> str:
    """« 3 rue des Exemples, entrée par la cour, 67100 Strasbourg »; "" where nothing of it is known."""
    if x is None:
        return ""
    ville = " ".join(filter(None, (x.code_postal, x.commune)))
    return ", ".join(filter(None, (x.voie, x.complement, ville)))


def demenagement(parole: Parole, vue: FicheVue) -> Segments:
    """Until when one goes elsewhere and where it is otherwise, or where it will be; () without a move."""
    x = vue.demenagement
    if x is None:
        return ()
    dates = {"du": parole.date(x.du), "au": parole.date(x.au) if x.au else ""}
    if vue.adresse is not x:
        modele = N_("Du {du} au {au} : {adresse}") if x.au else N_("À partir du {du}, jusqu'à nouvel ordre : {adresse}")
        return parole.phrase(modele, **dates, adresse=nom(adresse(x)))
    if habituelle := adresse(vue.fiche.adresse):
        modele = (N_("Provisoirement ici, jusqu'au {au} ; ensuite : {adresse}") if x.au else
                  N_("Provisoirement ici, jusqu'à nouvel ordre ; d'habitude : {adresse}"))
        return parole.phrase(modele, **dates, adresse=nom(habituelle))
    return provisoire(parole, vue)


def provisoire(parole: Parole, vue: FicheVue) -> Segments:
    """Until when the address of the day holds, where one is elsewhere for a while; () where it is the usual one."""
    x = vue.demenagement
    if x is None or vue.adresse is not x:
        return ()
    modele = N_("Provisoirement ici, jusqu'au {au}") if x.au else N_("Provisoirement ici, jusqu'à nouvel ordre")
    return parole.phrase(modele, au=parole.date(x.au) if x.au else "")


def a_peu_pres(vue: FicheVue) -> str:
    """A message: what its position is that of, where that is less than its door; "" elsewhere."""
    return PRECISION[vue.precision].dit if vue.environ else ""


def secteur(parole: Parole, vue: FicheVue) -> Segments:
    """The zones that a team covers, then what is said of them."""
    x = vue.fiche.secteur
    if x is None:
        return ()
    noms = [q.nom for q in vue.quartiers if q.slug in (x.quartiers or ())]
    return a_la_suite((parole.enumeration(Segment(NOM, nom) for nom in noms), ecrit(x.precision) if x.precision else ()))
