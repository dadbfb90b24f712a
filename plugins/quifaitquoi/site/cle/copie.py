"""A built site → the files of its copy for a stick, in one archive that opens anywhere without network.

A page a fiche would be thousands of files: one page shows any of them, out of one script a language that holds all their sheets.
"""

from __future__ import annotations

import io
import json
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from markupsafe import Markup

from quifaitquoi.base.cache import cle
from quifaitquoi.base.json import json_sans_danger
from quifaitquoi.base.navigateur import script
from quifaitquoi.base.registre import Registre
from quifaitquoi.langues import langue
from quifaitquoi.savoir.depliants import DOSSIER as DEPLIANTS
from quifaitquoi.site.cle.liens import SEULE, Liens
from quifaitquoi.site.cle.plan import Plan
from quifaitquoi.site.pages.hors_ligne.lot import PAGES
from quifaitquoi.site.pages.selection.page import DONNEES
from quifaitquoi.site.pages.trouver import ZONES

DEPART, DOSSIER = "OUVRIR.html", "annuaire"
ARCHIVE = "cle.zip"  # in the site
FICHIERS, OCTETS = 400, 30_000_000
SCRIPT = "assets/cle.js"
MORCEAUX = f"{ZONES.removesuffix('/')}.js"  # of the finder's index, all in one
FEUILLES, CARTE, PAPIER = "donnees/fiches.js", "cartes/trouver.html", f"{DEPLIANTS}/index.html"
_ACTIF = re.compile(r'(?:href|src)="((?:\.\./)*assets/[\w./-]+)"|[" ]((?:\.\./)*fond/rues-\d+\.js)\?')
_SCRIPT_A_PART = re.compile(r'\s*<script src="[^"]*/assets/depliants\.[^"]*" defer></script>')
_DONNEES = re.compile(r'(<script type="application/json" id="donnees">)(.*?)(</script>)', re.S)
# An archive keeps the hour: the same bytes each time.
_HEURE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Copie:
    """The archive, how many files and bytes it holds once it is opened, and how many leaflets of those of the site."""

    archive: bytes
    fichiers: int
    octets: int
    depliants: int
    sur: int


def ecrire(plan: Plan, registre: Registre) -> list[int]:
    """Write the archive into the site, when all the rest is there; where nothing changed it is left as it is. Gives what it weighs:
    [bytes on the wire, bytes once it is opened]."""
    depend = cle(repr(plan), *(part for note in sorted(registre.notes.items()) for part in note))
    tient = registre.tient(ARCHIVE, depend)
    registre.note(registre.connus([ARCHIVE]) if tient
                  else {ARCHIVE: registre.ecrit(ARCHIVE, depend, copie(registre.dossier, plan).archive)})
    fichier = registre.dossier / ARCHIVE
    with zipfile.ZipFile(fichier) as archive:
        return [fichier.stat().st_size, sum(un.file_size for un in archive.infolist())]


