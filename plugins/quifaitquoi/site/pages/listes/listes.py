"""Pages that list fiches: per need, neighbourhood, life moment, public and organisation. Grouped, those closed last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.model.annuaire import Urgence
from quifaitquoi.annuaire.model.organisme import Organisme
from quifaitquoi.annuaire.model.quartier import Quartier
from quifaitquoi.annuaire.model.vocabulaire import Besoin, Public, Racine, TempsDeVie
from quifaitquoi.base.texte import cle_de_tri
from quifaitquoi.paroles.etat import etat
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction
from quifaitquoi.site.memoire import Faites
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.page import Page
from quifaitquoi.site.pages import trouver
from quifaitquoi.site.pages.cartes import adresse as adresse_de_carte
from quifaitquoi.site.pages.cartes import sur_la_carte
from quifaitquoi.site.pages.changements.page import Changements
from quifaitquoi.site.pages.depliants.page import Depliants
from quifaitquoi.site.pages.droits.page import Droits
from quifaitquoi.site.pages.listes.vignettes import TROP, Vignettes
from quifaitquoi.site.pages.semaine.page import Semaine


@dataclass(frozen=True)
class Groupe:
    """A part of a list under its own heading, with the address of a page that holds more like it."""

    ancre: str
    titre: Markup
    vues: tuple[FicheVue, ...]
    besoin: str = ""
    pictogramme: str = ""
    chemin: str | None = None


class Listes:
    """The list pages of one language."""

    def __init__(self, territoire: Territoire, parole: ParoleEnPage, moteur: Moteur, depliants: Depliants, changements: Changements,
                 droits: Droits, semaine: Semaine, faites: Faites):
        self.territoire, self.parole, self.moteur = territoire, parole, moteur
        self.depliants, self.changements, self.droits, self.semaine = depliants, changements, droits, semaine
        self.vocabulaire = territoire.directory.vocabulaire
        self.vignettes = Vignettes(parole, moteur, faites)

    def besoin(self, besoin: Besoin) -> Page:
        vues = self.territoire.par_besoin.get(besoin.slug, ())
        racine = self.vocabulaire.racines[besoin.racines[0]]
        p = self._redaction(f"besoins/{besoin.slug}/")
        return self._page(
            p,
            besoin.nom,
            vues,
            self._d_abord(vues, p, besoin.slug),
            presentation=besoin.presentation,
            pictogramme=besoin.pictogramme,
            fil=[(racine.nom, f"besoins/{racine.slug}/")],
            carte=adresse_de_carte("besoin", besoin.slug),
            vide=self._secours(p, racine),
            a_appeler=self._numeros([besoin], racine),
            chercher=f"besoin={besoin.slug}&",
            flux=self.changements.de("besoins", besoin.slug),
            droits=self.droits.des_besoins(p, [besoin.slug]),
        )

    def racine(self, racine: Racine) -> Page:
        vues = self.territoire.par_racine.get(racine.slug, ())
        p = self._redaction(f"besoins/{racine.slug}/")
        besoins = [b for b in self.vocabulaire.besoins.values() if racine.slug in b.racines]
        garnis = [(b, len([v for v in self.territoire.par_besoin.get(b.slug, ()) if v.en_service])) for b in besoins]
        return self._page(
            p, racine.nom, vues, self._par_quartier(vues, p, racine.slug), presentation=racine.presentation,
            pictogramme=racine.pictogramme, fil=[], carte=adresse_de_carte("racine", racine.slug),
            flux=self.changements.de("besoins", racine.slug), chercher=f"besoin={racine.slug}&",
            besoins=[(b, n) for b, n in garnis if n], manques=self.parole.liste(p.terme(b) for b, n in garnis if not n),
            droits=self.droits.des_besoins(p, [b.slug for b in besoins]), a_appeler=self._numeros(besoins, racine))

    def quartier(self, quartier: Quartier) -> Page:
        vues = self.territoire.par_quartier.get(quartier.slug, ())
        p = self._redaction(f"quartiers/{quartier.slug}/")
        groupes = []
        for racine in self.vocabulaire.racines.values():
            slug = racine.slug
            dedans = tuple(v for v in vues if any(slug in b.racines for b in v.besoins))
            groupes.append(Groupe(slug, p.terme(racine), dedans, slug, racine.pictogramme))
        return self._page(
            p, quartier.nom, vues, groupes, presentation=quartier.presentation, pictogramme="home-group",
            fil=[(self.parole._("Quartiers"), "quartiers/")], carte=adresse_de_carte("quartier", quartier.slug),
            schematique=quartier.schematique == "oui", depliants=self.depliants.du_quartier(quartier, p),
            flux=self.changements.de("quartiers", quartier.slug), semaine=self.semaine.chemin(quartier.slug),
            # What is everywhere has no middle to be near of.
            chercher="" if quartier.etendue == "partout" else f"pres=quartier:{quartier.slug}&")

    def temps_de_vie(self, temps: TempsDeVie) -> Page:
        vues = self.territoire.par_temps_de_vie.get(temps.slug, ())
        p = self._redaction(f"temps-de-vie/{temps.slug}/")
        voulus = set(temps.publics or ())
        groupes = []
        for slug in temps.besoins:
            besoin = self.vocabulaire.besoins[slug]
            # Those made for this moment first, then the others: both in alphabetical order.
            dedans = sorted(self.territoire.par_besoin.get(slug, ()), key=lambda v, b=slug: (not v.en_service, not (
                voulus & {s for service in v.services if service.besoin.slug == b and service.publics
                          for s in service.publics.situations or ()})))
            groupes.append(Groupe(slug, p.terme(besoin), tuple(dedans), slug, besoin.pictogramme, f"besoins/{slug}/"))
        # The finder knows one public at a time; what a moment of life is besides is on this page only.
        pour = f"pour={temps.publics[0]}&" if temps.publics and len(temps.publics) == 1 else ""
        return self._page(p, temps.nom, vues, groupes, presentation=temps.presentation, pictogramme=temps.pictogramme,
                          chercher=pour, fil=[(self.parole._("Temps de vie"), "temps-de-vie/")],
                          droits=self.droits.du_temps_de_vie(p, temps.slug))

    def public(self, public: Public) -> Page:
        vues = self.territoire.par_public.get(public.slug, ())
        p = self._redaction(f"publics/{public.slug}/")
        titre = self.parole._("Je m'inquiète pour quelqu'un") if public.slug == "entourage" else public.nom
        return self._page(p, titre, vues, self._par_quartier(vues, p), presentation=public.presentation,
                          pictogramme="account-heart-outline", fil=[], chercher=f"pour={public.slug}&",
                          fenetre=self.parole._("{titre} : qui peut aider", titre=titre))

    def organisme(self, organisme: Organisme) -> Page:
        vues = self.territoire.par_organisme.get(organisme.slug, ())
        p = self._redaction(f"organismes/{organisme.slug}/")
        groupes = [Groupe("fiches", self.parole.n_("Son adresse ou son service", "Ses adresses et ses services", len(vues)), vues)]
        return self._page(
            p,
            organisme.nom,
            vues,
            groupes,
            presentation=organisme.presentation,
            pictogramme="account-multiple-outline",
            fil=[(self.parole._("Organismes"), "organismes/")],
            organisme=organisme,
            etat=etat(self.parole.en_texte, organisme.etat, self.territoire.aujourdhui) if organisme.etat else None,
            fenetre=self.parole._("{nom} (organisme)", nom=organisme.nom),
            source=f"organismes/{organisme.slug}.yml",
        )

    def _redaction(self, dossier: str) -> Redaction:
        return Redaction(self.parole, dossier + "index.html")

    def _d_abord(self, vues: Sequence[FicheVue], p: Redaction, besoin: str) -> list[Groupe]:
        """The numbers that the directory names for an emergency, then all the rest by zone."""
        numeros = {urgence.fiche for urgence in self.territoire.directory.annuaire.urgences}
        lignes = tuple(vue for vue in vues if vue.slug in numeros)
        reste = self._par_quartier([vue for vue in vues if vue not in lignes], p, besoin)
        if not lignes or not reste:
            return self._par_quartier(vues, p, besoin)
        return [Groupe("a-appeler", self.parole._("À appeler d'abord"), lignes, besoin, "phone-alert"), *reste]

    def _numeros(self, besoins: Sequence[Besoin], racine: Racine) -> tuple[Urgence, ...]:
        """The emergency numbers that stand in for addresses that nobody knows: a page about a danger is never a dead end."""
        vides = {b.slug for b in besoins if not any(vue.en_service for vue in self.territoire.par_besoin.get(b.slug, ()))}
        if len(vides) == len(besoins):
            vides.add(racine.slug)
        return tuple(u for u in self.territoire.directory.annuaire.urgences if vides & {*(u.besoins or ())})

    def _par_quartier(self, vues: Iterable[FicheVue], p: Redaction, besoin: str = "") -> list[Groupe]:
        """One group per zone that has any; the zone that is everywhere comes last."""
        par_zone: dict[str, list[FicheVue]] = {}
        for vue in vues:
            par_zone.setdefault(vue.fiche.zone, []).append(vue)
        zones = sorted((q for q in self.territoire.directory.quartiers.values() if q.slug in par_zone),
                       key=lambda q: (q.etendue == "partout", cle_de_tri(q.nom)))
        return [Groupe(q.slug, p.t(q.nom, False), tuple(par_zone[q.slug]), besoin, chemin=f"quartiers/{q.slug}/")
                for q in zones]

    def _secours(self, p: Redaction, racine: Racine) -> Markup:
        """What an empty page leads to: never a dead end."""
        return self.parole._("Voir tout ce que nous connaissons pour : {lien}", lien=Markup('<a href="{}">{}</a>').format(
            p.url(f"besoins/{racine.slug}/"), p.terme(racine)))

    def _page(self, p: Redaction, titre: str, vues: Sequence[FicheVue], groupes: list[Groupe], *, pictogramme: str,
              fil: list, presentation: str | None = None, carte: str | None = None, source: str | None = None,
              fenetre: str | None = None, **valeurs: object) -> Page:
        en_service = sum(vue.en_service for vue in vues)
        compact = sum(len(groupe.vues) for groupe in groupes) > TROP
        plus_haut: set[str] = set()
        parties = [(g, self.vignettes.groupe([v for v in g.vues if v.en_service], p, g.besoin, compact, plus_haut))
                   for g in groupes if any(v.en_service for v in g.vues)]
        cartes = [(v, g.besoin) for g in groupes for v in g.vues if v.en_service] if not compact else ()
        arretees = [vue for vue in vues if not vue.en_service]
        contenu = self.moteur.rendre(
            "liste.html",
            p,
            titre=titre,
            vues=vues,
            n=en_service,
            parties=parties,
            presentation=presentation,
            pictogramme=pictogramme,
            fil=[(p.t(nom, False), chemin) for nom, chemin in fil],
            etats=Markup(trouver.etats(cartes, self.territoire, self.parole.langue)) if cartes else None,  # JSON without < or &
            carte=carte if any(map(sur_la_carte, vues)) else None,
            sans_position=en_service - sum(map(sur_la_carte, vues)),
            arretees=self.vignettes.groupe(arretees, p, compact=compact) if arretees else None,
            **{
                "besoins": (),
                "manques": "",
                "organisme": None,
                "etat": None,
                "vide": None,
                "a_appeler": (),
                "schematique": False,
                "depliants": None,
                "droits": "",
                "flux": None,
                "semaine": None,
                "chercher": None,
                **valeurs,
            },
        )
        description = presentation or self.parole.n_(
            "{titre} : {n} adresse à {lieu}.", "{titre} : {n} adresses à {lieu}.", en_service, titre=titre,
            lieu=self.parole.annuaire.territoire).striptags()
        return Page(p.chemin, p.simple(fenetre or titre), p.simple(description), contenu, "liste", source)
