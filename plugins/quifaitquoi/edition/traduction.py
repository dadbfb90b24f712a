"""Brings a territory's catalogues up to date with its texts: what is new is empty, what has changed is to be reviewed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.textes import attendus, textes
from quifaitquoi.annuaire.model.traductions import meme
from quifaitquoi.langues.dangers import COMPARE
from quifaitquoi.langues.mise_a_jour import Bilan, bilan, ecrire_si_change, preparer
from quifaitquoi.langues.po import Entree, Po, ecrire, lire

PREAMBULE = [
    "# Les mots de cet annuaire dans une autre langue. Chaque bloc : « msgctxt » dit quel texte, « msgid » est le français,",
    "# « msgstr » la traduction. Vide : la page montre le français. « fuzzy » : le français a changé, la traduction est à revoir.",
    "# X-Relecture : « non », ou « oui », par qui et quand, après une relecture par une personne dont c'est la langue.",
]
# What is much, or soon out of date: its paths are in a catalogue only where somebody wants them there.
AU_CHOIX = ("fiches.", "organismes.", "annonces.", "manques.")


def catalogue_du_territoire(racine: Path, code: str) -> Path:
    return racine / "traductions" / f"{code}.po"


def mettre_a_jour_territoire(directory: Directory, racine: Path, code: str, voulu: Callable[[str], bool],
                             reprises: Mapping[tuple[str, str], Entree]) -> Bilan:
    """Write the territory's catalogue of a language again.

    The terms always have their place in it; of fiches, organisations and stops, the paths that `voulu` accepts and those that are
    translated already. `reprises` gives translations made elsewhere, by the kind of text and its French.
    """
    chemin = catalogue_du_territoire(racine, code)
    po = lire(chemin.read_text("utf-8")) if chemin.is_file() else Po()
    po.preambule = po.preambule or PREAMBULE
    preparer(po, code)
    po.entete.pop("Project-Id-Version", None)
    connues = {e.contexte: e for e in po.entrees if e.contexte}
    toujours = {*attendus(directory, code), *connues}
    po.entrees = [_entree(contexte, francais, connues.get(contexte), reprises) for contexte, francais in textes(directory)
                  if contexte in toujours or contexte.startswith(AU_CHOIX) and voulu(contexte)]
    ecrire_si_change(chemin, ecrire(po), racine)
    return bilan(po.entrees)


def _entree(contexte: str, francais: str, avant: Entree | None, reprises: Mapping[tuple[str, str], Entree]) -> Entree:
    entree = Entree(contexte=contexte, source=francais, traductions={0: ""})
    if avant is not None and avant.traduction:
        entree.commentaires, entree.traductions = avant.commentaires, {0: avant.traduction}
        if avant.floue or not meme(avant.source, francais):
            # What it was translated from, however often the French has changed since.
            entree.floue, entree.ancienne_source = True, avant.ancienne_source or avant.source
    elif reprise := reprises.get(genre(contexte, francais)):
        entree.traductions = {0: reprise.traduction}
        # What was compared there with this very French needs no second look.
        entree.commentaires = [ligne for ligne in reprise.commentaires if COMPARE.fullmatch(ligne)]
    return entree


def reprises(catalogues: Iterable[Path]) -> dict[tuple[str, str], Entree]:
    """What other catalogues of the same language say, by the kind of text and its French."""
    trouvees: dict[tuple[str, str], Entree] = {}
    for chemin in catalogues:
        for e in lire(chemin.read_text("utf-8")).entrees if chemin.is_file() else ():
            if e.contexte and e.traduction and not e.floue:
                trouvees.setdefault(genre(e.contexte, e.source), e)
    return trouvees


def genre(contexte: str, francais: str) -> tuple[str, str]:
    """Two texts are the same where the same kind of thing has the same French: a need's name is not a paper's."""
    return f"{contexte.partition('.')[0]}.{contexte.rpartition('.')[2]}", " ".join(francais.split())
