"""What every language of the index shares, worked out once for a territory: units, their hours, the words of its texts."""

from __future__ import annotations

from datetime import date

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.site.pages.trouver.contenu_ecrit import mots_des_textes
from quifaitquoi.site.pages.trouver.exigences import non_exiges
from quifaitquoi.site.pages.trouver.heures import Grilles
from quifaitquoi.site.pages.trouver.morceaux import fiches_par_nom
from quifaitquoi.site.pages.trouver.retenue import retenue
from quifaitquoi.site.pages.trouver.unites import unites


class Commun:
    def __init__(self, territoire: Territoire):
        self.grilles = Grilles(territoire.directory.calendrier, territoire.aujourdhui)
        self.vues = fiches_par_nom(territoire)
        self.rangs = {vue.slug: n for n, vue in enumerate(self.vues)}
        self.unites = [unites(vue) for vue in self.vues]
        self.horaires = [[self.grilles.numero(u.horaires, u.du, u.au) for u in suite] for suite in self.unites]
        self.non_exiges = non_exiges(u for suite in self.unites for u in suite)
        self.textes = mots_des_textes(self.vues)


commun_de = retenue(Commun)


def jour_compte(jour: date | None, origine: date) -> int | None:
    return (jour - origine).days if jour else None
