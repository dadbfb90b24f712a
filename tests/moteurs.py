"""The three engines of browsers: where each is, how it starts, and a window that stories drive in the same words in all three.

Chromium is that of every other test. Firefox and WebKit are those of the machine, or it says how to get them.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error

from webdriver import ParHttp, ParMarionette, Refus

# What a run without an engine says of it: this, then its name.
ABSENT = "moteur absent"
# Far from the territory's zone: no page may read the hour of the machine it is on.
FUSEAU = "America/New_York"
LARGEUR, HAUTEUR, ETROIT = 1280, 800, 360
_ATTENTE = 30
_MUET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
_CLE = "element-6066-11e4-a52e-4f735466cecf"  # under which WebDriver names an element

# Nobody but this machine is asked for anything; and a window may be as narrow as a phone.
_PREFERENCES = {
    "marionette.port": 0, "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9, "ui.useOverlayScrollbars": 1,
    "toolkit.legacyUserProfileCustomizations.stylesheets": True,
    # Marionette would let files of a folder share what they keep, which no visitor's Firefox does.
    "remote.prefs.recommended": False,
}
_ETROITE = ":root { min-width: 0 !important; }"


class Fenetre(ABC):
    """One window: `evalue` and what each engine does in its own way; the rest follows."""

    @abstractmethod
    def va(self, adresse: str) -> None: ...

    @abstractmethod
    def recule(self) -> None: ...

    @abstractmethod
    def evalue(self, expression: str) -> object:
        """The value of an expression of JavaScript, in the page or in the frame that was entered."""

    @abstractmethod
    def clique(self, selecteur: str) -> None: ...

    @abstractmethod
    def echappe(self, fois: int) -> None:
        """Presses Escape."""

    @abstractmethod
    def entre(self, cadre: str) -> None:
        """Into the page that this frame shows; `va` leaves it too."""

    @abstractmethod
    def sort(self) -> None:
        """Out of the frame, to the page that holds it or that took its place."""

    @abstractmethod
    def elargit(self, largeur: int) -> None: ...

    def repose(self) -> None:  # noqa: B027 - most engines need nothing
        """Gives back what the pages took that it has shown; what they kept for the visitor stays."""

    def suit(self, adresse: str) -> None:
        """Goes there by a link of the page, as visitors do; `va` is what one types."""
        lien = f"Object.assign(document.createElement('a'), {{id: 'suite', textContent: 'Suite', href: {json.dumps(adresse)}}})"
        self.evalue(f"(document.querySelector('main, body').prepend({lien}), 1)")
        self.clique("#suite")
        self.attend(f"location.pathname === new URL({json.dumps(adresse)}).pathname")

    def attend(self, expression: str) -> object:
        """The value of the expression once it is true; while a page goes and another comes there may be none."""
        fin, vue = time.monotonic() + _ATTENTE, None
        while True:
            try:
                if vue := self.evalue(expression):
                    return vue
            except (Refus, Error) as erreur:
                vue = erreur
            assert time.monotonic() < fin, f"{expression} : {vue!r}"
            time.sleep(0.03)

    def texte(self, selecteur: str) -> str:
        """What the first element of this selector shows, once there is one; with plain spaces and apostrophes."""
        dit = self.attend(f"(document.querySelector({json.dumps(selecteur)}) || {{}}).innerText")
        return " ".join(dit.split()).replace("’", "'")

    def textes(self, selecteur: str) -> list[str]:
        """What each of them shows now."""
        dits = self.evalue(f"[...document.querySelectorAll({json.dumps(selecteur)})].map(e => e.innerText)")
        return [" ".join(dit.split()).replace("’", "'") for dit in dits]


class _ParPlaywright(Fenetre):
    def __init__(self, page):
        self._page = self._ou = page

    def va(self, adresse: str) -> None:
        self.sort()
        self._page.goto(adresse)

    def recule(self) -> None:
        self._page.go_back(wait_until="commit")

    def evalue(self, expression: str) -> object:
        return self._ou.evaluate(f"() => ({expression})")

    def clique(self, selecteur: str) -> None:
        self._ou.click(selecteur)

    def echappe(self, fois: int) -> None:
        for _ in range(fois):
            self._page.keyboard.press("Escape")

    def sort(self) -> None:
        self._ou = self._page

    def entre(self, cadre: str) -> None:
        self._ou = self._page.wait_for_selector(cadre).content_frame()

    def elargit(self, largeur: int) -> None:
        self._page.set_viewport_size({"width": largeur, "height": HAUTEUR})

    def repose(self) -> None:
        # Chromium's process of a tab ends with the last of its tabs alone.
        contexte = self._page.context
        self._page.close()
        self._page = self._ou = contexte.new_page()


class _ParWebDriver(Fenetre):
    def __init__(self, pilote: ParHttp | ParMarionette):
        self._pilote = pilote

    def va(self, adresse: str) -> None:
        self.sort()
        self._pilote("Navigate", url=adresse)

    def recule(self) -> None:
        self._pilote("Back")

    def evalue(self, expression: str) -> object:
        return self._pilote("ExecuteScript", script=f"return ({expression});", args=[])

    def clique(self, selecteur: str) -> None:
        un = f"document.querySelector({json.dumps(selecteur)})"
        self.attend(f"{un}?.getClientRects().length")
        # Away from the bar that stays at the top, as a person scrolls; once it stands still, since a list above it may be filling.
        la, place = None, f"({un}.scrollIntoView({{block: 'center', behavior: 'instant'}}), {un}.getBoundingClientRect().toJSON())"
        while la != (la := self.evalue(place)):
            pass
        self._pilote("ElementClick", id=self._element(selecteur)[_CLE])

    def echappe(self, fois: int) -> None:
        gestes = [{"type": geste, "value": "\ue00c"} for geste in ("keyDown", "keyUp")] * fois
        with suppress(Refus):  # one of them may take away the frame that it was sent to
            self._pilote("PerformActions", actions=[{"type": "key", "id": "clavier", "actions": gestes}])

    def entre(self, cadre: str) -> None:
        self.attend(f"document.querySelector({json.dumps(cadre)})")
        self._pilote("SwitchToFrame", id=self._element(cadre))

    def sort(self) -> None:
        self._pilote("SwitchToFrame", id=None)

    def elargit(self, largeur: int) -> None:
        self._pilote("SetWindowRect", width=largeur, height=HAUTEUR)

    def _element(self, selecteur: str) -> dict:
        return self._pilote("FindElement", using="css selector", value=selecteur)


@contextmanager
def _chromium(navigateur: Callable[[], Browser], dossier: Path) -> Iterator[Fenetre]:
    contexte = navigateur().new_context(viewport={"width": LARGEUR, "height": HAUTEUR}, timezone_id=FUSEAU)
    yield _ParPlaywright(contexte.new_page())
    contexte.close()


@contextmanager
def _firefox(navigateur: Callable[[], Browser], dossier: Path) -> Iterator[Fenetre]:
    (dossier / "user.js").write_text("".join(f"user_pref({json.dumps(nom)}, {json.dumps(valeur)});\n"
                                             for nom, valeur in _PREFERENCES.items()))
    (dossier / "chrome").mkdir()
    (dossier / "chrome" / "userChrome.css").write_text(_ETROITE)
    port = dossier / "MarionetteActivePort"
    with _lance(_trouve_firefox(), "--headless", "--kiosk", "--no-remote", "--marionette", "--profile", str(dossier)) as fini:
        _attend(lambda: port.exists() and port.read_text(), fini)
        pilote = ParMarionette(int(port.read_text()))
        pilote("NewSession", capabilities={})
        yield _ParWebDriver(pilote)


@contextmanager
def _webkit(navigateur: Callable[[], Browser], dossier: Path) -> Iterator[Fenetre]:
    # Without its bar, which is wider than a phone.
    voulu = {"binary": str(_minibrowser()), "args": ["--automation", "--full-screen"]}
    with ExitStack() as pile:
        ecran = _ecran(pile)
        port = _port_libre()
        # Root may not make a sandbox, and no page but ours is opened.
        milieu = {"DISPLAY": ecran, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
        fini = pile.enter_context(_lance("WebKitWebDriver", f"--port={port}", **milieu))
        _attend(lambda: _repond(port), fini)
        pilote = ParHttp(port)
        pilote("NewSession", capabilities={"alwaysMatch": {"webkitgtk:browserOptions": voulu}})
        pile.callback(pilote, "DeleteSession")
        yield _ParWebDriver(pilote)


MOTEURS = {"chromium": _chromium, "firefox": _firefox, "webkit": _webkit}
# How to get each: the packages of Debian and Ubuntu.
PAQUETS = {"chromium": "chromium", "firefox": "firefox-esr", "webkit": "webkit2gtk-driver xvfb"}


def manque(moteur: str) -> bool:
    """Whether this machine does not have it. Without Chromium nothing runs at all: chromium.py says so."""
    match moteur:
        case "firefox":
            return not _trouve_firefox()
        case "webkit":
            return not (shutil.which("WebKitWebDriver") and shutil.which("Xvfb") and _minibrowser())
    return False


def obligatoires() -> bool:
    """On the forge none may be missing."""
    return os.environ.get("QUIFAITQUOI_MOTEURS") == "tous"


def non_essayes(sautes: Iterable[pytest.TestReport]) -> list[str]:
    """What is to be told at the end of a run of the engines that it did without, given the tests that it left out."""
    raisons = Counter(saute.longrepr[2].rpartition(f"{ABSENT} : ")[2] for saute in sautes if ABSENT in str(saute.longrepr))
    return [f"{moteur} : absent, {n} test(s) non passé(s). Sous Debian et Ubuntu : apt install {PAQUETS[moteur]}"
            for moteur, n in sorted(raisons.items())]


def _trouve_firefox() -> str | None:
    donne = os.environ.get("QUIFAITQUOI_FIREFOX")
    return shutil.which(donne) if donne else shutil.which("firefox-esr") or shutil.which("firefox")


def _minibrowser() -> Path | None:
    """The window that WebKit's driver opens: its place changes with the architecture and the version."""
    usr = Path("/usr")
    motifs = ("lib/*/webkit*", "lib/webkit*", "libexec/webkit*")
    return next((place for motif in motifs for place in sorted(usr.glob(f"{motif}/MiniBrowser"))), None)


