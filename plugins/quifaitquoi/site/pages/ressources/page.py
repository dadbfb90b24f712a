"""« Guides, kits et cours pour aider », for whom they are, and the short list of other pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.model.ressource import Ressource
from quifaitquoi.langues.marques import N_
from quifaitquoi.paroles.parole import date_sue
from quifaitquoi.paroles.ressources import GENRE, POUR
from quifaitquoi.savoir import ressources as savoir
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.page import Page

CHEMIN = "ressources/index.html"
TITRE = N_("Guides, kits et cours pour aider")
EN_BREF = 4  # on a page that is about something else


class Ressources:
    """What a language says of the guides, kits and courses of a territory."""

    def __init__(self, territoire: Territoire, parole: ParoleEnPage, moteur: Moteur):
        self.territoire, self.parole, self.moteur = territoire, parole, moteur

    def page(self) -> Page:
        p = Redaction(self.parole, CHEMIN)
        toutes, titre = savoir.toutes(self.territoire), self.parole.langue.dire(TITRE)
        groupes = [(pour, self.parole.langue.dire(dit.dit), [r for r in toutes if r.pour == pour]) for pour, dit in POUR.items()]
        contenu = self.moteur.rendre(
            "ressources.html", p, titre=titre, groupes=[groupe for groupe in groupes if groupe[2]],
            genre=lambda r: self.parole.langue.dire(GENRE[r.genre].dit), picto=lambda r: GENRE[r.genre].picto,
            datee=lambda r: date_sue(r.date, self.parole.langue.locale), vue=lambda r: savoir.donnee_par(self.territoire, r))
        return Page(p.chemin, titre, self.parole.description(titre), contenu, "index")

    def depend_de(self) -> list[FicheVue]:
        """The fiches that the page names."""
        vues = (savoir.donnee_par(self.territoire, r) for r in savoir.toutes(self.territoire))
        return [vue for vue in vues if vue]

    def des_besoins(self, p: Redaction, besoins: Iterable[str]) -> Markup:
        return self.en_bref(p, savoir.des_besoins(self.territoire, besoins))

    def en_bref(self, p: Redaction, siennes: Sequence[Ressource]) -> Markup:
        """The section of another page; nothing where there is nothing to read."""
        if not siennes:
            return Markup("")
        return self.moteur.rendre("ressources_en_bref.html", p, ressources=siennes[:EN_BREF], reste=len(siennes[EN_BREF:]))
