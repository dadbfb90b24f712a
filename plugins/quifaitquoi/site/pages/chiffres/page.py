"""« L'annuaire en chiffres »: each figure in a table, with a drawing of it that nobody needs to read."""

from __future__ import annotations

from babel.dates import get_day_names

from quifaitquoi.langues import Langue
from quifaitquoi.paroles.chiffres import Mots
from quifaitquoi.savoir.chiffres import Chiffres
from quifaitquoi.site.ecriture import ParoleEnPage, Redaction
from quifaitquoi.site.moteur import Moteur
from quifaitquoi.site.page import Page

CHEMIN = "chiffres/index.html"


def page(chiffres: Chiffres, parole: ParoleEnPage, moteur: Moteur) -> Page:
    """The page in one language."""
    p, titre = Redaction(parole, CHEMIN), parole._("L'annuaire en chiffres")
    contenu = moteur.rendre("chiffres.html", p, titre=titre, noms_des_jours=jours_courts(parole.langue),
                            **Mots(chiffres, parole.en_texte).valeurs())
    return Page(p.chemin, str(titre), parole.description(titre), contenu, "chiffres")


def jours_courts(langue: Langue) -> list[str]:
    """The names of the days, short enough to stand beside a drawing, Monday first."""
    noms = get_day_names("abbreviated", locale=langue.locale)
    return [noms[jour] for jour in range(7)]
