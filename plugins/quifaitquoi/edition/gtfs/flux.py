"""The tables of a GTFS feed, row by row, out of a folder or a zip. Whatever is in it, memory and time are bounded.

Python's own csv and zipfile: what reads GTFS for others brings whole data frames along, for four tables of plain text.
"""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quifaitquoi.base.refus import Refus
from quifaitquoi.base.texte import visible

ZIP_MAX, TABLE_MAX = 500_000_000, 2_000_000_000  # bytes, the second once unpacked
MEMBRES_MAX = 1_000
LIGNE_MAX = 100_000  # signs
CHAMP_MAX = 1_000  # signs that are kept of a value


class Flux:
    """`chemin` is a folder, or a zip with the tables in it or in a folder of it."""

    def __init__(self, chemin: Path) -> None:
        self._chemin = chemin
        if not chemin.is_dir() and not chemin.is_file():
            raise Refus(f"« {visible(str(chemin))} » n'existe pas : donnez le dossier ou le fichier .zip d'un réseau (GTFS)")

    def table(self, nom: str, voulues: tuple[str, ...], facultatives: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
        """The values of these columns in each row, "" where there is none. Raises Refus for a table that is not whole."""
        with self._ouvre(nom) as octets:
            lignes = csv.reader(_lignes(octets, nom), strict=True)
            try:
                entete = [colonne.strip() for colonne in next(lignes, [])]
                for colonne in voulues:
                    if colonne not in entete:
                        raise Refus(f"{nom} n'a pas de colonne « {colonne} » : ce n'est pas un réseau au format GTFS")
                rangs = [entete.index(c) if c in entete else -1 for c in (*voulues, *facultatives)]
                for ligne in lignes:
                    if ligne:
                        yield tuple(ligne[r].strip()[:CHAMP_MAX] if 0 <= r < len(ligne) else "" for r in rangs)
            except csv.Error:
                raise Refus(f"{nom}, ligne {lignes.line_num} : des guillemets sont mal fermés. Demandez ce fichier de nouveau "
                            "au réseau") from None
            except UnicodeDecodeError:
                raise Refus(f"{nom}, après la ligne {lignes.line_num} : ce texte n'est pas en UTF-8, comme GTFS le demande. "
                            "Enregistrez-le ainsi") from None
            except (zipfile.BadZipFile, zlib.error, EOFError, OSError):
                raise Refus(f"{nom} ne peut pas être lu jusqu'au bout : téléchargez le réseau de nouveau") from None

    @contextmanager
    def _ouvre(self, nom: str) -> Iterator[io.BufferedIOBase]:
        manque = Refus(f"il n'y a pas de {nom} dans « {visible(str(self._chemin))} » : ce n'est pas un réseau au format GTFS")
        if self._chemin.is_dir():
            try:
                flux = open(self._chemin / nom, "rb")
            except OSError:
                raise manque from None
            with flux:
                yield flux
            return
        try:
            if self._chemin.stat().st_size > ZIP_MAX:
                raise Refus(f"ce fichier est trop gros : {ZIP_MAX // 1_000_000} Mo au plus. Dépliez-le, et donnez le dossier")
            archive = zipfile.ZipFile(self._chemin)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            raise Refus(f"« {visible(str(self._chemin))} » n'est pas un fichier .zip entier : téléchargez-le de nouveau") from None
        with archive:
            siens = [m for m in archive.infolist()[:MEMBRES_MAX] if m.filename.split("/")[-1] == nom]
            if not siens:
                raise manque
            try:
                flux = archive.open(min(siens, key=lambda m: (len(m.filename), m.filename)))
            except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError):
                raise Refus(f"{nom} ne peut pas être lu : ce .zip est abîmé, ou demande un mot de passe") from None
            with flux:
                yield flux


def _lignes(octets: io.BufferedIOBase, nom: str) -> Iterator[str]:
    """Lines as csv asks for them. A zip may unpack to anything: neither a line nor all of them may be endless."""
    lus = 0
    texte = io.TextIOWrapper(octets, encoding="utf-8-sig", newline="")
    while ligne := texte.readline(LIGNE_MAX):
        lus += len(ligne)
        if len(ligne) == LIGNE_MAX:
            raise Refus(f"{nom} a une ligne démesurée : ce n'est pas un réseau au format GTFS")
        if lus > TABLE_MAX:
            raise Refus(f"{nom} est trop gros : {TABLE_MAX // 1_000_000} Mo au plus. Demandez un réseau plus petit")
        yield ligne
