"""France services: the national list of counters, one row a counter. Its comments often contradict its columns: both are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from quifaitquoi.echanges.entrees import heures, valeurs
from quifaitquoi.echanges.entrees.lecture import Enregistrement, enregistrements
from quifaitquoi.echanges.entrees.notice import Atelier, Format, Notice, Refusee

COLONNES = ("id_fs", "lib_fs", "lib_com")
ITINERANTES = frozenset({"Bus_équivalent", "Itinérante"})
PLAGE = re.compile(r"(\d\d:\d\d) ?- ?(\d\d:\d\d)")
DE_TEMPS = re.compile(r"\d ?h|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|semaine|mois|rendez-vous|rdv|ferm|ouvert)", re.I)
RENDEZ_VOUS = re.compile(r"(?<!\bsans )\b(?:rendez[ -]?vous|rdv|rv)\b", re.I)
SERVICE = "france-services"


def lire(fichiers: Sequence[Path], atelier: Atelier) -> Iterator[Notice | Refusee]:
    for fichier in fichiers:
        for un in enregistrements(fichier):
            yield _notice(un, atelier)


def _notice(un: Enregistrement, atelier: Atelier) -> Notice | Refusee:
    champs = {nom: valeurs.texte(valeur) for nom, valeur in un.champs.items()}
    if manquent := [nom for nom in COLONNES if not champs.get(nom)]:
        return Refusee([un], f"il manque {', '.join(manquent)} : ce n'est pas une ligne de la liste France services")
    besoins = atelier.besoins.lus([SERVICE])
    if not besoins.surs:
        return Refusee([un], f"dites à quel besoin cela répond : --besoins {SERVICE}=… (un terme de vocabulaire/besoins.yml)")
    notice = Notice(champs["id_fs"], [un])
    itinerante = champs.get("format_fs") in ITINERANTES
    notice.pose("nom", valeurs.coupe(champs["lib_fs"], valeurs.COURT))
    notice.pose("genre", "equipe-mobile" if itinerante else "lieu")
    valeurs.pose_adresse(notice, champs.get("adresse"), champs.get("complement_adresse"), champs.get("code_postal"),
                         champs["lib_com"], champs.get("insee_com"), pays=atelier.pays)
    valeurs.pose_position(notice, champs.get("latitude"), champs.get("longitude"))
    _heures(notice, champs, atelier.pays)
    notice.pose("cout", "gratuit")
    valeurs.pose_telephone(notice, champs.get("telephone"), atelier.pays, equipe=itinerante)
    notice.pose("contact.courriel", valeurs.courriel(notice, champs.get("mail")))
    _acces(notice, champs)
    valeurs.pose_texte(notice, "presentation", champs.get("commentaire"), valeurs.PARAGRAPHE, atelier.pays)
    if itinerante:
        notice.pose("secteur.precision", "Les arrêts ne sont pas dans la liste nationale")
        notice.doute("secteur", "la liste nationale donne l'adresse et les heures de l'équipe, pas ses arrêts")
    notice.pose("services", [{"quoi": quoi} for quoi in besoins.surs])
    return notice


def _heures(notice: Notice, champs: Mapping[str, str], pays: str) -> None:
    jours, illisibles = {}, []
    for nom in heures.JOURS:
        if not (ecrit := champs.get(f"h_{nom}", "")):
            continue
        plages = PLAGE.findall(ecrit)
        # « 00:00 - 00:00 » was entered for « nothing »; hours that run into one another were mistyped.
        vraies = all(de < a for de, a in plages) and all(a[1] <= b[0] for a, b in zip(plages, plages[1:], strict=False))
        if plages and vraies and re.sub(r"[\s/]", "", PLAGE.sub("", ecrit)) == "":
            jours[nom] = plages
        elif set(plages) != {("00:00", "00:00")}:
            illisibles.append(f"{nom} {ecrit}")
        else:
            illisibles.append(f"{nom} 00:00")
    heures.pose(notice, heures.comprises_en_lignes(heures.semaine(jours)))
    if illisibles:
        notice.doute("horaires", heures.dit(" ; ".join(illisibles)))
    if champs.get("format_fs") == "Multisites" and "horaires" in notice.valeurs:
        notice.doute("horaires", "la source dit qu'il y a plusieurs sites : ces heures sont-elles celles de cette adresse ?")
    if DE_TEMPS.search(remarque := valeurs.sans_personnes(Notice("", []), champs.get("commentaire", ""), pays)):
        notice.doute("horaires", f"la source ajoute : « {valeurs.coupe(remarque, 350)} »")


def _acces(notice: Notice, champs: Mapping[str, str]) -> None:
    if RENDEZ_VOUS.search(champs.get("commentaire", "")) and champs.get("prise_rdv") != "Oui":
        notice.doute("acces.porte", "la source répond « non » à « sur rendez-vous », puis en parle : en faut-il un ? Demandez")
    elif champs.get("prise_rdv") == "Non":
        notice.pose("acces.porte", ["se-presenter"])
    elif champs.get("prise_rdv") == "Oui":
        joindre = {"telephone": "telephoner", "courriel": "envoyer-un-courriel"}
        notice.pose("acces.porte", [porte for moyen, porte in joindre.items() if moyen in notice.valeurs.get("contact", {})])
        notice.doute("acces.rendez_vous", "la source dit qu'on y prend rendez-vous : est-il obligatoire, ou seulement possible ?")


FORMAT = Format(
    nom="france-services", base="france_services", titre="Liste des France services",
    adresse="https://www.data.gouv.fr/datasets/liste-des-structures-france-services/", licence="etalab-2.0", lire=lire,
    connus={SERVICE: ("aide-aux-demarches",)})
