"""What a picture says besides what one sees: where it was taken, and what was written about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from struct import error, unpack_from

GPS = 0x8825  # the entry of the Exif directory that leads to the position
ENTREES_MAX = 512
# Where the Exif part of each kind begins: JPEG's, PNG's and WebP's; and how Adobe's XMP writes the same.
EXIF = re.compile(rb"Exif\0\0(?=II\*\0|MM\0\*)|eXIf(?=II\*\0|MM\0\*)|EXIF....(?=II\*\0|MM\0\*)", re.DOTALL)
XMP = re.compile(rb"GPS(?:Latitude|Longitude)|photoshop:City|Iptc4xmpCore:Location")

# A description, Windows' title, remark, subject and keywords.
LEGENDES = frozenset({0x010E, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F})
# The entry that leads to the directory of the camera, and in that one what its owner wrote, behind eight signs that say how.
APPAREIL, REMARQUE, REMARQUE_DEBUT = 0x8769, 0x9286, 8
# Captions of press agencies in a JPEG, of Adobe's XMP, and the texts of a PNG.
LEGENDE = re.compile(
    rb"8BIM\x04\x04|dc:(?:description|title|subject)|photoshop:(?:Headline|State)|Iptc4xmp|exif:UserComment"
    rb"|(?:tEXt|zTXt|iTXt)(?:Description|Comment|Title|Location|Source)\0")


def legendee(octets: bytes) -> bool:
    """Whether a picture carries words that nobody sees, and that may say where it was taken."""
    return LEGENDE.search(octets) is not None or any(
        not (LEGENDES | {REMARQUE}).isdisjoint(_entrees(octets, exif.end())) for exif in EXIF.finditer(octets))


def situee(octets: bytes) -> bool:
    """Whether a picture carries the position where it was taken."""
    return XMP.search(octets) is not None or any(GPS in _entrees(octets, exif.end()) for exif in EXIF.finditer(octets))


def _entrees(octets: bytes, debut: int) -> Iterator[int]:
    """The numbers of the entries of an Exif directory and of the camera's; none where they are cut short."""
    ordre = "<" if octets[debut:debut + 2] == b"II" else ">"
    try:
        (premier,) = unpack_from(f"{ordre}I", octets, debut + 4)
        entrees = [*_d_un_dossier(octets, debut + premier, ordre)]
        entrees += [sienne for numero, _, vers in entrees if numero == APPAREIL
                    for sienne in _d_un_dossier(octets, debut + vers, ordre)]
    except error:
        return
    for numero, longueur, vers in entrees:
        # Many cameras leave a remark of blanks.
        if numero != REMARQUE or octets[debut + vers:debut + vers + longueur][REMARQUE_DEBUT:].strip(b"\0 "):
            yield numero


def _d_un_dossier(octets: bytes, ici: int, ordre: str) -> Iterator[tuple[int, int, int]]:
    """Of each entry its number, how many values it has, and their place from the beginning of the Exif part."""
    (combien,) = unpack_from(f"{ordre}H", octets, ici)
    for rang in range(min(combien, ENTREES_MAX)):
        numero, _, longueur, vers = unpack_from(f"{ordre}HHII", octets, ici + 2 + 12 * rang)
        yield numero, longueur, vers
