"""What is said, as plain text: the call sheet, the review, the forge, feeds and the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.segments import DIT, ENTRE, HEURES, LANGUE, LIEN, SMS, TEL, Fait, Segment


def en_texte(parole: Parole, segments: Iterable[Segment]) -> str:
    """Segments as one text."""
    return "".join(_texte(parole, segment) for segment in segments)


def fait(parole: Parole, un: Fait) -> str:
    """A fact with what it is about."""
    texte = en_texte(parole, un.segments)
    return f"{un.titre} {texte}" if un.titre else texte


def _texte(parole: Parole, segment: Segment) -> str:
    genre, texte, cible = segment
    if genre == ENTRE:
        return " · "
    if genre == TEL:
        return en_texte(parole, parole.tel(texte))
    if genre == SMS:
        return en_texte(parole, parole.sms(texte))
    if genre == LANGUE:
        return parole.nom_de_langue(texte).texte
    if genre == LIEN and not texte:
        return cible  # nothing to click on here: where it leads is all that there is to say
    return texte if genre in (DIT, HEURES) else parole.typo(texte)
