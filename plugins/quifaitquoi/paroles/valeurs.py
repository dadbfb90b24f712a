"""Controlled values of the models: one record each, its words and what every output needs of it.

Words are one short sentence about the service, never about the reader.
"""

from __future__ import annotations

from typing import NamedTuple

from quifaitquoi.langues.marques import N_


class Valeur(NamedTuple):
    """`dit`: in words. `picto`: its pictogram. `code`: its number in the finder's index, where 0 is « non renseigné »."""

    dit: str
    picto: str = ""
    code: int = 0


PORTE = {
    "se-presenter": Valeur(N_("Venir sur place"), "door-open"),
    "telephoner": Valeur(N_("Téléphoner"), "phone"),
    "envoyer-un-courriel": Valeur(N_("Écrire un courriel"), "email-outline"),
    "utiliser-lien-mobilisation": Valeur(N_("Passer par le site"), "earth"),
    "par-le-115": Valeur(N_("En appelant le 115"), "phone"),
    "l-equipe-vient": Valeur(N_("L'équipe vient vers vous"), "walk"),
    "on-vous-appelle": Valeur(N_("L'équipe vous appelle la première"), "phone-incoming"),
    "on-vous-ecrit": Valeur(N_("L'équipe vous écrit la première"), "email-outline"),
    "porte-a-porte": Valeur(N_("L'équipe frappe à votre porte"), "walk"),
}
# Whoever sends people there, as « Il faut être envoyé par : » goes on.
ORIENTE_PAR = {
    "professionnel": Valeur(N_("un professionnel")),
    "travailleur-social": Valeur(N_("un travailleur social")),
    "soignant": Valeur(N_("un médecin ou un autre soignant")),
    "115": Valeur(N_("le 115")),
    "siao": Valeur(N_("le SIAO")),
    "mairie": Valeur(N_("la mairie")),
    "departement": Valeur(N_("le département")),
    "mission-locale": Valeur(N_("une mission locale")),
    "france-travail": Valeur(N_("France Travail")),
    "mdph": Valeur(N_("la MDPH")),
    "bailleur": Valeur(N_("le propriétaire du logement")),
    "hopital": Valeur(N_("l'hôpital")),
    "addictologie": Valeur(N_("un centre de soin des addictions")),
    "ecole": Valeur(N_("l'école")),
    "ase": Valeur(N_("l'aide sociale à l'enfance")),
    "justice": Valeur(N_("la justice")),
    "police": Valeur(N_("la police ou la gendarmerie")),
    "association": Valeur(N_("une association")),
}
# Where it takes place, as « Ça se passe : » goes on.
OU = {
    "ici": Valeur(N_("sur place")),
    "chez-vous": Valeur(N_("chez vous")),
    "lieu-neutre": Valeur(N_("dans un endroit choisi avec vous")),
    "rue": Valeur(N_("dans la rue")),
    "telephone": Valeur(N_("au téléphone")),
    "video": Valeur(N_("en vidéo")),
    "ecole": Valeur(N_("à l'école")),
    "entreprise": Valeur(N_("dans l'entreprise")),
    "hopital": Valeur(N_("à l'hôpital")),
    "prison": Valeur(N_("en prison")),
}
OUVERT_A = {
    "prison": Valeur(N_("Seulement pour les personnes en prison")),
    "hopital": Valeur(N_("Seulement pour les personnes hospitalisées")),
    "foyer": Valeur(N_("Seulement pour les personnes qui habitent là")),
    "ecole": Valeur(N_("Seulement pour les élèves de l'établissement")),
    "entreprise": Valeur(N_("Seulement pour les salariés de l'entreprise")),
}
SUR_ORIENTATION = Valeur(N_("Un professionnel fait la demande pour vous"))
PAR = {
    frozenset(("personnes",)): Valeur(N_("Chacun peut prendre contact soi-même")),
    frozenset(("professionnels",)): Valeur(N_("Seul un professionnel peut prendre contact : demandez-lui")),
    frozenset(("personnes", "professionnels")): Valeur(N_("Chacun peut prendre contact soi-même ; les professionnels aussi")),
}
PRECISION = {
    "porte": Valeur(N_("Position de la porte")),
    "rue": Valeur(N_("À peu près : position de la rue, pas de la porte"), "map-marker-radius-outline"),
    "quartier": Valeur(N_("À peu près : position du quartier, pas de la porte"), "map-marker-radius-outline"),
}
RENDEZ_VOUS = {
    "sans": Valeur(N_("Sans rendez-vous"), "door-open", code=1),
    "conseille": Valeur(N_("Rendez-vous conseillé"), "calendar-clock", code=2),
    "obligatoire": Valeur(N_("Sur rendez-vous"), "calendar-clock", code=3),
}
INSCRIPTION = {
    "sans": Valeur(N_("Sans inscription")),
    "a-tout-moment": Valeur(N_("Inscription possible à tout moment")),
    "par-session": Valeur(N_("Inscription à certaines dates (sessions)")),
    "sur-place": Valeur(N_("On s'inscrit sur place, le jour même")),
    "sur-place-le-matin": Valeur(N_("On s'inscrit sur place le matin, pour la journée")),
}
ACCOMPAGNANT = {
    "oui": Valeur(N_("On peut venir avec quelqu'un de son choix")),
    "non": Valeur(N_("Il faut venir seul ou seule")),
}
VOUS_ACCOMPAGNE = {
    "oui": Valeur(N_("Quelqu'un peut venir avec vous à un rendez-vous, ailleurs")),
    "non": Valeur(N_("Personne d'ici ne vous accompagne ailleurs")),
}
# Who is told what one says, as « Ce que vous dites n'est répété qu'à : » goes on; to nobody is a sentence of its own.
SECRET = {
    "personne": Valeur(N_("Ce que vous dites reste entre vous et la personne qui vous reçoit")),
    "equipe": Valeur(N_("l'équipe")),
    "parents": Valeur(N_("vos parents, si vous êtes mineur")),
    "orienteur": Valeur(N_("qui vous a envoyé")),
    "justice": Valeur(N_("la justice")),
}
CONSOMMATION = {
    "sur-place": Valeur(N_("On peut consommer sur place (alcool ou drogues)"), code=1),
    "avant": Valeur(N_("On peut venir après avoir bu ou pris de la drogue ; rien sur place"), code=2),
    "pas-sur-place": Valeur(N_("Ni alcool ni drogue sur place"), code=3),
    "refusee": Valeur(N_("Ne pas avoir bu ni pris de drogue avant de venir"), code=4),
}
SUBSTITUTION = {
    "oui": Valeur(N_("Traitement de substitution accepté")),
    "non": Valeur(N_("Traitement de substitution non accepté")),
}
A_LA_SORTIE = {
    "intervient-avant": Valeur(N_("L'équipe vous rencontre avant votre sortie (prison, hôpital, foyer)")),
    "sans-attente": Valeur(N_("Sans attente à la sortie (prison, hôpital, foyer)")),
}
# As « Délai : » and « Durée : » go on.
DELAI = {
    "ce-soir": Valeur(N_("le jour même")),
    "cette-semaine": Valeur(N_("moins d'une semaine")),
    "ce-mois": Valeur(N_("moins d'un mois")),
    "plus-d-un-mois": Valeur(N_("plus d'un mois")),
}
DUREE = {
    "une-nuit": Valeur(N_("une nuit")),
    "moins-de-6-mois": Valeur(N_("moins de 6 mois")),
    "6-mois-a-1-an": Valeur(N_("de 6 mois à 1 an")),
    "1-a-2-ans": Valeur(N_("de 1 à 2 ans")),
    "plus-de-2-ans": Valeur(N_("plus de 2 ans")),
}
RENOUVELABLE = {
    "oui": Valeur(N_("on peut demander à rester plus longtemps")),
    "non": Valeur(N_("on ne peut pas rester plus longtemps")),
}
ANIMAUX = {
    "acceptes": Valeur(N_("Animaux acceptés"), code=1),
    "refuses": Valeur(N_("Animaux non acceptés"), code=2),
    "dehors": Valeur(N_("Les animaux attendent dehors"), code=3),
}
TARIF = {
    "gratuit": Valeur(N_("Gratuit"), code=1),
    "participation": Valeur(N_("Une participation est demandée"), code=2),
    "adhesion": Valeur(N_("Il faut adhérer"), code=3),
    "payant": Valeur(N_("Il faut payer"), code=4),
}
ACCUEIL = {
    "inconditionnel": Valeur(N_("Ouvert à tout le monde, sans condition")),
    "prioritaire": Valeur(N_("Accueille d'abord :")),
    "exclusif": Valeur(N_("Réservé à :")),
}
GENRE_PUBLIC = {
    "femmes": Valeur(N_("Femmes")),
    "hommes": Valeur(N_("Hommes")),
    "tous": Valeur(N_("Femmes et hommes")),
}
FAMILLES = {
    "personnes-seules": Valeur(N_("Personnes seules")),
    "couples": Valeur(N_("Couples")),
    "binomes": Valeur(N_("Deux personnes proches, ensemble")),
    "familles-avec-enfants": Valeur(N_("Familles avec enfants")),
    "grandes-familles": Valeur(N_("Grandes familles")),
    "femmes-enceintes": Valeur(N_("Femmes enceintes")),
}
# What somebody there has lived, as « Quelqu'un qui est passé par là : » goes on.
VECU = {
    "rue": Valeur(N_("la rue")),
    "addiction": Valeur(N_("une addiction")),
    "psychique": Valeur(N_("des troubles psychiques")),
    "handicap": Valeur(N_("un handicap")),
    "vih": Valeur(N_("le VIH")),
    "exil": Valeur(N_("l'exil")),
    "justice": Valeur(N_("la prison ou la justice")),
    "prostitution": Valeur(N_("la prostitution")),
    "placement": Valeur(N_("un placement dans l'enfance")),
    "violences": Valeur(N_("des violences")),
    "deuil": Valeur(N_("un deuil")),
}
# Whom one may meet, as « Dans l'équipe : » goes on: a trade or a function, never a person.
METIER = {
    "medecin": Valeur(N_("médecin")),
    "infirmier": Valeur(N_("infirmière ou infirmier")),
    "psychologue": Valeur(N_("psychologue")),
    "sage-femme": Valeur(N_("sage-femme")),
    "travailleur-social": Valeur(N_("assistante sociale ou autre travailleur social")),
    "educateur": Valeur(N_("éducatrice ou éducateur")),
    "conseiller-emploi": Valeur(N_("conseil pour l'emploi")),
    "juriste": Valeur(N_("juriste")),
    "avocat": Valeur(N_("avocate ou avocat")),
    "interprete": Valeur(N_("interprète")),
    "mediateur": Valeur(N_("médiatrice ou médiateur")),
    "ecrivain-public": Valeur(N_("écrivain public")),
    "conseiller-numerique": Valeur(N_("conseil pour le numérique")),
    "referent-sante": Valeur(N_("quelqu'un qui s'occupe de la santé")),
    "referent-budget": Valeur(N_("quelqu'un qui s'occupe du budget et des dettes")),
    "referent-alimentation": Valeur(N_("quelqu'un qui s'occupe de l'aide alimentaire")),
    "referent-logement": Valeur(N_("quelqu'un qui s'occupe du logement")),
}
POUR_LES_PROFESSIONNELS = {
    "avis-par-telephone": Valeur(N_("Avis par téléphone"), "phone"),
    "intervient-chez-vous": Valeur(N_("L'équipe intervient dans votre service"), "walk"),
    "visite": Valeur(N_("On peut venir voir comment l'équipe travaille"), "account-eye-outline"),
    "partenaires-signataires": Valeur(N_("Seuls les partenaires qui ont signé une convention envoient quelqu'un"),
                                      "account-arrow-right"),
}
SANS_SEPARER = {
    "oui": Valeur(N_("Couples et familles restent ensemble")),
    "non": Valeur(N_("Couples et familles peuvent être séparés")),
}
GENRE = {
    "lieu": Valeur(N_("Un lieu"), "map-marker"),
    "equipe-mobile": Valeur(N_("Une équipe qui se déplace"), "van-passenger"),
    "telephone": Valeur(N_("Une ligne à appeler"), "phone"),
    "en-ligne": Valeur(N_("Un service en ligne"), "earth"),
}
ETAT = {
    "prevu": Valeur(N_("Pas encore ouvert")),
    "experimental": Valeur(N_("À l'essai")),
    "saisonnier": Valeur(N_("Une partie de l'année seulement")),
    "suspendu": Valeur(N_("Fermé pour le moment")),
    "ferme": Valeur(N_("Fermé définitivement")),
    "remplace": Valeur(N_("Remplacé")),
}
COMMENT = {
    "telephone": Valeur(N_("par téléphone")),
    "visite": Valeur(N_("sur place")),
    "la-structure-elle-meme": Valeur(N_("par la structure elle-même")),
}
ACCESSIBILITE = {
    "plain_pied": Valeur(N_("Sans marche")),
    "ascenseur": Valeur(N_("Ascenseur")),
    "toilettes_adaptees": Valeur(N_("Toilettes adaptées")),
    "stationnement_adapte": Valeur(N_("Place de stationnement adaptée")),
    "boucle_magnetique": Valeur(N_("Boucle magnétique")),
    "langue_des_signes": Valeur(N_("Accueil en langue des signes")),
    "facile_a_lire": Valeur(N_("Documents faciles à lire")),
    "chien_d_assistance": Valeur(N_("Chien d'assistance accepté")),
}
OUI_NON = {
    "oui": Valeur(N_("oui"), "check", code=1),
    "non": Valeur(N_("non"), "close", code=2),
    "en-partie": Valeur(N_("en partie"), "circle-half-full", code=3),
}
INTERPRETE_DELAI = {
    "le-jour-meme": Valeur(N_("Interprète : le jour même")),
    "sur-reservation": Valeur(N_("Interprète : à demander avant de venir")),
}
LANGUES = {
    "parlees": Valeur(N_("L'équipe parle :"), "account-voice"),
    "mediateur": Valeur(N_("Une médiatrice ou un médiateur parle :"), "account-supervisor"),
    "interprete": Valeur(N_("Avec un interprète professionnel :"), "headset"),
    "documents": Valeur(N_("Documents écrits :"), "file-document-outline"),
}
