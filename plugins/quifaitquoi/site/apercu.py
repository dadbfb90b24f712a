"""A preview: the folder of its pages, and its server, which shows an error in French and takes the next free port."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from markupsafe import escape

from quifaitquoi.site.atelier import Livrable

PORTS = 20  # tried one after the other
PAGE = """<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>À corriger</title></head>
<body><main><h1>À corriger</h1>
<p>Le site n'a pas pu être refait. Cette page se recharge d'elle-même dès que le fichier corrigé est enregistré.</p>
<pre>{}</pre></main></body></html>
"""


class DossierDApercu:
    """The folder of a preview: each time, only what changed is written, and what is no more is removed."""

    def __init__(self):
        self._ecrites: dict[str, str | bytes] = {}

    def renouvelle(self, site: Path, livrables: Collection[Livrable]) -> None:
        for perdue in self._ecrites.keys() - {livrable.chemin for livrable in livrables}:
            del self._ecrites[perdue]
            (site / perdue).unlink(missing_ok=True)
        for livrable in livrables:
            contenu = livrable.contenu()
            # A file that did not change is the very same text as last time.
            if self._ecrites.get(livrable.chemin) is not contenu or not (site / livrable.chemin).exists():
                _ecrit(site / livrable.chemin, contenu)
                self._ecrites[livrable.chemin] = contenu


def _ecrit(fichier: Path, contenu: str | bytes) -> None:
    fichier.parent.mkdir(parents=True, exist_ok=True)
    fichier.write_bytes(contenu.encode() if isinstance(contenu, str) else contenu)


def serveur_d_apercu(serveur: type, dit: Callable[[BaseException], str], pris: Callable[[int, int], None]) -> type:
    """A server as `serveur` (MkDocs' own) that shows what went wrong, as `dit` tells it, where a page was asked for.

    `pris` hears that a port was taken, and which one is used instead. Raises OSError where none is free.
    """
    class Apercu(serveur):
        def __init__(self, builder: Callable[[], None], host: str, port: int, **reste: object):
            super().__init__(builder=self._essaie, host=host, port=port, **reste)
            self._refait, self._erreur = builder, ""
            libre = self._prend_un_port(host, port)
            if libre != port:
                self.url = self.url.replace(f":{port}/", f":{libre}/", 1)
                pris(port, libre)

        def server_bind(self) -> None:
            """Done already, before anybody was told where to look."""

        def _prend_un_port(self, host: str, port: int) -> int:
            for essaye in range(port, min(port + PORTS, 65536)):
                self.server_address = (host, essaye)
                try:
                    super().server_bind()
                    return essaye
                except OSError as error:
                    refus = error
            raise refus

        def _essaie(self) -> None:
            try:
                self._refait()
                self._erreur = ""
            except Exception as error:  # whatever it is, whoever looks at the page must see it
                self._erreur = dit(error)

        def _serve_request(self, environ: dict, start_response: Callable) -> Iterable[bytes] | None:
            chemin = environ["PATH_INFO"]
            if not self._erreur or not chemin.endswith(("/", ".html")):
                return super()._serve_request(environ, start_response)
            corps = self._inject_js_into_html(PAGE.format(escape(self._erreur)).encode(), self._visible_epoch)
            start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(corps))),
                                      ("Cache-Control", "no-store")])
            return [corps]

    return Apercu
