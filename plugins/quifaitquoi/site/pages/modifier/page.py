"""The editor of a fiche: a form that changes its file, and leads to the forge's own page with what is to be proposed."""

from __future__ import annotations

from markupsafe import Markup

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.annuaire.model.annuaire import Annuaire
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.pays import DIX_CHIFFRES, poste
from quifaitquoi.annuaire.model.telephone import exemples
from quifaitquoi.base.json import json_sans_danger
from quifaitquoi.edition.formulaires.changements import FERMES
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction, pour_un_script
from quifaitquoi.site.liens import vers_la_racine
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.page import Page
from quifaitquoi.site.pages.modifier.champs import saisies
from quifaitquoi.site.pages.modifier.donnees import DONNEES
from quifaitquoi.site.pages.modifier.mots import en_mots, termes, titres

CHEMIN = "modifier/index.html"
# What its scripts need to know: every field, in the reader's words.
REGLAGES = "modifier/reglages.js"


def en_marche(annuaire: Annuaire) -> bool:
    """Whether this territory has the editor: its files are somewhere where they can be changed."""
    return bool(annuaire.depot and annuaire.depot.modifier)


def page(territoire: Territoire, parole: ParoleEnPage, moteur: Moteur) -> Page:
    """The page itself: which fiche it changes, its address says."""
    p, titre, jour = Redaction(parole, CHEMIN), parole._("Modifier une fiche"), territoire.aujourdhui.isoformat()
    contenu = moteur.rendre("modifier.html", p, titre=titre, donnees=DONNEES, version=jour, reglages=f"{REGLAGES}?{jour}")
    return Page(p.chemin, str(titre), "", contenu, "modifier")


def reglages(territoire: Territoire, parole: ParoleEnPage) -> Page:
    """A script: as many words as the page has would wait behind it."""
    annuaire = parole.annuaire
    signaler = annuaire.depot.signaler or ""
    forme, code, exemple = poste(annuaire.pays)
    montrees = saisies()
    tout = {
        "racine": vers_la_racine(CHEMIN),
        "formulaire": signaler if signaler.endswith("/issues/new") else "",
        "edition": annuaire.depot.modifier.rstrip("/"),
        "champs": {cle: en_mots(saisie, parole) for cle, saisie in montrees.items()},
        "titres": titres([nom for nom in Fiche.model_fields if nom not in FERMES or nom == "services"], parole),
        "termes": termes(territoire.directory.vocabulaire, sorted({saisie.liste for saisie in montrees.values()} - {""}), parole),
        "dix": annuaire.pays in DIX_CHIFFRES,
        "code": forme,
        "mots": _textes(parole, exemples(annuaire.pays).replace('"', ""), code, exemple),
    }
    return Page(REGLAGES, "", "", Markup(f"quifaitquoi.reglages={json_sans_danger(tout)};\n"))


def _textes(parole: ParoleEnPage, telephones: str, code: str, exemple: str) -> dict[str, str]:
    """What the page's scripts say, in the reader's language. What is in braces they fill in."""
    _ = parole._
    return pour_un_script({
        "general": _("En général"),
        "plus": _("Ajouter un renseignement"),
        "ajouter": _("Ajouter :"),
        "choisir": _("Choisir dans la liste"),
        "rien": _("Non renseigné"),
        "exemple": _("Exemple : {exemple}"),
        "efface": _("effacé"),
        "copie": _("Le texte est copié."),
        "a_copier": _("Le texte est choisi : copiez-le avec votre appareil."),
        "requis": _("Il faut écrire quelque chose ici."),
        "trop": _("C'est trop long : {n} signes. Écrivez-en {max} au plus."),
        "double": _("« {lu} » est écrit deux fois : gardez-le une seule fois."),
        "telephone": _("« {lu} » n'est pas un numéro de téléphone possible. {exemples}", lu="{lu}", exemples=telephones),
        "courriel": _("« {lu} » n'est pas une adresse de courriel. Exemple : accueil@maison.example.org"),
        "web": _("« {lu} » n'est pas une adresse web complète : elle commence par https:// et n'a pas d'espace. Exemple : "
                 "https://example.org"),
        "code": _("« {lu} » n'est pas un code postal : {forme}. Exemple : {exemple}", lu="{lu}", forme=code, exemple=exemple),
        "jour": _("« {lu} » n'est pas un jour : écrivez l'année, le mois, le jour. Exemple : 2026-12-24"),
        "date": _("« {lu} » n'est pas une date. Exemples : 2026, 2026-12, 2026-12-24"),
        "nombre": _("« {lu} » n'est pas un nombre de {min} à {max}."),
        "ligne": _("« {lu} » : écrivez un jour, deux points, puis les heures. Exemple : lundi au vendredi: 9h-12h, 14h-17h30"),
        "heure": _("« {heure} » n'est pas une heure : les heures vont de 0h à 24h et les minutes de 00 à 59, par exemple "
                   "« 9h30 »."),
        "seule": _("« {heure} » : une heure seule ne dit pas quand on ferme ; écrivez « 9h-12h », ou « 9h- » si la fin est "
                   "inconnue."),
        "inverse": _("La fin ({fin}) est avant le début ({debut}) : vérifiez les deux dates, année comprise."),
        "ages": _("L'âge maximum ({max}) est plus petit que l'âge minimum ({min})."),
        "aide_heures": _("Une ligne pour chaque groupe de jours. Exemple : lundi au vendredi: 9h-12h, 14h-17h30"),
        "retirer": _("Retirer"),
        **{f"plus_{champ}": dit for champ, dit in {
            "services": _("Ajouter un service"), "fermetures": _("Ajouter une fermeture"), "tournee": _("Ajouter un arrêt"),
            "telephone": _("Ajouter un numéro")}.items()},
    })
