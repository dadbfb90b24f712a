"""Lists of fiches: per need, neighbourhood, life moment, public and organisation. What each holds, in its groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from markupsafe import Markup

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.model.annuaire import Urgence
from quifaitquoi.annuaire.model.organisme import Organisme
from quifaitquoi.annuaire.model.quartier import Quartier
from quifaitquoi.annuaire.model.vocabulaire import Besoin, Public, Racine, TempsDeVie
from quifaitquoi.base.texte import cle_de_tri
from quifaitquoi.paroles.etat import etat
from quifaitquoi.savoir.temps_de_vie import selon_le_moment
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction
from quifaitquoi.site.memoire import Faites
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.pages.cartes import adresse as adresse_de_carte
from quifaitquoi.site.pages.changements.page import Changements
from quifaitquoi.site.pages.depliants.page import Depliants
from quifaitquoi.site.pages.droits.page import Droits
from quifaitquoi.site.pages.listes.decoupe import Groupe, decoupe
from quifaitquoi.site.pages.listes.page import Liste, PagesDeListe
from quifaitquoi.site.pages.ressources.page import Ressources
from quifaitquoi.site.pages.semaine.page import Semaine


class Listes:
    """The list pages of one language."""

    def __init__(self, territoire: Territoire, parole: ParoleEnPage, moteur: Moteur, depliants: Depliants, changements: Changements,
                 droits: Droits, ressources: Ressources, semaine: Semaine, faites: Faites):
        self.territoire, self.parole, self.moteur = territoire, parole, moteur
        self.depliants, self.changements, self.droits, self.semaine = depliants, changements, droits, semaine
        self.ressources = ressources
        self.vocabulaire = territoire.directory.vocabulaire
        choix = territoire.directory.annuaire.jours_difficiles
        self._difficiles = frozenset(choix and choix.besoins or ())
        self.pages = PagesDeListe(territoire, parole, moteur, faites)

    def besoin(self, besoin: Besoin) -> Liste:
        vues = self.territoire.par_besoin.get(besoin.slug, ())
        racine = self.vocabulaire.racines[besoin.racines[0]]
        p = self._redaction(f"besoins/{besoin.slug}/")
        return self._liste(
            p,
            besoin.nom,
            vues,
            self._d_abord(vues, p, besoin.slug),
            pictogramme=besoin.pictogramme,
            fil=[(racine.nom, f"besoins/{racine.slug}/")],
            chercher=f"besoin={besoin.slug}&",
            plus=lambda: {
                "presentation": besoin.presentation,
                "carte": adresse_de_carte("besoin", besoin.slug),
                "vide": self._secours(p, racine),
                "a_appeler": self._numeros([besoin], racine),
                "flux": self.changements.de("besoins", besoin.slug),
                "droits": self.droits.des_besoins(p, [besoin.slug]),
                "ressources": self.ressources.des_besoins(p, [besoin.slug]),
                "ma_feuille": besoin.slug in self._difficiles,
            },
        )

    def racine(self, racine: Racine) -> Liste:
        vues = self.territoire.par_racine.get(racine.slug, ())
        p = self._redaction(f"besoins/{racine.slug}/")

        def plus() -> dict[str, object]:
            besoins = [b for b in self.vocabulaire.besoins.values() if racine.slug in b.racines]
            garnis = [(b, len([v for v in self.territoire.par_besoin.get(b.slug, ()) if v.en_service])) for b in besoins]
            return {"presentation": racine.presentation, "carte": adresse_de_carte("racine", racine.slug),
                    "flux": self.changements.de("besoins", racine.slug), "besoins": [(b, n) for b, n in garnis if n],
                    "manques": self.parole.liste(p.terme(b) for b, n in garnis if not n),
                    "droits": self.droits.des_besoins(p, [b.slug for b in besoins]),
                    "ressources": self.ressources.des_besoins(p, [b.slug for b in besoins]),
                    "a_appeler": self._numeros(besoins, racine)}

        return self._liste(p, racine.nom, vues, self.par_quartier(vues, p, racine.slug), pictogramme=racine.pictogramme, fil=[],
                           chercher=f"besoin={racine.slug}&", plus=plus)

    def quartier(self, quartier: Quartier) -> Liste:
        vues = self.territoire.par_quartier.get(quartier.slug, ())
        p = self._redaction(f"quartiers/{quartier.slug}/")
        groupes = []
        for racine in self.vocabulaire.racines.values():
            slug = racine.slug
            dedans = tuple(v for v in vues if any(slug in b.racines for b in v.besoins))
            groupes.append(Groupe(slug, p.terme(racine), dedans, slug, racine.pictogramme))
        return self._liste(
            p, quartier.nom, vues, groupes, pictogramme="home-group", fil=[(self.parole._("Quartiers"), "quartiers/")],
            # What is everywhere has no middle to be near of.
            chercher="" if quartier.etendue == "partout" else f"pres=quartier:{quartier.slug}&",
            plus=lambda: {
                "presentation": quartier.presentation, "carte": adresse_de_carte("quartier", quartier.slug),
                "schematique": quartier.schematique == "oui", "depliants": self.depliants.du_quartier(quartier, p),
                "flux": self.changements.de("quartiers", quartier.slug), "semaine": self.semaine.chemin(quartier.slug)})

    def temps_de_vie(self, temps: TempsDeVie) -> Liste:
        vues = self.territoire.par_temps_de_vie.get(temps.slug, ())
        p = self._redaction(f"temps-de-vie/{temps.slug}/")
        groupes = []
        for slug in temps.besoins:
            besoin = self.vocabulaire.besoins[slug]
            dedans = selon_le_moment(self.territoire.par_besoin.get(slug, ()), temps, slug)
            groupes.append(Groupe(slug, p.terme(besoin), tuple(dedans), slug, besoin.pictogramme, f"besoins/{slug}/"))
        # The finder knows one public at a time; what a moment of life is besides is on this page only.
        pour = f"pour={temps.publics[0]}&" if temps.publics and len(temps.publics) == 1 else ""
        return self._liste(p, temps.nom, vues, groupes, pictogramme=temps.pictogramme, chercher=pour,
                           fil=[(self.parole._("Les moments de la vie"), "temps-de-vie/")], plus=lambda: {
                               "presentation": temps.presentation, "droits": self.droits.du_temps_de_vie(p, temps.slug),
                               "sortie": self.depliants.de_la_sortie(temps, p) if temps.sortie else None})

    def public(self, public: Public) -> Liste:
        vues = self.territoire.par_public.get(public.slug, ())
        p = self._redaction(f"publics/{public.slug}/")
        titre = self.parole._("Je m'inquiète pour quelqu'un") if public.slug == "entourage" else public.nom
        return self._liste(p, titre, vues, self.par_quartier(vues, p), pictogramme="account-heart-outline", fil=[],
                           chercher=f"pour={public.slug}&", plus=lambda: {
                               "presentation": public.presentation,
                               "fenetre": self.parole._("{titre} : qui peut aider", titre=titre)})

    def organisme(self, organisme: Organisme) -> Liste:
        vues = self.territoire.par_organisme.get(organisme.slug, ())
        p = self._redaction(f"organismes/{organisme.slug}/")
        groupes = [Groupe("fiches", self.parole.n_("Son adresse ou son service", "Ses adresses et ses services", len(vues)), vues)]
        return self._liste(
            p,
            organisme.nom,
            vues,
            groupes,
            pictogramme="account-multiple-outline",
            fil=[(self.parole._("Organismes"), "organismes/")],
            plus=lambda: {
                "presentation": organisme.presentation,
                "organisme": organisme,
                "etat": etat(self.parole.en_texte, organisme.etat, self.territoire.aujourdhui) if organisme.etat else None,
                "fenetre": self.parole._("{nom} (organisme)", nom=organisme.nom),
                "source": f"organismes/{organisme.slug}.yml",
            },
        )

    def _redaction(self, dossier: str) -> Redaction:
        return Redaction(self.parole, dossier + "index.html")

    def _d_abord(self, vues: Sequence[FicheVue], p: Redaction, besoin: str) -> list[Groupe]:
        """The numbers that the directory names for an emergency, then all the rest by zone."""
        numeros = {urgence.fiche for urgence in self.territoire.directory.annuaire.urgences}
        lignes = tuple(vue for vue in vues if vue.slug in numeros)
        reste = self.par_quartier([vue for vue in vues if vue not in lignes], p, besoin)
        if not lignes or not reste:
            return self.par_quartier(vues, p, besoin)
        return [Groupe("a-appeler", self.parole._("À appeler d'abord"), lignes, besoin, "phone-alert"), *reste]

    def _numeros(self, besoins: Sequence[Besoin], racine: Racine) -> tuple[Urgence, ...]:
        """The emergency numbers that stand in for addresses that nobody knows: a page about a danger is never a dead end."""
        vides = {b.slug for b in besoins if not any(vue.en_service for vue in self.territoire.par_besoin.get(b.slug, ()))}
        if len(vides) == len(besoins):
            vides.add(racine.slug)
        return tuple(u for u in self.territoire.directory.annuaire.urgences if vides & {*(u.besoins or ())})

    def par_quartier(self, vues: Iterable[FicheVue], p: Redaction, besoin: str = "") -> list[Groupe]:
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

    def _liste(self, p: Redaction, titre: str, vues: Sequence[FicheVue], groupes: list[Groupe], *, pictogramme: str, fil: list,
               plus: Callable[[], dict[str, object]], chercher: str | None = None) -> Liste:
        la = [replace(groupe, vues=tuple(v for v in groupe.vues if v.en_service)) for groupe in groupes]
        arretees = Groupe("arretees", self.parole._("Pas en service"), tuple(v for v in vues if not v.en_service), "", "cancel")
        parties = decoupe(p.chemin.removesuffix("index.html"), [*la, arretees], self.nommer(p))
        return Liste(p, titre, vues, groupes, parties, pictogramme, fil, chercher, plus)

    def nommer(self, p: Redaction) -> Callable[[FicheVue, FicheVue], Markup]:
        """What a piece of the alphabet is called: letters would not tell, where a hundred names begin alike."""
        return lambda premiere, derniere: self.parole._(
            "De « {premier} » à « {dernier} »", premier=p.t(premiere.fiche.nom, False), dernier=p.t(derniere.fiche.nom, False))
