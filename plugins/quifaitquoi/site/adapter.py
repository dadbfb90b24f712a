"""The one file that knows MkDocs. Its hooks only pass things on: the work is done in `atelier`, `cadre` and `fabrique`."""

from __future__ import annotations

import errno
import io
import logging
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # before Material is imported: its notice is not for volunteers

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from quifaitquoi.annuaire.aujourdhui import aujourdhui
from quifaitquoi.base.cache import Cache
from quifaitquoi.base.refus import Refus
from quifaitquoi.savoir.donnees import Format
from quifaitquoi.site.actifs import SITE
from quifaitquoi.site.apercu import DossierDApercu, serveur_d_apercu
from quifaitquoi.site.atelier import Atelier, Livrable
from quifaitquoi.site.destination import Destination, destination, hors_du_territoire
from quifaitquoi.site.fabrique import Fabrique, FaireDepliants
from quifaitquoi.site.parties import ENTIER, Note, Partie

journal = logging.getLogger("mkdocs.plugins.quifaitquoi")

# MkDocs would empty the folder of the site, whatever is in it. `destination` removes what we made, and nothing else; the preview
# keeps what did not change: writing it again would take longer than the rest.
mkdocs_build.utils.clean_directory = lambda folder: None


class Reglages(Config):
    """Everything is set in annuaire.yml."""


class QuiFaitQuoi(BasePlugin[Reglages]):
    """Adds the territory's pages to a MkDocs site."""

    def __init__(self):
        self.cache: Cache | None = None
        self.destination: Destination | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        # Having this hook also makes MkDocs keep the plugin, and so the finished pages, between two builds of `serve`.
        self.atelier = Atelier(command == "serve", self.cache)
        self.fabrique = Fabrique(self.atelier)
        self._apercu = DossierDApercu()
        self._livrables: list[Livrable] = []
        self._copies: list[str] = []

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        try:
            # The preview has a new folder of its own.
            if not self.atelier.garder and self.destination is None:
                self.destination = destination(Path(config.site_dir), _racine(config))
            journal.info("Lecture et vérification de « %s » …", _racine(config))
            rapport = self.atelier.lire(_racine(config), aujourdhui(_racine(config)))
        except Refus as refus:
            raise PluginError(str(refus)) from None
        avertissements = len(rapport.problemes) - len(rapport.erreurs)
        journal.info("%d fiches, %d avertissements (« quifaitquoi check » les montre)",
                     len(rapport.directory.siennes), avertissements)
        config.site_name = rapport.directory.annuaire.nom
        config.theme.static_templates = set()  # 404.html and sitemap.xml are ours
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        ecrites = {file.src_uri: file.content_string for file in files.documentation_pages()}
        themes = set(config.theme.dirs)
        for file in list(files):
            # Hand-written pages come back below each language; of Material's files, no page of ours needs any.
            if file.src_uri in ecrites or file.src_dir in themes:
                files.remove(file)
        # Pages of ours don't go through MkDocs' own: that would cost more than making them, and in its nav grow with the square.
        try:
            self._livrables = list(self.atelier.livrables(ecrites, _theme(config)))
            self._copies = [file.dest_uri for file in files]
            if self.destination:
                if self.destination.a_cote:
                    journal.info("L'ancien site est gardé dans %s : supprimez-le quand vous voulez.", self.destination.a_cote)
                self.fabrique.preparer(self.destination, self._livrables, self._copies)
        except Refus as manque:
            raise PluginError(str(manque)) from None
        return files

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        journal.info("Pages …")
        if self.destination is None:
            return self._apercu.renouvelle(Path(config.site_dir), self._livrables)
        self.fabrique.ecrire(self.destination, self._livrables, self._copies)
        if self.fabrique.partie == ENTIER:
            journal.info("Site prêt : %s", Path(config.site_dir) / "index.html")

    def on_serve(self, server, *, config: MkDocsConfig, builder) -> object:
        server.watch(str(_racine(config)))
        journal.info("À voir sur %s — Ctrl+C pour arrêter.", server.url)
        return server


def _theme(config: MkDocsConfig) -> Callable[[dict], str]:
    """Material's skeleton with our parts in it. `page` is all that the skeleton asks about a page."""
    env = config.theme.get_env()
    env.autoescape = True
    modele = env.get_template("main.html")
    return lambda valeurs: modele.render(config=config, page={"toc": [], "meta": {}}, nav=None, base_url=".", **valeurs)


def _racine(config: MkDocsConfig) -> Path:
    """The territory's folder: the one that holds `pages/`. Written as from here, because messages name its files."""
    return Path(os.path.relpath(Path(config.docs_dir).parent))


