"""The texts of fiches: a new one written whole, one that is there changed where it must be and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping

from quifaitquoi.annuaire.check.fields import champs
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.base.refus import Refus
from quifaitquoi.echanges.entrees.fiche import Preparee
from quifaitquoi.echanges.entrees.fusion import DOUTES, Cle, chemin_dans, noms_dans, noms_des_services
from quifaitquoi.edition.decoupe import Edition, Pose, editer
from quifaitquoi.edition.decoupe.ecriture import Valeur, bloc
from quifaitquoi.edition.decoupe.preuve import avec
from quifaitquoi.edition.formulaires.proposition import ENTETE

PAS = 2


def doutes_de(lue: Preparee) -> list[dict[str, str]]:
    return [{"champ": champ, "pourquoi": pourquoi} for champ, pourquoi in lue.doutes.items()]


def arbre_entier(lue: Preparee) -> dict[str, Valeur]:
    """All that a new fiche says, in the order of its model."""
    entier = {**lue.arbre, "sources": [lue.source], DOUTES: doutes_de(lue), "identifiants": lue.identifiants}
    return _range(Fiche, {nom: valeur for nom, valeur in entier.items() if valeur})


def neuve(lue: Preparee) -> str:
    """The text of a new fiche, in the usual form. Raises Refus where it would not read back the same."""
    entier = arbre_entier(lue)
    texte = ENTETE + bloc(entier, 0, PAS, PAS, "\n") + "\n"
    document = lire_yaml(texte)
    if document.valeur != entier or document.fautes:
        raise Refus("ce qu'elle dit ne s'écrit pas sans danger")
    return texte


def changee(texte: str, lue: Preparee, poses: Mapping[Cle, Valeur], base: str, rattachee: bool) -> str:
    """The text with these facts, and with the source that they come from. `rattachee`: it takes the source's identifier too."""
    arbre = lire_yaml(texte).valeur
    editions: list[Edition] = []
    champs_changes: list[str] = []
    noms = noms_dans(arbre, lue.arbre, base)
    for cle, valeur in _services_entiers(lue, poses, noms, base).items():
        chemin = chemin_dans(arbre, cle, noms)
        ecrite = {"champ": cle[1], "pourquoi": valeur} if cle[0] == DOUTES else valeur
        editions.append(Pose(chemin, ecrite))
        # What follows stands where this will have put it.
        arbre = avec(arbre, chemin, ecrite)
        noms += [cle[1]] if cle[0] == "services" and cle[1] not in noms else []
        if cle[0] not in (DOUTES, *champs_changes):
            champs_changes.append(cle[0])
    if rattachee:
        editions += _identifiants(arbre, lue, base)
    if champs_changes:
        editions.append(_source(arbre, lue, champs_changes))
    return editer(texte, editions, lambda chemin: champs(Fiche, chemin))


def _services_entiers(lue: Preparee, poses: Mapping[Cle, Valeur], noms: list[str], base: str) -> dict[Cle, Valeur]:
    """The same facts; those of a service that the file does not have yet are put there as one."""
    siens = dict(zip(noms_des_services(lue.arbre, base), lue.arbre["services"], strict=True))
    rendus: dict[Cle, Valeur] = {}
    for cle, valeur in poses.items():
        entier = cle[0] == "services" and cle[1] not in noms
        rendus[cle[:2] if entier else cle] = siens[cle[1]] if entier else valeur
    return rendus


def _identifiants(arbre: Mapping, lue: Preparee, base: str) -> list[Edition]:
    deja = arbre.get("identifiants") or {}
    editions: list[Edition] = []
    for nom, sien in lue.identifiants.items():
        siens = deja.get(nom)
        if not siens:
            editions.append(Pose(("identifiants", nom), sien))
        elif nom == base and sien not in (tous := siens if isinstance(siens, list) else [siens]):
            editions.append(Pose(("identifiants", nom), [*tous, sien]))
    return editions


def _source(arbre: Mapping, lue: Preparee, changes: list[str]) -> Edition:
    """The source's date where it is there already; else the source, for what was read in it."""
    deja = arbre.get("sources") or []
    for rang, source in enumerate(deja):
        if isinstance(source, dict) and all(source.get(nom) == lue.source.get(nom) for nom in ("adresse", "titre")):
            date = lue.source.get("date")
            return Pose(("sources", rang, "date"), date) if date else Pose(("sources", rang), source)
    return Pose(("sources", len(deja)), _range_source({**lue.source, "pour": changes}))


def _range_source(source: dict) -> dict:
    return {nom: source[nom] for nom in ("adresse", "titre", "date", "pour", "licence", "note") if source.get(nom)}


def _range(modele: type, valeurs: Mapping[str, Valeur], chemin: tuple = ()) -> dict[str, Valeur]:
    """The same tree with each block's fields in the order of the model."""
    ordre = champs(modele, chemin)
    rangs = {nom: rang for rang, nom in enumerate(ordre)}
    return {nom: _range_valeur(modele, valeurs[nom], (*chemin, nom))
            for nom in sorted(valeurs, key=lambda nom: rangs.get(nom, len(rangs)))}


def _range_valeur(modele: type, valeur: Valeur, chemin: tuple) -> Valeur:
    if isinstance(valeur, dict) and champs(modele, chemin):
        return _range(modele, valeur, chemin)
    if isinstance(valeur, list):
        return [_range(modele, v, (*chemin, 0)) if isinstance(v, dict) else v for v in valeur]
    return valeur
