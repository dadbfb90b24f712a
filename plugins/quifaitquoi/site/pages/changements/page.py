"""« Ce qui a changé »: a page and Atom feeds, of the whole, of each zone and of each need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from uuid import NAMESPACE_URL, uuid5

from feedgenerator import Atom1Feed
from markupsafe import Markup

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.base.texte import cle_de_tri
from quifaitquoi.paroles.changements import changement as dire
from quifaitquoi.savoir.historique import Changement, Histoire, par_jour
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.page import Page

CHEMIN = "changements/index.html"
TOUT = ("tout", "")
MONTRES = 200
ENTREES = 50
BEAUCOUP = 12

# A fiche and what happened to it.
Dit = tuple[FicheVue, Markup]


@dataclass(frozen=True)
class Flux:
    """One feed: its file, what it is about, what changed there, the newest first."""

    chemin: str
    nom: str
    changements: tuple[Changement, ...]


class Changements:
    """What one language says of what changed."""

    def __init__(self, territoire: Territoire, histoire: Histoire, parole: ParoleEnPage, moteur: Moteur):
        self.territoire, self.histoire, self.parole, self.moteur = territoire, histoire, parole, moteur

    @cached_property
    def flux(self) -> dict[tuple[str, str], Flux]:
        """Every feed that has anything to tell, by (kind, slug)."""
        if not self.histoire.changements:
            return {}
        t, v = self.territoire, self.territoire.directory.vocabulaire
        tous = {TOUT: Flux("changements/tout.xml", self.parole.annuaire.territoire, self.histoire.changements[:ENTREES])}
        termes = {**{slug: (b.nom, t.par_besoin) for slug, b in v.besoins.items()},
                  **{slug: (r.nom, t.par_racine) for slug, r in v.racines.items()}}
        genres = {"quartiers": {slug: (q.nom, t.par_quartier) for slug, q in t.directory.quartiers.items()}, "besoins": termes}
        for genre, slugs in genres.items():
            for slug, (nom, par) in slugs.items():
                if siens := self._des(par.get(slug, ())):
                    tous[genre, slug] = Flux(f"changements/{genre}/{slug}.xml", nom, siens)
        return tous

    def de(self, genre: str, slug: str) -> str | None:
        """The path of a feed from the language's folder, None where nothing happened."""
        flux = self.flux.get((genre, slug))
        return flux.chemin if flux else None

    def page(self) -> Page:
        p, titre = Redaction(self.parole, CHEMIN), self.parole._("Ce qui a changé")
        tous = par_jour(self.histoire.changements, self.territoire.directory.calendrier.zone)
        jours = [(self.parole.date(jour), *self._du_jour([changement for _, changement in groupe], p))
                 for jour, groupe in groupby(tous[:MONTRES], key=itemgetter(0))]
        par_genre = {
            genre: [flux for (g, _), flux in self.flux.items() if g == genre] for genre in ("tout", "quartiers", "besoins")
        }
        contenu = self.moteur.rendre("changements.html", p, titre=titre, histoire=self.histoire, jours=jours, flux=par_genre,
                                     reste=MONTRES < len(tous) or not self.histoire.entiere)
        return Page(p.chemin, str(titre), self.parole.description(titre), contenu, "changements")

    def _du_jour(self, changements: list[Changement], p: Redaction) -> tuple[list[Dit], list[Dit]]:
        """What happened that day, by name, and apart from it the additions that are too many to be read one by one."""
        dits = sorted(
            ((self._vue(c), self._phrase(c, p), c.ajoutee) for c in changements), key=lambda dit: cle_de_tri(dit[0].fiche.nom)
        )
        ajouts = [(vue, phrase) for vue, phrase, ajoutee in dits if ajoutee]
        if len(ajouts) <= BEAUCOUP:
            return [(vue, phrase) for vue, phrase, _ in dits], []
        return [(vue, phrase) for vue, phrase, ajoutee in dits if not ajoutee], ajouts

    def _phrase(self, changement: Changement, p: Redaction) -> Markup:
        return p.dit(dire(self.parole.en_texte, changement))

    def atom(self, flux: Flux) -> str:
        """The feed as Atom. Where the site has no address of its own, its links start from the file itself."""
        annuaire, p = self.parole.annuaire, Redaction(self.parole, flux.chemin)
        nom = self.parole._("{titre} : {nom}", titre=self.parole._("Ce qui a changé"), nom=p.simple(flux.nom)).unescape()
        cle = f"{annuaire.territoire}/{self.parole.langue.code}/{flux.chemin}"
        feed = Atom1Feed(title=nom, link=self._lien(p, CHEMIN), description=None, language=self.parole.langue.code,
                         author_name=p.simple(annuaire.nom), feed_guid=uuid5(NAMESPACE_URL, cle).urn,
                         feed_url=self._lien(p, flux.chemin) if annuaire.adresse_du_site else None)
        for changement in flux.changements:
            vue = self._vue(changement)
            feed.add_item(
                title=p.simple(vue.fiche.nom), link=self._lien(p, f"fiches/{vue.slug}/index.html"), pubdate=changement.quand,
                description=str(self._phrase(changement, p)),
                unique_id=uuid5(NAMESPACE_URL, f"{annuaire.territoire}/{vue.slug}/{changement.revision}").urn)
        return feed.writeString("utf-8")

    def _lien(self, p: Redaction, chemin: str) -> str:
        return self.parole.annuaire.adresse_de(f"{self.parole.langue.code}/{chemin}") or f"{p.racine}{chemin}"

    def _des(self, vues: Iterable[FicheVue]) -> tuple[Changement, ...]:
        slugs = {vue.slug for vue in vues}
        return tuple(c for c in self.histoire.changements if c.slug in slugs)[:ENTREES]

    def _vue(self, changement: Changement) -> FicheVue:
        return self.territoire.fiches[changement.slug]
