"""A postcode comes in as its country writes it; the zero that a workbook took away is put back in France alone."""

from __future__ import annotations

import pytest

from quifaitquoi.annuaire.model.lieu import Adresse
from quifaitquoi.echanges.entrees.notice import Notice
from quifaitquoi.echanges.entrees.valeurs import pose_adresse


@pytest.mark.parametrize(("pays", "ecrit", "attendu"), [
    ("FR", "1000", "01000"), ("FR", 1000.0, "01000"), ("FR", "67100", "67100"), ("RE", "97400", "97400"), ("BE", "1000", "1000"),
    ("BE", 1000.0, "1000"), ("CH", "1003", "1003"), ("LU", "1234", "1234"), ("DE", "77694", "77694"), ("CA", "h1w 2b5", "H1W 2B5"),
    ("CA", "h1w2b5", "H1W 2B5"), ("CA", "H1W-2B5", "H1W 2B5"), ("LU", "L-1234", "1234"), ("LU", "LU 1234", "1234"),
    ("BE", "b1000", "1000"), ("DE", "D-77694", "77694"), ("CH", "CH‑1003", "1003"), ("FR", "F-67100", "67100"),
    ("RE", "FR-97400", "97400"), ("FR", "67 100", "67100"), ("FR", "1 000", "01000"),
    ("PT", "1000-001", "1000-001"), ("NL", "1012 ab", "1012 AB")])
def test_a_postcode_comes_in_as_its_country_writes_it(pays, ecrit, attendu):
    assert Adresse.model_validate({"code_postal": pose(ecrit, pays)}, context={"pays": pays}).code_postal == attendu


@pytest.mark.parametrize(("pays", "ecrit"), [
    ("FR", "D-77694"), ("FR", "L-1234"), ("CA", "67100"), ("LU", "L-12"), ("FR", "2A000"), ("DE", "F-67100"), ("FR", "-"),
    ("FR", "1" * 50)])
def test_what_is_another_country_s_or_none_stays_as_it_is_written(pays, ecrit):
    assert pose(ecrit, pays) == ecrit


def pose(ecrit: object, pays: str) -> str:
    notice = Notice("1", [])
    pose_adresse(notice, "3 rue des Essais", "", ecrit, "Port-Exemple", pays=pays)
    return notice.valeurs["adresse"]["code_postal"]
