"""My selection: its page, and what it shows of each fiche. Which fiches are chosen is known to the visitor's browser only."""

from __future__ import annotations

import json
import re

from markupsafe import Markup

from quifaitquoi.annuaire.enrich import FicheVue, ServiceVu
from quifaitquoi.base.json import json_sans_danger
from quifaitquoi.langues.ecritures import dates, mot
from quifaitquoi.langues.marques import N_
from quifaitquoi.paroles.acces import acces
from quifaitquoi.paroles.accessibilite import accessibilite
from quifaitquoi.paroles.accueil import cout, publics
from quifaitquoi.paroles.contact import contact
from quifaitquoi.paroles.dates import prochaines_dates
from quifaitquoi.paroles.equipe import equipe, pairs
from quifaitquoi.paroles.langues_parlees import langues
from quifaitquoi.paroles.service import du_service
from quifaitquoi.site.actifs import dessines
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction, pour_un_script
from quifaitquoi.site.faits import d_un_trait
from quifaitquoi.site.icones import des_feuilles
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.page import Page
from quifaitquoi.site.pages.fiche.vue import VueDePage
from quifaitquoi.site.pages.selection.message import message

CHEMIN = "selection/index.html"
DONNEES = "donnees/fiches/"


def page(parole: ParoleEnPage, moteur: Moteur, jour: str) -> Page:
    """The page itself: empty until a script fills it; without one it says what to do instead."""
    p, titre = Redaction(parole, CHEMIN), parole._("Ma sélection")
    adresse = parole.annuaire.adresse_de(f"{parole.langue.code}/")
    contenu = moteur.rendre("selection.html", p, titre=titre, adresse=adresse, version=jour, donnees=DONNEES,
                            textes=Markup(json_sans_danger(_textes(parole) | dates(parole.langue))))
    return Page(p.chemin, str(titre), parole.description(titre), contenu, "selection")


def donnees(vue: FicheVue, c: VueDePage, moteur: Moteur) -> str:
    """One fiche as the page shows it, as a classic script. A withheld address stays withheld: `c` never holds it."""
    html = des_feuilles(moteur.rendre("selection_fiche.html", c.p, c=c, f=_Feuille(c)), dessines("selection"))
    html = re.sub(r"\n\s*", "\n", html).strip()
    return _script(vue.slug, {"nom": c.p.simple(vue.fiche.nom), "html": html, "message": message(c)})


def deplacee(ancien: str, slug: str) -> str:
    """An old name of a fiche: where it is now."""
    return _script(ancien, {"vers": slug})


def _script(slug: str, valeur: dict) -> str:
    # A file of its own, where « < » means nothing: JSON is enough.
    return f"quifaitquoi.fiche({json.dumps(slug)},{json.dumps(valeur, ensure_ascii=False, separators=(',', ':'))});\n"


class _Feuille:
    """One fiche on the sheet: everything that helps to go there, in few lines."""

    def __init__(self, c: VueDePage):
        self.c, self.p, self.parole = c, c.p, c.parole.en_texte
        f = c.fiche
        self.entrer = d_un_trait(c.p, (*prochaines_dates(self.parole, f.prochaines_dates, c.vue.jour),
                                       *acces(self.parole, f.acces), *publics(self.parole, f.publics), *pairs(self.parole, f.pairs),
                                       *equipe(self.parole, f.equipe), *cout(self.parole, f.cout)))
        self.joindre = d_un_trait(c.p, contact(self.parole, f.contact))
        self.langues = d_un_trait(c.p, langues(self.parole, f.langues))
        self.accessibilite = d_un_trait(c.p, accessibilite(self.parole, f.accessibilite))

    @property
    def autrement(self) -> Markup:
        """Its other names, and who runs it."""
        return Markup(" · ").join(
            self.p.t(nom, False) for nom in (*(self.c.fiche.autres_noms or ()), *(o.nom for o in self.c.vue.organismes))
        )

    @property
    def services(self) -> list[Markup]:
        """What one finds there, each with what it says for itself."""
        return [self._service(s) for s in self.c.vue.services]

    def _service(self, s: ServiceVu) -> Markup:
        propre = s.service
        nom = self.p.t(propre.nom, False) if propre.nom else self.p.terme(s.besoin)
        dits = [self.c.etat_du_service(propre.etat)] if propre.etat else []
        if propre.organisme:
            dits.append(Markup("{} {}").format(self.c.parole._("Proposé par"), self.p.textes(o.nom for o in s.organismes)))
        dits += [self.c.complet(s.complet)] if s.complet_a_lui else []
        dits.append(d_un_trait(self.p, du_service(self.parole, propre, self.c.vue.jour)))
        propres = Markup(" · ").join(filter(None, dits))
        return Markup("{} ({})").format(nom, propres) if propres else nom


def _textes(parole: ParoleEnPage) -> dict[str, str]:
    """What the page's script says, in the reader's language."""
    _ = parole._
    return pour_un_script({
        "monter": _("Monter"),
        "descendre": _("Descendre"),
        "retirer": _("Retirer"),
        "annuler": _("Annuler"),
        "retabli": _("C'est revenu comme avant."),
        "note": Markup.escape(mot(parole.langue, N_("Note pour vous : elle reste sur cet appareil"))),
        "place": _("{nom} : place {n} sur {total}"),
        "retiree": _("{nom} : retiré de votre sélection."),
        "videe": _("Votre sélection est vide."),
        "refus": _(
            "Cet appareil ne peut pas garder votre sélection. Elle reste jusqu'à ce que vous fermiez cette page : "
            "imprimez-la ou copiez son lien."
        ),
        "illisible": _(
            "Ce que cet appareil avait gardé n'a pas pu être lu. Rien n'a été jeté, mais la sélection repart de zéro."
        ),
        "casse": _("Ce lien n'est pas complet : il ne nomme aucune adresse. Votre sélection n'a pas changé."),
        "casse_en_partie": _("Une partie de ce lien n'a pas pu être lue. Voici le reste."),
        "manquent": _("N'est plus dans l'annuaire, ou n'a pas pu se charger : {noms}. Le reste est là."),
        "absente": _("Cette adresse n'est plus dans l'annuaire, ou n'a pas pu se charger."),
        "partagee": _("Quelqu'un a fait cette sélection : {n}. La vôtre ({moi}) n'a pas changé."),
        "partagee_seule": _("Quelqu'un a fait cette sélection : {n}. Vous pouvez la lire, l'imprimer ou la garder."),
        "voir_mienne": _("Voir la mienne"),
        "ne_pas_garder": _("Ne pas la garder"),
        "reunies": _("C'est ajouté. Dans votre sélection : {n}."),
        "qr": _("Code QR : la page de cette adresse, à jour"),
        "qr_liste": _("Code QR : toute cette liste, à jour"),
        "copie": _("Le lien est copié."),
        "a_copier": _("Le lien est choisi : copiez-le avec votre appareil."),
        "texte_copie": _("C'est copié."),
        "texte_a_copier": _("Le texte est choisi : copiez-le avec votre appareil."),
        "jour": _("Feuille faite le {jour}. Appelez avant de venir."),
    })
