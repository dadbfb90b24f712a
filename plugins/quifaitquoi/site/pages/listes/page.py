"""A list as a page: its groups, those closed last; or what leads to its parts, where it is too long to be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction
from quifaitquoi.site.memoire import Faites
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.page import Page
from quifaitquoi.site.pages import trouver
from quifaitquoi.site.pages.cartes import sur_la_carte
from quifaitquoi.site.pages.listes.decoupe import Groupe, Partie
from quifaitquoi.site.pages.listes.vignettes import CARTES, Vignettes


@dataclass(frozen=True)
class Liste:
    """A list to be: what it shows, and where. `plus` is what its first page says besides, worked out when that is made."""

    p: Redaction
    titre: str
    vues: Sequence[FicheVue]
    groupes: Sequence[Groupe]
    parties: tuple[Partie, ...]
    pictogramme: str
    fil: list[tuple[str, str]]
    chercher: str | None
    plus: Callable[[], dict[str, object]]

    @property
    def dossier(self) -> str:
        return self.p.chemin.removesuffix("index.html")


class PagesDeListe:
    """The pages of the lists of one language."""

    def __init__(self, territoire: Territoire, parole: ParoleEnPage, moteur: Moteur, faites: Faites):
        self.territoire, self.parole, self.moteur = territoire, parole, moteur
        self.vignettes = Vignettes(parole, moteur, faites)

    def page(self, liste: Liste) -> Page:
        """The list; or, where it is cut, what leads to its parts."""
        return self._page(liste.p, liste.titre, liste.vues, [] if liste.parties else liste.groupes, pictogramme=liste.pictogramme,
                          fil=liste.fil, chercher=liste.chercher, coupe=liste.parties, **liste.plus())

    def partie(self, liste: Liste, partie: Partie) -> Page:
        """One of the parts of a list that is cut."""
        groupe, p = partie.groupe, Redaction(self.parole, partie.chemin)
        return self._page(p, liste.titre, groupe.vues, [] if partie.suite else [groupe], pictogramme=liste.pictogramme,
                          fil=[*liste.fil, (liste.titre, liste.dossier)], chercher=liste.chercher, coupe=partie.suite,
                          de=partie.de, fenetre=self.nom_de_partie(liste.titre, groupe))

    def nom_de_partie(self, titre: str, groupe: Groupe) -> Markup:
        """What the window of a part says: the list, then which part of it."""
        return self.parole._("{quoi} : {reponse}", quoi=titre, reponse=groupe.titre.striptags())

    def _page(self, p: Redaction, titre: str, vues: Sequence[FicheVue], groupes: Sequence[Groupe], *, pictogramme: str,
              fil: list[tuple[str, str]], coupe: tuple[Partie, ...] = (), presentation: str | None = None,
              carte: str | None = None, source: str | None = None, fenetre: str | None = None, **valeurs: object) -> Page:
        en_service = sum(vue.en_service for vue in vues)
        servis = [(g, [v for v in g.vues if v.en_service]) for g in groupes if any(v.en_service for v in g.vues)]
        partages = [*self.vignettes.partages([(siennes, g.besoin) for g, siennes in servis], p)]
        parties = [(g, html) for (g, _), (html, _) in zip(servis, partages, strict=True)]
        cartes = [(vue, g.besoin) for (g, _), (_, en_cartes) in zip(servis, partages, strict=True) for vue in en_cartes]
        arretees = [vue for vue in vues if not vue.en_service] if not coupe else []
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
            carte=carte if not coupe and any(map(sur_la_carte, vues)) else None,
            coupe=coupe,
            sans_position=en_service - sum(map(sur_la_carte, vues)),
            arretees=self.vignettes.liste(arretees, p, compact=len(arretees) + len(cartes) > CARTES) if arretees else None,
            **{
                "besoins": (),
                "manques": "",
                "de": None,
                "organisme": None,
                "etat": None,
                "vide": None,
                "a_appeler": (),
                "schematique": False,
                "depliants": None,
                "droits": "",
                "ressources": "",
                "ma_feuille": False,
                "flux": None,
                "semaine": None,
                "sortie": None,
                "chercher": None,
                **valeurs,
            },
        )
        description = presentation or self.parole.n_(
            "{titre} : {n} adresse à {lieu}.", "{titre} : {n} adresses à {lieu}.", en_service, titre=titre,
            lieu=self.parole.annuaire.territoire).striptags()
        return Page(p.chemin, p.simple(fenetre or titre), p.simple(description), contenu, "liste", source)
