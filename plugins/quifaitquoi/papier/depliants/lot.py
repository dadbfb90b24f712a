"""All the leaflets that annuaire.yml asks for, on every core; one that fails stops no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from quifaitquoi.annuaire.enrich import Territoire, en_langue
from quifaitquoi.base.fichier import ecrire
from quifaitquoi.base.parallele import un_par_un
from quifaitquoi.base.refus import Refus
from quifaitquoi.papier.depliants import ma_feuille, semaine, sortie
from quifaitquoi.papier.depliants.demande import NeTientPas
from quifaitquoi.papier.depliants.fabrique import Depliant, composer
from quifaitquoi.papier.depliants.reprise import Reprise
from quifaitquoi.pdf import CaractereManquant, Composition, PoliceManquante
from quifaitquoi.savoir.depliants import DOSSIER, MA_FEUILLE, SEMAINE, SORTIE, Demande, Ecarts, Raison, a_imprimer

# What is no leaflet of a neighbourhood: each with how it is made, and what becomes of what has no place on it.
_FEUILLES = {SEMAINE: semaine.feuille, SORTIE: sortie.feuille, MA_FEUILLE: ma_feuille.feuille}
_SANS_PLACE = {SEMAINE: "sans place sur la feuille, qui dit où les lire", SORTIE: "en liste seulement, ou sur le site",
               MA_FEUILLE: "sans place sur la feuille, qui dit où les lire"}
_RAISONS: tuple[tuple[type[Refus], Raison], ...] = (
    (NeTientPas, "place"), (PoliceManquante, "police"), (CaractereManquant, "signe"),
)

NOMS_DITS = 12  # in a line of the terminal


@dataclass(frozen=True)
class Resultat:
    """What became of one demand: a leaflet whose `chemins` are below the site's root, or the French sentence of its failure.

    `raison` tells where it is not what was asked for.
    """

    demande: Demande
    chemins: tuple[str, ...] = ()
    pages: int = 0
    aussi: tuple[str, ...] = ()
    erreur: str | None = None
    raison: Raison | None = None
    illisible: str | None = None  # the French sentence that tells why a place is not there in full


def depliants_du_territoire(territoire: Territoire, vers: Path, dire: Callable[[str], None] = lambda _phrase: None,
                            voulues: tuple[Demande, ...] | None = None, fichier: bool = False,
                            reprise: Reprise | None = None) -> list[Resultat]:
    """Write them all into `vers`/depliants/, or the only one as `vers` where that is a `fichier`. `dire` gets a line for each.

    A leaflet that cannot be made has its sentence in `erreur` and leaves no file; the others are made all the same.
    Those that `reprise` knows to be there as they would be made are not made again.
    """
    liste = a_imprimer(territoire) if voulues is None else voulues
    connus = reprise.connus(liste, Resultat) if reprise else {}
    a_faire = [demande for demande in liste if demande not in connus]
    traduits = {code: en_langue(territoire, code) for code in {demande.langue for demande in a_faire}}
    faits = (map if Composition.a_des_fils else un_par_un)(
        lambda demande: _un(traduits[demande.langue], demande, vers, fichier), a_faire)
    resultats = []
    for demande in liste:
        resultats.append(connus.get(demande) or next(iter(faits)))
        dire(f"Dépliants : {len(resultats)}/{len(liste)} {phrase(resultats[-1])}")
    if reprise:
        reprise.retient({resultat.demande: resultat for resultat in resultats})
    return resultats


def phrase(resultat: Resultat) -> str:
    """What to tell whoever waits for it."""
    if resultat.erreur:
        return f"{resultat.demande.nom} : échec. {resultat.erreur}"
    if resultat.raison == "abrege":
        dit = f"{resultat.demande.nom} : ne tient pas en entier. Seulement dans sa liste : {_noms(resultat.aussi)}"
        return f"{dit}. {resultat.illisible}" if resultat.illisible else dit
    if resultat.illisible:
        return f"{resultat.demande.nom} : une adresse n'y est pas en entier. {resultat.illisible}"
    dit = f"{resultat.chemins[0]}, {resultat.pages} page{'s' if resultat.pages > 1 else ''}"
    ou = _SANS_PLACE.get(resultat.demande.format, "seulement dans la liste « aussi dans le quartier »")
    return f"{dit} ; {ou} : {_noms(resultat.aussi)}" if resultat.aussi else dit


def _noms(noms: tuple[str, ...]) -> str:
    """The first of them, and how many more: a country's sheet leaves out thousands, which no one reads on a terminal."""
    reste = len(noms) - NOMS_DITS
    return ", ".join(noms) if reste <= 1 else f"{', '.join(noms[:NOMS_DITS])} et {reste} autres"


