"""Words in the file of a picture that nobody sees on the page, whichever way a format has of carrying them."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from quifaitquoi.annuaire.check.images import legendee, situee

PORTE = "Porte verte, 12 rue du Secret"
POSITION = '<x:xmpmeta><rdf:li exif:GPSLatitude="46,19.8N"/></x:xmpmeta>'
LEGENDE = f"<x:xmpmeta><dc:description>{PORTE}</dc:description></x:xmpmeta>"
CAPTURE = "<x:xmpmeta><exif:UserComment><rdf:Alt><rdf:li>Screenshot</rdf:li></rdf:Alt></exif:UserComment></x:xmpmeta>"


def image(format: str, **reglages) -> bytes:
    fichier = BytesIO()
    Image.radial_gradient("L").resize((40, 40)).convert("P" if format == "GIF" else "RGB").save(fichier, format, **reglages)
    return fichier.getvalue()


def png(cle: str, texte: str, zip: bool = False, itxt: bool = False) -> bytes:
    dits = PngInfo()
    (dits.add_itxt if itxt else dits.add_text)(cle, texte, zip=zip)
    return image("PNG", pnginfo=dits)


def exif(*entrees: tuple[int, str]) -> bytes:
    dit = Image.Exif()
    dit[0x010F] = "Appareil"
    for numero, texte in entrees:
        (dit.get_ifd(0x8769) if numero == 0xA430 else dit)[numero] = texte.encode("utf-16-le") if numero >> 8 == 0x9C else texte
    return image("JPEG", exif=dit)


@pytest.mark.parametrize("octets", [
    image("JPEG", comment=PORTE), image("GIF", comment=PORTE), image("JPEG", comment=f"Created with GIMP. {PORTE}"),
    *(png(cle, PORTE, zip) for cle in ("Author", "Porte", "Raw profile type iptc", "Comment") for zip in (False, True)),
    png("XML:com.adobe.xmp", LEGENDE, True, True), png("XML:com.adobe.xmp", LEGENDE, False, True),
    png("Adresse", PORTE, True, True),
    exif((0x013B, PORTE)), exif((0x8298, PORTE)), exif((0x9C9D, PORTE)), exif((0xA430, PORTE)), exif((0x010E, "12")),
    image("JPEG", xmp=LEGENDE.encode("utf-16")), image("WEBP", xmp=LEGENDE.encode()),
    *(image(format) + PORTE.encode() for format in ("JPEG", "PNG", "WEBP", "GIF")),
    b"\xff\xd8\xff\xe0\0\x04abPK" + PORTE.encode(), image("JPEG", progressive=True) + b"PK\3\4"])
def test_words_beside_the_picture_are_refused(octets):
    assert legendee(octets)


@pytest.mark.parametrize("octets", [
    png("XML:com.adobe.xmp", POSITION, True, True), image("JPEG", xmp=POSITION.encode("utf-16-be")),
    image("WEBP", xmp=POSITION.encode())])
def test_a_position_is_found_however_it_is_written(octets):
    assert situee(octets)


@pytest.mark.parametrize("octets", [
    *(image(format) for format in ("JPEG", "PNG", "WEBP", "GIF")), image("JPEG", progressive=True),
    image("JPEG", restart_marker_blocks=1), image("JPEG", comment="Created with GIMP"),
    image("JPEG", comment="CREATOR: gd-jpeg v1.0 (using IJG JPEG v80), quality = 90\n"), png("Software", "gnome-screenshot"),
    png("XML:com.adobe.xmp", CAPTURE, False, True), exif((0x010E, " " * 31)), exif((0x013B, "")),
    image("GIF", save_all=True, append_images=[Image.new("P", (40, 40))], loop=0), image("WEBP", lossless=True),
    image("JPEG") + b"\0" * 8])
def test_a_picture_that_only_shows_passes(octets):
    assert not legendee(octets) and not situee(octets)


def test_a_text_written_small_that_is_huge_is_read_in_part_only():
    petit = zlib.compress(b" " * 200_000_000, 9)
    contenu = b"Software\0\0" + petit
    partie = struct.pack(">I", len(contenu)) + b"zTXt" + contenu + struct.pack(">I", zlib.crc32(b"zTXt" + contenu))
    debut, fin = image("PNG")[:33], image("PNG")[33:]
    assert legendee(debut + partie + fin) in (True, False)


def test_more_directories_than_a_picture_has_are_not_all_read():
    assert legendee(image("JPEG")[:-2] + b"Exif\0\0II*\0" * 100_000)
