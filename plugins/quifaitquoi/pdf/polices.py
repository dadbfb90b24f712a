"""The fonts of PDFs: Noto, from the npm folder that the set-up fills. No font of the machine is ever used."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import typst
from babel.core import get_global

from quifaitquoi.base.npm import NpmManquant, node_modules, remede
from quifaitquoi.base.refus import Refus
from quifaitquoi.langues import Langue
from quifaitquoi.pdf.glyphes import caracteres

DOSSIER = "@expo-google-fonts"
# Only these weights are asked for by the templates; a script without italics is set upright.
GRAISSES = ("400Regular", "700Bold", "400Regular_Italic", "700Bold_Italic")
# Script (ISO 15924) → the package that draws it. Any other Noto Sans that the set-up brought is used where it is there.
PAR_ECRITURE = {
    "Latn": "noto-sans",
    "Cyrl": "noto-sans",
    "Grek": "noto-sans",
    # Noto Sans Arabic draws letters and dots apart: what a reader copies, searches or hears of it is no word.
    "Arab": "vazirmatn",
    "Ethi": "noto-sans-ethiopic",
    "Geor": "noto-sans-georgian",
    "Armn": "noto-sans-armenian",
    "Hebr": "noto-sans-hebrew",
}
# Arrows, comparisons, ticks, telephones, faces: last, because they hold a few letters and digits too.
SIGNES = ("noto-sans-math", "noto-sans-symbols-2", "noto-emoji")


class PoliceManquante(Refus):
    """A font was never fetched. Its text is a French sentence for whoever makes the PDF."""


@dataclass(frozen=True)
class Polices:
    """What Typst needs (`fontes`), the families in order, and every character that one of them can draw."""

    fontes: typst.Fonts
    familles: tuple[str, ...]
    caracteres: frozenset[int]


def polices(langue: Langue) -> Polices:
    """The fonts to set this language with. Raises PoliceManquante where its script has none."""
    try:
        dossier = node_modules() / DOSSIER
    except NpmManquant as manque:
        raise PoliceManquante(str(manque)) from None
    voulu = PAR_ECRITURE.get(ecriture(langue), f"noto-sans-{ecriture(langue).lower()}")
    for nom in ("noto-sans", voulu, *SIGNES):
        if not any((dossier / nom / GRAISSES[0]).glob("*.ttf")):
            raise PoliceManquante(f"Il manque une police pour composer en {langue.nom} : {dossier / nom}. {remede()}")
    chargees, sienne = _chargees(dossier), _famille(voulu)
    # Its own script first: a space, or a comma, of another font cuts the line into pieces that are read back in disorder.
    return replace(chargees, familles=tuple(sorted(chargees.familles, key=lambda nom: nom != sienne)))


def ecriture(langue: Langue) -> str:
    """The script of a language: "Latn", "Arab" …"""
    locale, probables = langue.locale, get_global("likely_subtags")
    # « ar » is likely « ar_Arab_EG »; babel's own parser would shorten that again.
    parties = (probables.get(str(locale)) or probables.get(locale.language) or "").split("_")
    return locale.script or next((partie for partie in parties if len(partie) == 4), "Latn")


@lru_cache(maxsize=4)
def _chargees(dossier: Path) -> Polices:
    # Noto Sans first: it has the digits and the punctuation of every script.
    autres = sorted(p.name for p in dossier.glob("noto-sans*") if p.name not in SIGNES)
    noms = dict.fromkeys((*PAR_ECRITURE.values(), *autres, *SIGNES))
    paquets = [dossier / nom for nom in noms if (dossier / nom).is_dir()]
    graisses = [g for paquet in paquets for nom in GRAISSES if (g := paquet / nom).is_dir()]
    fontes = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(g) for g in graisses])
    connus: set[int] = set()
    for paquet in paquets:
        # A few are drawn upright and not in italics: what any style lacks would be printed as a mark there.
        styles = [caracteres(fichier.read_bytes()) for graisse in GRAISSES for fichier in (paquet / graisse).glob("*.ttf")]
        connus |= set.intersection(*styles)
    familles = tuple(_famille(paquet.name) for paquet in paquets)
    return Polices(fontes, familles, frozenset(connus))


def _famille(paquet: str) -> str:
    return " ".join(mot.capitalize() for mot in paquet.split("-"))
