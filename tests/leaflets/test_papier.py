"""What a leaflet looks like: pages, folds, sizes, black and white, codes, signs; as any reader of PDFs sees it."""

from __future__ import annotations

import re
from math import hypot

import pypdfium2
import pytest
from quartier_invente import fiche, place, plusieurs, territoire

from quifaitquoi.langues import langue
from quifaitquoi.papier.depliants import Demande, DepliantImpossible, composer
from quifaitquoi.papier.depliants.carte import carte
from quifaitquoi.papier.depliants.ecriture import Paroles
from quifaitquoi.papier.depliants.fabrique import Fabrique
from quifaitquoi.papier.depliants.formats import FORMATS
from quifaitquoi.papier.depliants.imposition import ordre

MM = 72 / 25.4
TAILLES = {
    "affiche": (210, 297),
    "depliant": (297, 210),
    "discret": (297, 210),
    "livret": (148, 210),
    "grands-caracteres": (210, 297),
}


@pytest.fixture(scope="module", params=FORMATS)
def tous(request, port):
    return request.param, composer(port, Demande("ile-aux-mouettes", request.param, selection=True))


def test_each_format_has_its_paper(tous, lire):
    format, depliant = tous
    for page in lire(depliant.pdf).pages:
        assert tuple(round(float(x) / MM) for x in (page.mediabox.width, page.mediabox.height)) == TAILLES[format]
    assert len(lire(depliant.pdf).pages) == depliant.pages


def test_a_poster_is_also_printed_twice_as_large(port, lire):
    page = lire(composer(port, Demande("les-hauts", "affiche", papier="a3")).pdf).pages[0]
    assert (round(float(page.mediabox.width) / MM), round(float(page.mediabox.height) / MM)) == (297, 420)


def test_every_leaflet_is_accessible_and_can_be_walked_by_its_bookmarks(tous, lire, propre, port):
    _, depliant = tous
    lu = lire(depliant.pdf)
    racine = lu.trailer["/Root"]
    assert racine["/Lang"] == "fr" and racine["/MarkInfo"]["/Marked"] and b"pdfuaid:part" in racine["/Metadata"].get_data()
    signets = [propre(s.title) for s in _plat(lu.outline)]
    assert any("Café des mouettes" in s for s in signets), signets


def test_every_font_travels_with_the_leaflet(tous, lire):
    polices = [police.get_object() for page in lire(tous[1].pdf).pages for police in page["/Resources"]["/Font"].values()]
    for police in polices:
        decrite = police["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile2", "/FontFile3"} & set(decrite), police["/BaseFont"]
    assert polices and all("NotoSans" in police["/BaseFont"] for police in polices)


def _plat(signets):
    for s in signets:
        yield from _plat(s) if isinstance(s, list) else [s]


def test_pictures_that_say_something_say_it_in_words_too(tous, lire, propre):
    textes = [propre(str(x)) for x in _alternatives(lire(tous[1].pdf).trailer["/Root"]["/StructTreeRoot"])]
    assert any(t.startswith("Plan : Île-aux-Mouettes. Numéros sur le plan : 1") for t in textes)
    assert any(t.startswith("Code QR qui mène à https://port-exemple.example.org/fr/quartiers/ile-aux-mouettes/") for t in textes)


def _alternatives(noeud, profondeur=0):
    noeud = noeud.get_object()
    if "/Alt" in noeud:
        yield noeud["/Alt"]
    enfants = noeud.get("/K", [])
    for enfant in enfants if isinstance(enfants, list) else [enfants]:
        if hasattr(enfant.get_object(), "get") and profondeur < 60:
            yield from _alternatives(enfant, profondeur + 1)


def test_the_code_is_read_by_a_phone_and_leads_to_the_live_page(tous, image):
    import zxingcpp
    _, depliant = tous
    lus = [code.text for n in range(depliant.pages) for code in zxingcpp.read_barcodes(image(depliant.pdf, n, 150).convert("L"))]
    assert lus == ["https://port-exemple.example.org/fr/quartiers/ile-aux-mouettes/"]


def test_no_word_is_set_smaller_than_the_format_allows(tous, lire):
    format, depliant = tous
    tailles = set()
    for page in lire(depliant.pdf).pages:
        page.extract_text(visitor_text=lambda texte, cm, tm, police, taille: tailles.add(
            round(taille * hypot(*tm[2:4]) * hypot(*cm[2:4]), 2)) if texte.strip() else None)
    assert min(tailles) >= (18 if format == "grands-caracteres" else 8), sorted(tailles)


def test_everything_is_black_white_or_a_grey_that_a_photocopier_keeps(tous, image):
    _, depliant = tous
    for n in range(depliant.pages):
        vue = image(depliant.pdf, n, 60)
        assert all(r == g == b for _, (r, g, b) in vue.getcolors(1 << 24))
    for page in range(depliant.pages):
        for gris in _gris(depliant, page):
            assert gris == 1 or gris <= 0.4, gris


