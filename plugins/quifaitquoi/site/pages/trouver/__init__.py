"""The finder: one compact index per language, made here and read in the browser by the scripts beside it.

    actifs(langue)                      -> Actifs     the finder page's own script, named after its content
    index(territoire, langue)           -> dict       a language's index as classic scripts: the start, the rest, the stops, and
                                                      the pieces of a large one; chemins(territoire): their names
    adresses(index)                     -> dict       where a page finds them
    ouverture(vue, territoire, langue)  -> str, str   what a fiche's page needs to say whether it is open, as JSON;
                                                      else what it says at any hour
    maintenant(territoire, langue)      -> str        the script from which the home page says what is open now
    pressants(vocabulaire)              -> list       the needs that it answers so
    etats(cartes, territoire, langue)   -> str        what a page of cards needs to say so of each, as JSON
    rues_en_scripts(fond)               -> dict       the streets, in scripts; adresses_des_rues(fond): where the page finds them
    en_morceaux(territoire)             -> bool       whether it is large enough to have pieces
    ZONES                                             where the pieces are, below the language's folder
    SCRIPTS_DE_PAGE                                   scripts that every page runs: search box, freshness

Hours become intervals here, by the engine that the whole program uses; the browser only looks them up. Whether they can
be trusted is judged there, on the visitor's day.
"""

from quifaitquoi.site.pages.trouver.etats import etats, maintenant, ouverture, pressants
from quifaitquoi.site.pages.trouver.fichiers import MAINTENANT, SCRIPTS_DE_PAGE, ZONES, actifs, adresses
from quifaitquoi.site.pages.trouver.index import chemins, index
from quifaitquoi.site.pages.trouver.morceaux import en_morceaux
from quifaitquoi.site.pages.trouver.rues import adresses_des_rues, rues_en_scripts

__all__ = ["MAINTENANT", "SCRIPTS_DE_PAGE", "ZONES", "actifs", "adresses", "adresses_des_rues", "chemins", "en_morceaux", "etats",
           "index", "maintenant", "ouverture", "pressants", "rues_en_scripts"]
