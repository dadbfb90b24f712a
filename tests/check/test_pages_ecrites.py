"""Hand-written pages: what the check takes, the site can show; what it does not, is told and never published."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from tests.check.fixtures import AUJOURDHUI, TERRITOIRE

from quifaitquoi.annuaire.check import pages as verification
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.check.images import legendee, situee
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.annuaire.model.pages import PRISES
from quifaitquoi.langues import langue
from quifaitquoi.site.pages.ecrites.page import Ecrite
from quifaitquoi.site.sommaire import planifier


@pytest.fixture
def territoire(tmp_path: Path) -> Path:
    racine = shutil.copytree(TERRITOIRE, tmp_path / "territoire")
    (racine / "pages").mkdir()
    (racine / "pages/mentions.md").write_text("# Mentions\n")
    return racine


def dits(racine: Path) -> list[tuple[str, str]]:
    return [(p.fichier, p.regle) for p in verifier(racine, AUJOURDHUI, racine).erreurs]


def test_links_are_refused_wherever_they_stand_and_whatever_they_lead_to(territoire, tmp_path):
    (tmp_path / "secret.md").write_text("# Secret\n")
    (tmp_path / "dossier").mkdir()
    liens = {"pages/dehors.md": tmp_path / "secret.md", "pages/dedans.md": "mentions.md", "pages/README.md": tmp_path / "secret.md",
             "pages/images": tmp_path / "dossier", "pages/aide": tmp_path / "dossier", "README.md": tmp_path / "secret.md",
             "traductions": tmp_path / "dossier", "organismes/autre.yml": "la-boussole.yml", "pages/boucle.md": "boucle.md"}
    for lien, vers in liens.items():
        (territoire / lien).symlink_to(vers)
    assert sorted(dits(territoire)) == sorted((lien, "lien") for lien in liens)


def test_a_folder_of_pages_that_is_a_link_is_refused_and_not_followed(territoire, tmp_path):
    (territoire / "pages").rename(tmp_path / "ailleurs")
    (territoire / "pages").symlink_to(tmp_path / "ailleurs")
    (tmp_path / "ailleurs/trouver.md").write_text("# Trouver\n")
    assert dits(territoire) == [("pages", "lien")]


@pytest.mark.parametrize("nom", ["pages/attente.md", "pages/images/attente.png"])
def test_a_pipe_is_refused_without_waiting_for_it(territoire, nom):
    (territoire / nom).parent.mkdir(exist_ok=True)
    os.mkfifo(territoire / nom)
    assert dits(territoire) == [(nom, "fichier")]


def test_sizes_are_bounded(territoire, monkeypatch):
    (territoire / "pages/longue.md").write_text("# Longue\n" + "mot " * 200_000)
    (territoire / "pages/images").mkdir()
    (territoire / "pages/images/grande.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(verification.IMAGE_MAX))
    assert dits(territoire) == [("pages/images/grande.png", "taille"), ("pages/longue.md", "taille")]
    monkeypatch.setattr(verification, "FICHIERS_MAX", 1)
    assert ("pages", "trop-de-fichiers") in dits(territoire)


def photo(chemin: Path, **reglages) -> None:
    chemin.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (8, 8), "white").save(chemin, **reglages)


def exif(gps: bool) -> bytes:
    dit = Image.Exif()
    dit[0x010F] = "Appareil"
    if gps:
        dit.get_ifd(0x8825).update({1: "N", 2: (46.0, 19.0, 48.0), 3: "W", 4: (3.0, 2.0, 24.0)})
    return dit.tobytes()


@pytest.mark.parametrize("fin", [".jpg", ".png", ".webp"])
def test_a_picture_that_says_where_it_was_taken_is_refused(territoire, fin):
    photo(territoire / f"pages/images/facade{fin}", exif=exif(gps=True))
    [probleme] = verifier(territoire, AUJOURDHUI, territoire).erreurs
    assert (probleme.fichier, probleme.ligne, probleme.regle) == (f"pages/images/facade{fin}", 1, "image-situee")
    assert "capture d'écran" in probleme.phrase
    photo(territoire / f"pages/images/facade{fin}", exif=exif(gps=False))
    assert dits(territoire) == []


def test_a_position_in_the_words_of_a_picture_is_refused_too(territoire):
    photo(territoire / "pages/images/facade.jpg", xmp=b'<x:xmpmeta><rdf:li exif:GPSLatitude="46,19.8N"/></x:xmpmeta>')
    assert dits(territoire) == [("pages/images/facade.jpg", "image-situee")]


@given(octets=st.binary(max_size=200))
def test_no_picture_whatever_it_holds_stops_the_check(octets):
    assert situee(b"Exif\0\0II*\0" + octets) in (True, False)
    for debut in (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF....WEBP", b"GIF89a"):
        assert legendee(debut + octets) in (True, False)


@pytest.mark.parametrize("nom", [".brouillon.md", ".DS_Store", "images/.DS_Store"])
def test_hidden_files_are_tools_own(territoire, nom):
    (territoire / "pages/images").mkdir()
    (territoire / "pages" / nom).write_bytes(b"\xff")
    assert dits(territoire) == []


def test_a_link_to_a_fiche_that_moved_or_that_is_broken_for_now_leads_somewhere(territoire):
    (territoire / "fiches/centre/cassee.yml").write_text("nom: [\n")
    fiche = territoire / "fiches/centre/maison-des-habitants.yml"
    fiche.write_text(fiche.read_text() + "anciens_slugs: [ancienne-maison]\n")
    (territoire / "pages/essai.md").write_text(
        "# Essai\n\n[une](../fiches/ancienne-maison/index.html) [autre](../fiches/cassee/index.html)\n")
    assert {fichier for fichier, _ in dits(territoire)} == {"fiches/centre/cassee.yml"}


def test_no_page_of_the_program_can_be_replaced(port_exemple, aujourdhui):
    """Whatever page is added to the site one day: its name is then taken."""
    territoire = enrichir(verifier(port_exemple, aujourdhui).directory, aujourdhui)
    faites = {feuille.chemin.partition("/")[0] for feuille in planifier(territoire, langue("fr")) if "/" in feuille.chemin}
    assert faites == PRISES


def test_the_home_page_is_made_by_the_program(territoire):
    (territoire / "pages/index.md").write_text("# Bienvenue\n")
    [probleme] = verifier(territoire, AUJOURDHUI, territoire).erreurs
    assert (probleme.fichier, probleme.ligne, probleme.colonne, probleme.regle) == ("pages/index.md", 1, 1, "page-prise")
    assert "l'accueil du site est fait d'annuaire.yml et des fiches. Donnez un autre nom" in probleme.phrase


@pytest.mark.parametrize(
    "ligne", ["Voir [le site](https://еxample.org/).", "Voir <https://еxample.org/>.", "Écrire à a@еxample.org"])
def test_an_address_with_a_letter_of_another_alphabet_is_refused(territoire, ligne):
    (territoire / "pages/essai.md").write_text(f"# Essai\n\n{ligne}\n")
    [probleme] = verifier(territoire, AUJOURDHUI, territoire).erreurs
    assert (probleme.ligne, probleme.colonne, probleme.regle) == (3, ligne.index("е") + 1, "adresse-sosie")


LIGNES = st.lists(st.text(alphabet="-*>#+:1. \t[]()`|_!<&\\ab\"", max_size=90), max_size=12).map("\n".join)


@pytest.fixture(scope="module")
def avec_une_page(tmp_path_factory) -> Path:
    racine = shutil.copytree(TERRITOIRE, tmp_path_factory.mktemp("une-page") / "territoire")
    (racine / "pages").mkdir()
    return racine


@settings(max_examples=150)
@given(texte=LIGNES)
def test_any_markdown_that_passes_is_shown(avec_une_page, texte):
    (avec_une_page / "pages/essai.md").write_text(texte)
    directory = verifier(avec_une_page, AUJOURDHUI, avec_une_page).directory
    if directory is not None:
        feuilles = planifier(enrichir(directory, AUJOURDHUI), langue("fr"), [Ecrite("essai", "fr", texte, "pages/essai.md")])
        assert next(f for f in feuilles if f.chemin == "essai/index.html").faire().contenu


def test_what_is_still_to_be_completed_is_told_at_its_line(port_exemple, tmp_path, aujourdhui):
    shutil.copytree(port_exemple, tmp_path / "ici")
    (tmp_path / "ici/pages/mentions-legales.md").write_text("# Mentions\n\nÉditeur : à compléter.\n", "utf-8")
    (probleme,) = [p for p in verifier(tmp_path / "ici", aujourdhui).problemes if p.regle == "a-completer"]
    assert (probleme.ligne, probleme.colonne, probleme.niveau) == (3, 11, "avertissement")
    assert probleme.phrase == "« à compléter » se lit sur le site : écrivez ce qui manque, puis retirez ces mots"


@pytest.mark.parametrize("xmp", [b"<dc:description>x</dc:description>", b"8BIM\x04\x04caption", b"<photoshop:Headline>x"])
def test_a_picture_with_a_caption_that_nobody_sees_is_refused(territoire, xmp):
    (territoire / "pages/images").mkdir(exist_ok=True)
    photo(territoire / "pages/images/facade.jpg", xmp=xmp)
    assert dits(territoire) == [("pages/images/facade.jpg", "image-legendee")]


@pytest.mark.parametrize(("remarque", "refusee"), [
    (b"ASCII\0\0\0La porte verte", True), (b"UNICODE\0" + "portail".encode("utf-16-le"), True),
    (b"ASCII\0\0\0" + b" " * 60 + b"\0", False), (b"ASCII\0\0\0Screenshot", False)])
def test_what_the_owner_of_a_camera_wrote_in_a_picture_is_a_caption(territoire, remarque, refusee):
    (territoire / "pages/images").mkdir(exist_ok=True)
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9286] = remarque
    Image.new("RGB", (8, 8)).save(territoire / "pages/images/facade.jpg", exif=exif)
    assert dits(territoire) == [("pages/images/facade.jpg", "image-legendee")] * refusee
