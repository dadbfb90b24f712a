"""A notice → the tree of a fiche that the model accepts. What it refuses is told beside the fiche, in the source's words."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field
from datetime import date

from pydantic import ValidationError

from quifaitquoi.annuaire.check.french import chemin_ecrit, traduire, vraies_erreurs
from quifaitquoi.annuaire.check.load import nom_du_champ
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.vocabulaire import Vocabulaire
from quifaitquoi.annuaire.read.faute import Chemin
from quifaitquoi.base.texte import visible
from quifaitquoi.echanges.entrees import heures
from quifaitquoi.echanges.entrees.lecture.enregistrement import FICHE
from quifaitquoi.echanges.entrees.notice import DOUTE_MAX, Format, Notice, Refusee
from quifaitquoi.echanges.entrees.partage import partager
from quifaitquoi.echanges.entrees.valeurs import PERSONNE, d_une_personne, jour
from quifaitquoi.edition.decoupe.ecriture import Valeur
from quifaitquoi.edition.mise_en_forme.formes import dans_la_forme

FAUTES_MAX = 60
TU = "la source en dit plus, qui nomme une personne ou la fait joindre : demandez au lieu"
# Where formats write terms of a vocabulary, but for needs: block, field, list.
TERMES = (("publics", "situations", "publics"), ("langues", "parlees", "langues"))
MOIS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
SAISON = re.compile(rf"\b(?:hiver\w*|estiva\w*|l['’]été|cet été|saison\w*|fermée?s?|fermetures?|vacances|suspendue?s?|"
                    rf"(?:1er|\d\d?|début|fin|en|de|d['’]|à|jusqu['’]en|mi-) ?(?:{MOIS}))\b", re.I)


@dataclass
class Preparee:
    """`arbre` is what a new fiche says, in the usual form, without sources, identifiers and doubts."""

    id: str
    arbre: dict[str, Valeur]
    identifiants: dict[str, str]
    source: dict[str, str]
    doutes: dict[str, str]
    places: list[str]
    ecartes: list[str]
    position: tuple[float, float] | None
    zone: str = ""
    fiche: str = ""  # the one that a coordinator named for it, or « nouvelle »
    bruts: list[dict] = field(default_factory=list)


def preparer(notice: Notice, forme: Format, directory: Directory, aujourdhui: date) -> Preparee | Refusee:
    """The notice as a fiche, or the sentence of the model where it cannot be one."""
    arbre, pays = copy.deepcopy(notice.valeurs), directory.annuaire.pays
    _retire_les_inconnus(notice, arbre, directory.vocabulaire)
    partager(arbre, notice)
    identifiants = {**notice.identifiants, forme.base: notice.id}
    source = _source(notice, forme, aujourdhui)
    for _ in range(FAUTES_MAX):
        entier = {**arbre, "identifiants": identifiants, "sources": [source]}
        try:
            Fiche.model_validate(entier, context={"pays": pays})
            break
        except ValidationError as error:
            if refus := _retire(vraies_erreurs(error)[0], entier, notice, forme.base):
                return Refusee(notice.enregistrements, refus)
            identifiants, source = entier.get("identifiants", {}), entier["sources"][0]
            arbre = {nom: valeur for nom, valeur in entier.items() if nom not in ("identifiants", "sources")}
    else:
        return Refusee(notice.enregistrements, "trop de champs ne se lisent pas")
    doutes: dict[str, str] = {}
    _doute_des_saisons(notice, arbre)
    _tait_les_personnes(notice, arbre, pays)
    for champ, pourquoi in notice.doutes:
        tout = f"{doutes[champ]} ; {pourquoi}" if champ in doutes and pourquoi not in doutes[champ] else pourquoi
        doutes[champ] = visible(tout, DOUTE_MAX)
    return Preparee(notice.id, dans_la_forme(arbre, pays), identifiants, source, doutes,
                    [un.place for un in notice.enregistrements], notice.ecartes, notice.position, fiche=_decidee(notice),
                    bruts=[un.propres for un in notice.enregistrements])


def _retire_les_inconnus(notice: Notice, arbre: dict, vocabulaire: Vocabulaire) -> None:
    """Terms that this territory's vocabulary does not have are told, and left out."""
    services = arbre.get("services") or []
    for devant, bloc in (("", arbre), *((f"services[{n}].", s) for n, s in enumerate(services, 1))):
        for nom, champ, liste in TERMES:
            dits = bloc[nom].get(champ, []) if isinstance(bloc.get(nom), dict) else []
            connus = [dit for dit in dits if dit in getattr(vocabulaire, liste)]
            if len(connus) < len(dits):
                notice.doute(f"{devant}{nom}.{champ}", f"la source dit aussi : {', '.join(d for d in dits if d not in connus)}")
                bloc[nom] = {n: v for n, v in {**bloc[nom], champ: connus}.items() if v}
                if not bloc[nom]:
                    del bloc[nom]


