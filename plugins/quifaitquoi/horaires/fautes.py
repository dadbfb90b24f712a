"""What is said of hours that cannot be used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quifaitquoi.base.texte import cite, simple

# What messages show when nothing nearer to the fault can be shown.
EXEMPLE = "« lundi au vendredi: 9h-12h, 14h-17h30 »"


@dataclass(frozen=True)
class Faute:
    """One fault of the hours: a French sentence, and where it stands in the mapping.

    `chemin` holds the key of the line, () for the value as a whole; `sur_la_cle` tells whether the key
    itself is at fault rather than what follows it.
    """

    message: str
    chemin: tuple[str, ...] = ()
    sur_la_cle: bool = False


class HorairesIllisibles(ValueError):
    """The hours cannot be used; `fautes` says every reason at once."""

    def __init__(self, fautes: Iterable[Faute]):
        self.fautes = tuple(fautes)
        super().__init__(" ".join(faute.message for faute in self.fautes))


class Illisible(ValueError):
    """One passage cannot be read; its text is the sentence. Readers raise it, `lire` gathers it."""


def deux_lectures(ecrit: str) -> str:
    """The sentence for a word that is Tuesday for whoever writes French and March in OpenStreetMap's notation."""
    return (f"{cite(ecrit)} : « Mar » est mardi en français, et mars dans la notation d'OpenStreetMap. Écrivez "
            "« mardi: 14h-16h » ou « en mars: 14h-16h » (« Tu 14:00-16:00 » ou « Mar Mo-Su 14:00-16:00 »).")


def a_la_lettre(fautes: Iterable[Faute], parties: Iterable[tuple[str, ...]]) -> tuple[Faute, ...]:
    """The faults, which quote each line as somebody wrote it; `parties`: a line and the plain words that were made of it."""
    ecrit = {cite(partie): cite(_dans(ligne, partie)) for ligne, *morceaux in parties for partie in morceaux}
    return tuple(replace(faute, message=_citee(faute.message, ecrit)) for faute in fautes)


def _dans(ligne: str, partie: str) -> str:
    """What plain words were in the line where somebody wrote them; the whole line where they are not there as such."""
    plate = simple(ligne)
    debut = plate.find(partie) if len(plate) == len(ligne) else -1
    return ligne if debut < 0 else ligne[debut : debut + len(partie)]


def _citee(message: str, ecrit: dict[str, str]) -> str:
    """A message that quotes the line as somebody wrote it, where it began with a part of it in plain words."""
    partie = message[: message.find("»") + 1]
    return ecrit.get(partie, partie) + message[len(partie):]
