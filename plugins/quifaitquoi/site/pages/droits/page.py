"""« À quoi ai-je droit ? » by situation, one page a right, and the short list of other pages. Nothing is worked out or kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.model.droit import Droit
from quifaitquoi.langues import Traduit
from quifaitquoi.langues.typographie import francais
from quifaitquoi.savoir import droits as savoir
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.page import Page

CHEMIN = "droits/index.html"
EN_BREF = 6  # on a page that is about something else


class Droits:
    """The pages of rights of one language."""

    def __init__(self, territoire: Territoire, parole: ParoleEnPage, moteur: Moteur):
        self.territoire, self.parole, self.moteur = territoire, parole, moteur

    def liste(self) -> Page:
        """Every right that one may ask for, under each situation that it is for; those for everybody first."""
        p = Redaction(self.parole, CHEMIN)
        droits = savoir.en_cours(self.territoire)
        groupes = [("tous", self.parole._("Pour tout le monde"), [droit for droit in droits if not droit.publics])]
        groupes += [(public.slug, p.terme(public), [droit for droit in droits if public.slug in (droit.publics or ())])
                    for public in self.territoire.directory.vocabulaire.publics.values()]
        titre = self.parole._("À quoi ai-je droit ?")
        contenu = self.moteur.rendre("droits.html", p, titre=titre, groupes=[groupe for groupe in groupes if groupe[2]])
        return Page(p.chemin, str(titre), self.parole.description(titre), contenu, "index")

    def droit(self, droit: Droit) -> Page:
        p = Redaction(self.parole, f"droits/{droit.slug}/index.html")
        contenu = self.moteur.rendre(
            "droit.html", p, d=droit, original=self._original(droit), tient=savoir.tient(droit, self.territoire.aujourdhui),
            perime=savoir.perime(self.territoire, droit), portes=savoir.portes(self.territoire, droit),
            besoins=savoir.besoins_qui_ouvrent(self.territoire, droit))
        nom = f"{droit.nom} ({droit.sigle_a_part})" if droit.sigle_a_part else droit.nom
        # A need may have the same name: the window says which of the two it shows.
        titre = f"{p.simple(nom)} · {self.parole._('À quoi ai-je droit ?')}"
        return Page(p.chemin, titre, p.simple(droit.pour), contenu, "droit", None if droit.national else droit.chemin)

    def _original(self, droit: Droit) -> str | None:
        """What stands on letters and counters, for who reads its name in another language."""
        original = self.territoire.source.directory.droits[droit.slug].nom
        return francais(original) if isinstance(droit.nom, Traduit) and droit.nom != original else None

    def depend_de(self, droit: Droit) -> list[FicheVue]:
        """The fiches that its page speaks of."""
        besoins = (besoin for besoin, _ in savoir.besoins_qui_ouvrent(self.territoire, droit))
        return [*(porte.vue for porte in savoir.portes(self.territoire, droit)),
                *(vue for besoin in besoins for vue in self.territoire.par_besoin.get(besoin.slug, ()))]

    def des_besoins(self, p: Redaction, besoins: Iterable[str]) -> Markup:
        return self._en_bref(p, savoir.du_besoin(self.territoire, *besoins))

    def du_temps_de_vie(self, p: Redaction, temps: str) -> Markup:
        return self._en_bref(p, savoir.du_temps_de_vie(self.territoire, temps))

    def _en_bref(self, p: Redaction, droits: Sequence[Droit]) -> Markup:
        """The section of another page; nothing where there is no right to tell of."""
        if not droits:
            return Markup("")
        return self.moteur.rendre("droits_en_bref.html", p, droits=droits[:EN_BREF], reste=len(droits[EN_BREF:]))
