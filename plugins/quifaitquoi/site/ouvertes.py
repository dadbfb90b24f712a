"""The files of open data. What they hold of each place is written once, and kept from one build to the next."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from contextlib import closing
from functools import cache as memoire

from quifaitquoi.annuaire.enrich import FicheVue, Territoire
from quifaitquoi.annuaire.enrich.empreintes import Empreintes, commun
from quifaitquoi.base.attente import Attente
from quifaitquoi.base.cache import Cache, cle
from quifaitquoi.base.parallele import par_parts, un_par_un
from quifaitquoi.base.registre import Registre
from quifaitquoi.savoir.donnees import DOSSIER, Dits, Format
from quifaitquoi.savoir.publiable import publiable

Notes = dict[str, tuple[bytes, bytes]]
Colonnes = tuple[bytes, ...]  # what a format says of a place: the first text of each of its records, squeezed, then the second …
LOT = 2_000  # places that are in memory at once, in every format


def ecrire(territoire: Territoire, formats: Sequence[Format], registre: Registre, empreintes: Empreintes, tout: bytes) -> None:
    """Write the files that are not there as they were made from `tout`, the digest of the whole directory."""
    tiennent = {un.nom: all(registre.tient(chemin, tout) for chemin in _chemins(un)) for un in formats}
    a_faire = [un for un in formats if not tiennent[un.nom]]
    registre.note(registre.connus(chemin for un in formats if tiennent[un.nom] for chemin in _chemins(un)))
    if a_faire:
        sort = publiable(territoire)
        # Beside what is made of them: there is room for that.
        with closing(Attente(registre.dossier)) as dits:
            _dits(sort, territoire, formats, registre.cache, empreintes, dits)
            lieux = {un.nom: _Lieux(dits, len(formats), rang) for rang, un in enumerate(formats)}
            for notes in un_par_un(lambda un: _ecrit(un, sort, lieux[un.nom], registre, tout), a_faire):
                registre.note(notes)


def _dits(sort: Territoire, entier: Territoire, formats: Sequence[Format], cache: Cache, empreintes: Empreintes,
          dits: Attente) -> None:
    """Put in `dits` what each format says of each place that goes out: it depends on the place, and on what anything may show."""
    vues, autour = [*sort.fiches.values()], commun(entier, empreintes)
    # A part of a site makes some of the formats only: what it kept is not what another part, or the whole, asks for.
    quoi = cle("données ouvertes", *(un.nom for un in formats), autour)
    ecrivent = [un.un_lieu(sort) for un in formats]
    for debut in range(0, len(vues), LOT):
        lot = vues[debut:debut + LOT]
        cles = [cle(quoi, empreintes.de(entier.fiches[vue.slug])) for vue in lot]

        def dire(rangs: Sequence[int], lot: Sequence[FicheVue] = lot) -> list[tuple[Colonnes, ...]]:
            return [tuple(_serre(ecrit(lot[rang])) for ecrit in ecrivent) for rang in rangs]

        faits = cache.reprend(cles, lambda rangs, dire=dire: par_parts(dire, rangs), tuple[(Colonnes,) * len(formats)])
        for du_lieu in faits:
            for colonnes in du_lieu:
                dits.ajoute(colonnes)


def _ecrit(un: Format, sort: Territoire, lieux: Sequence[Dits], registre: Registre, tout: bytes) -> Notes:
    faits = un.reunir(sort, lieux)
    return {f"{DOSSIER}/{nom}": registre.ecrit_par_morceaux(f"{DOSSIER}/{nom}", tout, faits[nom]) for nom in un.chemins}


def _chemins(un: Format) -> list[str]:
    return [f"{DOSSIER}/{nom}" for nom in un.chemins]


def _serre(dits: Dits) -> Colonnes:
    return tuple(zlib.compress(json.dumps(colonne, ensure_ascii=False).encode(), 1) for colonne in zip(*dits, strict=True))


class _Lieux(Sequence[Dits]):
    """What one of `formats` formats says of each place. The last that was asked for is at hand: its records follow one another."""

    def __init__(self, dits: Attente, formats: int, rang: int) -> None:
        self._dits, self._formats, self._rang = dits, formats, rang
        self._dernier: tuple[int, Dits] = (-1, ())

    def __len__(self) -> int:
        return len(self._dits) // self._formats

    def __getitem__(self, lieu: int) -> Dits:
        if self._dernier[0] != lieu:
            self._dernier = lieu, _Lieu(self._dits.relu(lieu * self._formats + self._rang))
        return self._dernier[1]


class _Lieu(Sequence[Sequence[str]]):
    """The records of one place. A file is made of one text of each, so only that column is unpacked."""

    def __init__(self, colonnes: Colonnes) -> None:
        self.largeur, self.colonne = len(colonnes), memoire(lambda rang: json.loads(zlib.decompress(colonnes[rang])))

    def __len__(self) -> int:
        return len(self.colonne(0)) if self.largeur else 0

    def __getitem__(self, rang: int) -> Sequence[str]:
        if rang >= len(self):
            raise IndexError(rang)
        return _Dit(self, rang)


class _Dit(Sequence[str]):
    def __init__(self, lieu: _Lieu, rang: int) -> None:
        self._lieu, self._rang = lieu, rang

    def __len__(self) -> int:
        return self._lieu.largeur

    def __getitem__(self, texte: int | slice) -> str | tuple[str, ...]:
        if isinstance(texte, slice):
            return tuple(self[un] for un in range(*texte.indices(len(self))))
        return self._lieu.colonne(texte)[self._rang]
