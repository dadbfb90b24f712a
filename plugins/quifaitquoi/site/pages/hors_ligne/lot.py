"""What a copy without network is made of, and what it truly weighs: read from the site that has just been written.

A lot is the pages that find, and the sheets of the fiches, one file a zone: a page of each fiche would weigh ten times as much.
Of a finder whose index is in pieces, those of a zone go with it.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
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
from quifaitquoi.site.pages.trouver.morceaux import fiches_par_nom, morceaux

LOT = "hors-ligne/lot.js"
FICHES = "hors-ligne/fiches/"
# Fiches of no zone: in every copy.
RESTE = "-"
PAGES = ("index.html", "trouver/index.html", "trouver/index.js", "trouver/suite.js", "trouver/arrets.js", "trouver/maintenant.js",
         "selection/index.html", "hors-ligne/index.html", "hors-ligne/fiche/index.html")
COPIE = N_("copie du {jour}, hors connexion")
_ACTIF = re.compile(r'(?:href|src)="(?:\.\./)+(assets/[\w./-]+)"')


@dataclass(frozen=True)
class Plan:
    """Which copies there are to be: the languages, each with what its copy is called, and the parts, each with whether it goes
    with every zone, its fiches and its pieces of the finder's index."""

    dits: Mapping[str, str]
    parts: Mapping[str, tuple[bool, tuple[str, ...], tuple[str, ...]]]

    @property
    def chemins(self) -> list[str]:
        """The files that `ecrire` makes."""
        return [f"{code}/{nom}" for code in self.dits for nom in (LOT, *(f"{FICHES}{part}.js" for part in self.parts))]


def zones(territoire: Territoire) -> list[Quartier]:
    """Those that a copy may be of alone: what is everybody's goes with each."""
    return [q for q in territoire.directory.quartiers.values() if q.etendue == "quartier" and territoire.par_quartier.get(q.slug)]


def dits(territoire: Territoire, langues: Iterable[Langue]) -> dict[str, str]:
    """What a copy is called in each language: that it is one, and of which day."""
    return {langue.code: langue.dire(COPIE, jour=date_longue(territoire.aujourdhui, langue.locale)) for langue in langues}


def plan(territoire: Territoire, langues: Iterable[Langue]) -> Plan:
    """The copies of a territory. Of a fiche that has another name today, the old one is not kept: nothing leads there."""
    rangs, pieces = {vue.slug: rang for rang, vue in enumerate(fiches_par_nom(territoire))}, morceaux(territoire)

    def part(commune: bool, vues: Iterable[FicheVue]) -> tuple[bool, tuple[str, ...], tuple[str, ...]]:
        slugs = tuple(vue.slug for vue in vues)
        siens = {rangs[slug] for slug in slugs}
        return commune, slugs, tuple(un.chemin for un in pieces if not siens.isdisjoint(un.rangs))

    parts = {slug: part(quartier.etendue == "partout", vues)
             for slug, quartier in territoire.directory.quartiers.items() if (vues := territoire.par_quartier.get(slug, ()))}
    reste = part(True, (vue for vue in territoire.fiches.values() if not vue.quartiers))
    return Plan(dits(territoire, langues), parts | {RESTE: reste})


def ecrire(plan: Plan, registre: Registre, cle_usb: list[int] | None = None) -> None:
    """Write the copies, when all that they are made of is there; one whose files did not change is left as it is. `cle_usb`: what
    the archive for a stick weighs, where the site has one, since the same page leads to it."""
    contenus = registre.notes
    for code, dit in plan.dits.items():
        base = _base(registre.dossier, code)
        feuilles = {part: [f"{code}/{DONNEES}{slug}.js" for slug in slugs] for part, (_, slugs, _) in plan.parts.items()}
        pieces = [f"{code}/{piece}" for piece in dict.fromkeys(une for _, _, siennes in plan.parts.values() for une in siennes)]
        depend = cle(*map(contenus.__getitem__, (*base, *pieces, *(une for siennes in feuilles.values() for une in siennes))))
        # The version is that of the copy: a phone does not renew its own because of what goes on a stick.
        version, depend = depend.hex()[:16], cle(depend, repr(cle_usb))
        for chemin, faire in _fichiers(code, dit, plan, registre.dossier, base, feuilles, version, cle_usb):
            tient = registre.tient(chemin, depend)
            registre.note(registre.connus([chemin]) if tient else {chemin: registre.ecrit(chemin, depend, faire())})


def _fichiers(code: str, dit: str, plan: Plan, dossier: Path, base: list[str], feuilles: Mapping[str, list[str]],
              version: str, cle_usb: list[int] | None) -> Iterator[tuple[str, Callable[[], str | bytes]]]:
    """(path, what makes it) of the parts, then of the lot, which weighs them."""
    for part, siennes in feuilles.items():
        yield f"{code}/{FICHES}{part}.js", lambda siennes=siennes: b"".join((dossier / une).read_bytes() for une in siennes)

    def lot() -> str:
        fichiers = {part: [f"{code}/{FICHES}{part}.js", *(f"{code}/{piece}" for piece in pieces)]
                    for part, (_, _, pieces) in plan.parts.items()}
        parts = {part: {"fichiers": fichiers[part], "commune": commune, "poids": _poids(dossier, fichiers[part])}
                 for part, (commune, _, _) in plan.parts.items()}
        valeur = {"version": version, "dit": dit, "fichiers": base, "poids": _poids(dossier, base), "parts": parts}
        valeur |= {"cle": cle_usb} if cle_usb else {}
        return f"quifaitquoi.lot({json_sans_danger(valeur)});\n"

    yield f"{code}/{LOT}", lot


def _poids(dossier: Path, fichiers: list[str]) -> list[int]:
    """[bytes on the wire, bytes kept]: a server squeezes what it sends, a browser keeps it unpacked."""
    octets = [(dossier / fichier).read_bytes() for fichier in fichiers]
    return [sum(len(gzip.compress(un, 6, mtime=0)) for un in octets), sum(map(len, octets))]


def _base(dossier: Path, code: str) -> list[str]:
    """The pages that find, and the styles and scripts that they name."""
    pages = [f"{code}/{nom}" for nom in PAGES]
    textes = [(dossier / page).read_text("utf-8") for page in pages if page.endswith(".html")]
    return [*pages, *sorted({actif for texte in textes for actif in _ACTIF.findall(texte)})]
