"""What people type, in the pilot's finder: whom it sends where."""

from datetime import date

from garde import PILOTE
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import enrichir
from requetes import fautes

JUSTES = 0.98


def test_what_people_type_comes_first_and_a_danger_has_its_number():
    aujourdhui = date.today()
    n, fausses, graves = fautes(enrichir(verifier(PILOTE, aujourdhui).directory, aujourdhui))
    assert n > 300
    assert not graves, "\n".join(("un numéro manque en haut, ou y est sans qu'on le demande, ou la réponse est cruelle :", *graves))
    titre = f"{len(fausses)} recherches sur {n} n'ont pas d'abord leur réponse :"
    assert len(fausses) <= n * (1 - JUSTES), "\n".join((titre, *fausses))
