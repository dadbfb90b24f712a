"""Leaflets: the page that lists them and prints any other, and what a neighbourhood's page says of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.geographie import centre, metres
from quifaitquoi.annuaire.model.quartier import Quartier
from quifaitquoi.annuaire.model.vocabulaire import TempsDeVie
from quifaitquoi.base.json import json_sans_danger
from quifaitquoi.base.texte import cle_de_tri
from quifaitquoi.langues import Langue, langue
from quifaitquoi.langues.ecritures import dates
from quifaitquoi.langues.marques import N_
from quifaitquoi.savoir.depliants import DOSSIER, SORTIE, Demande, Ecarts, Raison, a_un_fichier, depliants_voulus
from quifaitquoi.savoir.sortie import sorties
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction, pour_un_script
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.page import Page
from quifaitquoi.site.pages.selection.page import DONNEES

CHEMIN = "depliants/index.html"
ZONES = "depliants/zones/"  # below a language: what the form loads of each zone
FORMATS = {
    "depliant": N_("Dépliant plié en trois"),
    "livret": N_("Livret"),
    "affiche": N_("Affiche"),
    "grands-caracteres": N_("Gros caractères"),
    "discret": N_("Dépliant discret"),
}
# A visitor cannot put it right: each says enough to look elsewhere.
RAISONS: dict[Raison, str] = {
    "abrege": N_("{langue} : la place manque, les dernières adresses n'y sont qu'en liste, avec leur téléphone."),
    "illisible": N_("{langue} : une adresse n'y est pas en entier, un signe ne peut pas être imprimé."),
    "place": N_("{langue} : pas de PDF, il y a trop d'adresses pour ses pages."),
    "police": N_("{langue} : pas de PDF, il manque de quoi imprimer cette écriture."),
    "signe": N_("{langue} : pas de PDF, un signe ne peut pas être imprimé."),
    "autre": N_("{langue} : pas de PDF, il n'a pas pu être fait."),
}


@dataclass(frozen=True)
class Offre:
    """One line of the list: a format for certain needs, in the languages that it is made in."""

    nom: Markup
    par_langue: tuple[tuple[Langue, Demande], ...]
    ecarts: tuple[Markup, ...] = ()  # a sentence for each language in which it is not what was asked for

    @property
    def chemins(self) -> list[tuple[Langue, str]]:
        """The file to read in each of them, below the site's root."""
        return [(parlee, f"{DOSSIER}/{demande.fichiers[0]}") for parlee, demande in self.par_langue]


