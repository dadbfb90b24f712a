"""All the leaflets that annuaire.yml asks for, one after the other; one that fails stops no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from quifaitquoi.enrich import Territoire, en_langue
from quifaitquoi.leaflets.demande import Demande, DepliantImpossible
from quifaitquoi.leaflets.fabrique import Depliant, composer
from quifaitquoi.leaflets.fond import fond
from quifaitquoi.pdf import CompositionImpossible, PoliceManquante

DOSSIER = "depliants"


@dataclass(frozen=True)
class Resultat:
    """What became of one demand: a leaflet whose `chemins` are below the site's root, or the French sentence of its failure."""

    demande: Demande
    chemins: tuple[str, ...] = ()
    pages: int = 0
    aussi: tuple[str, ...] = ()
    erreur: str | None = None


def demandes(territoire: Territoire) -> tuple[Demande, ...]:
    """Every leaflet that annuaire.yml lists, once, in its order. Neighbourhoods without a fiche in service get none unless named."""
    annuaire, voulues = territoire.directory.annuaire, []
    for bloc in annuaire.depliants or ():
        quartiers = bloc.quartiers or [slug for slug in territoire.directory.quartiers
                                       if any(vue.en_service for vue in territoire.par_quartier.get(slug, ()))]
        voulues += [Demande(quartier, forme, langue, bloc.besoins or (), bloc.pages, bloc.selection == "auto", bloc.papier)
                    for quartier in quartiers for forme in bloc.formats for langue in bloc.langues or annuaire.langues]
    return tuple({demande.nom: demande for demande in reversed(voulues)}.values())[::-1]


def depliants_du_territoire(territoire: Territoire, vers: Path, dire: Callable[[str], None] = lambda _phrase: None,
                            voulues: tuple[Demande, ...] | None = None) -> list[Resultat]:
    """Write them all into `vers`/depliants/. `dire` gets a French line for each, as it is done.

    A leaflet that cannot be made has its sentence in `erreur` and leaves no file; the others are made all the same.
    """
    dossier = vers / DOSSIER
    liste = demandes(territoire) if voulues is None else voulues
    resultats, traduits = [], {}
    for rang, demande in enumerate(liste, 1):
        if demande.langue not in traduits:
            traduits[demande.langue] = en_langue(territoire, demande.langue)
        resultat = _un(traduits[demande.langue], demande, dossier)
        resultats.append(resultat)
        dire(f"Dépliants : {rang}/{len(liste)} {phrase(resultat)}")
    return resultats


def phrase(resultat: Resultat) -> str:
    """What to tell whoever waits for it."""
    if resultat.erreur:
        return f"{resultat.demande.nom} : échec. {resultat.erreur}"
    dit = f"{resultat.chemins[0]}, {resultat.pages} page{'s' if resultat.pages > 1 else ''}"
    return f"{dit} ; seulement dans la liste « aussi dans le quartier » : {', '.join(resultat.aussi)}" if resultat.aussi else dit


def _un(territoire: Territoire, demande: Demande, dossier: Path) -> Resultat:
    try:
        depliant = composer(territoire, demande, fond(demande.quartier))
    except (DepliantImpossible, PoliceManquante, CompositionImpossible) as error:
        return Resultat(demande, erreur=str(error))
    return Resultat(demande, tuple(f"{DOSSIER}/{nom}" for nom in ecrire(depliant, dossier)), depliant.pages, depliant.aussi)


def ecrire(depliant: Depliant, dossier: Path) -> list[str]:
    """Its files, in `dossier`; the names."""
    dossier.mkdir(parents=True, exist_ok=True)
    for nom, pdf in depliant.fichiers.items():
        (dossier / nom).write_bytes(pdf)
    return list(depliant.fichiers)
