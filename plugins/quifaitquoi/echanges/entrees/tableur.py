"""Any table of places (CSV, .xlsx, .ods), through a correspondance."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from quifaitquoi.echanges.entrees import heures, valeurs
from quifaitquoi.echanges.entrees.correspondance import JOURS, Correspondance
from quifaitquoi.echanges.entrees.lecture import Enregistrement, enregistrements
from quifaitquoi.echanges.entrees.lecture.enregistrement import AJOUTS, BESOINS
from quifaitquoi.echanges.entrees.notice import Atelier, Format, Notice, Refusee

NOM = "tableau"
Rangee = tuple[Enregistrement, dict[str, str]]
RANGEES_MAX = 100  # of one place
# What each row of a place may say otherwise; hours go together.
PROPRES = (("presentation",), ("horaires", *JOURS), ("cout",), ("conditions",), ("publics",))
ADRESSE_ENTIERE = re.compile(r"(?P<voie>.*?)[\s,;–-]*\b(?P<code_postal>\d{5})[\s,–-]+(?P<commune>[^\d,;()]+?)"
                             r"(?:\s+cedex(?:\s+\d+)?)?", re.I)
GRATUIT = re.compile(r"gratuit[es]*|0 ?(?:€|euros?)?", re.I)


def lire(correspondance: Correspondance, fichiers: Sequence[Path], atelier: Atelier) -> Iterator[Notice | Refusee]:
    """A place for each row, or for the rows of one place: many tables have a row for each service. Read twice, kept never whole."""
    restent = Counter(_lieu(par_champ) for _, par_champ in _rangees(correspondance, fichiers))
    attendent: dict[tuple, list[Rangee]] = {}
    for rangee in _rangees(correspondance, fichiers):
        sien = _lieu(rangee[1])
        restent[sien] -= 1
        ensemble = attendent.setdefault(sien, [])
        ensemble.append(rangee)
        if not restent[sien] or len(ensemble) == RANGEES_MAX or not rangee[1].get("nom"):
            yield _notice(attendent.pop(sien), correspondance, atelier)


def _lieu(par_champ: dict[str, str]) -> tuple:
    """What rows of one place have in common: a number that two names share is a mistake, and told as such."""
    return _id(par_champ), *(par_champ.get(c, "").lower() for c in ("nom", "voie", "commune"))


def _rangees(correspondance: Correspondance, fichiers: Sequence[Path]) -> Iterator[Rangee]:
    for fichier in fichiers:
        for un in enregistrements(fichier):
            if correspondance.feuille is None or un.feuille in ("", correspondance.feuille):
                par_champ: dict[str, str] = {}
                for colonne, champ in correspondance.colonnes.items():
                    if champ != "ignorer" and (dit := valeurs.texte(un.champs.get(colonne))):
                        par_champ[champ] = f"{par_champ[champ]} {dit}" if champ in par_champ else dit
                yield un, par_champ


def _notice(rangees: list[Rangee], correspondance: Correspondance, atelier: Atelier) -> Notice | Refusee:
    uns = [un for un, _ in rangees]
    par_champ = {champ: dit for _, siens in reversed(rangees) for champ, dit in siens.items()}
    if not (nom := par_champ.get("nom", "")):
        vues = [colonne for colonne in correspondance.colonnes if colonne in uns[0].champs]
        return Refusee(uns, "cette ligne n'a pas de nom" if vues else
                       f"aucune colonne de la correspondance n'est dans ce tableau ({', '.join(map(str, uns[0].champs))[:200]})")
    besoins = [_besoins(un, siens, correspondance, atelier) for un, siens in rangees]
    if phrases := [dits for dits in besoins if isinstance(dits, str)]:
        return Refusee(uns, phrases[0])
    notice = Notice(f"{correspondance.nom}--{_id(par_champ)}", uns)
    notice.pose("nom", valeurs.coupe(nom, valeurs.COURT))
    notice.pose("genre", "lieu")
    adresse = par_champ if "code_postal" in par_champ or "commune" in par_champ else _partagee(par_champ)
    valeurs.pose_adresse(notice, *(adresse.get(c) for c in ("voie", "complement", "code_postal", "commune", "insee")),
                         pays=atelier.pays)
    valeurs.pose_position(notice, par_champ.get("latitude"), par_champ.get("longitude"))
    valeurs.pose_telephone(notice, " / ".join(dict.fromkeys(s["telephone"] for _, s in rangees if "telephone" in s)), atelier.pays)
    notice.pose("contact.courriel", valeurs.courriel(notice, par_champ.get("courriel")))
    valeurs.pose_site(notice, "contact.site", par_champ.get("site"))
    if numero := valeurs.siret(par_champ.get("siret")):
        notice.identifiants["siret"] = numero
    notice.source = {"date": valeurs.jour(par_champ.get("date"), atelier.aujourdhui) or str(correspondance.date or "")}
    partages = {c for groupe in PROPRES for c in groupe if all(s.get(c) == par_champ.get(c) for _, s in rangees for c in groupe)}
    _faits(notice, {c: dit for c, dit in par_champ.items() if c in partages}, atelier)
    services: list[dict] = []
    for (_, siens), quois in zip(rangees, besoins, strict=True):
        for quoi in quois:
            ici = Notice("", [])
            _faits(ici, {c: dit for c, dit in siens.items() if c not in partages}, atelier)
            if (service := {"quoi": quoi, **ici.valeurs}) not in services or ici.doutes:
                services.append(service)
                notice.doutes += [(f"services[{len(services)}].{champ}", pourquoi) for champ, pourquoi in ici.doutes]
            notice.ecartes += ici.ecartes
    notice.pose("services", services)
    return notice


def _faits(notice: Notice, par_champ: dict[str, str], atelier: Atelier) -> None:
    """What may be that of the whole place, or of one of its services."""
    valeurs.pose_texte(notice, "presentation", par_champ.get("presentation"), valeurs.PARAGRAPHE, atelier.pays)
    _horaires(notice, par_champ)
    if cout := par_champ.get("cout"):
        if GRATUIT.fullmatch(cout.strip()):
            notice.pose("cout", "gratuit")
        else:
            notice.doute("cout", heures.dit(cout))
    valeurs.pose_texte(notice, "acces.precision", par_champ.get("conditions"), valeurs.PHRASE, atelier.pays)
    valeurs.pose_texte(notice, "publics.precision", par_champ.get("publics"), valeurs.PHRASE, atelier.pays)


def _besoins(un: Enregistrement, par_champ: dict[str, str], correspondance: Correspondance, atelier: Atelier) -> list[str] | str:
    """The needs, or a sentence that asks for them."""
    ecrits = valeurs.mot(un.champs.get(BESOINS)) or par_champ.get("besoin", "")
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
    heures.pose(notice, heures.comprises_en_lignes(lignes) if lignes else heures.comprises(par_champ.get("horaires")))


def format_de(correspondance: Correspondance) -> Format:
    return Format(nom=NOM, base=NOM, titre=correspondance.titre, adresse=correspondance.adresse, licence=correspondance.licence,
                  lire=partial(lire, correspondance))


def colonnes_de(fichier: Path) -> list[str]:
    """The names of the columns of the first sheet, as its first row tells them."""
    premier = next(iter(enregistrements(fichier)), None)
    return [nom for nom in premier.champs if nom and nom not in AJOUTS] if premier else []