class Depliants:
    """What one language says of the leaflets that the build makes."""

    def __init__(self, territoire: Territoire, parole: ParoleEnPage, moteur: Moteur, ecarts: Ecarts):
        self.territoire, self.parole, self.moteur, self._ecarts = territoire, parole, moteur, ecarts
        self.directory = territoire.directory
        self._voulus: dict[str, list[Demande]] = defaultdict(list)
        for demande in depliants_voulus(territoire.source):
            self._voulus[demande.quartier].append(demande)

    def page(self, jour: str) -> Page:
        """The list of what is ready; a script adds the form for what is not."""
        p, titre = Redaction(self.parole, CHEMIN), self.parole._("Dépliants")
        quartiers = self._dans_l_ordre()
        prets = [(q, self._offres(q, p)) for q in quartiers if q.slug in self._voulus]
        servis = self.servis()
        contenu = self.moteur.rendre(
            "depliants.html",
            p,
            titre=titre,
            prets=prets,
            sorties=[self.de_la_sortie(temps, p) for temps in sorties(self.territoire)],
            quartiers=servis,
            formats=FORMATS,
            dossier=DOSSIER,
            version=jour,
            fiches=DONNEES,
            zones=ZONES,
            langues=[langue(code) for code in self.parole.annuaire.langues],
            ici=self.parole.langue,
            adresse=self.parole.annuaire.adresse_de(f"{self.parole.langue.code}/"),
            donnees=Markup(json_sans_danger(self._donnees(servis))),
        )
        return Page(p.chemin, str(titre), self.parole.description(titre), contenu, "depliants")

    def servis(self) -> list[Quartier]:
        """The zones that there can be a leaflet of."""
        return [quartier for quartier in self._dans_l_ordre() if self._en_service(quartier)]

    def fiches_du_quartier(self, quartier: Quartier) -> str:
        """What the form loads of the zone that is asked for: its fiches, nearest first, with their needs."""
        fiches = [[vue.slug, sorted({racine for besoin in vue.besoins for racine in besoin.racines})]
                  for vue in self._proches(quartier)]
        return f"window.quifaitquoi.zones[{json_sans_danger(quartier.slug)}]={json_sans_danger(fiches)};\n"

    def du_quartier(self, quartier: Quartier, p: Redaction) -> list[tuple[Markup, str]]:
        """(name, path from the site's root) of its leaflets in this language."""
        return [(offre.nom, chemin) for offre in self._offres(quartier, p) for parlee, chemin in offre.chemins
                if parlee.code == self.parole.langue.code]

    def de_la_sortie(self, temps: TempsDeVie, p: Redaction) -> Offre:
        """The sheet for the day of leaving, in each language that it is made in, that of the page first."""
        ici, codes = self.parole.langue.code, self.parole.annuaire.langues
        demandes = [Demande("", SORTIE, code, moment=temps.slug) for code in sorted(codes, key=lambda code: code != ici)]
        return self._offre(Markup('<a href="{}">{}</a>').format(p.url(f"temps-de-vie/{temps.slug}/"), p.terme(temps)), demandes)

    def _offres(self, quartier: Quartier, p: Redaction) -> list[Offre]:
        groupes: dict[tuple, list[Demande]] = defaultdict(list)
        for demande in self._voulus.get(quartier.slug, ()):
            groupes[demande.format, demande.papier, demande.besoins].append(demande)
        return [self._offre(self._nom(p, *cle), demandes) for cle, demandes in groupes.items()]

    def _est_la(self, demande: Demande) -> bool:
        return a_un_fichier(demande, self._ecarts)

    def _ecart(self, demande: Demande) -> Markup:
        parlee = langue(demande.langue)
        nom = Markup('<bdi lang="{}">{}</bdi>').format(parlee.code, parlee.nom)
        return self.parole._(RAISONS[self._ecarts[demande]], langue=nom)

    def _offre(self, nom: Markup, demandes: Sequence[Demande]) -> Offre:
        return Offre(nom, tuple((langue(d.langue), d) for d in demandes if self._est_la(d)),
                     tuple(self._ecart(d) for d in demandes if d in self._ecarts))

    def _nom(self, p: Redaction, forme: str, papier: str, besoins: tuple[str, ...]) -> Markup:
        v = self.directory.vocabulaire
        nom = self.parole._(FORMATS[forme]) + (f" {papier.upper()}" if papier != "a4" else "")
        pour = self.parole.liste(p.terme(v.racines.get(slug) or v.besoins[slug]) for slug in besoins)
        return self.parole._("{quoi} : {reponse}", quoi=nom, reponse=pour) if besoins else nom

    def _donnees(self, quartiers: list[Quartier]) -> dict[str, object]:
        """What the script needs: the name of each zone, and each PDF by what it is about."""
        zones = {q.slug: Redaction(self.parole, CHEMIN).simple(q.nom) for q in quartiers}
        pdf: dict[str, str] = {}
        for demande in (d for demandes in self._voulus.values() for d in demandes if self._est_la(d)):
            pdf.setdefault(
                "/".join((demande.quartier, demande.format, demande.langue, *sorted(demande.besoins))), demande.fichiers[0]
            )
        mots = {
            "trop": self.parole._("Trop d'adresses pour une feuille : {n}. Cochez un ou plusieurs besoins."),
            "aucune": self.parole._("Nous ne connaissons pas encore d'adresse ici."),
            "manquent": self.parole._("Ces adresses ne s'affichent pas : {noms}. Le reste est là."),
            "qr": self.parole._("Code QR : la page de cette adresse, à jour"),
            "jour": self.parole._("Feuille faite le {jour}. Appelez avant de venir."),
            "discret": self.parole._("Infos pratiques"),
        }
        return {
            "zones": zones,
            "pdf": pdf,
            "mots": pour_un_script(mots) | dates(self.parole.langue),
            "besoins": {r.slug: Redaction(self.parole, CHEMIN).simple(r.nom) for r in self.directory.vocabulaire.racines.values()},
        }

    def _dans_l_ordre(self) -> list[Quartier]:
        return sorted(self.directory.quartiers.values(), key=lambda q: (q.etendue == "partout", cle_de_tri(q.nom)))

    def _en_service(self, quartier: Quartier) -> list[FicheVue]:
        return [vue for vue in self.territoire.par_quartier.get(quartier.slug, ()) if vue.en_service]

    def _proches(self, quartier: Quartier) -> list[FicheVue]:
        milieu = centre(quartier)

        def loin(vue: FicheVue) -> float:
            arrets = () if vue.fiche.confidentialite else vue.fiche.tournee or ()
            positions = [position for position in (vue.position, *(arret.position for arret in arrets)) if position]
            return min((metres(milieu, position) for position in positions), default=float("inf")) if milieu else 0

        return sorted(self._en_service(quartier), key=loin)
