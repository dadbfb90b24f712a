"""JSON, streamed: a list of records, or pages of an API. A file of a gigabyte takes no more memory than its longest record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import ijson

from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible
from quifaitquoi.echanges.entrees.lecture.enregistrement import Enregistrement

LISTES = ("items", "places", "results", "data", "structures", "services", "lieux", "elements", "contents")
SANS_FIN = 16_000_000  # bytes of one text or number: no record has that, and no memory should
EVENEMENTS_MAX, PROFONDEUR_MAX = 200_000, 60  # of one record
MORCEAU = 65_536


class _Bornee:
    """The bytes of a file, as long as something comes of them: the reader keeps an unfinished text in memory."""

    def __init__(self, flux: BinaryIO) -> None:
        self._flux, self.depuis = flux, 0
        if flux.read(3) != b"\xef\xbb\xbf":
            flux.seek(0)

    def read(self, taille: int) -> bytes:
        octets = self._flux.read(taille)
        self.depuis += len(octets)
        if self.depuis > SANS_FIN:
            raise _SansFin
        return octets


class _SansFin(Exception):
    pass


def json_(chemin: Path) -> Iterator[Enregistrement]:
    """Each record of the list that the file is, or that it holds under one of the usual names."""
    nom, rang = visible(chemin.name), 0
    try:
        with chemin.open("rb") as flux:
            for rang, (feuille, champs) in enumerate(_objets(_Bornee(flux)), 1):
                yield Enregistrement(f"{nom}, enregistrement {rang}", champs, feuille)
    except (_SansFin, RecursionError):
        raise Refus(f"{nom}, après l'enregistrement {rang} : un texte ou des blocs n'ont pas de fin") from None
    except (ijson.JSONError, UnicodeDecodeError, OverflowError, ValueError):
        raise Refus(f"{nom}, après l'enregistrement {rang} : ce n'est plus du JSON. Téléchargez ce fichier de nouveau") from None
    except OSError:
        raise Refus(f"{nom}, après l'enregistrement {rang} : le fichier ne peut pas être lu jusqu'au bout") from None
    if not rang:
        raise Refus(f"{nom} n'a aucun enregistrement : il faut une liste, ou un objet avec « {', '.join(LISTES[:4])} »…")


def _objets(flux: _Bornee) -> Iterator[tuple[str, dict]]:
    """(name of the list, record) for each object of a list.

    Not by ijson's paths: it keeps one as long as a file is deep, for each level of it.
    """
    profondeur, cle, liste, dedans, nombre, fabrique = 0, None, None, 0, 0, None
    for evenement, valeur in ijson.basic_parse(flux, use_float=True, buf_size=MORCEAU):
        flux.depuis = 0
        profondeur -= evenement in ("end_map", "end_array")
        ici = profondeur
        profondeur += evenement in ("start_map", "start_array")
        if profondeur > PROFONDEUR_MAX:
            raise _SansFin
        if fabrique is None:
            if liste is None:
                if evenement == "map_key" and ici == 1:
                    cle = valeur
                elif evenement == "start_array" and (ici == 0 or (ici == 1 and cle in LISTES)):
                    liste, dedans = cle if ici else "", ici + 1
                continue
            if evenement == "end_array":
                liste = None
                continue
            if evenement != "start_map":
                raise ValueError
            fabrique, nombre = ijson.ObjectBuilder(), 0
        nombre += 1
        if nombre > EVENEMENTS_MAX:
            raise _SansFin
        fabrique.event(evenement, valeur)
        if evenement == "end_map" and ici == dedans:
            yield liste, fabrique.value
            fabrique = None
