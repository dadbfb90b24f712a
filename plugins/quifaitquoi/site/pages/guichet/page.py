"""The desk: its page, and the words that its scripts say. Places, hours and words of needs are those of the finder's index."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.base.json import json_sans_danger
from quifaitquoi.paroles.introuvables import RAISONS
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction, pour_un_script
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.page import Page
from quifaitquoi.site.pages import trouver
from quifaitquoi.site.pages.selection.page import DONNEES

CHEMIN = "accueil-telephonique/index.html"


def page(territoire: Territoire, index: Mapping[str, str], parole: ParoleEnPage, moteur: Moteur) -> Page:
    """`index` is the finder's. Without a script the page leads to the lists."""
    p, titre, fond = Redaction(parole, CHEMIN), parole._("Accueil téléphonique"), territoire.directory.fond
    contenu = moteur.rendre("guichet.html", p, titre=titre, **trouver.adresses(index),
                            script=trouver.actifs(parole.langue).script, rues=trouver.adresses_des_rues(fond),
                            credit=fond and fond.attribution, donnees=DONNEES, version=territoire.aujourdhui.isoformat(),
                            textes=Markup(json_sans_danger(_textes(parole))))
    return Page(p.chemin, str(titre), parole.description(titre), contenu, "guichet")


def _textes(parole: ParoleEnPage) -> dict[str, object]:
    """What the page's scripts say beyond the finder's words, in the reader's language."""
    _ = parole._
    dits = {
        "rang": _("Question {n} sur {total}"),
        "besoin": _("De quoi a-t-on besoin ?"),
        "besoin_precis": _("{besoin} : quoi, plus précisément ?"),
        "besoin_champ": _("Ou écrivez ce que la personne dit"),
        "besoin_peu": _("Peu importe quoi"),
        "besoin_tout": _("Tout : {besoin}"),
        "lieu": _("Où cherche-t-on ?"),
        "lieu_champ": _("Ou écrivez un arrêt, une rue ou un quartier"),
        "lieu_peu": _("Peu importe où"),
        "quand": _("Pour quand ?"),
        "quand_peu": _("Peu importe quand"),
        "maintenant": _("Maintenant"),
        "aujourdhui": _("Aujourd'hui"),
        "soir": _("Ce soir, à 20 h"),
        "nuit": _("Cette nuit, à 23 h"),
        "semaine": _("Dans les sept jours"),
        "langue": _("Dans quelle langue ?"),
        "langue_champ": _("Ou écrivez une langue"),
        "langue_peu": _("Peu importe la langue"),
        "avec": _("Pour qui, et que ne faut-il pas lui demander ?"),
        "avec_champ": _("Ou écrivez : mineur, chien, papiers …"),
        "avec_peu": _("C'est tout : voir les réponses"),
        "suite": _("D'autres choix"),
        "annuler": _("Ne rien noter"),
        "reponses": _("À lire à voix haute"),
        "onglet": _("(nouvel onglet)"),
        "donner": _("À donner : {nom}"),
        "aucune": _("Il n'y a rien à lire : demandez à un autre accueil, ou notez que cela n'a pas été trouvé."),
        "pourquoi": _("{besoin}, {quartier} : pourquoi n'a-t-on pas trouvé ?"),
        "quel_besoin": _("Qu'est-ce qui n'a pas été trouvé ?"),
        "quel_quartier": _("Dans quel quartier cherchait-on ?"),
        "note": _("C'est noté : {besoin}, {quartier}. {raison}."),
        "efface": _("Les croix sont effacées."),
        "sans_memoire": _("Cet appareil ne garde rien : les croix s'en iront avec cette page. Copiez-les avant."),
        "copie": _("C'est copié."),
        "a_copier": _("Le texte est choisi : copiez-le avec votre appareil."),
        **{f"raison_{champ}": _(dit) for champ, dit in RAISONS.items()},
    }
    return pour_un_script(dits)
