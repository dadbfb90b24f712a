"""« Ce que nous ne demandons jamais », and what each kind of secrecy means, in plain words."""

from __future__ import annotations

from quifaitquoi.langues.marques import N_

TITRE = N_("Ce que nous ne demandons jamais")
JAMAIS = (
    (N_("Votre nom"), N_("Il n'y a ni compte, ni mot de passe, ni inscription.")),
    (N_("Votre histoire"), N_("Pas de profil, pas de dossier, pas de note sur vous.")),
    (N_("Vos papiers"), N_("Ce site ne vous demande aucun document, et aucun numéro.")),
    (N_("Où vous êtes"), N_("« Près de moi » demande d'abord. Votre position sert sur votre appareil, puis elle est oubliée.")),
    (N_("Ce que vous cherchez"), N_("Ce que vous tapez n'est envoyé à personne : la recherche se fait sur votre appareil.")),
)
RESTE = (
    (N_("Votre sélection et vos notes"), N_("Si vous en faites. Une personne qui se sert de cet appareil peut les voir.")),
    (N_("La copie sans réseau"), N_("Si vous en gardez une. Une personne qui se sert de cet appareil peut la voir. « Tout effacer "
                                    "et quitter » l'enlève aussi.")),
    (N_("L'historique de votre navigateur"), N_("Il garde les pages ouvertes. Une fenêtre privée ne le garde pas ; vous pouvez "
                                                "aussi l'effacer.")),
)
# Of a directory too large for one index.
EN_MORCEAUX = N_("Cet annuaire est grand : la recherche ne charge que les adresses autour du lieu choisi. Le serveur qui envoie "
                 "les pages peut donc voir à peu près où vous cherchez. Ce que vous tapez reste sur votre appareil.")
# By the term of `acces.secret`: what happens to what one says there.
SECRET = {
    "personne": N_("La personne qui vous reçoit le garde pour elle. Elle ne le dit pas, même à ses collègues."),
    "equipe": N_("Les personnes qui travaillent là peuvent en parler entre elles pour vous aider. Pas dehors."),
    "parents": N_("Si vous êtes mineur, vos parents peuvent être mis au courant. Demandez avant de parler."),
    "orienteur": N_("La personne ou le service qui vous a envoyé peut être mis au courant."),
    "justice": N_("Le juge, le tribunal ou ceux qui suivent une peine peuvent être mis au courant."),
}
MOTS = (
    (N_("Anonyme"), N_("Vous pouvez venir ou appeler sans dire votre nom.")),
    (N_("Adresse non publiée"), N_("Ce lieu protège des personnes. Son adresse n'est écrite nulle part ici : on appelle d'abord.")),
    (N_("Secret professionnel"), N_("Certains métiers, comme médecin, avocate ou assistant social, n'ont pas le droit de répéter "
                                    "ce que vous leur confiez.")),
    (N_("Rien n'est dit"), N_("Quand une fiche ne parle pas de secret, c'est que nous ne savons pas. Demandez avant de parler.")),
)
LIMITE = N_("Il y a une limite. Si un enfant est en danger, ou si une vie est en jeu, la personne peut devoir alerter. Vous pouvez "
            "demander d'abord : « À qui le direz-vous ? »")
