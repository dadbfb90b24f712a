"""What a copy for a stick is to be of: what the site itself does not say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.langues import Langue
from quifaitquoi.savoir.depliants import DOSSIER, a_imprimer
from quifaitquoi.site.pages.hors_ligne.lot import dits

# Who chooses a leaflet chooses first one of these.
_D_ABORD = ("depliant", "ma-feuille", "grands-caracteres", "affiche")


@dataclass(frozen=True)
class Plan:
    """`dits`: the languages, each with what its copy is called; `adresse` of the site, "" where it has none; `depliants`: the
    files of each leaflet, one a language, those that matter most first."""

    dits: Mapping[str, str]
    adresse: str
    depliants: tuple[tuple[str, ...], ...]


def plan(territoire: Territoire, langues: Iterable[Langue]) -> Plan:
    """The copy of a territory in these languages."""
    noms = dits(territoire, langues)
    rang = {forme: n for n, forme in enumerate(_D_ABORD)}
    # Which leaflet it is, whatever its language.
    quel = lambda d: (rang.get(d.format, len(rang)), d.format, d.quartier, d.moment, d.besoins, d.papier, d.pages or "",
                      d.selection)
    voulus = sorted((d for d in a_imprimer(territoire) if d.langue in noms), key=lambda d: (quel(d), d.langue))
    memes = tuple(tuple(f"{DOSSIER}/{nom}" for d in siens for nom in d.fichiers[:1]) for _, siens in groupby(voulus, quel))
    return Plan(noms, territoire.directory.annuaire.adresse_de("") or "", memes)
