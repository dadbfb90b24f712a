"""The child that reads a workbook: `python -m … fichier` writes [sheet, line, cells] as JSON, one row a line.

Alone, with bounds on memory and time that the system holds.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import date, datetime

MEMOIRE, SECONDES = 1 << 30, 600
COLONNES_MAX, CELLULE_MAX = 600, 131_072
MOT_DE_PASSE, ILLISIBLE, GEANT = 3, 1, 4
PHRASES = {
    ILLISIBLE: "ce classeur ne se lit pas jusqu'au bout. Ouvrez-le dans un tableur et enregistrez-le en CSV",
    MOT_DE_PASSE: "ce classeur demande un mot de passe. Enregistrez-le sans, ou en CSV",
    GEANT: "ce classeur est démesuré. Enregistrez en CSV la feuille qui compte",
}


def cellule(valeur: object) -> str:
    """A cell as text: a workbook makes 1000.0 of 1000, and a day of what looks like one."""
    if isinstance(valeur, bool):
        return "oui" if valeur else "non"
    if isinstance(valeur, float) and valeur.is_integer() and abs(valeur) < 1e15:
        return str(int(valeur))
    if isinstance(valeur, datetime):
        return valeur.date().isoformat() if (valeur.hour, valeur.minute, valeur.second) == (0, 0, 0) else valeur.isoformat()
    return (valeur.isoformat() if isinstance(valeur, date) else str(valeur))[:CELLULE_MAX]


def _borne() -> None:
    try:
        import resource
    except ImportError:  # not on Windows, where the system's own bounds must do
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMOIRE, MEMOIRE))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDES, SECONDES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _lit(chemin: str) -> int:
    from python_calamine import CalamineWorkbook, PasswordError
    try:
        with CalamineWorkbook.from_path(chemin) as classeur:
            for nom in classeur.sheet_names:
                feuille = classeur.get_sheet_by_name(nom)
                if feuille.total_width > COLONNES_MAX:
                    return GEANT
                premiere = feuille.start[0] if feuille.start else 0
                for rang, ligne in enumerate(feuille.to_python(skip_empty_area=True), premiere + 1):
                    cellules = [cellule(valeur) for valeur in ligne]
                    if any(cellules):
                        sys.stdout.write(json.dumps([nom, rang, cellules]) + "\n")
        sys.stdout.flush()
    except PasswordError:
        return MOT_DE_PASSE
    except BrokenPipeError:
        return 0
    return 0


if __name__ == "__main__":
    _borne()
    try:
        code = _lit(sys.argv[1])
    except MemoryError:
        code = GEANT
    except BaseException:  # the library raises errors of its own that are no Exception: its Rust may panic
        code = ILLISIBLE
    sys.stdout = None
    os._exit(code)
