"""A whole country: check and build of the France services counters and of 100,000 fiches, beside 1,000 in the same run."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench.france import pays
from tests.bench.measures import Mesure, mesure
from tests.bench.territory import DEPOT, territoire

GUICHETS, GRAND = 2_845, 100_000
PARTAGE = DEPOT.parent / "shared" / "data"  # published by others, and never committed: generated fiches stand in where it is not


def lignes(ligne: Callable[..., None], quifaitquoi: list[str], partage: Path = PARTAGE) -> None:
    """What a fiche costs in processor time, and the memory of all processes."""
    with tempfile.TemporaryDirectory(prefix="quifaitquoi-pays-") as dossier:
        petit = _mesures(territoire(1_000, Path(dossier, "petit")), quifaitquoi)
        ici = Path(dossier, "france")
        _compare(ligne, f"{GUICHETS} {_france(partage, ici)}", GUICHETS, _mesures(ici, quifaitquoi), petit, "")
        grand = territoire(GRAND, Path(dossier, "grand"))
        _compare(ligne, f"{GRAND} fiches", GRAND, _mesures(grand, quifaitquoi), petit, " (but : 1,2 au plus, 3072 Mio)")


def _mesures(source: Path, quifaitquoi: list[str]) -> dict[str, Mesure]:
    site = source.parent / f"site-{source.name}"
    faites = {"vérification": mesure(*quifaitquoi, "check", source, "--sans-cache"),
              "site complet": mesure(*quifaitquoi, "build", source, "--vers", site, "--sans-cache")}
    shutil.rmtree(site)
    return faites


def _compare(ligne: Callable[..., None], quoi: str, nombre: int, faites: dict[str, Mesure], petit: dict[str, Mesure],
             but: str) -> None:
    for nom, faite in faites.items():
        cout, a_mille = faite.processeur / nombre * 1000, petit[nom].processeur
        ligne(f"{quoi} : {nom}, mémoire", f"{faite.memoire:.0f} Mio", f"1 000 fiches {petit[nom].memoire:.0f} Mio")
        ligne(f"{quoi} : {nom}, par fiche", f"{cout:.2f} ms", f"de processeur, à 1 000 {a_mille:.2f} ms",
              f"{cout / a_mille:.2f}{but}")


def _france(partage: Path, vers: Path) -> str:
    """The counters in `vers`, or as many generated fiches; says which."""
    guichets, contours = next(partage.glob("france-services-*.csv"), None), next(partage.glob("departements/*.geojson"), None)
    if not (guichets and contours):
        territoire(GUICHETS, vers)
        return "fiches générées"
    pays(contours, vers)
    subprocess.run([sys.executable, "-m", "quifaitquoi", "import", "france-services", guichets, "--dans", vers],
                   check=True, stdout=subprocess.DEVNULL)
    return "guichets France services"
