"""« Ma feuille pour les jours difficiles »: the sheet to print, whom to call, what others have made. Nothing can be typed in it."""

from __future__ import annotations

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.paroles import jours_difficiles as dites
from quifaitquoi.savoir import jours_difficiles as savoir
from quifaitquoi.savoir.depliants import DOSSIER, MA_FEUILLE, Demande, Ecarts, a_un_fichier
from quifaitquoi.savoir.ressources import des_jours_difficiles
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.page import Page
from quifaitquoi.site.pages.ressources.page import Ressources

CHEMIN = "jours-difficiles/index.html"


class JoursDifficiles:
    """The page of one language."""

    def __init__(self, territoire: Territoire, parole: ParoleEnPage, moteur: Moteur, ressources: Ressources, ecarts: Ecarts):
        self.territoire, self.parole, self.moteur = territoire, parole, moteur
        self._ressources, self._ecarts = ressources, ecarts

    def page(self) -> Page:
        p, dire = Redaction(self.parole, CHEMIN), self.parole.langue.dire
        titre, demande = dire(dites.TITRE), Demande("", MA_FEUILLE, self.parole.langue.code)
        contenu = self.moteur.rendre(
            "jours_difficiles.html", p, titre=titre, a_vous=dire(dites.A_VOUS), montrer=dire(dites.MONTRER),
            en_danger=dire(dites.EN_DANGER), numeros=savoir.numeros(self.territoire), lieux=savoir.lieux(self.territoire),
            rubriques=[(dire(r.titre), dire(r.aide) if r.aide else "") for r in dites.RUBRIQUES],
            fichier=f"{DOSSIER}/{demande.fichiers[0]}" if a_un_fichier(demande, self._ecarts) else None,
            ressources=self._ressources.en_bref(p, des_jours_difficiles(self.territoire)))
        description = dire(dites.A_VOUS)
        return Page(p.chemin, titre, description, contenu, "index")

    def depend_de(self) -> tuple[FicheVue, ...]:
        """The fiches that the page names."""
        return (*savoir.lieux(self.territoire), *self._ressources.depend_de())
