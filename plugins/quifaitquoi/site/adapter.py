"""The one file that knows MkDocs. Its hooks only pass things on: the work is done in `atelier`, `cadre` and `render`."""

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
from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.annuaire.enrich.empreintes import Empreintes
from quifaitquoi.base.cache import Cache, SansCache, cle
from quifaitquoi.base.parallele import ASSEZ, par_parts
from quifaitquoi.base.refus import Refus
from quifaitquoi.base.registre import Registre
from quifaitquoi.savoir.depliants import DOSSIER, Ecarts, a_imprimer
from quifaitquoi.savoir.donnees import DOSSIER as DONNEES
from quifaitquoi.savoir.donnees import Format
from quifaitquoi.site import ouvertes
from quifaitquoi.site.actifs import SITE
from quifaitquoi.site.apercu import serveur_d_apercu
from quifaitquoi.site.atelier import Atelier, Livrable
from quifaitquoi.site.destination import LISTE, Destination, destination, hors_du_territoire
from quifaitquoi.site.pages.hors_ligne import lot
from quifaitquoi.site.parties import ENTIER, Note, Partie

journal = logging.getLogger("mkdocs.plugins.quifaitquoi")

# MkDocs would empty the folder of the site, whatever is in it. `destination` removes what we made, and nothing else; the preview
# keeps what did not change: writing it again would take longer than the rest.
mkdocs_build.utils.clean_directory = lambda folder: None


# What they are of, where they go, and the digests that tell which of them are there already.
FaireDepliants = Callable[[Territoire, Registre, Empreintes], Ecarts]


class Reglages(Config):
    """Everything is set in annuaire.yml."""


