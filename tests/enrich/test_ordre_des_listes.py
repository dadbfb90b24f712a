"""In which order a list shows places: where anybody may go, then for others alone and behind closed doors, then what is not in
service."""

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.savoir.temps_de_vie import selon_le_moment


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


def test_whoever_lives_a_moment_reads_first_those_made_for_it_and_last_those_for_others_alone(port_exemple, aujourdhui):
    territoire = enrichir(verifier(port_exemple, aujourdhui).directory, aujourdhui)
    moments, vus = territoire.directory.vocabulaire.temps_de_vie, set()
    for temps in moments.values():
        for besoin in temps.besoins:
            vues = territoire.par_besoin.get(besoin, ())
            ordre = selon_le_moment(vues, temps, besoin)
            assert sorted(vue.slug for vue in ordre) == sorted(vue.slug for vue in vues), "an order takes nobody away"
            sortes = [_sorte(vue, temps, besoin) for vue in ordre if vue.en_service]
            assert sortes == sorted(sortes), (temps.slug, besoin)
            vus |= {*sortes}
    assert vus == {"1 pour ce moment", "2 pour tous", "3 pour d'autres"}

    def noms(moment, besoin):
        return [v.slug for v in selon_le_moment(territoire.par_besoin[besoin], moments[moment], besoin) if v.en_service]

    assert noms("je-ne-peux-plus-payer-mon-loyer", "trouver-un-logement")[-1] == "residence-l-escale", "it takes young people alone"
    assert noms("je-sors-d-un-placement", "trouver-un-logement")[0] == "residence-l-escale", "and is the first for them"


def _sorte(vue, temps, besoin):
    publics = [service.publics for service in vue.services if service.besoin.slug == besoin]
    leurs = [set((p and p.situations) or ()) & {*(temps.publics or ())} for p in publics]
    autrui = all(p and p.accueil == "exclusif" and p.situations and not siens for p, siens in zip(publics, leurs, strict=True))
    return "3 pour d'autres" if vue.clos or autrui else "1 pour ce moment" if any(leurs) else "2 pour tous"
