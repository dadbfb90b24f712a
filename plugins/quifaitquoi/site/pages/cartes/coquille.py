"""The folium map, made once: an HTML shell without inline script or style, and its generated script as a file.

folium's own page loads ten files from elsewhere, forbids zooming and has random identifiers. Here its Map and
MarkerCluster keep what they are good at, the generated Leaflet code, inside a document of ours.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import count
from math import floor, log2

from quifaitquoi.annuaire.model.annuaire import Emprise

DOSSIER = "assets/cartes"
STYLES = ("leaflet.css", "carte.css")
# The way out works before there is anything to see.
SCRIPTS = ("quitter.js", "leaflet.js", "leaflet.markercluster.js", "territoire.js", "decor.js", "carte.js")
ZOOM_MAX = 19

_DOCUMENT = """\
<!DOCTYPE html>
<html lang="{{ this.langue }}" dir="{{ this.sens }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{{ this.regles }}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<script src="{{ this.discret }}" data-neutre="{{ this.neutre }}"></script>
<title>{{ this.marque }}</title>
{{ this.header.render(**kwargs) }}
</head>
<body>
<header><h1>{{ this.marque }}</h1>{{ this.marque }}</header>
<main>{{ this.html.render(**kwargs) }}</main>
<footer>{{ this.marque }}</footer>
<script type="application/json" id="donnees">{{ this.marque }}</script>
{% for adresse in this.scripts %}<script src="{{ adresse }}"></script>
{% endfor %}</body>
</html>
"""

# folium's own header has inline scripts and styles, and a viewport that forbids zooming.
_CARTE = """
{% macro html(this, kwargs) %}<div class="folium-map" id={{ this.get_name()|tojson }}></div>{% endmacro %}
{% macro script(this, kwargs) %}
var {{ this.get_name() }} = L.map({{ this.get_name()|tojson }}, {
    center: {{ this.location|tojson }}, crs: L.CRS.{{ this.crs }}, ...{{ this.options|tojavascript }}
});
{% endmacro %}
"""

_MARQUE = "\ue000"  # where the shell is cut, before anything of a territory comes in


@lru_cache(maxsize=4)
def script(emprise: Emprise) -> str:
    """folium's JavaScript: it creates the map around `emprise` and an empty cluster group, and names both."""
    figure, carte, groupe = _figure(emprise)
    figure.render()
    return (f'"use strict";\n{figure.script.render()}\n'
            f"var quifaitquoi = {{carte: {carte.get_name()}, groupe: {groupe.get_name()}}};\n")


@lru_cache(maxsize=64)
def document(langue: str, sens: str, neutre: str, racine: str, tuiles: str, emprise: Emprise) -> tuple[str, ...]:
    """The document cut where a map's own parts go: title, heading, after the heading, footer, data.

    `neutre` is the title of a discreet visit. `tuiles` is the source that the page's policy allows images from, "" for none.
    """
    figure, _, _ = _figure(emprise, racine)
    figure.langue, figure.sens, figure.marque = langue, sens, _MARQUE
    figure.discret, figure.neutre = f"{racine}{DOSSIER}/discret.js", neutre
    figure.scripts = [f"{racine}{DOSSIER}/{nom}" for nom in SCRIPTS]
    # `file:` for a copy on a stick, as in render/regles.py.
    figure.regles = ("default-src 'none'; script-src 'self' file:; style-src 'self' file:; base-uri 'none'; form-action 'none'; "
                     f"img-src 'self' file: data: {tuiles}").strip()
    return tuple(figure.render().split(_MARQUE))


def _figure(emprise: Emprise, racine: str = ""):
    # Importing folium takes a third of a second: only those who build a map pay for it.
    from branca.element import Figure
    from folium import Map
    from folium.plugins import MarkerCluster
    from folium.template import Template
    from folium.utilities import JsCode

    class Document(Figure):
        _template = Template(_DOCUMENT)

    class Carte(Map):
        _template = Template(_CARTE)
        default_js = []
        default_css = [(nom, f"{racine}{DOSSIER}/{nom}") for nom in STYLES]

    class Groupe(MarkerCluster):
        default_js = []
        default_css = []

    calme = JsCode('!matchMedia("(prefers-reduced-motion: reduce)").matches')
    # Streets are there as soon as they are: squares that fade in count the time with a clock, and stay blank where it stands still.
    options = {"maxZoom": ZOOM_MAX, "minZoom": _zoom_min(emprise), "zoomAnimation": calme,
               "fadeAnimation": False, "markerZoomAnimation": calme, "inertia": calme}
    carte = Carte(location=[(emprise.sud + emprise.nord) / 2, (emprise.ouest + emprise.est) / 2],
                  zoom_start=_zoom_min(emprise) + 1, tiles=None, zoom_control=False, **options)
    # Without its animation, markers are in their place at once: the keyboard's focus can follow.
    groupe = Groupe(control=False, animate=False, show_coverage_on_hover=False, max_cluster_radius=54,
                    spider_leg_polyline_options={"className": "patte", "weight": 2})
    groupe.add_to(carte)
    figure = Document()
    figure.header._children.clear()  # its meta_http says the encoding a second time
    carte.add_to(figure)
    _renumerote(figure)
    return figure, carte, groupe


def _renumerote(racine) -> None:
    """folium draws each identifier at random; two builds must not differ."""
    numero, reste = count(1), [racine]
    while reste:
        element = reste.pop()
        element._id = str(next(numero))
        reste += element._children.values()


def _zoom_min(emprise: Emprise) -> int:
    """One step further out than what shows the whole territory on a narrow phone (a world is 256 pixels at 0)."""
    return max(1, floor(log2(360 * 320 / (256 * max(emprise.est - emprise.ouest, emprise.nord - emprise.sud)))) - 1)
