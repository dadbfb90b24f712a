"""Two versions of a fiche → what a reader is told of the change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from operator import itemgetter

from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.edition.decoupe.ecriture import Valeur
from quifaitquoi.edition.mise_en_forme.formes import dans_la_forme

# What concerns those who keep the directory, not those who read it.
COULISSES = frozenset({"responsables", "accepte", "anciens_slugs", "identifiants", "a_confirmer", "sources", "verification"})
# Told otherwise than by its name, or not at all. A key that is no field was typed by somebody, and may say anything.
DITS = frozenset(Fiche.model_fields) - COULISSES - {"etat", "confidentialite"}
# Of these blocks the field that changed is named, of others the block.
DETAILLES = frozenset({"adresse", "acces", "contact"})


@dataclass(frozen=True)
class Changement:
    """Something that happened to a fiche. `revision` names the landing, so that a feed knows it again.

    `champs` are the paths of what changed, `statut` its new state where that changed ("" for in service again),
    `verifiee_par` the role that asked the place, `verifiee_le` (ISO) when, and `comment` how.
    """

    slug: str
    quand: datetime
    revision: str
    ajoutee: bool = False
    champs: tuple[str, ...] = ()
    statut: str | None = None
    verifiee_par: str | None = None
    verifiee_le: str | None = None
    comment: str | None = None


def par_jour(changements: Iterable[Changement], zone: tzinfo) -> list[tuple[date, Changement]]:
    """Each day of that zone with what happened to each fiche, once: somebody who lands a fiche in three steps changed it once.

    `changements` are the newest first, as `Histoire` has them; so are the days.
    """
    reunis: dict[tuple[date, str], Changement] = {}
    for x in changements:
        cle = x.quand.astimezone(zone).date(), x.slug
        reunis[cle] = _avec(reunis[cle], x) if cle in reunis else x
    return sorted(((jour, x) for (jour, _), x in reunis.items()), key=itemgetter(0), reverse=True)


def _avec(recent: Changement, ancien: Changement) -> Changement:
    verifiee = recent if recent.verifiee_le else ancien
    return replace(
        recent, ajoutee=recent.ajoutee or ancien.ajoutee, champs=tuple(sorted({*recent.champs, *ancien.champs})),
        statut=ancien.statut if recent.statut is None else recent.statut, verifiee_par=verifiee.verifiee_par,
        verifiee_le=verifiee.verifiee_le, comment=verifiee.comment)


def comparer(slug: str, quand: datetime, revision: str, avant: bytes | None, apres: bytes, pays: str) -> Changement | None:
    """What `apres` changes, None where a reader would see nothing of it. `avant` is None for a new fiche."""
    neuf = _lu(apres, pays)
    verification = _bloc(neuf, "verification")
    if avant is None:
        return Changement(slug, quand, revision, ajoutee=True, verifiee_par=verification.get("par"),
                          verifiee_le=verification.get("le"), comment=verification.get("comment"))
    vieux = _lu(avant, pays)
    champs = tuple(sorted(_champs(vieux, neuf)))
    statuts = [_bloc(arbre, "etat").get("statut", "") for arbre in (vieux, neuf)]
    verifiee = verification if verification != _bloc(vieux, "verification") else {}
    statut = statuts[1] if statuts[0] != statuts[1] else None
    if not champs and statut is None and not verifiee:
        return None
    return Changement(
        slug, quand, revision, False, champs, statut, verifiee.get("par"), verifiee.get("le"), verifiee.get("comment")
    )


def _lu(octets: bytes, pays: str) -> dict[str, Valeur]:
    """What a version said, in the usual form of its values; nothing where it could not be read."""
    try:
        valeur = lire_yaml(octets.decode("utf-8", "replace")).valeur
    except Illisible:
        return {}
    return dans_la_forme(valeur, pays) if isinstance(valeur, dict) else {}


def _bloc(arbre: dict[str, Valeur], nom: str) -> dict[str, str]:
    bloc = arbre.get(nom)
    return {cle: v for cle, v in bloc.items() if isinstance(v, str)} if isinstance(bloc, dict) else {}


def _champs(avant: dict[str, Valeur], apres: dict[str, Valeur]) -> set[str]:
    """The paths of what differs. Where an address is withheld, or was, nothing is said of its parts."""
    discret = "confidentialite" in avant or "confidentialite" in apres
    differents = {nom for nom in avant.keys() | apres.keys() if avant.get(nom) != apres.get(nom)}
    champs = set()
    for nom in differents & DITS:
        deux = avant.get(nom), apres.get(nom)
        if nom in DETAILLES and all(isinstance(v, dict) for v in deux) and not (discret and nom == "adresse"):
            champs |= {f"{nom}.{cle}" for cle in deux[0].keys() | deux[1].keys() if deux[0].get(cle) != deux[1].get(cle)}
        else:
            champs.add(nom)
    return champs
