"""Brings the program's catalogues up to date with its messages: what is new is empty, what has changed is to be reviewed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from quifaitquoi.base import fichier as fichiers
from quifaitquoi.base.proches import proche
from quifaitquoi.langues.catalogue import DOSSIER, PLURIEL, fichier
from quifaitquoi.langues.extraction import messages
from quifaitquoi.langues.po import Entree, Po, ecrire, lire

# The forms that gettext counts with; Babel's own table mixes up the last two of Arabic, has none of Tigrinya, and
# counts none in Portuguese as many, where browsers take the form of one.
PLURIELS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "fr": "nplurals=2; plural=(n > 1);",
    "pt": "nplurals=2; plural=(n > 1);",
    "ti": "nplurals=2; plural=(n > 1);",
}
PREAMBULE = [
    "# Traduction de « Qui fait quoi ».",
    "# X-Relecture : « non », ou « oui », par qui et quand, après une relecture par une",
    "# personne dont c'est la langue. Le pied de chaque page le dit.",
]


@dataclass(frozen=True)
class Bilan:
    """How a catalogue stands."""

    total: int
    manquants: int
    flous: int


def codes() -> list[str]:
    """The languages that the program speaks, French apart."""
    return sorted(chemin.parents[1].name for chemin in DOSSIER.glob("*/LC_MESSAGES/quifaitquoi.po"))


def mettre_a_jour(code: str) -> Bilan:
    """Write the program's catalogue of a language again; a new one where there is none."""
    po = a_jour(code)
    ecrire_si_change(fichier(code), ecrire(po))
    return bilan(po.entrees)


def a_jour(code: str) -> Po:
    """The program's catalogue of a language as it should be, with what was translated before."""
    chemin = fichier(code)
    po = lire(chemin.read_text("utf-8")) if chemin.is_file() else Po()
    preparer(po, code)
    voulues = [Entree(source=m.source, pluriel=m.pluriel, fichiers=m.fichiers) for m in messages()]
    connues = {e.source: e for e in po.entrees}
    perdues = [source for source in connues if source not in {e.source for e in voulues}]
    po.entrees = [_reprend(voulue, connues, perdues, _formes(po)) for voulue in voulues]
    return po


def _reprend(voulue: Entree, connues: dict[str, Entree], perdues: list[str], formes: int) -> Entree:
    """The message with what was translated before; a message that was only reworded keeps its translation, to be reviewed."""
    avant = connues.get(voulue.source)
    if avant is None and (perdue := proche(voulue.source, perdues, 80)) and connues[perdue].traduction:
        avant = connues[perdue]
        voulue.floue, voulue.ancienne_source = True, avant.source
    if avant:
        voulue.commentaires = avant.commentaires
        voulue.traductions = dict(avant.traductions)
        if avant.source == voulue.source:
            voulue.floue, voulue.ancienne_source = avant.floue, avant.ancienne_source
    rangs = range(formes if voulue.pluriel else 1)
    voulue.traductions = {rang: voulue.traductions.get(rang, "") for rang in rangs}
    return voulue


def preparer(po: Po, code: str) -> None:
    """Give a catalogue the header it needs; what stands there already stays."""
    from babel.messages.plurals import get_plural

    from quifaitquoi.langues import langue
    locale = langue(code).locale
    po.preambule = po.preambule or PREAMBULE
    po.entete = {
        "Project-Id-Version": "quifaitquoi", "Language": code.partition("-x-")[0], "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURIELS.get(locale.language) or f"{get_plural(locale)}", "X-Relecture": "non", **po.entete}


def _formes(po: Po) -> int:
    return int(PLURIEL.search(po.entete["Plural-Forms"])[1])


def bilan(entrees: Iterable[Entree]) -> Bilan:
    entrees = list(entrees)
    return Bilan(len(entrees), sum(not all(e.traductions.values()) for e in entrees), sum(e.floue for e in entrees))


def ecrire_si_change(chemin: Path, texte: str, racine: Path | None = None) -> None:
    if not chemin.is_file() or chemin.read_text("utf-8") != texte:
        fichiers.ecrire(chemin, texte, racine)
