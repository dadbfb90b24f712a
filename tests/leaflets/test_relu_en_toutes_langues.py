"""In every language of the territory, paper can be read back: searched, copied and heard, and not only seen."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from tests.leaflets.toutes_langues import DE_DROITE, LANGUES

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import en_langue, enrichir
from quifaitquoi.langues import langue
from quifaitquoi.papier.depliants import composer
from quifaitquoi.papier.depliants.quand import compacte
from quifaitquoi.savoir.depliants import Demande

QUARTIER = "ile-aux-mouettes"


@pytest.fixture(scope="module")
def territoire(port_en_toutes_langues, aujourdhui):
    return enrichir(verifier(port_en_toutes_langues, aujourdhui).directory, aujourdhui)


@pytest.fixture(scope="module")
def lu(territoire, propre):
    """A function from a language to what is read back of its leaflet; each is made once."""
    deja: dict[str, str] = {}

    def lire(code: str, quartier: str = QUARTIER) -> str:
        if (code, quartier) not in deja:
            pdf = composer(territoire, Demande(quartier, "depliant", code)).pdf
            pages = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
            # At the end of a line pdfium takes a hyphen for one that parts a word.
            deja[code, quartier] = propre(" ".join(pages).replace("\ufffe\r\n", "-").replace("\ufffe", "-"))
        return deja[code, quartier]

    return lire


def _attendu(texte: str, propre, code: str) -> str:
    """As it may be read back. What keeps letters apart is seen and has no sign; pdfium turns the letters of one ligature round."""
    sans = propre(texte).replace("\u200c", "").replace("\u0647\u0654", "\u06c0")
    return re.sub("ل([اأإآ])", r"\1ل", sans) if code in DE_DROITE else sans


@pytest.mark.parametrize("code", LANGUES)
def test_names_and_telephones_are_read_back(territoire, lu, propre, code):
    vues = [vue for vue in territoire.par_quartier[QUARTIER] if vue.en_service]
    assert len(vues) >= 5
    assert [vue.fiche.nom for vue in vues if propre(vue.fiche.nom) not in lu(code)] == []
    entre = "." if code in DE_DROITE else " "
    assert entre.join(("02", "61", "91", "11", "05")) in lu(code)


@pytest.mark.parametrize("code", LANGUES)
def test_headings_are_read_back(territoire, lu, propre, code):
    d = en_langue(territoire, code).directory
    _ = langue(code).dire
    titres = [_("Légende"), _("Numéros d'urgence"), _("Dans ce dépliant")]
    titres += [d.vocabulaire.racines[r].nom for r in ("manger", "se-laver", "se-deplacer")]
    assert [titre for titre in titres if _attendu(titre, propre, code) not in lu(code)] == []


@pytest.mark.parametrize("code", LANGUES)
def test_days_and_hours_are_read_back(territoire, lu, propre, code):
    parlee = langue(code)
    horaires = [s.horaires for vue in territoire.par_quartier[QUARTIER] if vue.en_service for s in vue.services if s.horaires]
    semaines = {_attendu(compacte(h, parlee)[0], propre, code) for h in horaires}
    trouvees = [semaine for semaine in semaines if semaine in lu(code)]
    assert len(trouvees) >= 2, semaines


@pytest.mark.parametrize("code", LANGUES)
def test_no_word_is_broken_by_a_sign_that_has_no_drawing(lu, code):
    assert not re.search("[\u200c\ufffd\u064b-\u0652]", lu(code))