def _doute_des_saisons(notice: Notice, arbre: dict) -> None:
    """Hours of all the year beside a sentence that speaks of a season or of a closing: sources write that in their texts only."""
    services = arbre.get("services", [])
    for champ, bloc, dits in (("horaires", arbre, (arbre, *services)),
                              *((f"services[{n}].horaires", service, (service,)) for n, service in enumerate(services, 1))):
        if "horaires" in bloc and all(champ != autre for autre, _ in notice.doutes):
            phrases = (phrase for dit in dits for phrase in re.split(r"(?<=[.!?])\s+", dit.get("presentation", "")))
            if phrase := next(filter(SAISON.search, phrases), None):
                notice.doute(champ, f"la source dit aussi : « {visible(phrase, 300)} » : ces heures valent-elles toute l'année ?")


def _tait_les_personnes(notice: Notice, arbre: dict, pays: str) -> None:
    """Hours may bear a remark, and a doubt repeats what the source writes: what names somebody is in neither."""
    for nom in ("", "services", "tournee"):
        for rang, bloc in enumerate(arbre.get(nom, []) if nom else [arbre], 1):
            siennes = bloc.get("horaires")
            reste = heures.sans_personnes(siennes, pays) if siennes else None
            if reste != siennes:
                del bloc["horaires"]
                bloc |= {"horaires": reste} if reste else {}
                notice.doute(f"{nom}[{rang}].horaires" if nom else "horaires", TU)
                notice.ecartes.append(PERSONNE)
    for rang, (champ, pourquoi) in enumerate(notice.doutes):
        if d_une_personne(pourquoi, pays):
            notice.doutes[rang] = champ, TU
            notice.ecartes.append(PERSONNE)


def _decidee(notice: Notice) -> str:
    dites = (str(un.champs.get(FICHE) or "").strip() for un in notice.enregistrements)
    return next(filter(None, dites), "")


def _source(notice: Notice, forme: Format, aujourdhui: date) -> dict[str, str]:
    """Where it was read: the source's own page of it, else where the whole is published."""
    d_ensemble = {"adresse": forme.adresse, "titre": forme.titre, "date": _date_du_fichier(notice, aujourdhui),
                    "licence": forme.licence}
    return {nom: dit for nom in d_ensemble if (dit := notice.source.get(nom) or d_ensemble[nom])}


def _date_du_fichier(notice: Notice, aujourdhui: date) -> str:
    """The day that the file's name says: when it was read tells nothing of how old it is."""
    ecrite = re.search(r"(20\d\d)-?(\d\d)-?(\d\d)", notice.place.partition(",")[0])
    return jour("-".join(ecrite.groups()), aujourdhui) if ecrite else ""


def _retire(erreur: dict, arbre: dict, notice: Notice, base: str) -> str:
    """Takes out what is at fault, and doubts it; a sentence where the fiche cannot be without it."""
    chemin = chemin_ecrit(erreur["loc"], arbre)
    sens = next(iter(traduire(erreur, Fiche, arbre)), (chemin, "cette valeur ne se lit pas", False, ""))
    if chemin == ("identifiants", base):
        return f"son identifiant ne se lit pas : {sens[1]}"
    if erreur["type"] == "missing" or not chemin or chemin[-1] in ("nom", "genre", "quoi") or chemin == ("services",):
        return f"{nom_du_champ(chemin)} : {sens[1]}"
    # A faulty item of a list goes alone; the position goes whole, and so do hours.
    for rang, partie in enumerate(chemin):
        if partie in ("horaires", "position"):
            chemin = chemin[:rang + 1]
            break
    valeur = _prend(arbre, chemin)
    if chemin[0] != "sources":
        notice.doute(nom_du_champ(chemin), f"la source écrit : « {visible(_dit(valeur), 300)} »")
    return ""


def _prend(arbre: dict, chemin: Chemin) -> Valeur:
    """What stands there, taken out, with the blocks that it leaves empty."""
    parents: list = [arbre]
    for partie in chemin[:-1]:
        parents.append(parents[-1][partie])
    valeur = parents[-1].pop(chemin[-1])
    for parent, partie in zip(reversed(parents[:-1]), reversed(chemin[:-1]), strict=True):
        if not parent[partie]:
            parent.pop(partie)
    return valeur


def _dit(valeur: Valeur) -> str:
    if isinstance(valeur, dict):
        return " ; ".join(f"{nom} {_dit(v)}" for nom, v in valeur.items())
    return ", ".join(map(_dit, valeur)) if isinstance(valeur, list) else str(valeur)
