"""What a place costs, said once."""

import pytest

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.model.accueil import Cout
from quifaitquoi.langues import langue
from quifaitquoi.paroles.accueil import cout
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.texte import fait


@pytest.mark.parametrize(("code", "precision", "dit"), [
    ("fr", "Gratuit pour les partenaires", "Gratuit pour les partenaires"),
    ("fr", "Gratuit", "Gratuit"),
    ("fr", "Gratuitement, le premier mois", "Gratuit · Gratuitement, le premier mois"),
    ("fr", "Café compris", "Gratuit · Café compris"),
    ("fr", None, "Gratuit"),
    # Who reads no French must still read that it is free.
    ("en", "Gratuit pour les partenaires", "Free · Gratuit pour les partenaires"),
])
def test_that_it_is_free_is_not_said_twice(port_exemple, aujourdhui, code, precision, dit):
    parole = Parole(verifier(port_exemple, aujourdhui).directory, langue(code))
    assert [fait(parole, un) for un in cout(parole, Cout(tarif="gratuit", precision=precision))] == [dit]
