"""Controlled values of the models in a reader's words: one short sentence each, about the service, never about the reader."""

from __future__ import annotations

import re

from quifaitquoi.langues.marques import N_

PORTE = {
    "se-presenter": N_("Venir sur place"),
    "telephoner": N_("Téléphoner"),
    "envoyer-un-courriel": N_("Écrire un courriel"),
    "utiliser-lien-mobilisation": N_("Passer par le site"),
    "sur-orientation": N_("Sur orientation : un professionnel fait la demande"),
    "par-le-115": N_("En appelant le 115"),
    "l-equipe-vient": N_("L'équipe vient vers vous"),
}
PICTO_PORTE = {
    "se-presenter": "door-open", "telephoner": "phone", "envoyer-un-courriel": "email-outline",
    "utiliser-lien-mobilisation": "earth", "sur-orientation": "account-arrow-right", "par-le-115": "phone",
    "l-equipe-vient": "walk",
}
PAR = {
    frozenset(("personnes",)): N_("Chacun peut prendre contact soi-même"),
    frozenset(("professionnels",)): N_("Seuls les professionnels peuvent prendre contact"),
    frozenset(("personnes", "professionnels")): N_("Chacun peut prendre contact soi-même ; les professionnels aussi"),
}
RENDEZ_VOUS = {
    "sans": N_("Sans rendez-vous"),
    "conseille": N_("Rendez-vous conseillé"),
    "obligatoire": N_("Sur rendez-vous"),
}
INSCRIPTION = {
    "sans": N_("Sans inscription"),
    "a-tout-moment": N_("Inscription possible à tout moment"),
    "par-session": N_("Inscription à certaines dates (sessions)"),
}
ACCOMPAGNANT = {
    "oui": N_("On peut venir avec quelqu'un de son choix"),
    "non": N_("On ne peut pas venir accompagné"),
}
ANIMAUX = {
    "acceptes": N_("Animaux acceptés"),
    "refuses": N_("Animaux non acceptés"),
    "dehors": N_("Les animaux attendent dehors"),
}
TARIF = {
    "gratuit": N_("Gratuit"),
    "participation": N_("Une participation est demandée"),
    "adhesion": N_("Sur adhésion"),
    "payant": N_("Payant"),
}
ACCUEIL = {
    "inconditionnel": N_("Ouvert à tout le monde, sans condition"),
    "prioritaire": N_("Accueille d'abord :"),
    "exclusif": N_("Réservé à :"),
}
GENRE_PUBLIC = {"femmes": N_("Femmes"), "hommes": N_("Hommes"), "tous": N_("Femmes et hommes")}
FAMILLES = {
    "personnes-seules": N_("Personnes seules"),
    "couples": N_("Couples"),
    "familles-avec-enfants": N_("Familles avec enfants"),
    "femmes-enceintes": N_("Femmes enceintes"),
}
GENRE = {
    "lieu": N_("Un lieu où aller"),
    "equipe-mobile": N_("Une équipe qui se déplace"),
    "telephone": N_("Une ligne à appeler"),
    "en-ligne": N_("Un service en ligne"),
}
PICTO_GENRE = {"lieu": "map-marker", "equipe-mobile": "van-passenger", "telephone": "phone", "en-ligne": "earth"}
ETAT = {
    "prevu": N_("Pas encore ouvert"),
    "experimental": N_("À l'essai"),
    "suspendu": N_("Fermé pour le moment"),
    "ferme": N_("Fermé définitivement"),
    "remplace": N_("Remplacé"),
}
COMMENT = {
    "telephone": N_("par téléphone"),
    "visite": N_("sur place"),
    "la-structure-elle-meme": N_("par la structure elle-même"),
}
ACCESSIBILITE = {
    "plain_pied": N_("Sans marche"),
    "ascenseur": N_("Ascenseur"),
    "toilettes_adaptees": N_("Toilettes adaptées"),
    "stationnement_adapte": N_("Place de stationnement adaptée"),
    "boucle_magnetique": N_("Boucle magnétique"),
    "langue_des_signes": N_("Accueil en langue des signes"),
    "facile_a_lire": N_("Documents faciles à lire"),
    "chien_d_assistance": N_("Chien d'assistance accepté"),
}
OUI_NON = {"oui": N_("oui"), "non": N_("non"), "en-partie": N_("en partie")}
PICTO_OUI_NON = {"oui": "check", "non": "close", "en-partie": "circle-half-full"}
LANGUES = {
    "parlees": N_("L'équipe parle :"),
    "mediateur": N_("Une médiatrice ou un médiateur parle :"),
    "interprete": N_("Avec un interprète professionnel :"),
    "documents": N_("Documents écrits :"),
}
PICTO_LANGUES = {
    "parlees": "account-voice", "mediateur": "account-supervisor", "interprete": "headset", "documents": "file-document-outline",
}

# The questions of the form « Corriger une fiche » (.github/ISSUE_TEMPLATE/corriger.yml), for a message; a test holds them together.
CORRIGER = {
    "horaires": N_("Les bons horaires"), "telephone": N_("Le bon téléphone"), "site": N_("Le bon site web"),
    "voie": N_("Les bons numéro et rue"), "code_postal": N_("Le bon code postal"), "commune": N_("La bonne ville"),
    "langues": N_("Les langues qu'on y parle"), "presentation": N_("Une meilleure présentation"),
    "remarque": N_("Autre chose à corriger"), "source": N_("D'où le savez-vous ?"),
}
# Never asked about a place whose address is withheld.
CORRIGER_OU = frozenset({"voie", "code_postal"})

# What a field is called on a page, for « à confirmer » and for « non renseigné ».
CHAMPS = {
    "nom": N_("nom"), "autres_noms": N_("autres noms"), "genre": N_("lieu, équipe, téléphone ou site"),
    "ne_fait_pas": N_("ce que ce lieu ne fait pas"), "organisme": N_("organisme"), "presentation": N_("présentation"), "adresse": N_("adresse"),
    "tournee": N_("tournée"), "secteur": N_("secteur"), "horaires": N_("horaires"), "fermetures": N_("fermetures"),
    "complet": N_("places disponibles"), "langues": N_("langues"), "publics": N_("pour qui"), "acces": N_("comment entrer"),
    "cout": N_("prix"), "contact": N_("contact"), "contact.telephone": N_("téléphone"), "contact.courriel": N_("courriel"),
    "contact.site": N_("site internet"), "accessibilite": N_("accessibilité"), "services": N_("services"),
    "etat": N_("état"), "acces.documents": N_("papiers à apporter"), "acces.rendez_vous": N_("rendez-vous"),
    "adresse.voie": N_("rue"), "adresse.position": N_("position sur la carte"), "adresse.y_aller": N_("comment y aller"),
    "acces.porte": N_("comment prendre contact"), "adresse.code_postal": N_("code postal"), "adresse.commune": N_("commune"),
    "acces.conditions": N_("conditions"), "publics.accueil": N_("conditions d'accueil"), "publics.age": N_("âge"),
}


def nom_du_champ(champ: str) -> str:
    """The name of a field, or of the nearest thing that holds it: « contact.telephone.0 » is « téléphone »."""
    # « services[2].horaires » are hours: which service has them shows beside it.
    parts = re.sub(r"\[\d+\]", "", champ).removeprefix("services.").split(".")
    for fin in range(len(parts), 0, -1):
        if nom := CHAMPS.get(".".join(parts[:fin])):
            return nom
    return champ
