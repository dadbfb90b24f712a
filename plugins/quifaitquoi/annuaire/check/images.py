"""What a picture says besides what one sees: where it was taken, and what was written about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from struct import error, pack, unpack_from

from quifaitquoi.annuaire.read.morceaux import SUITE, morceaux, texte_de_png

GPS = 0x8825  # the entry of the Exif directory that leads to the position
ENTREES_MAX, DOSSIERS_MAX, EXIFS_MAX = 512, 4, 8
# Where the Exif part of each kind begins: JPEG's, PNG's and WebP's; and how Adobe's XMP writes the same.
EXIF = re.compile(rb"Exif\0\0(?=II\*\0|MM\0\*)|eXIf(?=II\*\0|MM\0\*)|EXIF....(?=II\*\0|MM\0\*)", re.DOTALL)
XMP = re.compile(rb"GPS(?:Latitude|Longitude)|photoshop:City|Iptc4xmpCore:Location")

# A description, who took it, whose it is, Windows' title, remark, author, subject and keywords, the owner of the camera.
LEGENDES = frozenset({0x010E, 0x013B, 0x8298, 0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F, 0xA430})
# The entry that leads to the directory of the camera, and in that one what its owner wrote, behind eight signs that say how.
APPAREIL, REMARQUE, REMARQUE_DEBUT = 0x8769, 0x9286, 8
# What machines write where a person may: blanks, and the remark in a screenshot of a Mac or an iPhone.
MACHINALE = re.compile(rb"[\0 ]*(?:Screenshot)?[\0 ]*")
# Captions of press agencies in a JPEG, and of Adobe's XMP.
LEGENDE = re.compile(
    rb"8BIM\x04\x04|dc:(?:description|title|subject|creator)|photoshop:(?:Headline|State)|Iptc4xmp"
    rb"|(?<!/)exif:UserComment(?!(?:[\s>=\"']|<[^>]{0,80}>){0,20}Screenshot)")
TEXTES_DE_PNG = (b"tEXt", b"zTXt", b"iTXt")
XMP_DE_PNG = b"XML:com.adobe.xmp"
NEUTRES = frozenset({b"Software", b"Creation Time", b"date:create", b"date:modify", b"date:timestamp"})
# The comment of a JPEG and of a GIF, and the text that a GIF may show after itself.
COMMENTAIRES = {b"\xff\xd8": (b"\xfe",), b"GIF8": (b"\xfe", b"\x01")}
OUTILS = re.compile(rb"(?:Created with GIMP|CREATOR: gd-jpeg [ -~]{0,80}|Lavc[\d.]+|Optimized with https://ezgif\.com/\w+)[\s\0]*")


def legendee(octets: bytes) -> bool:
    """Whether a picture carries words that nobody sees, and that may say where it was taken."""
    tout = _developpe(octets)
    exifs = _exifs(tout)
    return LEGENDE.search(tout) is not None or any(_parle(octets, *morceau) for morceau in morceaux(octets)) or (
        len(exifs) > EXIFS_MAX or any(not (LEGENDES | {REMARQUE}).isdisjoint(_entrees(tout, debut)) for debut in exifs))


def situee(octets: bytes) -> bool:
    """Whether a picture carries the position where it was taken."""
    tout = _developpe(octets)
    return XMP.search(tout) is not None or any(GPS in _entrees(tout, debut) for debut in _exifs(tout))


def _exifs(octets: bytes) -> list[int]:
    """Where its Exif parts begin; one more than a picture may have, where it has more."""
    return [exif.end() for exif in islice(EXIF.finditer(octets), EXIFS_MAX + 1)]


def _parle(octets: bytes, nom: bytes, contenu: bytes) -> bool:
    """Whether a part of the picture is there for words, or is no part of a picture."""
    if nom == SUITE:
        return contenu.strip(b"\0\r\n ") != b""
    if nom in TEXTES_DE_PNG:
        cle, texte = texte_de_png(nom, contenu)
        return cle not in (*NEUTRES, XMP_DE_PNG) and OUTILS.fullmatch(texte) is None
    return nom in next((noms for debut, noms in COMMENTAIRES.items() if octets.startswith(debut)), ()) and not (
        OUTILS.fullmatch(contenu) or MACHINALE.fullmatch(contenu))


def _developpe(octets: bytes) -> bytes:
    """The picture with what it writes smaller, or with two octets a letter, as one reads it."""
    textes = b"".join(texte_de_png(*morceau)[1] for morceau in morceaux(octets) if morceau[0] in TEXTES_DE_PNG)
    return b"\n".join((octets, textes, (octets + textes).replace(b"\0", b"")))


def _entrees(octets: bytes, debut: int) -> Iterator[int]:
    """The numbers of the entries of the Exif directories and of the camera's; none where they are cut short."""
    ordre = "<" if octets[debut:debut + 2] == b"II" else ">"
    try:
        (suivant,) = unpack_from(f"{ordre}I", octets, debut + 4)
        entrees = []
        for _ in range(DOSSIERS_MAX):
            siennes, suivant = _d_un_dossier(octets, debut + suivant, ordre)
            entrees += siennes
            if not suivant:
                break
        for numero, _, vers in [*entrees]:
            entrees += _d_un_dossier(octets, debut + vers, ordre)[0] if numero == APPAREIL else ()
    except error:
        return
    for numero, longueur, vers in entrees:
        dit = octets[debut + vers:debut + vers + longueur] if longueur > 4 else pack(f"{ordre}I", vers)[:longueur]
        # Many cameras leave a remark of blanks.
        if numero not in (LEGENDES | {REMARQUE}) or not MACHINALE.fullmatch(
                dit[REMARQUE_DEBUT:] if numero == REMARQUE else dit):
            yield numero


def _d_un_dossier(octets: bytes, ici: int, ordre: str) -> tuple[list[tuple[int, int, int]], int]:
    """Of each entry its number, how many values it has, and their place from the beginning of the Exif part; where the next
    directory is, 0 for none."""
    (combien,) = unpack_from(f"{ordre}H", octets, ici)
    entrees = [unpack_from(f"{ordre}HHII", octets, ici + 2 + 12 * rang) for rang in range(min(combien, ENTREES_MAX))]
    try:
        (suivant,) = unpack_from(f"{ordre}I", octets, ici + 2 + 12 * combien)
    except error:
        suivant = 0
    return [(numero, longueur, vers) for numero, _, longueur, vers in entrees], suivant
