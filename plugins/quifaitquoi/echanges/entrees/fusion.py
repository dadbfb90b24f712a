"""Three sides of a fiche: what the source said last time, what it says now, what the file says. What people changed stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quifaitquoi.annuaire.read.faute import Chemin
from quifaitquoi.echanges.entrees.memoire import empreinte
from quifaitquoi.edition.decoupe.ecriture import Valeur

BLOCS = frozenset({"adresse", "contact", "publics", "acces", "langues", "accessibilite", "secteur", "cout"})
ENTRE = " > "
DOUTES = "a_confirmer"

Cle = tuple[str, ...]  # as a path, but a service is named by its need and its identifier, whatever its place in the list


@dataclass
class Fusion:
    """`poses` is what the file takes, `proposes` what a person is to decide, `valeurs` what to remember of the source."""

    poses: dict[Cle, Valeur] = field(default_factory=dict)
    proposes: dict[Cle, Valeur] = field(default_factory=dict)
    valeurs: dict[str, str] = field(default_factory=dict)


def fusionner(fiche: Mapping, source: Mapping, avant: Mapping[str, str], base: str, verifiee: bool) -> Fusion:
    """What to make of what `source` says now, `avant` being what is remembered of it. Both trees are in the usual form.

    A fiche that somebody verified takes nothing by itself. What the source no longer says stays: it may be withheld.
    """
    leurs = dict(feuilles(source, noms_des_services(source, base)))
    notres = dict(feuilles(fiche, noms_dans(fiche, source, base)))
    faite = Fusion(valeurs=dict(avant))
    for cle, valeur in leurs.items():
        nom, sienne = ENTRE.join(cle), empreinte(valeur)
        faite.valeurs[nom] = sienne
        notre = notres.get(cle)
        if notre == valeur or avant.get(nom) == sienne:
            continue  # both say so, or the source says nothing new: whatever people made of it holds
        intacte = notre is None and nom not in avant or notre is not None and avant.get(nom) == empreinte(notre)
        (faite.poses if intacte and not verifiee else faite.proposes)[cle] = valeur
    return faite


def a_retenir(source: Mapping, base: str) -> dict[str, str]:
    """What to remember of what a source says, for the next time."""
    return {ENTRE.join(cle): empreinte(valeur) for cle, valeur in feuilles(source, noms_des_services(source, base))}


def feuilles(arbre: Mapping, noms: Sequence[str]) -> Iterator[tuple[Cle, Valeur]]:
    """Each fact with its key; `noms` are those of its services."""
    for champ, valeur in arbre.items():
        if champ == "services":
            for nom, service in zip(noms, services_de(arbre), strict=True):
                sien = {n: v for n, v in service.items() if n != "identifiants"}
                yield from (((champ, nom, *cle), v) for cle, v in _de_bloc(sien))
        elif champ == DOUTES and isinstance(valeur, list):
            yield from (((champ, doute["champ"]), doute.get("pourquoi", "")) for doute in valeur
                        if isinstance(doute, dict) and "champ" in doute)
        elif champ not in ("sources", "identifiants", "verification"):
            yield from _de_bloc({champ: valeur})


def services_de(arbre: Mapping) -> list[Mapping]:
    services = arbre.get("services")
    return [s for s in services if isinstance(s, dict)] if isinstance(services, list) else []


def noms_des_services(arbre: Mapping, base: str) -> list[str]:
    """Each by its need and what the source calls it; a second one of the same name has a number."""
    vus: Counter[str] = Counter()
    noms = []
    for service in services_de(arbre):
        siens = service.get("identifiants")
        sien = siens.get(base, "") if isinstance(siens, dict) else ""
        nom = f"{service.get('quoi', '')} {sien[0] if isinstance(sien, list) and sien else sien}".strip()
        vus[nom] += 1
        noms.append(f"{nom} {vus[nom]}" if vus[nom] > 1 else nom)
    return noms


def noms_dans(fiche: Mapping, source: Mapping, base: str) -> list[str]:
    """As `noms_des_services`, for the file: a service that has no identifier of the source is the only one there for that need."""
    leurs = noms_des_services(source, base)
    notres = noms_des_services(fiche, base)
    for rang, nom in enumerate(notres):
        candidats = [leur for leur in leurs if leur.partition(" ")[0] == nom]
        if " " not in nom and nom not in leurs and len(candidats) == 1 and candidats[0] not in notres:
            notres[rang] = candidats[0]
    return notres


def _de_bloc(bloc: Mapping) -> Iterator[tuple[Cle, Valeur]]:
    for nom, valeur in bloc.items():
        if nom == "cout" and isinstance(valeur, str):
            yield ("cout", "tarif"), valeur
        elif nom in BLOCS and isinstance(valeur, dict):
            yield from (((nom, *reste), v) for reste, v in _de_bloc(valeur))
        elif nom == "position" and isinstance(valeur, list):
            yield (nom,), [_arrondi(part) for part in valeur]
        elif nom == "telephone" and isinstance(valeur, list) and len(valeur) == 1:
            yield (nom,), valeur[0]
        else:
            yield (nom,), valeur


def _arrondi(part: Valeur) -> Valeur:
    try:
        return f"{float(part):.6f}"
    except (TypeError, ValueError):
        return part


def chemin_dans(arbre: Mapping, cle: Cle, noms: Sequence[str]) -> Chemin:
    """Where a fact stands in the file, or would stand; `noms` are those of its services."""
    if cle[0] == "services":
        rang = noms.index(cle[1]) if cle[1] in noms else len(noms)
        dedans = arbre["services"][rang] if rang < len(noms) else {}
        return ("services", rang, *_sans_bloc_de_cout(dedans, cle[2:]))
    if cle[0] == DOUTES:
        doutes = arbre.get(DOUTES) or []
        rang = next((n for n, d in enumerate(doutes) if isinstance(d, dict) and d.get("champ") == cle[1]), len(doutes))
        return (DOUTES, rang)
    return _sans_bloc_de_cout(arbre, cle)


def _sans_bloc_de_cout(bloc: Mapping, cle: Cle) -> Chemin:
    return ("cout",) if cle == ("cout", "tarif") and not isinstance(bloc.get("cout"), dict) else cle
