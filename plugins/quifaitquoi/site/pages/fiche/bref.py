"""The head of a fiche, before its story: when, where, what decides whether one gets in, and the price."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from quifaitquoi.langues.marques import N_
from quifaitquoi.paroles.acces import acces
from quifaitquoi.paroles.accueil import cout, publics
from quifaitquoi.paroles.dates import prochaines_dates
from quifaitquoi.paroles.segments import DECISIF, Fait
from quifaitquoi.site.faits import d_un_trait

if TYPE_CHECKING:
    from quifaitquoi.site.pages.fiche.vue import VueDePage

# Of services or stops that each have hours of their own, the first ones; the page says them all below.
AU_PLUS = 3


class EnBref(NamedTuple):
    """One line: its pictogram and what it says."""

    picto: str
    dit: Markup


def en_bref(c: VueDePage) -> list[EnBref]:
    """The lines of the head; none for what is not in service, whose state says all that counts."""
    return [ligne for ligne in _lignes(c) if ligne.dit] if c.vue.en_service else []


def _lignes(c: VueDePage) -> Iterator[EnBref]:
    seul = c.vue.services[0] if len(c.vue.services) == 1 else c.fiche
    parole = c.parole.en_texte
    for heures in _quand(c):
        yield EnBref("clock-outline", heures)
    yield EnBref("map-marker", _ou(c))
    yield EnBref("door-open", _decident(c, (*acces(parole, seul.acces), *publics(parole, seul.publics))))
    yield EnBref("cash", _decident(c, cout(parole, seul.cout)))


def _decident(c: VueDePage, faits: Iterable[Fait]) -> Markup:
    return d_un_trait(c.p, (fait for fait in faits if fait.poids == DECISIF))


def _quand(c: VueDePage) -> Iterator[Markup]:
    # What is closed today would read open by its week.
    yield from (c.fermeture(x) for x in c.fermetures if x.du <= c.vue.jour)
    # Of a service that stands alone, its dates are those of the fiche.
    annoncees = c.vue.services[0].prochaines_dates if len(c.vue.services) == 1 else c.fiche.prochaines_dates
    dates = [d_un_trait(c.p, (une,)) for une in prochaines_dates(c.parole.en_texte, annoncees, c.vue.jour)]
    yield from dates[:1]
    if c.fiche.horaires:
        yield c.phrase(c.fiche.horaires)
        if c.services_a_horaires:
            yield c.parole._("Certains services ont leurs propres heures, plus bas.")
        return
    propres = [(c.nom(s), c.phrase(c.horaires_de(s))) for s in c.services_a_horaires]
    propres += [(c.p.t(a.lieu, False), c.phrase(a.horaires)) for a in c.arrets if a.horaires]
    for quoi, heures in propres[:AU_PLUS]:
        yield Markup("<b>{}</b> {}").format(c.parole._("{quoi} :", quoi=quoi), heures)
    if reste := propres[AU_PLUS:]:
        yield c.parole.n_("et {n} autre horaire, plus bas", "et {n} autres horaires, plus bas", len(reste))
    if not propres and not dates and c.fiche.genre == "lieu":
        yield c.parole._("Horaires inconnus")


def _ou(c: VueDePage) -> Markup:
    if c.retenue:
        return c.parole.entre_balises(N_("Adresse non publiée"))
    if c.vue.clos:
        return Markup("")  # said above, in place of « a place to go »
    if c.fiche.genre == "equipe-mobile":
        return c.secteur
    if c.fiche.genre != "lieu":
        return Markup("")
    if c.adresse and c.adresse.voie:
        return c.ligne_d_adresse
    return c.p.t(c.adresse.y_aller) if c.adresse and c.adresse.y_aller else c.parole._("Adresse inconnue")
