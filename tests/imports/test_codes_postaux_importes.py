"""A postcode comes in as its country writes it; the zero that a workbook took away is put back in France alone."""

from __future__ import annotations

import pytest

from quifaitquoi.annuaire.model.lieu import Adresse
from quifaitquoi.echanges.entrees.notice import Notice
from quifaitquoi.echanges.entrees.valeurs import pose_adresse


@pytest.mark.parametrize(("pays", "ecrit", "attendu"), [
    ("FR", "1000", "01000"), ("FR", 1000.0, "01000"), ("FR", "67100", "67100"), ("RE", "97400", "97400"), ("BE", "1000", "1000"),
    ("BE", 1000.0, "1000"), ("CH", "1003", "1003"), ("LU", "1234", "1234"), ("DE", "77694", "77694"), ("CA", "h1w 2b5", "H1W 2B5")])
def test_a_postcode_comes_in_as_its_country_writes_it(pays, ecrit, attendu):
    notice = Notice("1", [])
    pose_adresse(notice, "3 rue des Essais", "", ecrit, "Port-Exemple", pays=pays)
    assert Adresse.model_validate(notice.valeurs["adresse"], context={"pays": pays}).code_postal == attendu
