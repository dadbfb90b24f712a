"""What each source said when it was last imported: without it, nobody could tell what a volunteer changed from what the source did.

`imports/<base>.jsonl` in the territory: a line a record, by its id, with the fiche that it became and a few signs of each value.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from quifaitquoi.annuaire.check.imports import DOSSIER
from quifaitquoi.base.refus import Refus
from quifaitquoi.edition.decoupe.ecriture import Valeur

OCTETS_MAX = 1_000_000_000


def empreinte(valeur: Valeur) -> str:
    """A few signs that tell a value from another; the value itself is in the fiche."""
    return hashlib.sha256(json.dumps(valeur, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:10]


class Memoire:
    """Lines stay text until they are asked for: a hundred thousand of them are a few dozen megabytes."""

    def __init__(self, racine: Path, base: str) -> None:
        self.chemin = racine / DOSSIER / f"{base}.jsonl"
        self._lignes: dict[str, str] = {}
        self._anciennes: dict[str, str | None] = {}
        self._avant = ""
        if not self.chemin.is_file():
            return
        try:
            if self.chemin.stat().st_size > OCTETS_MAX:
                raise ValueError
            self._avant = self.chemin.read_text("utf-8")
            for ligne in self._avant.removesuffix("\n").split("\n"):
                sien = json.loads(ligne)
                if not (isinstance(sien["id"], str) and isinstance(sien["fiche"], str) and isinstance(sien["valeurs"], dict)):
                    raise ValueError
                self._lignes[sien["id"]] = ligne
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            raise Refus(f"« {self.chemin} », ligne {len(self._lignes) + 1} : cette mémoire des imports ne se lit pas. "
                        "Reprenez celle de git, ou effacez le fichier : l'import suivant proposera ce qui a changé, sans "
                        "l'écrire") from None

    def __contains__(self, sien: str) -> bool:
        return sien in self._lignes

    def __iter__(self) -> Iterator[str]:
        return iter(self._lignes)

    def fiche(self, sien: str) -> str | None:
        return json.loads(self._lignes[sien])["fiche"] if sien in self._lignes else None

    def valeurs(self, sien: str) -> Mapping[str, str]:
        return json.loads(self._lignes[sien])["valeurs"] if sien in self._lignes else {}

    def retient(self, sien: str, fiche: str, valeurs: Mapping[str, str]) -> None:
        self._anciennes.setdefault(sien, self._lignes.get(sien))
        self._lignes[sien] = json.dumps({"id": sien, "fiche": fiche, "valeurs": dict(sorted(valeurs.items()))}, ensure_ascii=False)

    def oublie(self, sien: str) -> None:
        """As if it had never been said to remember it: what was there before stays."""
        ancienne = self._anciennes.get(sien)
        if ancienne is None:
            self._lignes.pop(sien, None)
        else:
            self._lignes[sien] = ancienne

    def texte(self) -> str | None:
        """The file as it should be, None where it is that already."""
        neuf = "".join(f"{self._lignes[sien]}\n" for sien in sorted(self._lignes))
        return None if neuf == self._avant else neuf
