"""« Données ouvertes »: the files that the build gives out, whom each is for, and under which licence."""

from __future__ import annotations

from collections.abc import Sequence

from quifaitquoi.savoir.donnees import DOSSIER, Format
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.page import Page
from quifaitquoi.site.pages.fiche.donnees_liees import CORRESPONDANCE

CHEMIN = "donnees/index.html"


def page(formats: Sequence[Format], parole: ParoleEnPage, moteur: Moteur) -> Page:
    """The page in one language."""
    p, titre = Redaction(parole, CHEMIN), parole._("Données ouvertes")
    contenu = moteur.rendre("donnees.html", p, titre=titre, formats=formats, dossier=DOSSIER, dans_les_pages=CORRESPONDANCE)
    return Page(p.chemin, str(titre), parole.description(titre), contenu, "donnees")
