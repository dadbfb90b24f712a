"""What a pull request waits for: the review of five fiches among many, in a real repository."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.bench.measures import Mesure, mesure

GIT = ("git", "-c", "user.name=mesure", "-c", "user.email=mesure@example.org", "-c", "core.hooksPath=/dev/null")


def proposition(source: Path, dossier: Path, commande: list[str], nombre: int = 5) -> Mesure:
    """Check, annotations, summary and page, where `nombre` of the fiches of `source` change. `source` comes back as it was."""
    toutes = sorted((source / "fiches").glob("*/*.yml"))
    textes = {fiche: fiche.read_text(encoding="utf-8") for fiche in toutes[::len(toutes) // nombre][:nombre]}
    for ordre in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "base")):
        subprocess.run([*GIT, *ordre], cwd=source, check=True, capture_output=True)
    for fiche, texte in textes.items():
        neuf = re.sub(r'telephone: "02 61 91 (\d\d) (\d\d)"', r'telephone: "02 61 91 \2 \1"', texte)
        fiche.write_text(re.sub(r"(?m)^(  [\w, ]+: )\d+h\d*-\d+h\d*", r"\g<1>7h-11h", neuf), encoding="utf-8")
    try:
        return mesure(*commande, "review", "HEAD", source, "--vers", dossier / "relecture", "--format", "github", fois=3)
    finally:
        for fiche, texte in textes.items():
            fiche.write_text(texte, encoding="utf-8")
