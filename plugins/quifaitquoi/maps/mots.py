"""How the maps' words are marked for translators and set in French."""

from __future__ import annotations

from quifaitquoi.langues import Langue


def typographie(langue: Langue, texte: str) -> str:
    """French keeps « : » and its quotation marks on the line of the word they belong to."""
    if langue.locale.language != "fr":
        return texte
    return texte.replace(" :", "\u00a0:").replace("« ", "«\u00a0").replace(" »", "\u00a0»")
