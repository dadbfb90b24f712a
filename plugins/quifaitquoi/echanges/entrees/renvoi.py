"""The records that were refused, or wait for a decision, in a file that can be corrected and imported again."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from quifaitquoi.base.attente import Attente
from quifaitquoi.base.fichier import ecrire
from quifaitquoi.base.formules import inerte
from quifaitquoi.echanges.entrees.en_attente import Suite
from quifaitquoi.echanges.entrees.lecture.enregistrement import AJOUTS, BESOINS, FICHE, POURQUOI


class Renvoyes:
    """Records with why they were sent back, on disk. As CSV where every value is a text, else as JSON: what they were read from."""

    def __init__(self, attente: Attente) -> None:
        self._renvoyes = Suite(attente)
        self._colonnes: dict[str, None] = dict.fromkeys(AJOUTS)
        self._en_table = True

    def ajoute(self, champs: dict, pourquoi: str) -> None:
        entier = {POURQUOI: pourquoi, FICHE: "", BESOINS: "", **champs}
        self._colonnes.update(dict.fromkeys(entier))
        self._en_table = self._en_table and all(isinstance(valeur, str) for valeur in entier.values())
        self._renvoyes.ajoute(entier)

    def ecrire(self, dossier: Path, nom: str) -> Path | None:
        """Gives the file; None where nothing was sent back."""
        if not self._renvoyes:
            return None
        chemin = dossier / f"{nom}-a-corriger.{'csv' if self._en_table else 'json'}"
        ecrire(chemin, map(str.encode, self._csv() if self._en_table else self._json()))
        return chemin

    def _csv(self) -> Iterator[str]:
        """Whoever corrects it opens it in a spreadsheet, where what others wrote must not run; read again, it is as it was."""
        yield "\ufeff" + _ligne(self._colonnes)
        for champs in self._renvoyes:
            yield _ligne(champs.get(colonne, "") for colonne in self._colonnes)

    def _json(self) -> Iterator[str]:
        for rang, champs in enumerate(self._renvoyes):
            yield ("[\n" if rang == 0 else ",\n") + json.dumps(champs, ensure_ascii=False, indent=1)
        yield "\n]\n"


def _ligne(cellules: Iterable[str]) -> str:
    flux = io.StringIO()
    csv.writer(flux, lineterminator="\n").writerow(map(inerte, cellules))
    return flux.getvalue()
