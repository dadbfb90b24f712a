"""The finder in a real Chromium: size of its index, time to the first list, from a keystroke to its results, long tasks."""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import re
import statistics
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tests.bench.measures import avec_ce_qu_elle_charge, poids

sys.path.insert(0, str(Path(__file__).parent.parent))
from chromium import chromium

# A cheap phone (a quarter of this machine's speed) on slow 3G: 400 kbit/s, 400 ms.
RALENTI, DEBIT, LATENCE = 4, 400_000 / 8, 400
MOTS = ("douche gratuite", "accueil jardin", "colis", "laverie", "papiers", "lecture 12", "repas arabe", "manjer")

# Long tasks are kept from the very start; a keystroke is over when the frame that shows its results was drawn.
GUET = """
window.__longues = [];
new PerformanceObserver(l => l.getEntries().forEach(e => window.__longues.push(e.duration)))
  .observe({type: "longtask", buffered: true});
window.__frappes = [];
addEventListener("keydown", e => {
  const debut = e.timeStamp;
  requestAnimationFrame(() => {
    const c = new MessageChannel();
    c.port1.onmessage = () => window.__frappes.push(performance.now() - debut);
    c.port2.postMessage(0);
  });
}, true);
"""


@dataclass(frozen=True)
class Trouveur:
    """Bytes compressed; seconds; milliseconds."""

    index: int
    tout: int
    charge: int  # of the index and its pieces, by all searches around one place
    premiere_liste: float
    recherche_prete: float
    frappe: float
    frappe_pire: float
    plus_longue_tache: float


def poids_de_l_index(site: Path, langue: str = "fr") -> int:
    return poids([site / langue / "trouver" / nom for nom in ("index.js", "suite.js")])


def trouveur(site: Path, langue: str = "fr") -> Trouveur:
    """All figures of one built site."""
    from playwright.sync_api import sync_playwright
    page = site / langue / "trouver" / "index.html"
    tout, ici = poids([f for f in avec_ce_qu_elle_charge(page)]), _ou(site / langue)
    with sync_playwright() as playwright, _serveur(site) as adresse:
        navigateur = playwright.chromium.launch(**chromium().options())
        try:
            liste, prete, longue = _ouvre(navigateur, f"{adresse}/{langue}/trouver/index.html{ici}")
            frappes, longue_rapide, demandes = _tape(navigateur, f"{adresse}/{langue}/trouver/index.html{ici}")
        finally:
            navigateur.close()
    return Trouveur(
        poids_de_l_index(site, langue), tout, poids([site / chemin for chemin in demandes]), liste, prete,
        statistics.median(frappes), max(frappes), max(longue, longue_rapide)
    )


def _ou(pages: Path) -> str:
    """The fragment that asks around the first landmark of the index, or its first zone: a large directory answers there."""
    index = json.loads(re.search(r"\.index=(.*);\n", (pages / "trouver" / "index.js").read_text("utf-8"))[1])
    lieux = [f"repere:{lieu[0]}" for lieu in index["reperes"]] + [f"quartier:{zone[0]}" for zone in index["quartiers"]]
    return f"#pres={lieux[0]}"


def _finie(page) -> None:
    """Waits until the search knows every name, and nothing of it is on its way."""
    page.wait_for_selector("[data-trouver][data-pret]", timeout=120_000)
    page.wait_for_selector("[data-trouver]:not(:has([data-alentours][aria-busy=true]))", timeout=120_000)
    page.wait_for_selector("[data-trouver][data-pret]", timeout=120_000)


def _page(navigateur, reseau: bool):
    page = navigateur.new_context(viewport={"width": 360, "height": 740}).new_page()
    page.add_init_script(GUET)
    cdp = page.context.new_cdp_session(page)
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": RALENTI})
    if reseau:
        cdp.send("Network.enable")
        cdp.send(
            "Network.emulateNetworkConditions",
            {"offline": False, "latency": LATENCE, "downloadThroughput": DEBIT, "uploadThroughput": DEBIT},
        )
    return page


def _ouvre(navigateur, adresse: str) -> tuple[float, float, float]:
    """Seconds to the first list and to a search that knows every name, on the slow network; the longest task on the way."""
    page = _page(navigateur, reseau=True)
    page.goto(adresse, wait_until="commit", timeout=120_000)
    page.wait_for_selector("[data-liste] .vignette", timeout=120_000)
    liste = page.evaluate("performance.now()") / 1000
    _finie(page)
    prete = page.evaluate("performance.now()") / 1000
    longue = max(page.evaluate("window.__longues"), default=0)
    page.context.close()
    return liste, prete, longue


def _tape(navigateur, adresse: str) -> tuple[list[float], float, set[str]]:
    """Milliseconds from each keystroke to the frame with its results, once all is there; the longest task; the index's files."""
    page, demandes = _page(navigateur, reseau=False), set()
    page.on("request", lambda une: demandes.add(urlsplit(une.url).path.lstrip("/")) if "/trouver/" in une.url else None)
    page.goto(adresse)
    page.wait_for_selector("[data-trouver][data-pret=tout]", timeout=120_000)
    _finie(page)
    longue = max(page.evaluate("window.__longues"), default=0)
    champ = page.locator("#mots")
    for mots in MOTS:
        champ.fill("")
        page.wait_for_timeout(150)
        for lettre in mots:
            champ.press(lettre)
            page.wait_for_timeout(60)
    frappes = page.evaluate("window.__frappes")
    page.context.close()
    return frappes, longue, {chemin for chemin in demandes if chemin.endswith(".js")}


class _Comprime(http.server.SimpleHTTPRequestHandler):
    """As web servers do: text travels compressed."""

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        chemin = Path(self.translate_path(self.path))
        if not chemin.is_file():
            self.send_error(404)
            return
        octets = gzip.compress(chemin.read_bytes(), 9)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(chemin)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(octets)))
        self.end_headers()
        with suppress(BrokenPipeError, ConnectionResetError):  # a page that is left stops loading
            self.wfile.write(octets)


@contextmanager
def _serveur(site: Path) -> Iterator[str]:
    serveur = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Comprime, directory=str(site)))
    threading.Thread(target=serveur.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{serveur.server_port}"
    finally:
        serveur.shutdown()
        serveur.server_close()


if __name__ == "__main__":
    print(trouveur(Path(sys.argv[1])))
