"""Port-Exemple with less: where a test says nothing of the other languages, or of the other fiches, it takes less time."""

from __future__ import annotations

import re
import shutil
from itertools import count
from pathlib import Path

from depot_d_essai import git

# One of each sort that the tests of reviews and forms look at, and the emergency numbers, to which annuaire.yml leads.
GARDEES = ("gare/la-roue-libre", "partout/numero-*", "partout/bus-des-soins", "partout/refuge-horizon",
           "vieux-port/bains-du-port", "vieux-port/la-chaloupe", "vieux-port/toilettes-du-quai")


LANGUES = ("fr", "en", "ar", "fr-x-falc")
ARRIVEES = ("gare/la-roue-libre", "vieux-port/bains-du-port")


def en_quatre_langues(port_exemple: Path, depot: Path) -> Path:
    """Makes the repository `depot`, with all that does not belong to another language, and returns the territory in it."""
    vers = depot / port_exemple.name
    autres = [catalogue.name for catalogue in (port_exemple / "traductions").glob("*.po") if catalogue.stem not in LANGUES]
    shutil.copytree(port_exemple, vers, ignore=shutil.ignore_patterns(*autres))
    _en(vers, LANGUES)
    # What happened lately follows from its past: two fiches came later than the others.
    git(depot, "init", "-q")
    autres_fiches = ("--", ".", *(f":!*/{fiche}.yml" for fiche in ARRIVEES))
    for quoi, le in ((autres_fiches, "2026-10-05T09:00:00Z"), (("-A",), "2026-11-10T09:00:00Z")):
        git(depot, "add", *quoi)
        git(depot, "commit", "-qm", "essai", le=le)
    return vers


def reduit(port_exemple: Path, vers: Path) -> Path:
    """Makes the folder `vers`, in French only, with the sheet of one way out, and returns it."""
    shutil.copytree(port_exemple, vers,
                    ignore=shutil.ignore_patterns("fiches", "droits", "ressources", "annonces", "traductions"))
    (vers / "droits").mkdir()
    shutil.copy(port_exemple / "droits" / "aide-d-urgence.yml", vers / "droits")
    for gardee in GARDEES:
        for fiche in (port_exemple / "fiches").glob(f"{gardee}.yml"):
            copie = vers / "fiches" / fiche.parent.name / fiche.name
            copie.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(fiche, copie)
    des_sorties(vers, 1)
    return _en(vers, LANGUES[:1])


def des_sorties(territoire: Path, combien: int) -> None:
    """Leaves it the sheets of so many ways out of a place: each build makes those of all in each language, though nobody asks."""
    moments, rang = territoire / "vocabulaire" / "temps-de-vie.yml", count()
    moments.write_text(re.sub(r"(?m)^    sortie:\n(?:      .*\n)*", lambda bloc: bloc[0] if next(rang) < combien else "",
                              moments.read_text("utf-8")), encoding="utf-8")


def _en(territoire: Path, langues: tuple[str, ...]) -> Path:
    annuaire = territoire / "annuaire.yml"
    annuaire.write_text(re.sub(r"(?m)^langues: .*$", f"langues: [{', '.join(langues)}]", annuaire.read_text("utf-8")), "utf-8")
    return territoire
