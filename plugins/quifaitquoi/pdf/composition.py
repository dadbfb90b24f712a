"""One document: a template of this package, its data, and what Typst makes of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Set
from datetime import UTC, date, datetime, time
from pathlib import Path

import typst

from quifaitquoi.base.refus import Refus
from quifaitquoi.langues import langue as langue_de
from quifaitquoi.pdf.glyphes import tout_imprimable
from quifaitquoi.pdf.polices import polices

PAQUET = Path(__file__).resolve().parent.parent


class CompositionImpossible(Refus):
    """The typesetter refused the document: a fault of the program. A French sentence, then what Typst said."""


class CaractereManquant(Refus):
    """A text holds what no font draws. Its sentence names the fiches and the characters, and repeats nothing else of them."""

    def __init__(self, manquent: Mapping[str, Set[str]]) -> None:
        """`manquent`: slug of the fiche, or nothing, → the characters."""
        self.manquent = manquent
        parts = [f"{', '.join(f'« {c} » (U+{ord(c):04X})' for c in sorted(caracteres))} dans {slug or 'l’annuaire'}"
                 for slug, caracteres in sorted(manquent.items())]
        super().__init__(f"Aucune police ne sait imprimer {' ; '.join(parts)}. Écrivez-le autrement : des mots à la place d'un "
                         "signe, un nom en lettres latines.")


class Composition:
    """A document that is laid out once and can then be asked about, or written as PDF."""

    # From the first document on, Typst has threads that a fork would wait for without end.
    a_des_fils = False

    def __init__(self, gabarit: str, donnees: Mapping[str, object], titre: str, langue: str, jour: date) -> None:
        """`gabarit`: path of the template inside the package. `jour`: date of the document.

        Raises PoliceManquante where the language cannot be set, CaractereManquant where one of its texts cannot.
        """
        self.gabarit, self._jour = gabarit, jour
        parlee = langue_de(langue)
        fontes = polices(parlee)
        manquent: dict[str, set[str]] = {}
        propres = tout_imprimable({"d": donnees, "titre": titre}, fontes.caracteres, manquent)
        if manquent:
            raise CaractereManquant(manquent)
        entrees = {
            # Nested values in JSON; a name with `#` or `$` in it stays a name.
            "donnees": json.dumps(propres["d"], ensure_ascii=False),
            "titre": propres["titre"], "langue": parlee.locale.language, "sens": parlee.sens,
            "polices": json.dumps(fontes.familles),
        }
        self._compilateur = typst.Compiler(str(PAQUET / gabarit), root=str(PAQUET), font_paths=fontes.fontes,
                                           sys_inputs=entrees)

    def demande(self, marque: str) -> list:
        """The values of each `#metadata(…) <marque>` of the laid out document, in order."""
        return json.loads(self._essaie(lambda: self._compilateur.query(f"<{marque}>", field="value")))

    def pdf(self) -> bytes:
        instant = int(datetime.combine(self._jour, time(), UTC).timestamp())
        pdf = self._essaie(lambda: self._compilateur.compile(format="pdf", pdf_standards=["ua-1"], timestamp=instant))
        # It only says how facing pages stand, but makes Chromium read every line, names and telephones too, from the right.
        return pdf.replace(b"/Direction/R2L", b"/Direction/L2R")

    def _essaie(self, faire):
        Composition.a_des_fils = True
        try:
            return faire()
        except RuntimeError as error:  # typst.TypstError, or its plain parent where it is asked a question
            details = "\n".join([str(error), *getattr(error, "hints", ()), *getattr(error, "trace", ())])
            raise CompositionImpossible(f"Le document n'a pas pu être composé ({self.gabarit}). C'est un défaut du "
                                        f"programme ; voici ce qu'il en dit :\n{details}") from None


def compiler(gabarit: str, donnees: Mapping[str, object], titre: str, langue: str, jour: date) -> bytes:
    """The PDF/UA-1 made by the template `gabarit` (its path inside the package) from `donnees`.

    `titre` is the title that readers' windows and screen readers say, `langue` a BCP 47 code, `jour` the document's date:
    same arguments, same bytes. Raises PoliceManquante or CaractereManquant (French, for volunteers), or CompositionImpossible.
    """
    return Composition(gabarit, donnees, titre, langue, jour).pdf()
