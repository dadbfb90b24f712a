"""What a copy without network is made of, and what it truly weighs: read from the site that has just been written.

A lot is the pages that find, and the sheets of the fiches, one file a zone: a page of each fiche would weigh ten times as much.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.model.quartier import Quartier
from quifaitquoi.base.cache import cle
from quifaitquoi.base.json import json_sans_danger
from quifaitquoi.base.registre import Registre
from quifaitquoi.langues import Langue
from quifaitquoi.langues.dates import date_longue
from quifaitquoi.langues.marques import N_
from quifaitquoi.site.pages.selection.page import DONNEES

LOT = "hors-ligne/lot.js"
FICHES = "hors-ligne/fiches/"
# Fiches of no zone: in every copy.
RESTE = "-"
PAGES = ("index.html", "trouver/index.html", "trouver/index.js", "trouver/suite.js", "trouver/arrets.js", "trouver/maintenant.js",
         "selection/index.html", "hors-ligne/index.html", "hors-ligne/fiche/index.html")
COPIE = N_("copie du {jour}, hors connexion")
_ACTIF = re.compile(r'(?:href|src)="(?:\.\./)+(assets/[\w./-]+)"')


def zones(territoire: Territoire) -> list[Quartier]:
    """Those that a copy may be of alone: what is everybody's goes with each."""
    return [q for q in territoire.directory.quartiers.values() if q.etendue == "quartier" and territoire.par_quartier.get(q.slug)]


def chemins(territoire: Territoire, langues: Iterable[Langue]) -> list[str]:
    """The files that `ecrire` makes."""
    return [f"{langue.code}/{nom}" for langue in langues for nom in (LOT, *(f"{FICHES}{part}.js" for part in _parts(territoire)))]


def ecrire(territoire: Territoire, langues: Iterable[Langue], registre: Registre) -> None:
    """Write the lot of each language; one whose files did not change is left as it is."""
    for langue in langues:
        base = _base(registre.dossier, langue.code)
        contenus = {part: [f"{langue.code}/{DONNEES}{slug}.js" for slug in slugs] for part, slugs in _parts(territoire).items()}
        depend = cle(*map(registre.contenu, (*base, *(chemin for siens in contenus.values() for chemin in siens))))
        for chemin, faire in _fichiers(langue, territoire, registre.dossier, base, contenus, depend.hex()[:16]):
            tient = registre.tient(chemin, depend)
            registre.note(registre.connus([chemin]) if tient else {chemin: registre.ecrit(chemin, depend, faire())})


def _fichiers(langue: Langue, territoire: Territoire, dossier: Path, base: list[str], contenus: dict[str, list[str]],
              version: str) -> Iterator[tuple[str, Callable[[], str | bytes]]]:
    """(path, what makes it) of the parts, then of the lot, which weighs them."""
    for part, feuilles in contenus.items():
        yield f"{langue.code}/{FICHES}{part}.js", lambda siennes=feuilles: b"".join((dossier / une).read_bytes() for une in siennes)
    yield f"{langue.code}/{LOT}", partial(_lot, langue, territoire, dossier, base, [*contenus], version)


def _lot(langue: Langue, territoire: Territoire, dossier: Path, base: list[str], parts: list[str], version: str) -> str:
    communes = {RESTE, *(q.slug for q in territoire.directory.quartiers.values() if q.etendue == "partout")}
    jour = langue.dire(COPIE, jour=date_longue(territoire.aujourdhui, langue.locale))
    valeur = {
        "version": version, "dit": jour, "fichiers": base, "poids": _poids(dossier, base),
        "parts": {part: {"fichier": f"{langue.code}/{FICHES}{part}.js", "commune": part in communes,
                         "poids": _poids(dossier, [f"{langue.code}/{FICHES}{part}.js"])} for part in parts},
    }
    return f"quifaitquoi.lot({json_sans_danger(valeur)});\n"


def _poids(dossier: Path, fichiers: list[str]) -> list[int]:
    """[bytes on the wire, bytes kept]: a server squeezes what it sends, a browser keeps it unpacked."""
    octets = [(dossier / fichier).read_bytes() for fichier in fichiers]
    return [sum(len(gzip.compress(un, 6, mtime=0)) for un in octets), sum(map(len, octets))]


def _base(dossier: Path, code: str) -> list[str]:
    """The pages that find, and the styles and scripts that they name."""
    pages = [f"{code}/{nom}" for nom in PAGES]
    textes = [(dossier / page).read_text("utf-8") for page in pages if page.endswith(".html")]
    return [*pages, *sorted({actif for texte in textes for actif in _ACTIF.findall(texte)})]


def _parts(territoire: Territoire) -> dict[str, list[str]]:
    """The slugs of each part, in order. Of a fiche that has moved to another name, the old one is not kept: nothing leads there."""
    parts = {slug: [vue.slug for vue in vues] for slug in territoire.directory.quartiers
             if (vues := territoire.par_quartier.get(slug, ()))}
    reste: list[FicheVue] = [vue for vue in territoire.fiches.values() if not vue.quartiers]
    return parts | {RESTE: [vue.slug for vue in reste]}
