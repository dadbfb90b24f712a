"""The map background: fetched once by its own command, slowly, kept with its attribution, printed under the map."""

from __future__ import annotations

import http.server
import json
import threading

import pytest
from quartier_invente import place, territoire

from quifaitquoi.annuaire.model.annuaire import PLAN_IGN, Fond
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.reseau import QUI
from quifaitquoi.papier.depliants import Demande, composer
from quifaitquoi.papier.fond.fond import fond
from quifaitquoi.papier.fond.tuiles import boite_de, chercher


@pytest.fixture
def service():
    """A tile service on loopback: service.demandes, service.reponse (code, body)."""
    class Tuiles(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.server.demandes.append((self.path, self.headers["User-Agent"]))
            code, corps = self.server.reponses.pop(0) if self.server.reponses else self.server.reponse
            self.send_response(code)
            self.send_header("Retry-After", "0")
            self.send_header("Content-Length", str(len(corps)))
            self.end_headers()
            self.wfile.write(corps)

        def log_message(self, *args):
            pass

    serveur = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Tuiles)
    serveur.demandes, serveur.reponses, serveur.reponse = [], [], (200, _png())
    threading.Thread(target=serveur.serve_forever, daemon=True).start()
    serveur.fond = Fond.model_construct(nom="Essai", attribution="© les cartographes d'essai", zoom_max=17,
                                        tuiles=f"http://127.0.0.1:{serveur.server_port}/{{z}}/{{x}}/{{y}}.png")
    yield serveur
    serveur.shutdown()
    serveur.server_close()


def _png() -> bytes:
    """A grey tile of one pixel."""
    import struct
    import zlib
    morceau = lambda nom, x: struct.pack(">I", len(x)) + nom + x + struct.pack(">I", zlib.crc32(nom + x))
    return (b"\x89PNG\r\n\x1a\n" + morceau(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
            + morceau(b"IDAT", zlib.compress(b"\0\x80")) + morceau(b"IEND", b""))


@pytest.fixture
def quai():
    return territoire([place("bains")]).directory.quartiers["quai"]


def cherche(service, quai, dossier):
    return chercher(service.fond, quai, dossier, lambda phrase: None, ecart=0)


def test_the_tiles_of_a_zone_become_one_picture_with_its_place_and_its_attribution(service, quai, tmp_path):
    fichier = cherche(service, quai, tmp_path)
    lu = json.loads(fichier.with_suffix(".json").read_text())
    boite = boite_de(quai)
    assert fichier.read_bytes().startswith(b"\x89PNG") and lu["attribution"] == "© les cartographes d'essai"
    assert (lu["sud"], lu["est"]) == (boite.sud, boite.est)
    assert 4 <= len(service.demandes) <= 80 and {agent for _, agent in service.demandes} == {QUI}


def test_what_the_cache_has_is_not_asked_for_again(service, quai, tmp_path):
    cherche(service, quai, tmp_path)
    avant = len(service.demandes)
    cherche(service, quai, tmp_path)
    assert len(service.demandes) == avant


def test_a_service_that_asks_to_wait_is_waited_for(service, quai, tmp_path):
    service.reponses = [(429, b"")]
    assert cherche(service, quai, tmp_path).is_file()


@pytest.mark.parametrize("reponse, dit", [((404, b""), "a répondu 404"), ((503, b""), "a répondu 503"),
                                          ((200, b"<html>"), "n'a pas envoyé une image"),
                                          ((200, b"\x89PNG rien"), "pas une image lisible")])
def test_a_service_that_fails_is_one_french_sentence_and_changes_nothing(service, quai, tmp_path, reponse, dit):
    service.reponse = reponse
    with pytest.raises(Refus, match=dit):
        cherche(service, quai, tmp_path)
    assert not (tmp_path / "quai.json").exists()


def test_a_service_whose_terms_forbid_it_is_refused(quai, tmp_path):
    interdit = PLAN_IGN.model_copy(update={"tuiles": "https://tile.openstreetmap.org/{z}/{x}/{y}.png"})
    with pytest.raises(Refus, match="n'autorise pas"):
        chercher(interdit, quai, tmp_path, print)


def test_a_leaflet_prints_the_background_that_is_there_and_its_attribution(service, quai, tmp_path, texte, propre):
    cherche(service, quai, tmp_path)
    t = territoire([place("bains")])
    sans, avec = composer(t, Demande("quai")), composer(t, Demande("quai"), fond("quai", tmp_path))
    assert propre("© les cartographes d'essai") in texte(avec.pdf) and "cartographes" not in texte(sans.pdf)
    assert avec.pdf != sans.pdf and avec.pdf == composer(t, Demande("quai"), fond("quai", tmp_path)).pdf


def test_a_background_that_cannot_be_read_is_as_none(tmp_path):
    assert fond("quai", tmp_path) is None
    (tmp_path / "quai.json").write_text("{")
    assert fond("quai", tmp_path) is None
