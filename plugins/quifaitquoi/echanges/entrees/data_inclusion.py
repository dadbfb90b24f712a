"""data.inclusion v1: structures and their services, in any of the forms in which they are published or answered."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from quifaitquoi.annuaire.model.correspondance import VALEURS
from quifaitquoi.base.proches import liste_ou
from quifaitquoi.base.texte import simple
from quifaitquoi.echanges.entrees import heures, valeurs
from quifaitquoi.echanges.entrees.lecture import Enregistrement, enregistrements
from quifaitquoi.echanges.entrees.lecture.jointure import Jointure
from quifaitquoi.echanges.entrees.notice import Atelier, Format, Notice, Refusee

LISTES = ("", "items", "structures", "services")
COLONNES = frozenset({"id", "nom"})  # what their records have, and the lists of terms in other sheets of a workbook have not
ADRESSE = ("adresse", "complement_adresse", "code_postal", "commune", "code_insee")
LISTE_MAX = 20_000
VRAI = frozenset({"oui", "true", "vrai", "1"})
TOUS = "tous-publics"


def _inverse(champ: str) -> dict[str, str]:
    """Their value → ours, where only one of ours is theirs."""
    inverse: dict[str, list[str]] = {}
    for notre, leur in VALEURS[champ].items():
        if leur:
            inverse.setdefault(leur, []).append(notre)
    return {leur: notres[0] for leur, notres in inverse.items() if len(notres) == 1}


PORTES, PAR = _inverse("acces.porte"), _inverse("acces.par")


def lire(fichiers: Sequence[Path], atelier: Atelier) -> Iterator[Notice | Refusee]:
    """Services wait on disk for their structures: neither file needs to be in any order, and memory holds one structure."""
    with closing(Jointure()) as jointure:
        for fichier in fichiers:
            for un in enregistrements(fichier):
                if _des_leurs(un) and valeurs.mot(un.champs.get("__ignore__")).lower() not in VRAI:
                    structure, sien = (valeurs.mot(un.champs.get(nom)) for nom in ("structure_id", "id"))
                    jointure.ajoute(un, structure, sien)
        for structure, services, repetees in jointure:
            yield from (Refusee([un], "ce même enregistrement est aussi plus loin, ou dans un autre fichier") for un in repetees)
            yield _place(structure, services, atelier) if structure else Refusee(
                services, "sa structure n'est pas dans ces fichiers : donnez aussi celui des structures")


def _des_leurs(un: Enregistrement) -> bool:
    """A sheet of a workbook is told by its columns: what is published has one with any name, « Sheet1 »."""
    return un.feuille in LISTES or un.champs.keys() >= COLONNES


def _place(un: Enregistrement, services: list[Enregistrement], atelier: Atelier) -> Notice | Refusee:
    champs, tous = un.champs, [un, *services]
    if manquent := [nom for nom in ("id", "nom") if not valeurs.mot(champs.get(nom))]:
        return Refusee(tous, f"il manque {', '.join(manquent)} : ce n'est pas une structure de data.inclusion v1")
    if not services:
        return Refusee(tous, "aucun service n'est donné pour cette structure : donnez aussi le fichier des services")
    notice = Notice(valeurs.mot(champs["id"]), tous)
    notice.pose("nom", valeurs.coupe(valeurs.texte(champs["nom"]), valeurs.COURT))
    valeurs.pose_texte(notice, "presentation", champs.get("description"), valeurs.PARAGRAPHE, atelier.pays)
    ou = next((dits for dits in (champs, *(s.champs for s in services)) if valeurs.mot(dits.get("commune"))), champs)
    valeurs.pose_adresse(notice, *(ou.get(nom) for nom in ADRESSE), pays=atelier.pays)
    valeurs.pose_position(notice, ou.get("latitude"), ou.get("longitude"))
    heures.pose(notice, heures.comprises(champs.get("horaires_accueil")))
    valeurs.pose_telephone(notice, champs.get("telephone"), atelier.pays)
    notice.pose("contact.courriel", valeurs.courriel(notice, champs.get("courriel")))
    valeurs.pose_site(notice, "contact.site", champs.get("site_web"))
    if numero := valeurs.siret(champs.get("siret")):
        notice.identifiants["siret"] = numero
    fournisseur = valeurs.mot(champs.get("source"))
    notice.source = {"adresse": valeurs.site(champs.get("lien_source")),
                     "titre": f"data.inclusion ({fournisseur})"[:valeurs.COURT] if fournisseur else "data.inclusion",
                     "date": valeurs.jour(champs.get("date_maj"), atelier.aujourdhui)}
    ecrits: list[dict] = []
    questions: list[str] = []
    for service in services:
        ecrits += _services(notice, service, len(ecrits), atelier, questions)
    if not ecrits:
        return Refusee(tous, " ".join(dict.fromkeys(questions)) or "aucun service n'a de thématique que le vocabulaire connaisse")
    for question in dict.fromkeys(questions):
        notice.doute("services", question)
    notice.pose("services", ecrits)
    notice.pose("genre", _genre(notice, services))
    return notice


def _genre(notice: Notice, services: list[Enregistrement]) -> str:
    """A line or a site where nobody is received; else a place, which the schema does not tell from a team."""
    modes = {mode for un in services for mode in liste(un.champs.get("modes_accueil"))}
    if modes != {"a-distance"} or "voie" in notice.valeurs.get("adresse", {}):
        return "lieu"
    contact = notice.valeurs.get("contact", {})
    return "en-ligne" if "site" in contact and "telephone" not in contact else "telephone"


def _services(notice: Notice, un: Enregistrement, rang: int, atelier: Atelier, questions: list[str]) -> list[dict]:
    """A service of theirs as services of ours: one for each need that is sure."""
    champs = un.champs
    nom, termes = valeurs.coupe(valeurs.texte(champs.get("nom")), valeurs.COURT), liste(champs.get("thematiques"))
    voulus = [b for b in liste(champs.get("_besoins")) if atelier.besoins.connu(b)]
    lus = atelier.besoins.lus(termes, nom)
    questions += [f"« {nom} » : {terme} veut dire plusieurs choses, {liste_ou(slugs)}." for terme, slugs in lus.hesite.items()
                  if not voulus]
    if not voulus and not lus.surs and not lus.hesite:
        questions.append(f"« {nom} » n'a aucune thématique que le vocabulaire connaisse.")
    ecrits = []
    for n, quoi in enumerate(voulus or lus.surs, rang + 1):
        ici = Notice("", [])
        sien: dict = {"quoi": quoi}
        if identifiants := _identifiants(champs, termes, atelier.besoins.termes(quoi)):
            sien["identifiants"] = identifiants
        ici.pose("nom", nom)
        valeurs.pose_texte(ici, "presentation", champs.get("description"), valeurs.PARAGRAPHE, atelier.pays)
        _acces(ici, champs, atelier)
        _publics(ici, champs, atelier)
        _zone(ici, champs, notice.identifiants.get("insee", ""))
        modes = liste(champs.get("modes_accueil"))
        if {"a-distance", "en-presentiel"} <= {*modes}:
            ici.doute("acces.ou", "la source dit : sur place et à distance ; au téléphone, ou en vidéo ?")
        au_lieu = "voie" in notice.valeurs.get("adresse", {})
        if au_lieu and "en-presentiel" in modes and valeurs.mot(champs.get("commune")) and not valeurs.mot(champs.get("adresse")):
            ici.doute("acces.ou", "la source ne donne pas l'adresse de ce service : se passe-t-il à celle du lieu ?")
        heures.pose(ici, heures.comprises(champs.get("horaires_accueil")))
        valeurs.pose_telephone(ici, champs.get("telephone"), atelier.pays)
        ici.pose("contact.courriel", valeurs.courriel(ici, champs.get("courriel")))
        valeurs.pose_site(ici, "contact.prise_de_rendez_vous", champs.get("lien_mobilisation"))
        if valeurs.mot(champs.get("contact_nom_prenom")):
            ici.ecartes.append("des noms de personnes à contacter")
        notice.doutes += [(f"services[{n}].{champ}", pourquoi) for champ, pourquoi in ici.doutes]
        notice.ecartes += ici.ecartes if n == rang + 1 else []
        ecrits.append(sien | ici.valeurs)
    return ecrits


def _identifiants(champs: Mapping[str, object], termes: list[str], du_besoin: Sequence[str]) -> dict:
    """What it is called there, and its own terms where the need has others as well: it would go out with all of them."""
    siens = [terme for terme in termes if terme in du_besoin]
    dits = {"data_inclusion": valeurs.mot(champs.get("id")), "thematiques": siens if 0 < len(siens) < len(du_besoin) else []}
    return {nom: dit for nom, dit in dits.items() if dit}


def _acces(ici: Notice, champs: Mapping[str, object], atelier: Atelier) -> None:
    ici.pose("acces.porte", [PORTES[dit] for dit in liste(champs.get("modes_mobilisation")) if dit in PORTES])
    ici.pose("acces.par", [PAR[dit] for dit in liste(champs.get("mobilisable_par")) if dit in PAR])
    valeurs.pose_texte(ici, "acces.precision", champs.get("mobilisation_precisions"), valeurs.PHRASE, atelier.pays)
    conditions = Notice("", [])
    valeurs.pose_texte(conditions, "texte", champs.get("conditions_acces"), valeurs.PHRASE, atelier.pays)
    if dites := conditions.valeurs.get("texte"):
        ici.doute("acces.conditions", f"la source dit : « {valeurs.coupe(dites, 370)} »")
    ici.ecartes += conditions.ecartes
    frais, precision = valeurs.mot(champs.get("frais")), Notice("", [])
    valeurs.pose_texte(precision, "texte", champs.get("frais_precisions"), valeurs.PHRASE, atelier.pays)
    dite = precision.valeurs.get("texte", "")
    if simple(dite).strip(" .") == frais:
        dite = ""
    if frais in ("gratuit", "payant"):
        ici.pose("cout", {"tarif": frais, "precision": dite} if dite else frais)
    elif dite:
        ici.doute("cout", f"la source dit : « {valeurs.coupe(dite, 370)} »")


def _publics(ici: Notice, champs: Mapping[str, object], atelier: Atelier) -> None:
    dits = liste(champs.get("publics"))
    if dits == [TOUS]:
        ici.doute("publics.accueil", "la source dit « tous publics » : vraiment tout le monde, sans rien demander ?")
    elif dits:
        slugs = {dit: atelier.publics.get(dit, ()) for dit in dits}
        ici.pose("publics.situations", list(dict.fromkeys(s[0] for s in slugs.values() if len(s) == 1)))
        if autres := [dit for dit, siens in slugs.items() if len(siens) != 1]:
            ici.doute("publics.situations", f"la source dit aussi : {', '.join(autres)}"[:390])
    valeurs.pose_texte(ici, "publics.precision", champs.get("publics_precisions"), valeurs.PHRASE, atelier.pays)


def _zone(ici: Notice, champs: Mapping[str, object], insee: str) -> None:
    """For whom lives where, in codes that have no names here. The country, or the place's département, leaves out nobody near."""
    codes, ou = liste(champs.get("zone_eligibilite")), valeurs.mot(champs.get("code_insee")) or insee
    if codes and not any(code.lower() == "france" or (len(code) < 4 and ou.startswith(code)) for code in codes):
        ici.doute("publics.communes", f"la source dit que c'est pour qui habite : {', '.join(codes)} (codes de communes)")


def liste(valeur: object) -> list[str]:
    """A list as JSON has it, as the published CSV does (Python's own notation), or as a cell of the « valideur » (commas)."""
    if isinstance(valeur, list):
        return [dit for part in valeur if (dit := valeurs.mot(part))]
    ecrit = valeurs.mot(valeur)
    if ecrit.startswith("[") and len(ecrit) <= LISTE_MAX and ecrit.count("[") < 50:
        for lit in (json.loads, ast.literal_eval):
            try:
                lue = lit(ecrit)
            except (ValueError, SyntaxError, RecursionError, MemoryError, TypeError):
                continue
            if isinstance(lue, (list, tuple)):
                return liste(list(lue))
    return [part for part in re.split(r"\s*,\s*", ecrit.strip("[] ")) if part]


FORMAT = Format(
    nom="data-inclusion", base="data_inclusion", titre="data.inclusion", adresse="https://www.data.gouv.fr/datasets/6233723c2c1e4a54af2f6b2d/",
    licence="etalab-2.0", lire=lire, termes="data_inclusion")
