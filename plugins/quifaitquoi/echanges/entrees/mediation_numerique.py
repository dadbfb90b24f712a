"""Lieux de médiation numérique: schema 1.0.2, and the older form of before 2024 that files still have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from quifaitquoi.echanges.entrees import heures, valeurs
from quifaitquoi.echanges.entrees.lecture import Enregistrement, enregistrements
from quifaitquoi.echanges.entrees.notice import Atelier, Format, Notice, Refusee

# Their words → our needs, the older form's behind.
SERVICES: dict[str, tuple[str, ...]] = {
    "Aide aux démarches administratives": ("aide-aux-demarches",),
    "Maîtrise des outils numériques du quotidien": ("aide-numerique",),
    "Insertion professionnelle via le numérique": ("aide-numerique", "emploi"),
    "Utilisation sécurisée du numérique": ("aide-numerique",),
    "Parentalité et éducation avec le numérique": ("aide-numerique", "parentalite"),
    "Loisirs et créations numériques": ("aide-numerique", "rencontres-et-ateliers"),
    "Compréhension du monde numérique": ("aide-numerique",),
    "Accès internet et matériel informatique": ("acces-internet",),
    "Acquisition de matériel informatique à prix solidaire": ("telephone-pas-cher",),
    "Devenir autonome dans les démarches administratives": ("aide-numerique", "aide-aux-demarches"),
    "Réaliser des démarches administratives avec un accompagnement": ("aide-aux-demarches",),
    "Prendre en main un smartphone ou une tablette": ("aide-numerique",),
    "Prendre en main un ordinateur": ("aide-numerique",),
    "Utiliser le numérique au quotidien": ("aide-numerique",),
    "Approfondir ma culture numérique": ("aide-numerique",),
    "Favoriser mon insertion professionnelle": ("aide-numerique", "emploi"),
    "Accéder à une connexion internet": ("acces-internet",),
    "Accéder à du matériel": ("acces-internet",),
    "S'équiper en matériel informatique": ("telephone-pas-cher",),
    "Créer et développer mon entreprise": ("creation-entreprise",),
    "Créer avec le numérique": ("aide-numerique", "rencontres-et-ateliers"),
    "Accompagner les démarches de santé": ("aide-aux-demarches", "couverture-sante"),
    "Promouvoir la citoyenneté numérique": ("aide-numerique",),
    "Soutenir la parentalité et l'éducation avec le numérique": ("aide-numerique", "parentalite"),
}
# A beginning of their words → our public; « Uniquement femmes » is a door, told apart.
PUBLICS = {"Jeunes": "jeunes", "Étudiants": "etudiants", "Familles": "familles-avec-enfants", "Seniors": "personnes-agees"}
ACCES = {"Se présenter": "se-presenter", "Téléphoner": "telephoner", "Contacter par mail": "envoyer-un-courriel",
         "Prendre un RDV en ligne": "utiliser-lien-mobilisation"}


def lire(fichiers: Sequence[Path], atelier: Atelier) -> Iterator[Notice | Refusee]:
    for fichier in fichiers:
        for un in enregistrements(fichier):
            yield _notice(un, atelier)


def _liste(valeur: object) -> list[str]:
    """The values of a field: parted by « | » now, by « ; » before."""
    parts = valeur if isinstance(valeur, list) else re.split(r"[|;]", valeurs.mot(valeur))
    return [dit for part in parts if (dit := valeurs.mot(part))]


def _notice(un: Enregistrement, atelier: Atelier) -> Notice | Refusee:
    champs = un.champs
    if manquent := [nom for nom in ("id", "nom", "commune") if not valeurs.mot(champs.get(nom))]:
        return Refusee([un], f"il manque {', '.join(manquent)} : ce n'est pas un lieu de médiation numérique")
    dits = _liste(champs.get("services"))
    besoins = atelier.besoins.lus(dits)
    if not besoins.surs:
        return Refusee([un], f"« {', '.join(dits)[:200]} » : dites à quel besoin cela répond, avec --besoins" if dits else
                       "le lieu ne dit aucun service (colonne « services »)")
    notice = Notice(valeurs.mot(champs["id"]), [un])
    notice.pose("nom", valeurs.coupe(valeurs.texte(champs["nom"]), valeurs.COURT))
    itinerant = "Itinérant" in _liste(champs.get("itinerance")) and "Fixe" not in _liste(champs.get("itinerance"))
    notice.pose("genre", "equipe-mobile" if itinerant else "lieu")
    presentation = champs.get("presentation_detail") or champs.get("presentation_resume")
    valeurs.pose_texte(notice, "presentation", presentation, valeurs.PARAGRAPHE, atelier.pays)
    valeurs.pose_adresse(notice, champs.get("adresse"), champs.get("complement_adresse"), champs.get("code_postal"),
                         champs.get("commune"), champs.get("code_insee"), pays=atelier.pays)
    valeurs.pose_position(notice, champs.get("latitude"), champs.get("longitude"))
    heures.pose(notice, heures.comprises(champs.get("horaires")))
    valeurs.pose_telephone(notice, champs.get("telephone"), atelier.pays, equipe=itinerant)
    notice.pose("contact.courriel", valeurs.courriel(notice, champs.get("courriels") or champs.get("courriel")))
    valeurs.pose_site(notice, "contact.site", champs.get("site_web"))
    valeurs.pose_site(notice, "contact.prise_de_rendez_vous", champs.get("prise_rdv"))
    _acces(notice, champs)
    _publics(notice, champs)
    if numero := valeurs.siret(champs.get("pivot")):
        notice.identifiants["siret"] = numero
    notice.source = {"titre": f"Carte de la médiation numérique ({valeurs.mot(champs.get('source')) or 'source non dite'})"[:160],
                     "date": valeurs.jour(champs.get("date_maj"), atelier.aujourdhui)}
    notice.pose("services", [{"quoi": quoi} for quoi in besoins.surs])
    for terme in (*besoins.hesite, *besoins.inconnus):
        notice.doute("services", f"la source dit aussi « {terme} »")
    return notice


def _acces(notice: Notice, champs: Mapping[str, object]) -> None:
    dits = _liste(champs.get("modalites_acces"))
    notice.pose("acces.porte", [ACCES[dit] for dit in dits if dit in ACCES])
    if "Ce lieu n'accueille pas de public" in dits:
        notice.doute("acces.porte", "la source dit que ce lieu n'accueille pas de public")
    if "Envoyer un mail avec une fiche de prescription" in dits:
        notice.doute("acces.oriente_par", "la source demande une fiche de prescription : qui peut la remplir ?")
    frais = {dit.partition(" :")[0] for dit in _liste(champs.get("frais_a_charge") or champs.get("conditions_acces"))}
    seuls = {"Gratuit": "gratuit", "Payant": "payant", "Adhésion": "adhesion"}
    if len(frais) == 1 and (tarif := seuls.get(*frais)):
        notice.pose("cout", tarif)
    elif frais:
        notice.doute("cout", f"la source dit : {', '.join(sorted(frais))[:300]}")


def _publics(notice: Notice, champs: Mapping[str, object]) -> None:
    dits = _liste(champs.get("publics_specifiquement_adresses") or champs.get("publics_accueillis"))
    slugs = [slug for dit in dits if (slug := next((s for debut, s in PUBLICS.items() if dit.startswith(debut)), None))]
    notice.pose("publics.situations", list(dict.fromkeys(slugs)))
    if "Uniquement femmes" in dits or dits == ["Femmes"]:
        notice.doute("publics.genre", f"la source dit : « {', '.join(dits)[:300]} » : les femmes seulement ?")
    prises = _liste(champs.get("prise_en_charge_specifique"))
    if "Langues étrangères (anglais)" in prises:
        notice.pose("langues.parlees", ["fr", "en"])
    if prises:
        notice.doute("publics", f"la source dit qu'on y prend en charge : {', '.join(prises)[:300]}")


FORMAT = Format(
    nom="mednum", base="mediation_numerique", titre="Carte de la médiation numérique",
    adresse="https://cartographie.societenumerique.gouv.fr", licence="etalab-2.0", lire=lire, connus=SERVICES)
