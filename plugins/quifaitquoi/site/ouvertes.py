"""The files of open data. What they hold of each place is written once, and kept from one build to the next."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.annuaire.enrich.empreintes import Empreintes, commun
from quifaitquoi.base.cache import Cache, cle
from quifaitquoi.base.parallele import par_parts, un_par_un
from quifaitquoi.base.registre import Registre
from quifaitquoi.savoir.donnees import DOSSIER, Dits, Format
from quifaitquoi.savoir.publiable import publiable

Notes = dict[str, tuple[bytes, bytes]]


def ecrire(territoire: Territoire, formats: Sequence[Format], registre: Registre, empreintes: Empreintes, tout: bytes) -> None:
    """Write the files that are not there as they were made from `tout`, the digest of the whole directory."""
    tiennent = {un.nom: all(registre.tient(chemin, tout) for chemin in _chemins(un)) for un in formats}
    a_faire = [un for un in formats if not tiennent[un.nom]]
    registre.note(registre.connus(chemin for un in formats if tiennent[un.nom] for chemin in _chemins(un)))
    if a_faire:
        sort = publiable(territoire)
        # Of each place, a text for each format: squeezed, they take an eighth of the room, and of the time to hand them over.
        dits = _dits(sort, territoire, formats, registre.cache, empreintes)
        for notes in un_par_un(lambda un: _ecrit(un, sort, (lieu[formats.index(un)] for lieu in dits), registre, tout), a_faire):
            registre.note(notes)


def _dits(sort: Territoire, entier: Territoire, formats: Sequence[Format], cache: Cache,
          empreintes: Empreintes) -> list[tuple[bytes, ...]]:
    """What each format says of each place that goes out: it depends on the place, and on what anything may show."""
    vues, autour = [*sort.fiches.values()], commun(entier, empreintes)
    # A part of a site makes some of the formats only: what it kept is not what another part, or the whole, asks for.
    quoi = cle("données ouvertes", *(un.nom for un in formats), autour)
    cles = [cle(quoi, empreintes.de(entier.fiches[vue.slug])) for vue in vues]

    def faire(rangs: list[int]) -> list[tuple[bytes, ...]]:
        ecrivent = [un.un_lieu(sort) for un in formats]
        dire = lambda vue: tuple(_serre(ecrit(vue)) for ecrit in ecrivent)
        return par_parts(lambda part: [dire(vues[rang]) for rang in part], rangs)

    return cache.reprend(cles, faire, tuple[(bytes,) * len(formats)])


def _ecrit(un: Format, sort: Territoire, dits: Iterable[bytes], registre: Registre, tout: bytes) -> Notes:
    faits = un.reunir(sort, map(_desserre, dits))
    return {f"{DOSSIER}/{nom}": registre.ecrit_par_morceaux(f"{DOSSIER}/{nom}", tout, faits[nom]) for nom in un.chemins}


def _chemins(un: Format) -> list[str]:
    return [f"{DOSSIER}/{nom}" for nom in un.chemins]


def _serre(dits: Dits) -> bytes:
    return zlib.compress(json.dumps(dits, ensure_ascii=False).encode(), 1)


def _desserre(serres: bytes) -> Dits:
    return json.loads(zlib.decompress(serres))
