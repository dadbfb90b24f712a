"""Rights: where one asks for them, how old what is said of them is, and no amount that nobody can date."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.fraicheur import droit_a_relire_le
from quifaitquoi.annuaire.model.droit import Droit, Guichet
from quifaitquoi.annuaire.model.types import Sorte
from quifaitquoi.base.proches import lequel
from quifaitquoi.base.texte import visible

MONTANT = re.compile(r"\d[\d\s\u00a0\u202f.,]*(?:€|euros?\b)|€\s*\d", re.IGNORECASE)
ANNEE = re.compile(r"\b(?:19|20)\d\d\b")


@regle("service-inconnu", "erreur", Droit, ailleurs=True)
def service_inconnu(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Le service qui ouvre un droit est l'un de ceux de la fiche citée."""
    besoins = contexte.directory.vocabulaire.besoins if "besoins" in contexte.listes else {}
    for chemin, guichet in lu.blocs(Guichet):
        fiche = contexte.directory.fiches.get(guichet.fiche)
        if not guichet.quoi or fiche is None or guichet.quoi not in besoins:
            continue  # what is unknown is told by other rules
        siens = {service.quoi: besoins[service.quoi].nom for service in fiche.services if service.quoi in besoins}
        if guichet.quoi not in siens:
            yield Signal((*chemin, "quoi"), f"« {visible(fiche.slug)} » n'a pas de service « {visible(guichet.quoi)} »."
                                            f"{lequel(siens) or ' Retirez cette ligne : on demandera à l’accueil.'}")


@regle("droit-sans-suite", "avertissement", Droit, absence=True)
def droit_sans_suite(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Un droit dit où le demander : une démarche, des cas, une page officielle ou un lieu d'ici."""
    droit: Droit = lu.element
    if not (droit.demarche or droit.cas or droit.page or droit.ouvert_par):
        yield Signal((), "ni démarche, ni page officielle, ni lieu : personne ne saura où le demander. Exemple : « page: "
                         "https://ville.example.org/carte-solidaire »", place=(1, 1))


@regle("droit-sans-source", "avertissement", Droit, absence=True)
def droit_sans_source(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Un droit dit d'où vient ce qu'on en sait : une page officielle ou une source."""
    if not lu.element.page and not lu.element.sources:
        yield Signal((), "ni page officielle, ni source : d'où viennent ces informations ? Exemple : sources, puis à la ligne "
                         "« - adresse: https://example.org »", place=(1, 1))


@regle("droit-sans-place", "avertissement", Droit, absence=True)
def droit_sans_place(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Un droit est montré sur des pages de besoin ou de moment de la vie."""
    if not lu.element.besoins and not lu.element.temps_de_vie:
        yield Signal((), "ni besoin, ni moment de la vie : seule la liste des droits le montrera. Exemple : « besoins: "
                         "[aide-aux-demarches] »", place=(1, 1))


@regle("montant-sans-date", "avertissement", Droit)
def montant_sans_date(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Un montant change : le texte qui en donne un dit de quelle année il est."""
    if "€" not in lu.texte and lu.mots.isdisjoint(("euro", "euros")):
        return
    for chemin, texte, sorte in lu.textes:
        if sorte is Sorte.DITE and (trouve := MONTANT.search(texte)) and not ANNEE.search(texte):
            yield Signal(chemin, f"« {visible(trouve[0].strip())} » changera : retirez ce montant, ou dites son année. Exemple : "
                                 "20 euros en 2026")


@regle("lecture-future", "erreur", Droit)
def lecture_future(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Une page officielle n'a pas été relue demain."""
    jour = lu.element.lu_le
    if jour and jour > contexte.aujourdhui:
        yield Signal(("lu_le",), f"{jour} n'est pas encore passé (aujourd'hui : {contexte.aujourdhui}) : mettez le jour où la page "
                                 "a été lue")


@regle("droit-a-relire", "avertissement", Droit)
def droit_a_relire(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """La page officielle a été relue il y a plus longtemps que le rythme de revue."""
    droit, limite = lu.element, droit_a_relire_le(contexte.directory, lu.element)
    if limite and limite < contexte.aujourdhui:
        yield Signal(("lu_le",), f"relu le {droit.lu_le}, à relire tous les {contexte.directory.annuaire.revue} mois, donc avant "
                                 f"le {limite} : relisez la page officielle, corrigez, puis mettez la nouvelle date")


@regle("droit-passe", "avertissement", Droit)
def droit_passe(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Le dernier jour pour demander un droit est passé : les listes ne le montrent plus."""
    fin = lu.element.jusqu_au
    if fin and fin < contexte.aujourdhui:
        yield Signal(("jusqu_au",), f"on ne pouvait le demander que jusqu'au {fin} : retirez ce fichier, ou donnez la nouvelle "
                                    "date")
