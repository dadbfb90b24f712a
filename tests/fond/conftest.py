"""A territory that lies on the extract of Helsinki, and small extracts of our own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.fond.monde_invente import BOITE as BOITE_DU_MONDE

from quifaitquoi.edition.fond.extrait import lire
from serveurs import service

DEPOT = Path(__file__).parent.parent.parent
HELSINKI = DEPOT / "build/essais/Helsinki.osm.pbf"
BOITE = {"sud": "60.16400", "ouest": "24.93600", "nord": "60.17950", "est": "24.95400"}


@pytest.fixture(scope="session")
def helsinki() -> Path:
    if not HELSINKI.exists():
        pytest.skip("« make test » apporte d'abord build/essais/Helsinki.osm.pbf")
    return HELSINKI


@pytest.fixture
def territoire(tmp_path) -> Path:
    """A territory whose box is that of the extract, and where nothing has a position yet."""
    ici = Path(shutil.copytree(DEPOT / "tests/data/territoire", tmp_path / "territoire"))
    texte = (ici / "annuaire.yml").read_text("utf-8")
    for cote, ancien in (("sud", "46.30"), ("ouest", "-3.10"), ("nord", "46.36"), ("est", "-3.00")):
        assert f"{cote}: {ancien}\n" in texte
        texte = texte.replace(f"{cote}: {ancien}\n", f"{cote}: {BOITE[cote]}\n")
    (ici / "annuaire.yml").write_text(texte, encoding="utf-8")
    for quartier in (ici / "quartiers").glob("*.yml"):
        quartier.write_text(f"nom: {quartier.stem.capitalize()}\netendue: partout\n", encoding="utf-8")
    for fichier in [*(ici / "fiches").rglob("*.yml")]:
        fichier.write_text(
            "".join(ligne for ligne in fichier.read_text("utf-8").splitlines(keepends=True) if "position:" not in ligne),
            encoding="utf-8",
        )
    (ici / "reperes.yml").unlink()
    return ici


@pytest.fixture
def monde(tmp_path):
    """Reads a world: monde(m) -> the things that are drawn of it."""
    return lambda m, boite=BOITE_DU_MONDE: lire(m.ecrit(tmp_path / "monde.osm"), boite, lambda phrase: None)[0]


@pytest.fixture
def overpass():
    """A service on loopback that has the streets, or what a test makes of it."""
    with service() as ici:
        yield ici