class QuiFaitQuoi(BasePlugin[Reglages]):
    """Adds the territory's pages to a MkDocs site."""

    def __init__(self):
        self.atelier = Atelier()
        self.depliants: FaireDepliants = lambda *_: {}
        self.destination: Destination | None = None
        self.partie = ENTIER
        self._livrables: list[Livrable] = []
        self._copies: list[str] = []
        self._ecrites: dict[str, str | bytes] = {}
        self.cache: Cache = SansCache()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        # Having this hook also makes MkDocs keep the plugin, and so the finished pages, between two builds of `serve`.
        self.atelier = Atelier(command == "serve", self.cache)

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
                     len(rapport.directory.fiches), avertissements)
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
                self._prepare(self.destination, files)
        except Refus as manque:
            raise PluginError(str(manque)) from None
        return files

    def _prepare(self, ici: Destination, files: Files) -> None:
        if ici.a_cote:
            journal.info("L'ancien site est gardé dans %s : supprimez-le quand vous voulez.", ici.a_cote)
        depliants = [f"{DOSSIER}/{nom}" for demande in a_imprimer(self.atelier.territoire) for nom in demande.fichiers]
        donnees = [f"{DONNEES}/{chemin}" for un in self.atelier.formats for chemin in un.chemins]
        copies = lot.plan(self.atelier.territoire, self.atelier.langues).chemins
        ici.preparer([*(file.dest_uri for file in files), *(livrable.chemin for livrable in self._livrables), *depliants, *donnees,
                      *copies])

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        journal.info("Pages …")
        site = Path(config.site_dir)
        if self.atelier.garder:
            return self._renouvelle(site)
        self.registre = Registre(site, self.cache)
        self._ecrit_tout(self.registre)
        if self.partie == ENTIER:
            journal.info("Site prêt : %s", site / "index.html")

    def _ecrit_tout(self, registre: Registre) -> None:
        """Write what is not there as it should be, and note what each file was made from."""
        registre.note_tel_quel((LISTE, *self._copies), b"")
        siens = self._siens()
        tiennent = par_parts(lambda part: [registre.tient(l.chemin, l.cle()) for l in part], siens)
        a_faire = [livrable for livrable, tient in zip(siens, tiennent, strict=True) if not tient]
        registre.note(registre.connus(l.chemin for l, tient in zip(siens, tiennent, strict=True) if tient))
        if len(a_faire) >= ASSEZ:
            self.atelier.compiler()
        ecrits = par_parts(lambda part: [registre.ecrit(l.chemin, l.cle(), l.contenu()) for l in part], a_faire)
        registre.note({livrable.chemin: ecrit for livrable, ecrit in zip(a_faire, ecrits, strict=True)})
        formats = [un for un in self.atelier.formats if self.partie.a(un.nom)]
        ouvertes.ecrire(self.atelier.territoire, formats, registre, self.atelier.empreintes, self.atelier.tout())
        if self.partie == ENTIER:
            lot.ecrire(lot.plan(self.atelier.territoire, self.atelier.langues), registre)
        if self.partie.premiere:
            self._avec_les_depliants(registre)
        registre.garde()

    def _siens(self) -> list[Livrable]:
        """What is made here: all, or a part of it. Pages that lead to leaflets are made where these are."""
        if self.partie == ENTIER:
            return self._livrables
        menent = {livrable.chemin for livrable in self.atelier.menent_a(a_imprimer(self.atelier.territoire), self._livrables)}
        return [livrable for livrable in self._livrables
                if (self.partie.premiere if livrable.chemin in menent else self.partie.a(livrable.chemin))]

    def _avec_les_depliants(self, registre: Registre) -> None:
        # Only now: a page that was to lead to a leaflet that could not be made is written again without it.
        ecarts = self.depliants(self.atelier.territoire, registre, self.atelier.empreintes)
        for livrable in self.atelier.sans(ecarts, self._livrables):
            depend = self.atelier.empreintes.de(livrable.cle(), ecarts)
            registre.note({livrable.chemin: registre.ecrit(livrable.chemin, depend, livrable.contenu())})

    def note(self, dit: str) -> Note:
        """What this part holds, once it is whole, and all that it was made from."""
        tout, notes = self.atelier.tout(), {nom: octets.hex() for nom, octets in self.registre.notes.items() if nom != LISTE}
        # `tout` says all of fiches; what else there is, pages say.
        pages = [(livrable.chemin, livrable.cle()) for livrable in self._livrables if "/fiches/" not in livrable.chemin]
        copies = [(nom, notes.get(nom)) for nom in self._copies]
        entrees = cle(tout, self.atelier.empreintes.de(pages, copies, [un.nom for un in self.atelier.formats]))
        # A copy without network is made of files of all parts: the last to be written, when these are together.
        return Note(self.partie, entrees.hex(), dit, notes, lot.plan(self.atelier.territoire, self.atelier.langues))

    def _renouvelle(self, site: Path) -> None:
        """Write the pages that changed since the last preview, and remove those that are no more."""
        for perdue in self._ecrites.keys() - {livrable.chemin for livrable in self._livrables}:
            del self._ecrites[perdue]
            (site / perdue).unlink(missing_ok=True)
        for livrable in self._livrables:
            contenu = livrable.contenu()
            # A file that did not change is the very same text as last time.
            if self._ecrites.get(livrable.chemin) is not contenu or not (site / livrable.chemin).exists():
                _ecrit(site / livrable.chemin, contenu)
                self._ecrites[livrable.chemin] = contenu

    def on_serve(self, server, *, config: MkDocsConfig, builder) -> object:
        server.watch(str(_racine(config)))
        journal.info("À voir sur %s — Ctrl+C pour arrêter.", server.url)
        return server


def _ecrit(fichier: Path, contenu: str | bytes) -> None:
    fichier.parent.mkdir(parents=True, exist_ok=True)
    fichier.write_bytes(contenu.encode() if isinstance(contenu, str) else contenu)


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
        ici.cache = cache or SansCache()
        config.plugins.on_startup(command="build", dirty=False)
        ici.destination, ici.depliants, ici.atelier.formats, ici.partie = ou, depliants, formats, partie
        try:
            mkdocs_build.build(config)
        finally:
            config.plugins.on_shutdown()
    return ici.note


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
