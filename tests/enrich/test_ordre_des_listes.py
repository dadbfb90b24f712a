"""In which order a list shows places: where anybody may go, then behind closed doors, then what is not in service."""

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import enrichir


def test_a_place_behind_closed_doors_comes_after_those_where_anybody_may_go(port_exemple, aujourdhui):
    territoire = enrichir(verifier(port_exemple, aujourdhui).directory, aujourdhui)
    melees = 0
    for vues in territoire.par_besoin.values():
        rangs = [(not vue.en_service, vue.clos) for vue in vues]
        assert rangs == sorted(rangs)
        melees += len({rang for rang in rangs if not rang[0]}) == 2
    assert melees >= 2
    juristes = [vue.slug for vue in territoire.par_besoin["conseil-juridique"] if vue.en_service]
    assert juristes[-1] == "relais-de-la-maison-d-arret" and len(juristes) > 1
