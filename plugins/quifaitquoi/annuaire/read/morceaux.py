"""The parts that the file of a picture is made of: what is drawn, what is written beside it, and what comes after its end."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from struct import error, unpack_from

SUITE = b"suite"  # the name of what stands where no part of the picture can
# In what a JPEG draws, FF stands for itself before 00, and restarts before D0 to D7.
MARQUE = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
GROS = 1_000_000  # octets at most of a text that is written smaller than it is

Morceau = tuple[bytes, bytes]


def morceaux(octets: bytes) -> Iterator[Morceau]:
    """Name and content of each part, in order, as far as the file is whole. GIF's and JPEG's names are one octet."""
    lire = next((lire for debut, lire in LECTEURS.items() if octets.startswith(debut)), None)
    try:
        yield from lire(octets) if lire else ()
    except (error, IndexError):
        return


def _jpeg(octets: bytes) -> Iterator[Morceau]:
    ici = 2
    while octets[ici] == 0xFF:
        marque = octets[ici + 1:ici + 2]
        if marque == b"\xd9":
            yield SUITE, octets[ici + 2:]
            return
        if marque == b"\xff":
            ici += 1
            continue
        (longueur,) = unpack_from(">H", octets, ici + 2)
        yield marque, octets[ici + 4:ici + 2 + longueur]
        ici += 2 + longueur
        if marque == b"\xda":
            suivante = MARQUE.search(octets, ici)
            if suivante is None:
                return
            ici = suivante.start()
    yield SUITE, octets[ici:]


def _png(octets: bytes) -> Iterator[Morceau]:
    ici, nom = 8, b""
    while nom != b"IEND":
        (longueur,), nom = unpack_from(">I", octets, ici), octets[ici + 4:ici + 8]
        yield nom, octets[ici + 8:ici + 8 + longueur]
        ici += 12 + longueur
    yield SUITE, octets[ici:]


def _webp(octets: bytes) -> Iterator[Morceau]:
    fin, ici = 8 + unpack_from("<I", octets, 4)[0], 12
    while ici < fin:
        nom, (longueur,) = octets[ici:ici + 4], unpack_from("<I", octets, ici + 4)
        yield nom, octets[ici + 8:ici + 8 + longueur]
        ici += 8 + longueur + longueur % 2
    yield SUITE, octets[ici:]


def _gif(octets: bytes) -> Iterator[Morceau]:
    ici = 13 + _couleurs(octets[10])
    while (genre := octets[ici]) in b"\x21\x2c":
        nom, ici = (octets[ici + 1:ici + 2], ici + 2) if genre == 0x21 else (b",", ici + 11 + _couleurs(octets[ici + 9]))
        dits = []
        while longueur := octets[ici]:
            dits.append(octets[ici + 1:ici + 1 + longueur])
            ici += 1 + longueur
        ici += 1
        yield nom, b"".join(dits)
    yield SUITE, octets[ici + (genre == 0x3B):]


def _couleurs(drapeaux: int) -> int:
    """Octets of the table of colours that these flags announce."""
    return 6 << (drapeaux & 7) if drapeaux & 0x80 else 0


LECTEURS = {b"\xff\xd8": _jpeg, b"\x89PNG": _png, b"RIFF": _webp, b"GIF8": _gif}


def texte_de_png(nom: bytes, contenu: bytes) -> tuple[bytes, bytes]:
    """The key and the text of a part tEXt, zTXt or iTXt of a PNG, written small or not."""
    cle, _, texte = contenu.partition(b"\0")
    petit = nom == b"zTXt" or nom == b"iTXt" and texte[:1] == b"\1"
    if nom == b"iTXt":
        texte = (texte[2:].split(b"\0", 2) + [b"", b""])[2]
    elif nom == b"zTXt":
        texte = texte[1:]
    try:
        return cle, zlib.decompressobj().decompress(texte, GROS) if petit else texte
    except zlib.error:
        return cle, texte
