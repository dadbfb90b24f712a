"""My selection: its page, and what it shows of each fiche. Which fiches are chosen is known to the visitor's browser only."""

from __future__ import annotations

import json
import re

from markupsafe import Markup

from quifaitquoi.base.json import json_sans_danger
from quifaitquoi.enrich import FicheVue
from quifaitquoi.render.fiche import VueDePage, entree
from quifaitquoi.render.moteur import Moteur
from quifaitquoi.render.page import Page
from quifaitquoi.render.redaction import Parole, Redaction

CHEMIN = "selection/index.html"
DONNEES = "donnees/fiches/"


def page(parole: Parole, moteur: Moteur, jour: str) -> Page:
    """The page itself: empty until a script fills it; without one it says what to do instead."""
    p, titre = Redaction(parole, CHEMIN), parole._("Ma sélection")
    site, langue = parole.annuaire.adresse_du_site, parole.langue.code
    adresse = f"{site.rstrip('/')}/{langue}/" if site else None
    contenu = moteur.rendre("selection.html", p, titre=titre, adresse=adresse, version=jour, donnees=DONNEES,
                            textes=Markup(json_sans_danger(_textes(parole))))
    description = parole._("{titre} à {lieu}", titre=titre, lieu=parole.annuaire.territoire).striptags()
    return Page(p.chemin, str(titre), description, contenu, "selection")


def donnees(vue: FicheVue, c: VueDePage, moteur: Moteur) -> str:
    """One fiche as the page shows it, as a classic script. A withheld address stays withheld: `c` never holds it."""
    html = moteur.rendre("selection_fiche.html", c.p, c=c, portes=_portes(c))
    return _script(vue.slug, {"nom": c.p.simple(vue.fiche.nom), "html": re.sub(r"\n\s*", "\n", html).strip()})


def deplacee(ancien: str, slug: str) -> str:
    """An old name of a fiche: where it is now."""
    return _script(ancien, {"vers": slug})


def _script(slug: str, valeur: dict) -> str:
    # A file of its own, where « < » means nothing: JSON is enough.
    return f"quifaitquoi.fiche({json.dumps(slug)},{json.dumps(valeur, ensure_ascii=False, separators=(',', ':'))});\n"


def _portes(c: VueDePage) -> list[Markup]:
    """What one finds there; a service whose door opens in its own way says so."""
    dits = []
    for s in c.vue.services:
        nom = c.p.t(s.service.nom, False) if s.service.nom else c.p.terme(s.besoin)
        acces = [dit for _picto, dit in entree(c.parole, s.service.acces)]
        dits.append(Markup("{} ({})").format(nom, Markup(", ").join(acces)) if acces else nom)
    return dits


def _textes(parole: Parole) -> dict[str, str]:
    """What the page's script says, in the reader's language."""
    _ = parole._
    return {nom: str(texte.unescape()) for nom, texte in {
        "monter": _("Monter"), "descendre": _("Descendre"), "retirer": _("Retirer"), "annuler": _("Annuler"),
        "retabli": _("C'est revenu comme avant."),
        "note": _("Note pour vous : elle reste dans ce navigateur"),
        "place": _("{nom} : place {n} sur {total}"),
        "retiree": _("{nom} : retiré de votre sélection."),
        "videe": _("Votre sélection est vide."),
        "refus": _("Votre navigateur refuse de garder votre sélection. Elle reste jusqu'à ce que vous fermiez cette page : "
                   "imprimez-la ou copiez son lien."),
        "illisible": _("Ce que votre navigateur avait gardé n'a pas pu être lu. Rien n'a été jeté, mais la sélection repart de zéro."),
        "casse": _("Ce lien n'est pas complet : il ne nomme aucune adresse. Votre sélection n'a pas changé."),
        "casse_en_partie": _("Une partie de ce lien n'a pas pu être lue. Voici le reste."),
        "manquent": _("N'est plus dans l'annuaire, ou n'a pas pu se charger : {noms}. Le reste est là."),
        "absente": _("Cette adresse n'est plus dans l'annuaire, ou n'a pas pu se charger."),
        "partagee": _("Quelqu'un a fait cette sélection : {n}. La vôtre ({moi}) n'a pas changé."),
        "partagee_seule": _("Quelqu'un a fait cette sélection : {n}. Vous pouvez la lire, l'imprimer ou la garder."),
        "voir_mienne": _("Voir la mienne"), "ne_pas_garder": _("Ne pas la garder"),
        "reunies": _("C'est ajouté. Dans votre sélection : {n}."),
        "qr": _("Code QR : la page de cette adresse, à jour"),
        "copie": _("Le lien est copié."),
        "a_copier": _("Le lien est choisi : copiez-le avec votre appareil."),
        "jour": _("Feuille faite le {jour}. Appelez avant de venir."),
    }.items()}
