"""What is printed in Arabic can be read back: searched, copied and heard, and not only seen."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from quifaitquoi.annuaire.model import telephone
from quifaitquoi.papier.depliants import composer
from quifaitquoi.savoir.depliants import Demande

HEURES = re.compile(r"من \d+:\d\d إلى \d+:\d\d")


def _relu(pdf: bytes, propre) -> str:
    return propre(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)))


def _comme_pdfium(texte: str) -> str:
    """pdfium turns the letters of this one ligature round, whatever the font."""
    return re.sub("ل([اأإآ])", r"\1ل", texte)


@pytest.fixture(scope="module", params=["depliant", "livret", "affiche"])
def lu(request, port, propre):
    return _relu(composer(port, Demande("ile-aux-mouettes", request.param, "ar")).pdf, propre)


@pytest.mark.parametrize(
    "titre", ["الأكل", "الاغتسال", "التحدث مع شخص", "الأوراق والحقوق", "أرقام الطوارئ", "خريطة الحي", "معاني الرموز"]
)
def test_an_arabic_leaflet_reads_back_its_headings(lu, titre):
    assert _comme_pdfium(titre) in lu


def test_an_arabic_leaflet_reads_back_the_names_and_telephones_of_its_entries(lu, port, propre):
    for vue in port.par_quartier["ile-aux-mouettes"]:
        if vue.en_service:
            assert propre(vue.fiche.nom) in lu
    assert "02.61.91.08.05" in lu and "02.61.91.20.10" in lu


@pytest.mark.parametrize("quartier", ["gare", "vieux-port"])
def test_no_number_inside_an_arabic_line_comes_back_turned_round(port, propre, quartier):
    relu = _relu(composer(port, Demande(quartier, "depliant", "ar")).pdf, propre)
    numeros = {telephone.affiche(n.numero).replace("\u00a0", ".") for vue in port.par_quartier[quartier] if vue.en_service
               for n in vue.numeros}
    assert len(numeros) > 5 and [numero for numero in numeros if numero not in relu] == []


def test_an_arabic_leaflet_reads_back_its_days_and_hours(lu):
    assert "الجمعة" in lu and _comme_pdfium("الأربعاء من 9:30 إلى 11:00") in lu
    assert len(HEURES.findall(lu)) >= 5


def test_a_letter_with_its_vowel_mark_is_read_once(lu):
    # « تُطلب مساهمة مالية صغيرة », « أيضًا »: each such letter used to come back twice.
    assert "تطلب مساهمة مالية صغيرة" in lu and "أيضا" in lu
    assert not re.search("[\u064b-\u0652]", lu)


def test_an_untranslated_text_is_in_italics_in_arabic_too(port):
    """The legend says what italics mean; the Arabic font has none."""
    import io

    from pypdf import PdfReader
    page = PdfReader(io.BytesIO(composer(port, Demande("gare", "depliant", "ar")).pdf)).pages[1]
    noms = {police.get_object()["/BaseFont"].partition("+")[2] for police in page["/Resources"]["/Font"].values()}
    assert any("Italic" in nom for nom in noms) and any("Vazirmatn" in nom for nom in noms)
