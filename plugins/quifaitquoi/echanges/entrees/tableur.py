"""Any table of places (CSV, .xlsx, .ods), through a correspondance."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from quifaitquoi.echanges.entrees import heures
from quifaitquoi.echanges.entrees.correspondance import JOURS, Correspondance
from quifaitquoi.echanges.entrees.lecture import Enregistrement, enregistrements
from quifaitquoi.echanges.entrees.lecture.enregistrement import AJOUTS, BESOINS
from quifaitquoi.echanges.entrees.notice import Atelier, Format, Notice, Refusee
from quifaitquoi.echanges.entrees.valeurs import (
    COURT,
    PARAGRAPHE,
    PHRASE,
    coupe,
    courriel,
    jour,
    mot,
    pose_adresse,
    pose_position,
    pose_telephone,
    pose_texte,
    siret,
    site,
    texte,
)

NOM = "tableau"
ADRESSE_ENTIERE = re.compile(r"(?P<voie>.*?)[\s,;–-]*\b(?P<code_postal>\d{5})[\s,–-]+(?P<commune>[^\d,;()]+?)"
                             r"(?:\s+cedex(?:\s+\d+)?)?", re.I)
GRATUIT = re.compile(r"gratuit[es]*|0 ?(?:€|euros?)?", re.I)


def lire(correspondance: Correspondance, fichiers: Sequence[Path], atelier: Atelier) -> Iterator[Notice | Refusee]:
    for fichier in fichiers:
        for un in enregistrements(fichier):
            if correspondance.feuille is None or un.feuille in ("", correspondance.feuille):
                yield _notice(un, correspondance, atelier)


def _notice(un: Enregistrement, correspondance: Correspondance, atelier: Atelier) -> Notice | Refusee:
    par_champ: dict[str, str] = {}
    for colonne, champ in correspondance.colonnes.items():
        if champ != "ignorer" and (dit := texte(un.champs.get(colonne))):
            par_champ[champ] = f"{par_champ[champ]} {dit}" if champ in par_champ else dit
    if not (nom := par_champ.get("nom", "")):
        vues = [colonne for colonne in correspondance.colonnes if colonne in un.champs]
        return Refusee([un], "cette ligne n'a pas de nom" if vues else
                       f"aucune colonne de la correspondance n'est dans ce tableau ({', '.join(map(str, un.champs))[:200]})")
    besoins = _besoins(un, par_champ, correspondance, atelier)
    if isinstance(besoins, str):
        return Refusee([un], besoins)
    notice = Notice(f"{correspondance.nom}--{_id(par_champ)}", [un])
    notice.pose("nom", coupe(nom, COURT))
    notice.pose("genre", "lieu")
    pose_texte(notice, "presentation", par_champ.get("presentation"), PARAGRAPHE, atelier.pays)
    adresse = par_champ if "code_postal" in par_champ or "commune" in par_champ else _partagee(par_champ)
    pose_adresse(notice, *(adresse.get(c) for c in ("voie", "complement", "code_postal", "commune", "insee")))
    pose_position(notice, par_champ.get("latitude"), par_champ.get("longitude"))
    _horaires(notice, par_champ)
    pose_telephone(notice, par_champ.get("telephone"), atelier.pays)
    notice.pose("contact.courriel", courriel(notice, par_champ.get("courriel")))
    notice.pose("contact.site", site(par_champ.get("site")))
    if cout := par_champ.get("cout"):
        if GRATUIT.fullmatch(cout.strip()):
            notice.pose("cout", "gratuit")
        else:
            notice.doute("cout", heures.dit(cout))
    pose_texte(notice, "acces.precision", par_champ.get("conditions"), PHRASE, atelier.pays)
    pose_texte(notice, "publics.precision", par_champ.get("publics"), PHRASE, atelier.pays)
    if numero := siret(par_champ.get("siret")):
        notice.identifiants["siret"] = numero
    notice.source = {"date": jour(par_champ.get("date"), atelier.aujourdhui) or str(correspondance.date or "")}
    notice.pose("services", [{"quoi": quoi} for quoi in besoins])
    return notice


def _besoins(un: Enregistrement, par_champ: dict[str, str], correspondance: Correspondance, atelier: Atelier) -> list[str] | str:
    """The needs, or a sentence that asks for them."""
    ecrits = mot(un.champs.get(BESOINS)) or par_champ.get("besoin", "")
    mots = [mot for mot in re.split(r"\s*[,;/|+]\s*", ecrits) if mot]
    dits = [correspondance.besoins.get(mot, mot) for mot in mots] or ([correspondance.besoin] if correspondance.besoin else [])
    surs = [dit for dit in dits if atelier.besoins.connu(dit)]
    lus = atelier.besoins.lus([dit for dit in dits if dit not in surs])
    if trouves := list(dict.fromkeys([*surs, *lus.surs])):
        return trouves
    return (f"« {', '.join(mots)[:200]} » n'est le nom d'aucun besoin, ou de plusieurs : ajoutez-le à « besoins » de la "
            f"correspondance, ou écrivez un terme de vocabulaire/besoins.yml dans « {BESOINS} »" if mots else
            "cette ligne ne dit pas à quel besoin elle répond, et la correspondance n'a pas de « besoin »")


def _partagee(par_champ: dict[str, str]) -> dict[str, str]:
    """A whole address that stands in one column, « 3 rue des Essais, 99340 Port-Exemple », in its parts."""
    entiere = ADRESSE_ENTIERE.fullmatch(par_champ.get("voie", ""))
    return {**par_champ, **entiere.groupdict()} if entiere else par_champ


def _id(par_champ: dict[str, str]) -> str:
    """The table's own number; else what names the place and where it is, which must then not change."""
    if sien := re.sub(r"\s+", "_", par_champ.get("id", "")):
        return sien
    return hashlib.sha256("\n".join(par_champ.get(c, "").lower() for c in ("nom", "voie", "commune")).encode()).hexdigest()[:12]


def _horaires(notice: Notice, par_champ: dict[str, str]) -> None:
    lignes = {nom: par_champ[nom] for nom in JOURS if nom in par_champ}
    if not lignes:
        lues, doute = heures.comprises(par_champ.get("horaires"))
    else:
        lues, doute = heures.comprises_en_lignes(lignes)
    notice.pose("horaires", lues)
    notice.doute("horaires", doute)


def format_de(correspondance: Correspondance) -> Format:
    return Format(nom=NOM, base=NOM, titre=correspondance.titre, adresse=correspondance.adresse, licence=correspondance.licence,
                  lire=partial(lire, correspondance))


def colonnes_de(fichier: Path) -> list[str]:
    """The names of the columns of the first sheet, as its first row tells them."""
    premier = next(iter(enregistrements(fichier)), None)
    return [nom for nom in premier.champs if nom and nom not in AJOUTS] if premier else []
