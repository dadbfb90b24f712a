"""How long a leaflet holds: until the first change that is known, and never longer than its entries go unchecked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.fraicheur import rythme
from quifaitquoi.base.jours import dans, lendemain


@dataclass(frozen=True)
class Validite:
    """`jusqu_au`: the last day on which nothing known has changed. `limite`: how far announcements are printed."""

    jusqu_au: date
    limite: date


def validite(territoire: Territoire, vues: Iterable[FicheVue]) -> Validite:
    """What holds for a leaflet with these entries, printed today. Entries that are not in service count with their dates."""
    vues, jour = tuple(vues), territoire.aujourdhui
    mois = min([rythme(territoire.directory, vue.fiche) for vue in vues] + [territoire.directory.annuaire.revue])
    limite = dans(mois, jour)
    suivants = [change for vue in vues for change in _changements(vue) if change > jour]
    return Validite(min([change - timedelta(1) for change in suivants] + [limite]), limite)


def _changements(vue: FicheVue) -> Iterator[date]:
    """The first day of each thing that is known to come."""
    fiche = vue.fiche
    for fermeture in fiche.fermetures or ():
        yield fermeture.du
        if fermeture.au:
            yield lendemain(fermeture.au)
    for porteur in (fiche, *fiche.services):
        if porteur.etat:
            if porteur.etat.depuis:
                yield porteur.etat.depuis.debut
            if porteur.etat.jusqu_au:
                yield lendemain(porteur.etat.jusqu_au.debut) if porteur.etat.jusqu_au.jour else porteur.etat.jusqu_au.debut
        if porteur.complet:
            yield porteur.complet.depuis
            if porteur.complet.jusqu_au:
                yield lendemain(porteur.complet.jusqu_au)
    for ici in (*(fiche.tournee or ()), *filter(None, (fiche.adresse_provisoire,))):
        if ici.du:
            yield ici.du
        if ici.au:
            yield lendemain(ici.au)
    if vue.confiance.a_revoir_le:
        yield lendemain(vue.confiance.a_revoir_le)
