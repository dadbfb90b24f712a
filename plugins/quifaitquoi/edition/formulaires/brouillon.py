"""The answers of a fiche that is not written yet: kept after each one, so that nobody types them twice."""

from __future__ import annotations

import json
from pathlib import Path

from quifaitquoi.base.fichier import ecrire

OCTETS_MAX = 100_000


class Brouillon:
    """`reponses` are those of last time, by question. The file stands beside the territory, where nothing is published."""

    def __init__(self, racine: Path):
        self._fichier = racine.parent / "build" / f"fiche-commencee-{racine.resolve().name}.json"
        self.reponses: dict[str, str] = self._lues()

    def garde(self, question: str, texte: str) -> None:
        """Writes this answer too; an empty one takes it out."""
        self.reponses.pop(question, None)
        if texte:
            self.reponses[question] = texte
        self._fichier.parent.mkdir(parents=True, exist_ok=True)
        ecrire(self._fichier, json.dumps(self.reponses, ensure_ascii=False))

    def efface(self) -> None:
        self.reponses.clear()
        self._fichier.unlink(missing_ok=True)

    def _lues(self) -> dict[str, str]:
        try:
            with self._fichier.open("rb") as fichier:
                lu = json.loads(fichier.read(OCTETS_MAX))
        except (OSError, ValueError, RecursionError):
            return {}  # none, or not ours: one starts anew
        return {q: t for q, t in lu.items() if isinstance(t, str)} if isinstance(lu, dict) else {}
