"""The page of leaflets is the same whatever was made before it: pages are shared out among processes as these are free."""

from dataclasses import replace

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.langues import langue
from quifaitquoi.site.sommaire import planifier


def test_pages_of_zones_made_before_it_add_no_empty_zone(port_exemple, aujourdhui):
    directory = verifier(port_exemple, aujourdhui).directory
    sans = replace(directory, annuaire=directory.annuaire.model_copy(update={"depliants": None}))
    territoire = enrichir(sans, aujourdhui)

    def page_apres(avant: str) -> str:
        feuilles = planifier(territoire, langue("fr"))
        for feuille in feuilles:
            if avant and feuille.chemin.startswith(avant):
                feuille.faire()
        return str(next(f for f in feuilles if f.chemin == "depliants/index.html").faire().contenu)

    assert page_apres("quartiers/") == page_apres("")
