"""Every page of one language, in order, with what each depends on. Nothing is rendered until it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial

from markupsafe import Markup

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.enrich.empreintes import commun, remplacants
from quifaitquoi.annuaire.model.quartier import Quartier
from quifaitquoi.langues import Langue
from quifaitquoi.savoir.depliants import Ecarts, depliants_voulus
from quifaitquoi.savoir.donnees import Format
from quifaitquoi.savoir.historique import Histoire
from quifaitquoi.site.ecriture import ParoleEnPage
from quifaitquoi.site.memoire import Memoire
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.page import Feuillet, Page
from quifaitquoi.site.pages import cartes, trouver
from quifaitquoi.site.pages.changements import page as changements
from quifaitquoi.site.pages.changements.page import Changements
from quifaitquoi.site.pages.chiffres import page as chiffres
from quifaitquoi.site.pages.depliants import page as depliants
from quifaitquoi.site.pages.depliants.page import Depliants
from quifaitquoi.site.pages.donnees import page as donnees
from quifaitquoi.site.pages.droits import page as droits
from quifaitquoi.site.pages.droits.page import Droits
from quifaitquoi.site.pages.ecrites.page import Ecrite, page_ecrite
from quifaitquoi.site.pages.fiche.page import Fiches
from quifaitquoi.site.pages.generales.generales import Generales
from quifaitquoi.site.pages.guichet import page as guichet
from quifaitquoi.site.pages.hors_ligne import page as hors_ligne
from quifaitquoi.site.pages.jamais import page as jamais
from quifaitquoi.site.pages.jours_difficiles import page as jours_difficiles
from quifaitquoi.site.pages.jours_difficiles.page import JoursDifficiles
from quifaitquoi.site.pages.listes import decoupe
from quifaitquoi.site.pages.listes.listes import Listes
from quifaitquoi.site.pages.listes.page import Liste
from quifaitquoi.site.pages.modifier import page as modifier
from quifaitquoi.site.pages.ressources import page as ressources
from quifaitquoi.site.pages.ressources.page import Ressources
from quifaitquoi.site.pages.selection import page as selection
from quifaitquoi.site.pages.semaine.page import Semaine


def planifier(territoire: Territoire, langue: Langue, ecrites: Iterable[Ecrite] = (),
              memoire: Memoire | None = None, histoire: Histoire | None = None, ecarts: Ecarts | None = None,
              formats: Sequence[Format] = ()) -> list[Feuillet]:
    """All pages of the territory in `langue`. `ecrites` holds each hand-written page once, in its best language.

    `ecarts` is looked at when a page is made: it may be known only after the others. `formats` are those of the open data.
    """
    plan = _Plan(territoire, langue, memoire or Memoire(), histoire or Histoire(), {} if ecarts is None else ecarts, formats)
    return list(plan.feuilles(ecrites))


class _Plan:
    def __init__(self, territoire: Territoire, langue: Langue, memoire: Memoire, histoire: Histoire, ecarts: Ecarts,
                 formats: Sequence[Format]):
        self.territoire, self.langue = territoire, langue
        self.directory = territoire.directory
        self._memoire, self._empreintes = memoire, memoire.empreintes
        self._histoire, self._formats = histoire, formats
        self.parole = ParoleEnPage(self.directory, langue)
        self.moteur = Moteur(self.parole)
        self.depliants = Depliants(territoire, self.parole, self.moteur, ecarts)
        self.changements = Changements(territoire, histoire, self.parole, self.moteur)
        # Beside the territory: what a page may say of other fiches than its own, and lead to.
        self._commun = self._empreintes.de(langue.code, commun(territoire, memoire.empreintes), remplacants(territoire),
                                           depliants_voulus(territoire.source), [*self.changements.flux])
        self.droits = Droits(territoire, self.parole, self.moteur)
        self.ressources = Ressources(territoire, self.parole, self.moteur)
        self.jours_difficiles = JoursDifficiles(territoire, self.parole, self.moteur, self.ressources, ecarts)
        self.semaine = Semaine(territoire, self.parole, self.moteur, ecarts)
        self.listes = Listes(
            territoire, self.parole, self.moteur, self.depliants, self.changements, self.droits, self.ressources,
            self.semaine, memoire.vignettes(langue.code, self._commun),
        )
        self.generales = Generales(territoire, self.listes)
        self.fiches = Fiches(territoire, self.parole, self.moteur)

    def feuilles(self, ecrites: Iterable[Ecrite]) -> Iterator[Feuillet]:
        t, v, toutes = self.territoire, self.directory.vocabulaire, tuple(self.territoire.fiches.values())
        g, listes, ecrites = self.generales, self.listes, tuple(ecrites)
        confidentialite = any(ecrite.slug == "confidentialite" for ecrite in ecrites)
        yield self._feuille("index.html", toutes, g.accueil)
        yield self._feuille("besoins/index.html", toutes, g.besoins)
        yield self._feuille("quartiers/index.html", toutes, g.quartiers)
        yield self._feuille("temps-de-vie/index.html", toutes, g.temps_de_vie)
        if self.directory.organismes:
            yield self._feuille("organismes/index.html", toutes, g.organismes)
        yield self._feuille("tout/index.html", toutes, g.tout)
        for partie in decoupe.toutes(g.parties_de_tout()):
            yield self._feuille(partie.chemin, partie.groupe.vues, partial(g.tout, partie))
        yield self._feuille("glossaire/index.html", (), g.glossaire)
        yield from self._trouver(toutes)
        yield self._feuille(trouver.MAINTENANT, toutes, lambda: Page(
            trouver.MAINTENANT, "", "", Markup(trouver.maintenant(t, self.langue))), nu=True)
        yield self._feuille(selection.CHEMIN, (), lambda: selection.page(self.parole, self.moteur, t.aujourdhui.isoformat()))
        yield self._feuille(hors_ligne.CHEMIN, toutes, lambda: hors_ligne.page(t, self.parole, self.moteur))
        yield self._feuille(hors_ligne.SEULE, (), lambda: hors_ligne.seule(self.parole, self.moteur, t.aujourdhui.isoformat()))
        if modifier.en_marche(self.directory.annuaire):
            yield self._feuille(modifier.CHEMIN, (), lambda: modifier.page(t, self.parole, self.moteur))
            yield self._feuille(modifier.REGLAGES, (), lambda: modifier.reglages(t, self.parole), nu=True)
        yield self._feuille(chiffres.CHEMIN, toutes, lambda: chiffres.page(self._memoire.chiffres(t), self.parole, self.moteur))
        yield self._feuille(donnees.CHEMIN, (), lambda: donnees.page(self._formats, self.parole, self.moteur))
        yield from self._changements(toutes)
        yield from self._semaine(toutes)
        yield self._feuille(depliants.CHEMIN, toutes, lambda: self.depliants.page(t.aujourdhui.isoformat()))
        for quartier in self.depliants.servis():
            chemin, vues = f"{depliants.ZONES}{quartier.slug}.js", t.par_quartier[quartier.slug]
            yield self._feuille(chemin, vues, lambda ou=chemin, q=quartier: Page(
                ou, "", "", Markup(self.depliants.fiches_du_quartier(q))), nu=True)
        for racine in v.racines.values():
            yield from self._liste(listes.racine(racine), "racine", racine.slug)
        for besoin in v.besoins.values():
            if besoin.slug not in v.racines:  # one address cannot hold both; the check says so
                yield from self._liste(listes.besoin(besoin), "besoin", besoin.slug)
        for quartier in self.directory.quartiers.values():
            yield from self._liste(listes.quartier(quartier), "quartier", quartier.slug, quartier)
        for temps in v.temps_de_vie.values():
            yield from self._liste(listes.temps_de_vie(temps))
        if (entourage := v.publics.get("entourage")) and t.par_public.get("entourage"):
            yield from self._liste(listes.public(entourage))
        for organisme in self.directory.organismes.values():
            yield from self._liste(listes.organisme(organisme))
        yield from self._droits()
        if self.directory.annuaire.jours_difficiles:
            yield self._feuille(jours_difficiles.CHEMIN, self.jours_difficiles.depend_de(), self.jours_difficiles.page)
        if self.directory.ressources:
            yield self._feuille(ressources.CHEMIN, self.ressources.depend_de(), self.ressources.page)
        en_morceaux = trouver.en_morceaux(self.territoire)
        yield Feuillet(jamais.CHEMIN, partial(self._empreintes.de, self._commun, confidentialite, en_morceaux),
                       lambda: jamais.page(self.parole, self.moteur, confidentialite, en_morceaux))
        for ecrite in ecrites:
            yield Feuillet(f"{ecrite.slug}/index.html", partial(self._empreintes.de, self._commun, ecrite),
                          lambda e=ecrite: page_ecrite(e, self.parole, self.moteur))
        for vue in toutes:
            yield from self.fiches.feuilles(vue, partial(self._empreintes.de, self._commun, vue))

    def _feuille(self, chemin: str, vues: Sequence[FicheVue], faire: Callable[[], Page],
                 nu: bool = False) -> Feuillet:
        return Feuillet(chemin, partial(self._empreintes.de, self._commun, vues), faire, nu)

    def _liste(self, liste: Liste, genre: str = "", slug: str = "", quartier: Quartier | None = None) -> Iterator[Feuillet]:
        """A list with its map, if it has one; where it is too long for a page, its parts: the finder has a map of them."""
        yield self._feuille(liste.p.chemin, liste.vues, lambda: self.listes.pages.page(liste))
        for partie in decoupe.toutes(liste.parties):
            yield self._feuille(partie.chemin, partie.groupe.vues, partial(self.listes.pages.partie, liste, partie))
        if genre and not liste.parties:
            yield from self._carte(genre, slug, liste.titre, liste.vues, liste.dossier, quartier)

    def _changements(self, toutes: tuple[FicheVue, ...]) -> Iterator[Feuillet]:
        """What changed: a page, and a feed of the whole, of each zone and of each need that anything happened to."""
        cle = partial(self._empreintes.de, self._commun, toutes, self._histoire)
        yield Feuillet(changements.CHEMIN, cle, self.changements.page)
        for flux in self.changements.flux.values():
            yield Feuillet(flux.chemin, cle, lambda f=flux: Page(f.chemin, "", "", Markup(self.changements.atom(f))), nu=True)

    def _droits(self) -> Iterator[Feuillet]:
        """What one may be entitled to, where the territory tells of any right."""
        if self.directory.droits:
            yield self._feuille(droits.CHEMIN, (), self.droits.liste)
        for droit in self.directory.droits.values():
            vues = self.droits.depend_de(droit)
            yield self._feuille(f"droits/{droit.slug}/index.html", vues, lambda d=droit: self.droits.droit(d))

    def _semaine(self, toutes: tuple[FicheVue, ...]) -> Iterator[Feuillet]:
        """What is announced for the week, wherever there is anything: a page, its feed, and the text to be read on the radio."""
        for slug, lieu in self.semaine.lieux.items():
            yield self._feuille(f"{lieu.dossier}index.html", toutes, lambda s=slug: self.semaine.page(s))
            faire = {"flux": self.semaine.atom, "radio": self.semaine.radio}
            for usage, chemin in self.semaine.pages(slug).items():
                yield self._feuille(chemin, toutes, lambda s=slug, ou=chemin, f=faire[usage]: Page(
                    ou, "", "", Markup(f(s))), nu=True)

    def _trouver(self, toutes: tuple[FicheVue, ...]) -> Iterator[Feuillet]:
        """The finder, its index and its map; the desk, which answers from the same index."""
        index = cache(lambda: trouver.index(self.territoire, self.langue))
        yield self._feuille("trouver/index.html", toutes, lambda: self.generales.trouver(index()))
        yield self._feuille(guichet.CHEMIN, toutes, lambda: guichet.page(self.territoire, index(), self.parole, self.moteur))
        for chemin in trouver.chemins(self.territoire):
            yield self._feuille(chemin, toutes, lambda ou=chemin: Page(ou, "", "", Markup(index()[ou])), nu=True)
        yield self._feuille(
            "cartes/trouver.html",
            (),
            lambda: Page(
                "cartes/trouver.html", "", "", Markup(cartes.suivie(self.territoire, self.langue, liste="../trouver/index.html"))
            ),
            nu=True,
        )

    def _carte(self, genre: str, slug: str, nom: str, vues: Iterable[FicheVue], liste: str, quartier=None) -> Iterator[Feuillet]:
        if any(map(cartes.sur_la_carte, vues)):
            chemin = cartes.adresse(genre, slug)
            yield self._feuille(chemin, vues, lambda: Page(chemin, nom, "", Markup(cartes.apercu(
                vues, self.territoire, self.langue, titre=nom, liste=f"../{liste}index.html", quartier=quartier,
                numerotee=False))), nu=True)
