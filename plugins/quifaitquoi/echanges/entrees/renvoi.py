"""The records that were refused, or wait for a decision, in a file that can be corrected and imported again."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

from quifaitquoi.base.attente import Attente
from quifaitquoi.base.fichier import ecrire
from quifaitquoi.base.formules import inerte
from quifaitquoi.echanges.entrees.lecture.enregistrement import AJOUTS, BESOINS, FICHE, POURQUOI


class Renvoyes:
    """Records with why they were sent back, on disk. As CSV where every value is a text, else as JSON: what they were read from."""

    def __init__(self, attente: Attente) -> None:
        self._attente, self._places = attente, []
        self._colonnes: dict[str, None] = dict.fromkeys(AJOUTS)
        self._en_table = True

    def ajoute(self, champs: dict, pourquoi: str) -> None:
        entier = {POURQUOI: pourquoi, FICHE: "", BESOINS: "", **champs}
        self._colonnes.update(dict.fromkeys(entier))
        self._en_table = self._en_table and all(isinstance(valeur, str) for valeur in entier.values())
        self._places.append(self._attente.ajoute(entier))

    def ecrire(self, dossier: Path, nom: str) -> Path | None:
        """Gives the file; None where nothing was sent back."""
        if not self._places:
            return None
        chemin = dossier / f"{nom}-a-corriger.{'csv' if self._en_table else 'json'}"
        ecrire(chemin, "".join(self._csv() if self._en_table else self._json()))
        return chemin

    def _csv(self) -> Iterator[str]:
        """Whoever corrects it opens it in a spreadsheet, where what others wrote must not run; read again, it is as it was."""
        flux = io.StringIO()
        redacteur = csv.writer(flux, lineterminator="\n")
        redacteur.writerow(map(inerte, self._colonnes))
        for place in self._places:
            champs = self._attente.relu(place)
            redacteur.writerow(inerte(champs.get(colonne, "")) for colonne in self._colonnes)
        yield "\ufeff" + flux.getvalue()

    def _json(self) -> Iterator[str]:
        for rang, place in enumerate(self._places):
            yield ("[\n" if rang == 0 else ",\n") + json.dumps(self._attente.relu(place), ensure_ascii=False, indent=1)
        yield "\n]\n"
