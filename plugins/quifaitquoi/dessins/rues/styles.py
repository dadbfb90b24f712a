"""How streets look: on screen, on a fiche, on paper. A layer's attributes, and which kinds are drawn at all."""

from __future__ import annotations

from dataclasses import dataclass

from quifaitquoi.annuaire.read.fond import LIGNES, SURFACES

# As wide as in the street, in metres, and never thinner than that, in units of the drawing.
LARGEURS = {
    "autoroute": (13, 1.6),
    "grande": (11.5, 1.2),
    "moyenne": (9.5, 0.9),
    "rue": (8, 0.7),
    "pietonne": (6.5, 0.7),
    "service": (4, 0.6),
    "chemin": (1.6, 0.9),
    "rail": (2.2, 0.9),
    "tram": (2, 0.9),
    "cours": (6, 0.8),
}
# Seen up to that many metres in a unit of the drawing.
VUS = {
    "autoroute": 99,
    "grande": 99,
    "moyenne": 30,
    "rue": 14,
    "pietonne": 14,
    "service": 4,
    "chemin": 2.2,
    "rail": 30,
    "tram": 8,
    "cours": 30,
    "mer": 99,
    "eau": 99,
    "parc": 30,
    "place": 7,
    "bati": 2.2,
}
RUES = ("service", "pietonne", "rue", "moyenne", "grande", "autoroute")  # the larger ones over the smaller ones


@dataclass(frozen=True)
class Style:
    """`couches`: attributes by layer: a kind, « bord » (both sides of a street), « tunnel », « pont » (both sides of a bridge).

    A layer that is absent is not drawn. `etroites`: streets thinner than this are one line in the colour of their sides.
    """

    nom: str
    couches: dict[str, str]
    etroites: float
    facteur: float = 1.0  # of all widths

    def largeur(self, genre: str, metres: float) -> float:
        reelle, mini = LARGEURS[genre]
        return max(reelle / metres * self.facteur, mini)

    def montre(self, genre: str, metres: float) -> bool:
        return genre in self.couches and metres <= VUS[genre]


def _classes(*noms: str) -> dict[str, str]:
    return {nom: f'class="{nom}"' for nom in noms}


# A tile has its colours in a style of its own: see tuiles.py.
ECRAN = Style("ecran", _classes(*LIGNES, *SURFACES, "bord", "tunnel", "pont"), etroites=1.6)

# All `currentColor`: black on paper, light in the dark, whatever style sheet is there; the page's own may colour its classes.
FICHE = Style(
    "fiche",
    {
        **{genre: 'class="qfq-eau" fill-opacity=".16"' for genre in ("mer", "eau")},
        "parc": 'class="qfq-parc" fill-opacity=".07"',
        "cours": 'class="qfq-cours" stroke-opacity=".25"',
        "chemin": 'class="qfq-chemin" stroke-opacity=".35" stroke-dasharray="3 2"',
        **{genre: 'class="qfq-rue" stroke-opacity=".22"' for genre in RUES},
        "rail": 'class="qfq-rail" stroke-opacity=".75"',
        "tram": 'class="qfq-rail" stroke-opacity=".75"',
        "tunnel": 'class="qfq-tunnel" stroke-opacity=".25" stroke-dasharray="2 3"',
    },
    etroites=0,
)

# A photocopier loses what is lighter than 60 %: nothing is, and water is lines instead of a tint. See `HACHURES`.
GRIS = "#666"
HACHURES = (
    '<defs><pattern id="eau" width="40" height="40" patternUnits="userSpaceOnUse">'
    f'<path d="M0 20h40" stroke="{GRIS}" stroke-width="4"/></pattern></defs>'
)
PAPIER = Style(
    "papier",
    {
        **{genre: f'fill="url(#eau)" stroke="{GRIS}" stroke-width="7"' for genre in ("mer", "eau")},
        "cours": f'stroke="{GRIS}"',
        **{genre: 'stroke="#fff"' for genre in RUES},
        "bord": f'stroke="{GRIS}"',
        "pont": 'stroke="#000"',
        "rail": 'stroke="#333" stroke-dasharray="40 20"',
        "tram": 'stroke="#333"',
        "tunnel": f'stroke="{GRIS}" stroke-dasharray="20 20"',
    },
    etroites=1.3,
    facteur=0.9,
)