def _gris(depliant, n):
    import io

    from pypdf import PdfReader
    contenu = PdfReader(io.BytesIO(depliant.pdf)).pages[n].get_contents().get_data().decode("latin-1")
    for valeurs in re.findall(r"((?:[\d.]+ )+)(?:scn|SCN|g|G|rg|RG)\b", contenu):
        yield max(map(float, valeurs.split()))


def test_no_text_is_cut_by_the_edge_or_set_over_another(tous):
    for page in pypdfium2.PdfDocument(tous[1].pdf):
        textes, (largeur, hauteur) = page.get_textpage(), page.get_size()
        cadres = [textes.get_rect(n) for n in range(textes.count_rects())]
        for n, a in enumerate(cadres):
            assert 0 <= a[0] and a[2] <= largeur and 0 <= a[1] and a[3] <= hauteur, textes.get_text_bounded(*a)
            for b in cadres[n + 1:]:
                large, haut = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
                # Tall letters may reach into the line above.
                assert large < 1 or haut < 0.45 * min(a[3] - a[1], b[3] - b[1]), (
                    textes.get_text_bounded(*a),
                    textes.get_text_bounded(*b),
                )


@pytest.mark.parametrize("langue_", ["fr", "ar"])
@pytest.mark.parametrize("format", ["depliant", "discret"])
@pytest.mark.parametrize("quartier", ["la-saline", "ile-aux-mouettes"])
def test_nothing_stands_on_a_fold_or_in_the_margin(port, image, format, langue_, quartier):
    fabrique = Fabrique(port, Demande(quartier, format, langue_, selection=True))
    depliant = fabrique.faire()
    plis = fabrique.composition.demande("plis-dehors")[0], fabrique.composition.demande("plis-dedans")[0]
    assert [sorted(round(x) for x in p) for p in plis] == ([[97, 197], [100, 200]] if langue_ == "fr" else [[100, 200], [97, 197]])
    for n, cote in enumerate(plis):
        vue = image(depliant.pdf, n, 100).convert("L")
        px = lambda mm: round(mm / 25.4 * 100)
        for pli in cote:
            bande = vue.crop((px(pli - 4), px(6), px(pli + 4), vue.height - px(6)))
            assert bande.getextrema() == (255, 255), (n, pli)
        for bord in (
            (0, 0, vue.width, px(5)),
            (0, vue.height - px(5), vue.width, vue.height),
            (0, px(6), px(5), vue.height - px(6)),
            (vue.width - px(5), px(6), vue.width, vue.height - px(6)),
        ):
            sombres = sum(n for n, gris in vue.crop(bord).getcolors() if gris < 128)
            assert sombres < 40, bord  # the marks of the folds


def test_the_panel_that_goes_inside_is_narrower(port):
    fabrique = Fabrique(port, Demande("la-saline"))
    fabrique.faire()
    assert 97 in [round(x) for x in fabrique.composition.demande("plis-dehors")[0]]


@pytest.fixture(scope="module")
def seize():
    """The leaflet of sixteen entries, in each format."""
    return {format: composer(territoire(plusieurs(16)), Demande("quai", format)) for format in ("depliant", "livret")}


@pytest.mark.parametrize("retiree", range(0, 16, 3))
@pytest.mark.parametrize("format", ["depliant", "livret"])
def test_the_layout_holds_when_one_entry_goes(seize, texte, format, retiree):
    fiches, avant = plusieurs(16), seize[format]
    del fiches[retiree]
    apres = composer(territoire(fiches), Demande("quai", format))
    assert apres.pages == avant.pages and apres.niveau.corps >= avant.niveau.corps
    dit = texte(apres.pdf)
    assert all(f.nom in dit for f in fiches)


def test_a_leaflet_with_less_in_it_is_not_set_smaller():
    corps = [composer(territoire(plusieurs(n)), Demande("quai")).niveau.corps for n in (1, 8, 16, 24)]
    assert corps == sorted(corps, reverse=True) and corps[0] == 12 and corps[-1] >= 8


def test_a_booklet_is_a_multiple_of_four_pages_and_its_sheets_hold_them_all(port, lire):
    depliant = composer(port, Demande("la-saline", "livret"))
    assert depliant.pages % 4 == 0
    feuilles = lire(depliant.fichiers["la-saline-livret-fr-a-plier.pdf"]).pages
    assert len(feuilles) == depliant.pages // 2
    assert all((round(float(p.mediabox.width) / MM), round(float(p.mediabox.height) / MM)) == (297, 210) for p in feuilles)


def test_sheets_are_in_the_order_in_which_they_are_folded():
    assert ordre(8, False) == [(8, 1), (2, 7), (6, 3), (4, 5)]
    assert ordre(4, True) == [(1, 4), (3, 2)]


