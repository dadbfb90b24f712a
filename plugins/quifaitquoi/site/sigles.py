"""Texts of contributors on a page: cut into paragraphs, acronyms spelt out. All of it escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

# A middle dot inside a word breaks it for screen readers and for search: « seul·e » is read « seul-e ».
_POINT_MEDIAN = re.compile(r"(?<=\w)[·•‧](?=\w)")


def paragraphes(texte: str) -> list[str]:
    return [" ".join(bloc.split()) for bloc in re.split(r"\n\s*\n", texte) if bloc.strip()]


class Sigles:
    """Finds the territory's acronyms in a text: « CSAPA » but not « csapa » inside a word."""

    def __init__(self, sigles: Mapping[str, object]):
        self.noms = {str(escape(cle)): terme.nom for cle, terme in sigles.items()}
        self.ancres = {str(escape(cle)): ancre(cle) for cle in sigles}
        cles = sorted(map(re.escape, self.noms), key=len, reverse=True)
        # The first letters once more, in front: most places of a text are given up at the first character.
        debuts = re.escape("".join(sorted({cle[:1] for cle in self.noms})))
        self._motif = re.compile(rf"(?=[{debuts}])(?<![\w&#;])(?:{'|'.join(cles)})(?![\w;])") if cles else None

    def developper(self, texte: str, vus: set[str], glossaire: str | None) -> Markup:
        """`texte` escaped; each acronym that `vus` does not hold yet says what it means. Without `glossaire`, no link."""
        sur = _POINT_MEDIAN.sub("-", str(escape(texte)))
        if self._motif is None:
            return Markup(sur)

        def remplacer(trouve: re.Match) -> str:
            cle = trouve[0]
            if cle in vus:
                return cle
            vus.add(cle)
            mot = f'<abbr title="{escape(self.noms[cle])}">{cle}</abbr>'
            return mot if glossaire is None else f'<a class="sigle" href="{escape(glossaire)}#{self.ancres[cle]}">{mot}</a>'

        return Markup(self._motif.sub(remplacer, sur))


def ancre(cle: str) -> str:
    """An `id` for a word: letters, digits and dashes."""
    return "mot-" + (re.sub(r"[^a-z0-9]+", "-", cle.casefold()).strip("-") or "x")
