"""What the tests of imports share: files to write, accounts to read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

ICI = Path(__file__).parent
JOUR = date(2026, 11, 20)


def ecrit(dossier: Path, nom: str, valeur: object) -> Path:
    fichier = dossier / nom
    fichier.write_text(valeur if isinstance(valeur, str) else json.dumps(valeur, ensure_ascii=False), encoding="utf-8")
    return fichier


def compte(sortie: str) -> dict[str, int]:
    """The figures of an account: « lus », and what became of them, in the plural."""
    trouves = {}
    for ligne in sortie.splitlines():
        mots = ligne.split()
        if len(mots) > 1 and mots[0].isdigit() and (ligne.startswith("  ") or {"lu", "lus"} & {*mots}):
            mot = "lus" if {"lu", "lus"} & {*mots} else mots[1]
            trouves[mot if mot in ("à", "hors") or mot.endswith("s") else f"{mot}s"] = int(mots[0])
    return trouves


def doutes(fiche: dict) -> dict[str, str]:
    return {d["champ"]: d["pourquoi"] for d in fiche.get("a_confirmer", ())}
