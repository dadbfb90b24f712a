"""The editor of a fiche: a form that changes its file, and leads to the forge's own page with what is to be proposed."""

from __future__ import annotations

from dataclasses import asdict

from markupsafe import Markup

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.annuaire.model.annuaire import Annuaire
from quifaitquoi.annuaire.model.pays import DIX_CHIFFRES, poste
from quifaitquoi.annuaire.model.telephone import exemples
from quifaitquoi.annuaire.model.vocabulaire import Vocabulaire
from quifaitquoi.base.json import json_sans_danger
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction, pour_un_script
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.page import Page
from quifaitquoi.site.pages.modifier.champs import saisies
from quifaitquoi.site.pages.modifier.donnees import DONNEES

CHEMIN = "modifier/index.html"


def en_marche(annuaire: Annuaire) -> bool:
    """Whether this territory has the editor: its files are somewhere where they can be changed."""
    return bool(annuaire.depot and annuaire.depot.modifier)


def page(territoire: Territoire, parole: ParoleEnPage, moteur: Moteur) -> Page:
    """The page itself: which fiche it changes, its address says."""
    p, titre, annuaire = Redaction(parole, CHEMIN), parole._("Modifier une fiche"), parole.annuaire
    signaler = annuaire.depot.signaler or ""
    forme, code, exemple = poste(annuaire.pays)
    montrees = saisies()
    tout = {
        "racine": p.racine,
        "formulaire": signaler if signaler.endswith("/issues/new") else "",
        "edition": annuaire.depot.modifier.rstrip("/"),
        "champs": {cle: {nom: valeur for nom, valeur in asdict(saisie).items() if valeur or nom in ("titre", "aide", "exemple")}
                   for cle, saisie in montrees.items()},
        "termes": _termes(territoire.directory.vocabulaire, {saisie.liste for saisie in montrees.values() if saisie.liste}),
        "dix": annuaire.pays in DIX_CHIFFRES,
        "code": forme,
        "mots": _textes(parole, exemples(annuaire.pays), code, exemple),
    }
    contenu = moteur.rendre("modifier.html", p, titre=titre, donnees=DONNEES, version=territoire.aujourdhui.isoformat(),
                            tout=Markup(json_sans_danger(tout)))
    return Page(p.chemin, str(titre), "", contenu, "modifier")


def _termes(vocabulaire: Vocabulaire, listes: set[str]) -> dict[str, list[list[str]]]:
    """(slug, name) of each term of these lists, in the order of their names."""
    return {liste: sorted(([slug, str(noms[0])] for slug, noms in vocabulaire.noms(liste).items()), key=lambda terme: terme[1])
            for liste in sorted(listes)}


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
        "web": _("« {lu} » n'est pas une adresse web : elle commence par https://. Exemple : https://maison.example.org"),
        "code": _("« {lu} » n'est pas un code postal : {forme}. Exemple : {exemple}", lu="{lu}", forme=code, exemple=exemple),
        "jour": _("« {lu} » n'est pas un jour : écrivez l'année, le mois, le jour. Exemple : 2026-12-24"),
        "date": _("« {lu} » n'est pas une date. Exemples : 2026, 2026-12, 2026-12-24"),
        "nombre": _("« {lu} » n'est pas un nombre de {min} à {max}."),
        "ligne": _("« {lu} » : écrivez un jour, deux points, puis les heures. Exemple : lundi au vendredi: 9h-12h, 14h-17h30"),
        "heure": _("« {lu} » : « {heure} » n'est pas une heure. Exemple : 9h-12h, 14h-17h30"),
        "fin": _("« {lu} » : il manque l'heure où cela ferme. Exemple : 9h-12h"),
    })
