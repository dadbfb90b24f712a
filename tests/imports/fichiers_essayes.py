"""What the tests of imports share: files to write, accounts to read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from quifaitquoi.annuaire.read.yaml_tree import lire_yaml

ICI = Path(__file__).parent
JOUR = date(2026, 11, 20)
FRANCE_SERVICES = ICI / "donnees" / "france-services-2026-08-01.csv"
ICI_MEME = {"commune": "Port-Exemple", "code_postal": "99340", "latitude": 46.3315, "longitude": -3.0560}


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


def structure(sien: str = "dora--maison", **champs: object) -> dict:
    return {"source": "dora", "id": sien, "nom": "Maison du Port", "date_maj": "2026-10-02", "adresse": "8 rue des Essais",
            "telephone": "02 61 91 66 01", **ICI_MEME, **champs}


def service(sien: str = "dora--cours", de: str = "dora--maison", **champs: object) -> dict:
    return {"source": "dora", "structure_id": de, "id": sien, "nom": "Cours du soir", "description": "Pour apprendre.",
            "date_maj": "2026-10-02", "thematiques": ["numerique--acceder-a-une-connexion-internet"], **champs}


def arbre(fiches: dict[str, str], nom: str) -> dict:
    return lire_yaml(next(texte for chemin, texte in fiches.items() if chemin.endswith(f"{nom}.yml"))).valeur
