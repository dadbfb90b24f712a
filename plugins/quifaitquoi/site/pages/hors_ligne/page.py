"""The page where one asks for a copy without network, and the one that shows a fiche of it."""

from __future__ import annotations

from markupsafe import Markup

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.base.json import json_sans_danger
from quifaitquoi.langues.ecritures import nombres
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction, pour_un_script
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.page import Page
from quifaitquoi.site.pages.hors_ligne.lot import LOT, zones
from quifaitquoi.site.pages.selection.page import DONNEES

CHEMIN = "hors-ligne/index.html"
# As deep as the fiches are: its links lead where theirs do when it takes the place of one of them.
SEULE = "hors-ligne/fiche/index.html"


def page(territoire: Territoire, parole: ParoleEnPage, moteur: Moteur) -> Page:
    """Where a copy is kept, renewed and taken away. What it weighs comes from the lot, when the whole site is made."""
    p, titre = Redaction(parole, CHEMIN), parole._("Garder dans mon téléphone")
    contenu = moteur.rendre("hors-ligne.html", p, titre=titre, lot=LOT, langue=parole.langue, zones=zones(territoire),
                            cle_usb=territoire.directory.annuaire.cle_usb == "oui",
                            textes=Markup(json_sans_danger(_textes(parole) | nombres(parole.langue))))
    return Page(p.chemin, str(titre), "", contenu, "hors-ligne")


def seule(parole: ParoleEnPage, moteur: Moteur, jour: str) -> Page:
    """One fiche of the copy: which one, the address says. Without a script, or without that fiche, it says what to do."""
    p, titre = Redaction(parole, SEULE), parole._("Cette page n'est pas dans votre copie")
    contenu = moteur.rendre("hors-ligne-fiche.html", p, titre=titre, donnees=DONNEES, version=jour)
    return Page(p.chemin, str(titre), "", contenu, "hors-ligne-fiche")


def _textes(parole: ParoleEnPage) -> dict[str, str]:
    """What the page's script says, in the reader's language."""
    _ = parole._
    return pour_un_script({
        "poids": _("À télécharger : {reseau} Mo. Place prise dans le téléphone : {garde} Mo."),
        "en_cours": _("{fait} fichiers sur {total} …"),
        "gardee": _("C'est gardé. Sans réseau, ouvrez cette page ou l'accueil comme d'habitude."),
        "copie": _("Vous avez une copie : {dit}. Elle se renouvelle seule quand il y a du réseau."),
        "enlevee": _("La copie est enlevée de ce téléphone."),
        "reseau": _("Le réseau s'est arrêté : rien n'a changé. Essayez à nouveau plus tard."),
        "place": _("Il n'y a pas assez de place dans ce téléphone : rien n'a changé."),
        "cle": _("Archive : {reseau} Mo à télécharger, {garde} Mo une fois ouverte."),
        "impossible": _("Ce navigateur ne peut pas garder de copie. Un dépliant, imprimé ou téléchargé, marche sans réseau."),
    })
