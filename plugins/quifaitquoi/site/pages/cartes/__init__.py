"""Maps: an interactive overview per list (folium).

For the adapter, in the order of a build:

    fichiers()                     -> [(source on disk, destination in the site)]   copied as they are
    d_abord()                      -> {destination in the site: text}               written as they are
    generes(territoire)            -> {destination in the site: text}               written as they are (TERRITOIRE)
    tuiles(territoire)             -> {destination in the site: SVG}                the streets, where it has them
    adresse("besoin", "douche")    -> "cartes/besoin-douche.html"                   below <lang>/
    apercu(vues, territoire, langue, titre=…, liste=…)  -> str                      the document at that address
    suivie(territoire, langue, liste=…)                 -> str                      a map that a page around it fills

An overview is a page of its own that a list links to or shows in an <iframe title="…" loading="lazy">.
It works from file://, loads nothing from elsewhere, and prints as a sentence that leads to the list.
"""

from quifaitquoi.site.pages.cartes.apercu import adresse, apercu, suivie
from quifaitquoi.site.pages.cartes.donnees import sur_la_carte
from quifaitquoi.site.pages.cartes.fichiers import TERRITOIRE, d_abord, fichiers, generes
from quifaitquoi.site.pages.cartes.tuiles import tuiles

__all__ = ["TERRITOIRE", "adresse", "apercu", "d_abord", "fichiers", "generes", "suivie", "sur_la_carte", "tuiles"]
