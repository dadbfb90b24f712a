"""« Ma feuille pour les jours difficiles »: what it asks its owner, in the words of somebody who does not judge."""

from __future__ import annotations

from typing import NamedTuple

from quifaitquoi.langues.marques import N_

TITRE = N_("Ma feuille pour les jours difficiles")


class Rubrique(NamedTuple):
    """A part to fill in: its title, an example of what to write there, and how many lines to write on."""

    titre: str
    aide: str
    lignes: int


RUBRIQUES = (
    Rubrique(N_("Comment je sens que ça ne va pas"), N_("Je ne dors plus, je m'isole, je parle très vite…"), 2),
    Rubrique(N_("Ce qui m'aide"), N_("Marcher, écouter de la musique, rester au calme, voir quelqu'un…"), 3),
    Rubrique(N_("Ce qui ne m'aide pas"), N_("Qu'on me touche, qu'on crie, qu'on me laisse seul ou seule…"), 2),
    Rubrique(N_("Où je me sens en sécurité"), N_("Chez moi, chez quelqu'un, dehors, dans un lieu que je connais…"), 2),
    Rubrique(N_("Qui m'aide, et son numéro"), N_("Quelqu'un de ma famille, un ami, un soignant, une association…"), 3),
    Rubrique(N_("Qui je ne veux pas qu'on appelle"), "", 1),
    Rubrique(N_("Ce que je demande qu'on respecte"), N_("Ma langue, ma religion, mes médicaments, m'expliquer avant d'agir…"), 3),
    Rubrique(N_("Ce qu'il faut faire chez moi si je ne suis pas là"), N_("Les enfants, les animaux, les clés, le travail…"), 2),
)
# Said on the page and on the paper alike.
A_VOUS = N_("Cette feuille est à vous. Remplissez-la à la main, un jour où ça va, seul ou avec quelqu'un. Laissez vide ce que vous "
            "voulez.")
MONTRER = N_("Vous la gardez, et vous la montrez à qui vous voulez. Personne d'autre n'en a de copie.")
EN_DANGER = N_("Si ça ne va pas du tout, n'attendez pas : appelez.")