def test_each_side_of_a_sheet_shows_its_two_pages(port, image):
    depliant = composer(port, Demande("ile-aux-mouettes", "livret"))
    livret, a_plier = depliant.fichiers.values()
    cote = image(a_plier, 0, 50).convert("L")
    demi = cote.width // 2
    for page, morceau in (
        (0, cote.crop((demi, 0, cote.width, cote.height))),
        (depliant.pages - 1, cote.crop((0, 0, demi, cote.height))),
    ):
        voulu = image(livret, page, 50).convert("L").resize(morceau.size)
        ecarts = [abs(a - b) for a, b in zip(voulu.tobytes(), morceau.tobytes(), strict=True)]
        assert sum(ecarts) / len(ecarts) < 8


@pytest.mark.parametrize(
    "format, pages, dit",
    [
        ("livret", "6", "multiple de 4 : demandez par exemple 8"),
        ("depliant", "4", "a toujours 2 pages"),
        ("affiche", "4n", "a toujours 1 page"),
        ("livret", "beaucoup", "n'est pas un nombre de pages"),
    ],
)
def test_a_number_of_pages_that_cannot_be_is_refused_in_french(port, format, pages, dit):
    with pytest.raises(DepliantImpossible, match=dit):
        composer(port, Demande("gare", format, pages=pages))


def test_a_number_of_pages_is_kept_exactly(port, lire):
    assert len(lire(composer(port, Demande("la-saline", "livret", pages="8")).pdf).pages) == 8
    assert len(lire(composer(port, Demande("la-saline", "grands-caracteres", pages="4n")).pdf).pages) % 4 == 0


def test_a_discreet_leaflet_says_nothing_outside(port, lire, propre):
    depliant = composer(port, Demande("gare", "discret", selection=True))
    assert list(depliant.fichiers) == ["infos-gare-fr.pdf"]
    lu = lire(depliant.pdf)
    assert lu.metadata.title == "Infos pratiques"
    dehors, mots = [], []
    lu.pages[0].extract_text(visitor_text=lambda t, cm, tm, police, taille: (
        dehors if tm[4] * cm[0] + cm[4] > 97 * MM else mots).append(t))
    assert propre(" ".join(dehors)).strip() == "Infos pratiques"
    assert "Qui fait quoi" not in propre(" ".join(dehors + mots))


def test_the_same_demand_gives_the_same_bytes(tous, port):
    format, depliant = tous
    assert composer(port, Demande("ile-aux-mouettes", format, selection=True)).fichiers == depliant.fichiers


def test_numbers_on_the_map_never_overlap():
    serrees = [place(f"porte-{n:02}", (n % 3) * 4, (n // 3) * 4) for n in range(30)]
    t = territoire(serrees)
    points = [(str(n), f.adresse.position) for n, f in enumerate(serrees, 1)]
    dessin = carte(t, t.directory.quartiers["quai"], points, Paroles(t.directory, langue("fr")), (235, 220), 8)
    cadres = [
        tuple(map(float, c))
        for c in re.findall(r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx', dessin.svg)
    ]
    assert len(cadres) == 30
    for n, (x, y, l, h) in enumerate(cadres):
        assert 0 <= x and x + l <= 235 and 0 <= y and y + h <= 220
        assert not any(x < X + L and X < x + l and y < Y + H and Y < y + h for X, Y, L, H in cadres[n + 1:])


def test_a_place_far_outside_the_zone_is_named_as_off_the_map(texte):
    t = territoire([place("bains"), place("bout-du-monde", 8000, 0)])
    assert "Hors du plan : 2" in texte(composer(t, Demande("quai")).pdf)


def test_a_territory_without_shapes_or_positions_has_no_map_and_still_prints(texte):
    t = territoire([fiche("ligne", genre="telephone")])
    assert "Ligne" in texte(composer(t, Demande("quai")).pdf)


def test_the_arabic_leaflet_is_set_and_mirrored(port, lire):
    fabrique = Fabrique(port, Demande("les-dunes", "depliant", "ar", selection=True))
    lu = lire(fabrique.faire().pdf)
    assert lu.trailer["/Root"]["/Lang"] == "ar"
    assert [n["slug"] for g in fabrique.donnees.pour(set())["groupes"] for n in g["entrees"]]
    # The cover, first of the outside, is on the left.
    assert lu.pages[0].extract_text(visitor_text=None)


def test_an_arabic_page_looks_like_the_one_that_was_reviewed():
    # To renew it after a wanted change: tests/leaflets/apercus.py, then look at tests/leaflets/vues/depliant-ar.png.
    from apercus import VUES, arabe, page
    from PIL import Image
    voulue, vue = Image.open(VUES / "depliant-ar.png"), page(arabe(), 1, 60)
    assert vue.size == voulue.size
    ecarts = [abs(a - b) for a, b in zip(vue.tobytes(), voulue.convert("L").tobytes(), strict=True)]
    # Two words that change places move some hundred points from white to black.
    assert sum(ecart > 100 for ecart in ecarts) < 40
