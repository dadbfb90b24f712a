"""PDFs from Typst templates: accessible (PDF/UA-1), in the territory's scripts, the same bytes for the same input.

    compiler("papier/depliants/gabarits/affiche.typ", donnees, titre="Se laver", langue="fr", jour=aujourdhui) -> bytes

A template is named by its path inside this package and begins with `#import "/pdf/commun.typ": *`, which gives it
`d` (the data) and `document-accessible`. Data travel as JSON: whatever they hold comes out as text, never as markup.
"""

from quifaitquoi.pdf.composition import CaractereManquant, Composition, CompositionImpossible, compiler
from quifaitquoi.pdf.polices import PoliceManquante

__all__ = ["CaractereManquant", "Composition", "CompositionImpossible", "PoliceManquante", "compiler"]
