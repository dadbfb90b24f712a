"""« Cette semaine, chez vous »: a page and a feed of what is announced in the territory, and in each neighbourhood of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from functools import cached_property
from uuid import NAMESPACE_URL, uuid5

from feedgenerator import Atom1Feed

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.annuaire.model.annonce import Annonce
from quifaitquoi.langues.dates import date_et_jour
from quifaitquoi.paroles.annonces import quand
from quifaitquoi.paroles.texte import en_texte
from quifaitquoi.savoir.annonces import lieux_de_la_semaine
from quifaitquoi.savoir.depliants import DOSSIER, SEMAINE, Demande, Ecarts, a_un_fichier
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.page import Page
from quifaitquoi.site.pages.semaine import radio

GENRE = "semaine"


def chemin(slug: str) -> str:
    """The page of a neighbourhood, or of the territory where `slug` is empty."""
    return f"semaine/{slug}/index.html" if slug else "semaine/index.html"


@dataclass(frozen=True)
class Lieu:
    """The whole territory, or a neighbourhood of it: its folder, how it is called there, what is announced."""

    dossier: str
    nom: str
    annonces: tuple[Annonce, ...]


class Semaine:
    """What one language says of the week."""

    def __init__(self, territoire: Territoire, parole: ParoleEnPage, moteur: Moteur, ecarts: Ecarts):
        self.territoire, self.parole, self.moteur, self._ecarts = territoire, parole, moteur, ecarts

    @cached_property
    def lieux(self) -> dict[str, Lieu]:
        """Where anything is announced: by the slug of the neighbourhood, "" for the territory."""
        d = self.territoire.directory
        annonces = lieux_de_la_semaine(d, self.territoire.aujourdhui)
        noms = {slug: d.quartiers[slug].nom if slug else d.annuaire.territoire for slug in annonces}
        return {slug: Lieu(chemin(slug).removesuffix("index.html"), noms[slug], siennes) for slug, siennes in annonces.items()}

    def chemin(self, slug: str = "") -> str | None:
        """The folder of its page; None where nothing is announced."""
        return self.lieux[slug].dossier if slug in self.lieux else None

    def pages(self, slug: str) -> dict[str, str]:
        """What is made beside the page, by its use."""
        dossier = self.lieux[slug].dossier
        fichiers = {"flux": f"{dossier}annonces.xml"}
        # It is read in the language of the fiches, and its figures are put into French letters.
        return fichiers if self.parole.langue.code != "fr" or self.parole.etranger else fichiers | {"radio": f"{dossier}radio.txt"}

    def radio(self, slug: str) -> str:
        lieu = self.lieux[slug]
        return radio.texte(self.territoire, lieu.annonces, lieu.nom)

    def page(self, slug: str) -> Page:
        lieu = self.lieux[slug]
        p, titre = Redaction(self.parole, f"{lieu.dossier}index.html"), self.parole._("Cette semaine, chez vous")
        t, v = self.territoire, self.territoire.directory.vocabulaire
        dites = [{
            "a": a, "quand": p.dit(quand(self.parole, a)), "vue": t.fiches.get(a.fiche or ""),
            "besoins": [v.besoins[b] for b in a.besoins or ()], "publics": p.termes(v.publics, a.publics or ()),
            "quartiers": [t.directory.quartiers[q] for q in a.quartiers or ()],
        } for a in lieu.annonces]
        contenu = self.moteur.rendre(
            "semaine.html", p, titre=titre, lieu=lieu, dites=dites, jour=date_et_jour(t.aujourdhui, self.parole.langue.locale),
            fichiers=self.pages(slug), feuille=self._feuille(slug),
            ailleurs=[autre for autre in self.lieux.values() if autre is not lieu])
        nom = self.parole._("{titre} : {nom}", titre=titre, nom=p.simple(lieu.nom)).unescape()
        return Page(p.chemin, nom, nom, contenu, GENRE)

    def _feuille(self, slug: str) -> str | None:
        """The sheet to hang, from the site's root; None where it could not be made."""
        demande = Demande(slug, SEMAINE, self.parole.langue.code)
        return f"{DOSSIER}/{demande.fichiers[0]}" if a_un_fichier(demande, self._ecarts) else None

    def atom(self, slug: str) -> str:
        """The feed. Where the site has no address of its own, its links start from the file itself."""
        lieu, annuaire = self.lieux[slug], self.parole.annuaire
        p = Redaction(self.parole, self.pages(slug)["flux"])
        page = f"{lieu.dossier}index.html"
        lien = annuaire.adresse_de(f"{self.parole.langue.code}/{page}") or f"{p.racine}{page}"
        nom = self.parole._("{titre} : {nom}", titre=self.parole._("Cette semaine, chez vous"), nom=p.simple(lieu.nom)).unescape()
        cle = f"{annuaire.territoire}/{self.parole.langue.code}/{p.chemin}"
        feed = Atom1Feed(title=nom, link=lien, description=None, language=self.parole.langue.code,
                         author_name=p.simple(annuaire.nom), feed_guid=uuid5(NAMESPACE_URL, cle).urn)
        depuis = datetime.combine(self.territoire.aujourdhui, time(), self.territoire.directory.calendrier.zone)
        for a in lieu.annonces:
            dit = en_texte(self.parole.en_texte, quand(self.parole.en_texte, a))
            feed.add_item(title=p.simple(a.titre), link=f"{lien}#{a.slug}", pubdate=depuis, description=dit,
                          unique_id=uuid5(NAMESPACE_URL, f"{annuaire.territoire}/annonces/{a.slug}/{a.quand.du}").urn)
        return feed.writeString("utf-8")
