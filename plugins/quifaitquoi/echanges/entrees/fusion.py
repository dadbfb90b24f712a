"""Three sides of a fiche: what the source said last time, what it says now, what the file says. What people changed stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
    """What to make of what `source` says now. Both trees are in the usual form.

    A fiche that somebody verified takes nothing by itself. What the source no longer says stays: it may be withheld.
    """
    notres, leurs = dict(feuilles(fiche, base)), dict(feuilles(source, base))
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
    return {ENTRE.join(cle): empreinte(valeur) for cle, valeur in feuilles(source, base)}


def feuilles(arbre: Mapping, base: str) -> Iterator[tuple[Cle, Valeur]]:
    """Each fact with its key. A service is one fact each for its need, and for each of its fields."""
    for champ, valeur in arbre.items():
        if champ == "services" and isinstance(valeur, list):
            for service in valeur:
                if isinstance(service, dict):
                    sien = {nom: v for nom, v in service.items() if nom != "identifiants"}
                    yield from (((champ, cle_de(service, base), *cle), v) for cle, v in _de_bloc(sien))
        elif champ == DOUTES and isinstance(valeur, list):
            yield from (((champ, doute["champ"]), doute.get("pourquoi", "")) for doute in valeur
                        if isinstance(doute, dict) and "champ" in doute)
        elif champ not in ("sources", "identifiants", "verification"):
            yield from _de_bloc({champ: valeur})


def cle_de(service: Mapping, base: str) -> str:
    """A service's need, and what the source calls it."""
    siens = service.get("identifiants")
    sien = siens.get(base, "") if isinstance(siens, dict) else ""
    return f"{service.get('quoi', '')} {sien[0] if isinstance(sien, list) and sien else sien}".strip()


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


def chemin_dans(arbre: Mapping, cle: Cle, base: str) -> Chemin:
    """Where a fact stands in the file, or would stand."""
    if cle[0] == "services":
        services = arbre.get("services") or []
        rang = next((n for n, s in enumerate(services) if isinstance(s, dict) and cle_de(s, base) == cle[1]), len(services))
        dedans = services[rang] if rang < len(services) else {}
        return ("services", rang, *_sans_bloc_de_cout(dedans, cle[2:]))
    if cle[0] == DOUTES:
        doutes = arbre.get(DOUTES) or []
        rang = next((n for n, d in enumerate(doutes) if isinstance(d, dict) and d.get("champ") == cle[1]), len(doutes))
        return (DOUTES, rang)
    return _sans_bloc_de_cout(arbre, cle)


def _sans_bloc_de_cout(bloc: Mapping, cle: Cle) -> Chemin:
    return ("cout",) if cle == ("cout", "tarif") and not isinstance(bloc.get("cout"), dict) else cle
