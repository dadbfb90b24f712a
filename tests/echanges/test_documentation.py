"""docs/donnees.md says where each field goes, and what is lost, as the formats themselves do."""

import pytest
from tests.echanges.documentation import PAGE, page

from quifaitquoi.echanges.sorties import FORMATS
from quifaitquoi.savoir.donnees import Correspondance
from quifaitquoi.site.pages.fiche.donnees_liees import CORRESPONDANCE


def test_the_page_holds_the_tables_of_every_format():
    assert PAGE.read_text("utf-8") == page()


@pytest.mark.parametrize("un", [*FORMATS, CORRESPONDANCE], ids=lambda un: un.nom)
def test_each_loss_has_a_sentence(un: Correspondance):
    assert all(len(pourquoi) > 20 and pourquoi.endswith(".") for pourquoi in un.perdu.values())
