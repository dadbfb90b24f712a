"""Port-Exemple in a repository of its own, what its history tells, and what its site says of it."""

import shutil
from datetime import UTC, date, datetime

import pytest

from depot_d_essai import Depot, git
from garde import DOSSIER
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import en_langue, enrichir
from quifaitquoi.langues import langue
from quifaitquoi.savoir.historique import Histoire, histoire
from quifaitquoi.site.sommaire import planifier

BASE = "2026-09-01T10:00:00+00:00"


@pytest.fixture(scope="session")
def modele(tmp_path_factory, petit_port):
    """A few fiches, landed once, before the year that is looked at for some and in it for others."""
    dossier = tmp_path_factory.mktemp("depot")
    shutil.copytree(petit_port, dossier / DOSSIER)
    git(dossier, "init", "-q")
    depot = Depot(dossier)
    depot.commit(le=BASE)
    return dossier


@pytest.fixture
def depot(modele, tmp_path):
    shutil.copytree(modele, tmp_path / "depot")
    return Depot(tmp_path / "depot")


@pytest.fixture
def raconte(aujourdhui):
    """A function from a repository to its history, without the landing that it began with."""

    def dit(depot: Depot, le: date = aujourdhui, toute: bool = False) -> Histoire:
        directory = verifier(depot.territoire, le).directory
        assert directory is not None
        conte = histoire(depot.territoire, directory, le)
        return conte if toute else Histoire(tuple(c for c in conte.changements if c.quand > datetime(2026, 9, 2, tzinfo=UTC)),
                                            conte.connue, conte.entiere)
    return dit


@pytest.fixture
def pages(raconte, aujourdhui):
    """A function from a repository to what its site says of changes, by path."""

    def rend(depot: Depot, code: str = "fr") -> dict[str, str]:
        territoire = enrichir(verifier(depot.territoire, aujourdhui).directory, aujourdhui)
        feuilles = planifier(en_langue(territoire, code), langue(code), histoire=raconte(depot, toute=True))
        return {f.chemin: str(f.faire().contenu) for f in feuilles if f.chemin.startswith(("changements/", "quartiers/gare/"))}
    return rend