class _SansFichier(io.BytesIO):
    """An empty mkdocs.yml that MkDocs reads again at each preview: it closes what it read and would open it by its name."""

    def close(self) -> None:
        pass


def _reglages(territoire: Path) -> dict:
    """What `load_config` is given: all that the site depends on. mkdocs.yml, for MkDocs alone, makes the same site."""
    return {
        "config_file": _SansFichier(),
        "site_name": "Qui fait quoi",  # replaced by the name in annuaire.yml
        "docs_dir": _pages(territoire),
        "theme": {"name": "material", "custom_dir": str(SITE / "theme")},
        "plugins": ["quifaitquoi"],
    }


def construire(territoire: Path, vers: Path, depliants: FaireDepliants = lambda *_: {},
               formats: tuple[Format, ...] = (), cache: Cache | None = None, partie: Partie = ENTIER) -> Callable[[str], Note]:
    """Build the site of the territory, or a part of it, into the folder `vers`; raises Refus.

    `depliants` makes the leaflets that pages lead to, once these are written, and gives those that it could not make; `formats`
    are those of its open data. What `cache` knows already is not made again. The result tells what was made, with what there is
    to say of leaflets.
    """
    reglages = _reglages(territoire)
    ou = destination(vers, territoire)  # before MkDocs, which has its own words for some of this
    with _en_francais():
        config = load_config(**reglages, site_dir=str(vers.absolute()))
        ici = config.plugins["quifaitquoi"]
        ici.cache, ici.destination = cache, ou
        config.plugins.on_startup(command="build", dirty=False)
        ici.atelier.formats = formats
        ici.fabrique = Fabrique(ici.atelier, depliants, partie, cache)
        try:
            mkdocs_build.build(config)
        finally:
            config.plugins.on_shutdown()
    return ici.fabrique.note


def servir(territoire: Path, port: int) -> None:
    """Serve the site of the territory on this machine and follow its files; raises Refus."""
    reglages = _reglages(territoire)
    hors_du_territoire(Path(tempfile.gettempdir()) / "apercu", territoire)  # each preview would be a change, and start another
    with _en_francais(en_continu=True):
        mkdocs_serve.LiveReloadServer = serveur_d_apercu(
            LiveReloadServer, lambda error: str(_cause(error)),
            lambda pris, libre: journal.info("Le port %d est pris : celui-ci est le %d.", pris, libre))
        mkdocs_serve.serve(**reglages, dev_addr=f"127.0.0.1:{port}")


def _pages(territoire: Path) -> str:
    if not (territoire / "annuaire.yml").is_file():
        raise Refus(f"« {territoire} » n'est pas un annuaire : il n'y a pas de fichier annuaire.yml dedans.")
    pages = (territoire / "pages").absolute()
    if not pages.is_dir():
        raise Refus(f"Il manque le dossier « {territoire}/pages » : créez-le, avec au moins mentions-legales.md.")
    return str(pages)


def _cause(error: BaseException) -> BaseException:
    """What MkDocs gave up for: its own error says nothing of it."""
    return (error.__context__ or error) if isinstance(error, Abort) else error


class _en_francais:
    """While MkDocs works: its progress on the terminal, its failures as one exception with a plain sentence.

    `en_continu`: errors are shown as they come, because the preview goes on after them.
    """

    def __init__(self, en_continu: bool = False):
        self._en_continu = en_continu

    def __enter__(self) -> None:
        self._handler = logging.StreamHandler(sys.stderr)
        self._handler.setFormatter(logging.Formatter("%(message)s"))
        pire = logging.CRITICAL if self._en_continu else logging.WARNING
        self._handler.addFilter(lambda record: record.name == journal.name or logging.WARNING <= record.levelno <= pire)
        logger = logging.getLogger("mkdocs")
        self._avant = logger.level
        logger.addHandler(self._handler)
        logger.setLevel(logging.INFO)

    def __exit__(self, _type, error: BaseException | None, _trace) -> None:
        logger = logging.getLogger("mkdocs")
        logger.removeHandler(self._handler)
        logger.setLevel(self._avant)
        if isinstance(error, (Abort, MkDocsException)):
            cause = _cause(error)
            if self._en_continu:
                cause = "La prévisualisation n'a pas pu commencer : corrigez ce qui est écrit au-dessus, puis relancez."
            raise Refus(str(cause or error)) from None
        if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
            raise Refus("Ce port et les suivants sont pris par d'autres programmes : donnez-en un autre. Exemple : --port 8123")
        if isinstance(error, OSError):
            raise Refus(f"Un fichier ne peut pas être lu ou écrit : {error}") from None
