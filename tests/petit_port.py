"""Port-Exemple with less: where a test says nothing of the other languages, or of the other fiches, it takes less time."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

# One of each sort that the tests of reviews and forms look at, and the emergency numbers, to which annuaire.yml leads.
GARDEES = ("gare/la-roue-libre", "partout/numero-*", "partout/bus-des-soins", "partout/refuge-horizon",
           "vieux-port/bains-du-port", "vieux-port/la-chaloupe", "vieux-port/toilettes-du-quai")


LANGUES = ("fr", "en", "ar", "fr-x-falc")


def en_quatre_langues(port_exemple: Path, vers: Path) -> Path:
    """Makes the folder `vers`, with all that does not belong to another language, and returns it."""
    autres = [catalogue.name for catalogue in (port_exemple / "traductions").glob("*.po") if catalogue.stem not in LANGUES]
    shutil.copytree(port_exemple, vers, ignore=shutil.ignore_patterns(*autres))
    return _en(vers, LANGUES)


def reduit(port_exemple: Path, vers: Path) -> Path:
    """Makes the folder `vers`, in French only, and returns it."""
    shutil.copytree(port_exemple, vers,
                    ignore=shutil.ignore_patterns("fiches", "droits", "ressources", "annonces", "traductions"))
    (vers / "droits").mkdir()
    shutil.copy(port_exemple / "droits" / "aide-d-urgence.yml", vers / "droits")
    for gardee in GARDEES:
        for fiche in (port_exemple / "fiches").glob(f"{gardee}.yml"):
            copie = vers / "fiches" / fiche.parent.name / fiche.name
            copie.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(fiche, copie)
    return _en(vers, LANGUES[:1])


def _en(territoire: Path, langues: tuple[str, ...]) -> Path:
    annuaire = territoire / "annuaire.yml"
    annuaire.write_text(re.sub(r"(?m)^langues: .*$", f"langues: [{', '.join(langues)}]", annuaire.read_text("utf-8")), "utf-8")
    return territoire
