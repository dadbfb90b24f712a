"""Port-Exemple at noon, in each engine: pages that believe it is the day of the tests, and an exit that leads to this machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import moteurs
from promenade import MIDI

SORTIE = "https://encyclopedie.example.org/"
# Before the page's own policy and scripts: the one way to tell every engine the time. An address may ask for another moment.
HORLOGE = """<script>(function () {
  var Vraie = Date, quand = Vraie.parse(new URLSearchParams(location.search).get("quand") || "%s");
  window.Date = class extends Vraie {
    constructor() { if (arguments.length) super(...arguments); else super(quand); }
    static now() { return quand; }
  };
})();</script>"""


@pytest.fixture(scope="session")
def ailleurs(servir, tmp_path_factory) -> str:
    """The site to which one leaves."""
    dossier = tmp_path_factory.mktemp("ailleurs")
    (dossier / "index.html").write_text("<title>Neutre</title><h1>Encyclopédie</h1>")
    return servir(dossier).replace("127.0.0.1", "localhost") + "/"


@pytest.fixture(scope="session")
def a_midi(site, ailleurs, tmp_path_factory) -> Path:
    """The built site, but for the time and the exit."""
    dossier = tmp_path_factory.mktemp("a-midi") / "site"

    def copie(de: str, vers: str) -> None:
        if not de.endswith(".html"):
            os.link(de, vers)
            return
        page = Path(de).read_text("utf-8")
        Path(vers).write_text(page.replace("<head>", "<head>" + HORLOGE % MIDI, 1).replace(SORTIE, ailleurs), "utf-8")

    return Path(shutil.copytree(site, dossier, copy_function=copie))


def _params() -> Iterator[object]:
    """Each engine: one that may be missing, and is, costs nothing but its tests."""
    for nom in moteurs.MOTEURS:
        saute = moteurs.manque(nom) and not moteurs.obligatoires()
        yield pytest.param(nom, marks=pytest.mark.skip(f"{moteurs.ABSENT} : {nom}") if saute else ())


@pytest.fixture(params=_params(), scope="session")
def lance(request, tmp_path_factory):
    """Each engine in turn, started once."""
    nom = request.param
    if moteurs.manque(nom):
        pytest.fail(f"{moteurs.ABSENT} : {nom}")
    with moteurs.MOTEURS[nom](lambda: request.getfixturevalue("navigateur"), tmp_path_factory.mktemp(nom)) as fenetre:
        yield fenetre


@pytest.fixture(scope="module")
def moteur(lance):
    """The same for each file of stories: all of them in one tab take a gigabyte."""
    yield lance
    lance.repose()


@pytest.fixture(params=["http", "file"])
def racine(request, a_midi, servir, moteur) -> str:
    """The same site on a server and in a folder on a stick; nothing was ever kept for it."""
    if request.param == "http":
        return servir(a_midi)  # another port is another origin
    moteur.va((a_midi / "fr" / "index.html").as_uri())
    moteur.evalue("localStorage.clear()")
    return a_midi.as_uri()


@pytest.fixture
def fenetre(moteur):
    """A window as wide as a screen; it is narrow for who asks."""
    moteur.elargit(moteurs.LARGEUR)
    return moteur


@pytest.fixture
def en_ligne(a_midi, servir) -> str:
    """As `racine`, on a server."""
    return servir(a_midi)
