"""What each output says of one fiche: the same text twice means that it says nothing of what changed between them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from tests.silence.fiches_entieres import fiche

from quifaitquoi.annuaire.enrich import FicheVue, Territoire, enrichir
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.textes import textes
from quifaitquoi.echanges.sorties import FORMATS
from quifaitquoi.langues import langue
from quifaitquoi.papier.depliants.ecriture import Paroles
from quifaitquoi.papier.depliants.entree import Entrees
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.savoir.publiable import publiable
from quifaitquoi.site.pages.fiche.donnees_liees import CORRESPONDANCE
from quifaitquoi.site.pages.trouver import index
from quifaitquoi.site.sommaire import planifier
from quifaitquoi.suivi.appel.questions import Questions
from quifaitquoi.suivi.relecture.faits import Cote, changements

JOUR = date(2026, 11, 20)
SLUG = "maison-entiere"
FR = langue("fr")


class Cas:
    """One fiche in its territory, beside the one that may replace it."""

    def __init__(self, directory: Directory, brut: dict):
        self.brut = brut
        self.territoire: Territoire = enrichir(
            replace(directory, fiches={"la-chaloupe": directory.fiches["la-chaloupe"], SLUG: fiche(brut)}), JOUR
        )
        self.vue: FicheVue = self.territoire.fiches[SLUG]
        self.publiable = publiable(self.territoire)
        self._faites: dict[str, str] = {}
        self._pages = {feuille.chemin: feuille for feuille in planifier(self.territoire, FR)}

    def page(self, chemin: str) -> str:
        """Made once, though two outputs look at it; "" where the site has none."""
        if chemin not in self._faites:
            self._faites[chemin] = str(self._pages[chemin].faire().contenu) if chemin in self._pages else ""
        return self._faites[chemin]


def _depliant(cas: Cas) -> str:
    vue = cas.vue
    redacteur = Entrees(Paroles(cas.territoire.directory, FR), cas.territoire, JOUR + timedelta(365))
    return json.dumps(redacteur.entree(vue, vue.services, "1", [("1a", arret) for arret in vue.arrets]), ensure_ascii=False)


def _carte(cas: Cas) -> str:
    return cas.page(f"besoins/{cas.vue.besoins[0].slug}/index.html")


def _catalogue(cas: Cas) -> str:
    return repr([texte for texte in textes(cas.territoire.directory) if texte[0].startswith(f"fiches.{SLUG}")])


def _appel(cas: Cas) -> str:
    return repr(Questions(Parole.de_la_source(cas.territoire.directory)).questionnaire(cas.vue))


def _liees(cas: Cas) -> str:
    return cas.page(f"fiches/{SLUG}/index.html").partition("application/ld+json")[2]


# An export is one more line here.
SORTIES: Mapping[str, Callable[[Cas], str]] = {
    "page": lambda cas: cas.page(f"fiches/{SLUG}/index.html"),
    "vignette": _carte,
    "selection": lambda cas: cas.page(f"donnees/fiches/{SLUG}.js"),
    "depliant": _depliant,
    "appel": _appel,
    "trouver": lambda cas: "".join(index(cas.territoire, FR).values()),
    "catalogue": _catalogue,
    CORRESPONDANCE.nom: _liees,
    **{un.nom: lambda cas, un=un: repr(un.faire(cas.publiable)) for un in FORMATS},
}


def relue(avant: Cas, apres: Cas) -> bool:
    """Whether the review of the change tells anything."""
    return bool(changements(*(Cote(cas.vue, cas.brut, cas.territoire) for cas in (avant, apres))))
