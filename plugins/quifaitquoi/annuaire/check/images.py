"""What a picture says besides what one sees: where it was taken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from struct import error, unpack_from

GPS = 0x8825  # the entry of the Exif directory that leads to the position
ENTREES_MAX = 512
# Where the Exif part of each kind begins: JPEG's, PNG's and WebP's; and how Adobe's XMP writes the same.
EXIF = re.compile(rb"Exif\0\0(?=II\*\0|MM\0\*)|eXIf(?=II\*\0|MM\0\*)|EXIF....(?=II\*\0|MM\0\*)", re.DOTALL)
XMP = re.compile(rb"GPS(?:Latitude|Longitude)|photoshop:City|Iptc4xmpCore:Location")


def situee(octets: bytes) -> bool:
    """Whether a picture carries the position where it was taken."""
    return XMP.search(octets) is not None or any(GPS in _entrees(octets, exif.end()) for exif in EXIF.finditer(octets))


def _entrees(octets: bytes, debut: int) -> Iterator[int]:
    """The numbers of the entries of an Exif directory; none where it is cut short."""
    ordre = "<" if octets[debut:debut + 2] == b"II" else ">"
    try:
        (vers,) = unpack_from(f"{ordre}I", octets, debut + 4)
        (combien,) = unpack_from(f"{ordre}H", octets, debut + vers)
        for rang in range(min(combien, ENTREES_MAX)):
            yield unpack_from(f"{ordre}H", octets, debut + vers + 2 + 12 * rang)[0]
    except error:
        return
