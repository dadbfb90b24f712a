"""Maps: an interactive overview per list (folium), and the small drawing of where a place is on its fiche.

For the adapter, in the order of a build:

    fichiers()                     -> [(source on disk, destination in the site)]   copied as they are
    generes(territoire)            -> {destination in the site: text}               written as they are
    adresse("besoin", "douche")    -> "cartes/besoin-douche.html"                   below <lang>/
    apercu(vues, territoire, langue, titre=…, liste=…)  -> str                      the document at that address
    suivie(territoire, langue, liste=…)                 -> str                      a map that a page around it fills
    situation(vue, territoire, langue)                  -> str | None               the sentence of a fiche
    dessin(vue, territoire, langue)                     -> str                      the inline SVG of a fiche, or ""

An overview is a page of its own that a list links to or shows in an <iframe title="…" loading="lazy">.
It works from file://, loads nothing from elsewhere, and prints as a sentence that leads to the list.
"""

from quifaitquoi.maps.apercu import adresse, apercu, suivie
from quifaitquoi.maps.dessin import dessin
from quifaitquoi.maps.fichiers import fichiers, generes
from quifaitquoi.maps.situation import situation

__all__ = ["adresse", "apercu", "dessin", "fichiers", "generes", "situation", "suivie"]