@contextmanager
def _lance(*mots: str, **milieu: str) -> Iterator[Callable[[], bool]]:
    """A program that runs as long as needed: gives whether it has ended."""
    programme = subprocess.Popen(mots, env={**os.environ, "TZ": FUSEAU, **milieu}, **_MUET)
    try:
        yield lambda: programme.poll() is not None
    finally:
        programme.terminate()
        programme.wait()


def _ecran(pile: ExitStack) -> str:
    """A screen that nobody sees, under the first name that is free."""
    lit, ecrit = os.pipe()
    pile.callback(os.close, lit)
    mots = ("Xvfb", "-displayfd", str(ecrit), "-screen", "0", f"{LARGEUR}x{HAUTEUR}x24", "-nolisten", "tcp")
    programme = subprocess.Popen(mots, pass_fds=[ecrit], **_MUET)
    os.close(ecrit)
    pile.callback(programme.wait)
    pile.callback(programme.terminate)
    return ":" + os.read(lit, 16).decode().strip()


def _port_libre() -> int:
    with socket.socket() as essai:
        essai.bind(("127.0.0.1", 0))
        return essai.getsockname()[1]


def _repond(port: int) -> bool:
    with socket.socket() as essai:
        return essai.connect_ex(("127.0.0.1", port)) == 0


def _attend(pret: Callable[[], object], fini: Callable[[], bool]) -> None:
    fin = time.monotonic() + _ATTENTE
    while not pret():
        assert not fini() and time.monotonic() < fin, "Le navigateur ne démarre pas."
        time.sleep(0.05)
