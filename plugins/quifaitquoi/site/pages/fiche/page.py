"""What is made of one fiche: its page, what the selection shows of it, and the addresses that it had before."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markupsafe import Markup

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.dessins import position
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.page import Feuillet, Page
from quifaitquoi.site.pages import trouver
from quifaitquoi.site.pages.fiche.donnees_liees import donnees_liees
from quifaitquoi.site.pages.fiche.vue import VueDePage
from quifaitquoi.site.pages.selection import page as selection


class Fiches:
    """The fiches of a territory in one language."""

    def __init__(self, territoire: Territoire, parole: ParoleEnPage, moteur: Moteur):
        self._territoire, self._parole, self._moteur = territoire, parole, moteur

    def feuilles(self, vue: FicheVue, cle: Callable[[], bytes]) -> Iterator[Feuillet]:
        """Its page, its lines for the selection, its former addresses; `cle` tells what they are made from."""
        etat = vue.fiche.etat
        remplace_par = self._territoire.fiches.get(etat.remplace_par) if etat and etat.remplace_par else None
        yield Feuillet(f"fiches/{vue.slug}/index.html", cle, lambda: self._page_de_fiche(vue, remplace_par))
        yield self._donnees(
            vue.slug, cle, lambda: selection.donnees(vue, self._vue_de_page(selection.CHEMIN, vue, remplace_par), self._moteur)
        )
        for ancien in vue.fiche.anciens_slugs or ():
            if ancien not in self._territoire.fiches:
                yield Feuillet(f"fiches/{ancien}/index.html", cle, lambda a=ancien: self._redirection(a, vue), nu=True)
                yield self._donnees(ancien, cle, lambda a=ancien: selection.deplacee(a, vue.slug))

    def _vue_de_page(self, chemin: str, vue: FicheVue, remplace_par: FicheVue | None) -> VueDePage:
        dessin = Markup(position.dessin(vue, self._territoire, self._parole.langue)) or None  # escaped by its own package
        return VueDePage(self._parole, Redaction(self._parole, chemin), vue, remplace_par, dessin)

    @staticmethod
    def _donnees(slug: str, cle: Callable[[], bytes], script: Callable[[], str]) -> Feuillet:
        """What the page of the selection loads of one fiche."""
        chemin = f"{selection.DONNEES}{slug}.js"
        return Feuillet(chemin, cle, lambda: Page(chemin, "", "", Markup(script())), nu=True)

    def _page_de_fiche(self, vue: FicheVue, remplace_par: FicheVue | None) -> Page:
        c = self._vue_de_page(f"fiches/{vue.slug}/index.html", vue, remplace_par)
        p = c.p
        ouverture, avis = trouver.ouverture(vue, self._territoire, self._parole.langue)
        liees = donnees_liees(self._territoire, vue, self._parole.en_texte, self._adresse_de(vue))
        # Both are JSON without < or &.
        contenu = self._moteur.rendre("fiche.html", p, c=c, remplace_par=remplace_par, ouverture=Markup(ouverture), avis=avis,
                                      liees=Markup(liees))
        description = vue.fiche.presentation or " · ".join(b.nom for b in vue.besoins)
        return Page(p.chemin, p.simple(vue.fiche.nom), p.simple(_coupe(description)), contenu, "fiche",
                    None if vue.fiche.national else vue.fiche.chemin)

    def _redirection(self, ancien: str, vue: FicheVue) -> Page:
        p = Redaction(self._parole, f"fiches/{ancien}/index.html")
        contenu = self._moteur.rendre("redirection.html", p, titre=p.simple(vue.fiche.nom), canonique=self._adresse_de(vue),
                                     vers=p.url(f"fiches/{vue.slug}/"))
        return Page(p.chemin, p.simple(vue.fiche.nom), "", contenu)

    def _adresse_de(self, vue: FicheVue) -> str | None:
        """Where its page is on the web, once that is known."""
        return self._parole.annuaire.adresse_de(f"{self._parole.langue.code}/fiches/{vue.slug}/index.html")


def _coupe(texte: str, longueur: int = 160) -> str:
    """The beginning of a text, ending at a word."""
    texte = " ".join(texte.split())
    return texte if len(texte) <= longueur else texte[:longueur].rsplit(" ", 1)[0] + " …"
