"""Pages that belong to the territory as a whole: home, indexes, the list of everything, the glossary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.annuaire.model.vocabulaire import TempsDeVie
from quifaitquoi.base.texte import cle_de_tri
from quifaitquoi.site.ecriture import Redaction
from quifaitquoi.site.page import Page
from quifaitquoi.site.pages import trouver
from quifaitquoi.site.pages.cartes import sur_la_carte
from quifaitquoi.site.pages.listes.decoupe import Groupe, Partie, decoupe
from quifaitquoi.site.pages.listes.listes import Listes
from quifaitquoi.site.sigles import ancre

TEMPS_D_ABORD = 6  # life moments on the home page; the others are one link further


class Generales:
    """The general pages of one language."""

    def __init__(self, territoire: Territoire, listes: Listes):
        self.territoire, self.listes = territoire, listes
        self.parole, self.moteur = listes.parole, listes.moteur
        self.directory = territoire.directory

    def accueil(self) -> Page:
        annuaire = self.directory.annuaire
        p = Redaction(self.parole, "index.html")
        entourage = self.directory.vocabulaire.publics.get("entourage") if self.territoire.par_public.get("entourage") else None
        pressants = [(b, self._en_service(self.territoire.par_besoin.get(b.slug, ())))
                     for b in trouver.pressants(self.directory.vocabulaire)]
        temps = tuple(self.directory.vocabulaire.temps_de_vie.values())
        contenu = self.moteur.rendre("accueil.html", p, quartiers=self._quartiers(), entourage=entourage, pressants=pressants,
                                     temps=temps[:TEMPS_D_ABORD], autres=self._autres_temps(temps[TEMPS_D_ABORD:]),
                                     droits=bool(self.directory.droits), semaine=self.listes.semaine.chemin(),
                                 maintenant=f"{trouver.MAINTENANT}?{self.territoire.aujourdhui.isoformat()}",
                                     n=sum(v.en_service for v in self.territoire.fiches.values()))
        return Page(p.chemin, p.simple(annuaire.nom), p.simple(annuaire.presentation), contenu, "accueil", "annuaire.yml")

    def _autres_temps(self, autres: Sequence[TempsDeVie]) -> str | None:
        """What leads to the life moments that the home page has no tile for."""
        if not autres:
            return None
        return self.parole._("Je sors de… et autres moments") if any(temps.sortie for temps in autres) else self.parole._(
            "Autres moments de la vie")

    def besoins(self) -> Page:
        p = Redaction(self.parole, "besoins/index.html")
        vocabulaire = self.directory.vocabulaire
        groupes = [(racine, [(b, sum(v.en_service for v in self.territoire.par_besoin.get(b.slug, ())))
                             for b in vocabulaire.besoins.values() if b.racines[0] == racine.slug])
                   for racine in vocabulaire.racines.values()]
        return self._page(p, "besoins.html", self.parole._("Tous les besoins"), genre="besoins", groupes=groupes)

    def quartiers(self) -> Page:
        p = Redaction(self.parole, "quartiers/index.html")
        entrees = [
            (q.nom, f"quartiers/{q.slug}/", "home-group" if q.etendue == "quartier" else "phone", n) for q, n in self._quartiers()
        ]
        return self._page(p, "index_simple.html", self.parole._("Quartiers"), entrees=entrees)

    def temps_de_vie(self) -> Page:
        p = Redaction(self.parole, "temps-de-vie/index.html")
        entrees = [
            (t.nom, f"temps-de-vie/{t.slug}/", t.pictogramme, self._en_service(self.territoire.par_temps_de_vie.get(t.slug, ())))
            for t in self.directory.vocabulaire.temps_de_vie.values()
        ]
        return self._page(p, "index_simple.html", self.parole._("Les moments de la vie"), entrees=entrees)

    def organismes(self) -> Page:
        p = Redaction(self.parole, "organismes/index.html")
        entrees = [
            (
                o.nom,
                f"organismes/{o.slug}/",
                "account-multiple-outline",
                self._en_service(self.territoire.par_organisme.get(o.slug, ())),
            )
            for o in sorted(self.directory.organismes.values(), key=lambda o: cle_de_tri(o.nom))
        ]
        return self._page(p, "index_simple.html", self.parole._("Organismes"), entrees=entrees)

    def groupes_de_tout(self) -> list[Groupe]:
        """Every fiche, by neighbourhood."""
        ordre = sorted(self.territoire.fiches.values(), key=lambda v: cle_de_tri(v.fiche.nom))
        return self.listes.par_quartier(ordre, Redaction(self.parole, "tout/index.html"))

    def parties_de_tout(self) -> tuple[Partie, ...]:
        return decoupe("tout/", self.groupes_de_tout(), self.listes.nommer(Redaction(self.parole, "tout/index.html")))

    def tout(self, partie: Partie | None = None) -> Page:
        """Every fiche, by neighbourhood: one line each, and an index; or what leads to its parts; or one of these."""
        p = Redaction(self.parole, partie.chemin if partie else "tout/index.html")
        groupes, coupe = ([partie.groupe], partie.suite) if partie else (self.groupes_de_tout(), self.parties_de_tout())
        parties = [(g, self.listes.pages.vignettes.liste(g.vues, p, compact=True)) for g in groupes] if not coupe else []
        titre = self.parole._("Toutes les adresses")
        return self._page(p, "tout.html", titre, self.listes.pages.nom_de_partie(titre, partie.groupe) if partie else titre,
                          parties=parties, partie=partie, coupe=coupe, n=sum(len(g.vues) for g in groupes))

    def trouver(self, index: Mapping[str, str]) -> Page:
        """The trouver. Without a script, or until its index is there, it leads to the lists."""
        p = Redaction(self.parole, "trouver/index.html")
        titre = self.parole._("Trouver une aide")
        carte = "cartes/trouver.html" if any(map(sur_la_carte, self.territoire.fiches.values())) else None
        script = trouver.actifs(self.parole.langue).script
        fond, quartiers = self.directory.fond, self._quartiers()
        contenu = self.moteur.rendre("trouver.html", p, titre=titre, **trouver.adresses(index), script=script,
                                     carte=carte, rues=trouver.adresses_des_rues(fond), credit=fond and fond.attribution,
                                     quartiers=quartiers)
        return Page(p.chemin, str(titre), self.parole.description(titre), contenu, "trouver")

    def glossaire(self) -> Page:
        p = Redaction(self.parole, "glossaire/index.html")
        mots = sorted(((cle, ancre(cle), sigle) for cle, sigle in self.directory.vocabulaire.sigles.items()),
                      key=lambda mot: cle_de_tri(mot[0]))
        lettres = sorted({cle_de_tri(cle)[:1].title() for cle, _, _ in mots})
        premiers = {}
        for cle, ancre_, _ in mots:
            premiers.setdefault(cle_de_tri(cle)[:1].title(), ancre_)
        return self._page(p, "glossaire.html", self.parole._("Sigles et mots expliqués"), mots_expliques=mots,
                          lettres=[(lettre, premiers[lettre]) for lettre in lettres])

    def _page(self, p: Redaction, modele: str, titre: str, fenetre: str = "", genre: str = "index", **valeurs: object) -> Page:
        contenu = self.moteur.rendre(modele, p, titre=titre, **valeurs)
        return Page(p.chemin, str(fenetre or titre), self.parole.description(fenetre or titre), contenu, genre)

    def _quartiers(self) -> list:
        """Zones that have anything, with how many; the one that is everywhere last."""
        avec = [(q, self._en_service(self.territoire.par_quartier.get(q.slug, ()))) for q in self.directory.quartiers.values()]
        return sorted(((q, n) for q, n in avec if n), key=lambda c: (c[0].etendue == "partout", cle_de_tri(c[0].nom)))

    @staticmethod
    def _en_service(vues) -> int:
        return sum(vue.en_service for vue in vues)