def ecarts(resultats: list[Resultat]) -> Ecarts:
    """What the pages must say of them."""
    return {resultat.demande: resultat.raison for resultat in resultats if resultat.raison}


def a_revoir(resultats: list[Resultat]) -> list[str]:
    """A sentence for each that is not what was asked for."""
    return [phrase(resultat) for resultat in resultats if resultat.raison]


def bilan(resultats: list[Resultat]) -> str | None:
    """The closing sentences that name those that are not what was asked for; None where all are."""
    abreges = [resultat.demande.nom for resultat in resultats if resultat.raison == "abrege"]
    illisibles = [resultat.demande.nom for resultat in resultats if resultat.illisible]
    echecs = [resultat.demande.nom for resultat in resultats if resultat.erreur]
    dits = []
    if abreges:
        noms = ", ".join(abreges)
        dits.append((f"{len(abreges)} dépliants ne tiennent pas en entier et finissent par une liste : {noms}." if len(abreges) > 1
                     else f"Un dépliant ne tient pas en entier et finit par une liste : {noms}.")
                    + " Demandez plus de pages ou un autre format dans annuaire.yml, ou acceptez-le : « selection: auto ».")
    if illisibles:
        noms = ", ".join(illisibles)
        ou = f"{len(illisibles)} dépliants" if len(illisibles) > 1 else "un dépliant"
        dits.append(f"Dans {ou}, une adresse n'est pas en entier, pour un signe qui ne s'imprime pas : {noms}. Écrivez-le "
                    "autrement dans sa fiche.")
    if echecs:
        noms = ", ".join(echecs)
        dits.append(f"{len(echecs)} dépliants sur {len(resultats)} n'ont pas pu être faits : {noms}." if len(echecs) > 1
                    else f"Un dépliant n'a pas pu être fait : {noms}.")
    return " ".join(dits) or None


def _un(territoire: Territoire, demande: Demande, vers: Path, fichier: bool) -> Resultat:
    try:
        depliant, raison = _compose(territoire, demande)
    except Refus as error:
        raison = next((raison for genre, raison in _RAISONS if isinstance(error, genre)), "autre")
        return Resultat(demande, erreur=str(error), raison=raison)
    # The second file of a booklet goes beside the first: x.pdf, x-a-plier.pdf.
    if fichier:
        places = [vers.with_name(Path(nom.replace(demande.nom, vers.stem, 1)).stem + vers.suffix) for nom in depliant.fichiers]
    else:
        places = [vers / DOSSIER / nom for nom in depliant.fichiers]
    for place, pdf in zip(places, depliant.fichiers.values(), strict=True):
        ecrire(place, pdf)
    return Resultat(demande, tuple(str(p) if fichier else p.relative_to(vers).as_posix() for p in places), depliant.pages,
                    depliant.aussi, raison=raison, illisible=depliant.illisible)


def _compose(territoire: Territoire, demande: Demande) -> tuple[Depliant, Raison | None]:
    """As asked for; with a list at its end where a day that passed, or one more place, has made it too long."""
    try:
        depliant = _FEUILLES.get(demande.format, composer)(territoire, demande)
        return depliant, "illisible" if depliant.illisible else None
    except NeTientPas:
        if demande.selection or demande.format in _FEUILLES:
            raise
    return composer(territoire, replace(demande, selection=True)), "abrege"