def copie(site: Path, plan: Plan) -> Copie:
    """The copy of the site that stands in `site`."""
    codes = [*plan.dits]
    feuilles = {code: sorted((site / code / DONNEES).glob("*.js")) for code in codes}
    morceaux = {code: siens for code in codes if (siens := sorted((site / code / ZONES).glob("*.js")))}
    pages = [f"{code}/{nom}" for code in codes
             for nom in (*(nom for nom in PAGES if nom != "hors-ligne/index.html"), CARTE, PAPIER) if (site / code / nom).is_file()]
    textes = {page: (site / page).read_text("utf-8") for page in pages if page.endswith(".html")} | {
        DEPART: (site / "index.html").read_text("utf-8")}
    actifs = _actifs(site, textes)
    dedans = {SCRIPT, *pages, *actifs, *(f"{code}/{FEUILLES}" for code in codes), *(f"{code}/{MORCEAUX}" for code in morceaux)}
    rassembles = chain(*feuilles.values(), *morceaux.values())
    lourds = sum(une.stat().st_size for une in (*(site / nom for nom in (*pages, *actifs)), *rassembles))
    depliants, sur = _depliants(site, plan, FICHIERS - len(dedans) - 1, OCTETS - lourds * 11 // 10)
    dedans |= set(depliants)
    liens = Liens(dedans, {(code, une.stem) for code, siennes in feuilles.items() for une in siennes}, plan.adresse)
    contenus = {
        **{chemin: (site / chemin).read_bytes() for chemin in dedans if (site / chemin).is_file()},
        **{page: _page(html, page, liens, plan.dits).encode() for page, html in textes.items() if page != DEPART},
        **{f"{code}/{FEUILLES}": "".join(_feuilles(siennes, code, liens)).encode() for code, siennes in feuilles.items()},
        **{f"{code}/{MORCEAUX}": b"".join(un.read_bytes() for un in siens) for code, siens in morceaux.items()},
    }
    contenus[SCRIPT] = script(Path(__file__).with_name("cle.js").read_text("utf-8")).encode()
    tout = {f"{DOSSIER}/{nom}": octets for nom, octets in contenus.items()}
    tout[DEPART] = _depart(textes[DEPART], liens, plan.dits).encode()
    return Copie(_archive(tout), len(tout), sum(map(len, tout.values())), len(depliants), sur)


def _actifs(site: Path, textes: Mapping[str, str]) -> set[str]:
    """The styles and scripts that pages name, the streets among them, and the pictures beside a style of the maps."""
    nommes = {posixpath.normpath(posixpath.join(posixpath.dirname(page), actif or rues))
              for page, html in textes.items() for actif, rues in _ACTIF.findall(html)}
    images = {une.relative_to(site).as_posix() for une in (site / "assets/cartes/images").glob("*.*")}
    return {nom for nom in nommes | images if (site / nom).is_file()}


def _depliants(site: Path, plan: Plan, fichiers: int, octets: int) -> tuple[list[str], int]:
    """The leaflets for which there is room, and of how many: each in all of the languages, or not at all."""
    pris, sur = [], 0
    for memes in plan.depliants:
        noms = [nom for nom in memes if (site / nom).is_file()]
        sur += len(noms)
        poids = sum((site / nom).stat().st_size for nom in noms)
        if len(noms) <= fichiers and poids <= octets:
            pris += noms
            fichiers, octets = fichiers - len(noms), octets - poids
    return pris, sur


def _page(html: str, chemin: str, liens: Liens, dits: Mapping[str, str]) -> str:
    """A page as it is in the copy: it says that it is one, and of which day."""
    code, _, nom = chemin.partition("/")
    html = liens.page(html, chemin)
    if nom == CARTE:
        return _DONNEES.sub(lambda lu: lu[1] + json_sans_danger(_carte(json.loads(lu[2]))) + lu[3], html).replace(
            "<main>", f"<p>{Markup.escape(dits[code])}</p><main>", 1)
    if nom == PAPIER:
        html = _SCRIPT_A_PART.sub("", html)
    ailleurs = Markup.escape(f"{liens.site}{code}/" if liens.site else "")
    # After the scripts that all pages have: what these look at first is as on the site.
    notre = posixpath.relpath(SCRIPT, posixpath.dirname(chemin))
    html = html.replace("</head>", f'<script src="{notre}" defer></script></head>', 1)
    return html.replace("<html ", f'<html data-copie="{ailleurs}" ', 1).replace(
        f'{DONNEES}"', f'{FEUILLES}"').replace(f"{ZONES}?", f"{MORCEAUX}?").replace(
        '<div id="contenu"', f'<p class="hors-connexion" role="status">{Markup.escape(dits[code])}</p><div id="contenu"', 1)


def _carte(donnees: dict) -> dict:
    """The map of what was found leads to the sheets, and has no streets: these are hundreds of files."""
    return {nom: valeur for nom, valeur in donnees.items() if nom != "rues"} | {"lien": f"../{SEULE}#{{slug}}"}


def _feuilles(siennes: Iterable[Path], code: str, liens: Liens) -> Iterator[str]:
    """The sheets of a language, a line each, with their links as they are in the copy."""
    for une in siennes:
        appel = json.loads(f"[{une.read_text('utf-8').strip().removeprefix('quifaitquoi.fiche(').removesuffix(');')}]")
        if html := appel[1].get("html"):
            appel[1]["html"] = liens.page(html, f"{code}/selection/index.html")
        yield f"quifaitquoi.fiche({json.dumps(appel[0])},{json.dumps(appel[1], ensure_ascii=False, separators=(',', ':'))});\n"


def _depart(html: str, liens: Liens, dits: Mapping[str, str]) -> str:
    """The page that one opens first: the languages, and what to do where a page stays empty. It asks for no script."""
    html = re.sub(r'<script[^>]*></script>|<meta http-equiv="refresh"[^>]*>', "", html)
    html = re.sub(r'(href|src)="(?=assets/)', rf'\1="{DOSSIER}/', html)
    choix = "".join(
        f'<li lang="{l.code}" dir="{l.sens}"><a href="{DOSSIER}/{code}/index.html">{Markup.escape(l.nom)}</a> '
        + (f'<a href="{DOSSIER}/{code}/{PAPIER}">PDF</a>' if f"{code}/{PAPIER}" in liens.dedans else "")
        + f"<p>{Markup.escape(dit)}</p></li>" for code, dit in dits.items() if (l := langue(code)))
    suite = ("<p>Choisissez une langue. Rien ici ne demande le réseau. Si une page reste vide, ouvrez un dépliant (PDF) : "
             "il s'imprime, et se lit sans navigateur.</p>")
    return re.sub(r'<main class="porte"[^>]*>(.*?</h1>).*?</main>',
                  lambda lu: f'<main class="porte">{lu[1]}{suite}<ul class="puces">{choix}</ul></main>', html, count=1, flags=re.S)


def _archive(contenus: Mapping[str, bytes]) -> bytes:
    ici = io.BytesIO()
    with zipfile.ZipFile(ici, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for nom, octets in sorted(contenus.items()):
            un = zipfile.ZipInfo(nom, _HEURE)
            un.compress_type, un.external_attr, un.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            archive.writestr(un, octets)
    return ici.getvalue()
