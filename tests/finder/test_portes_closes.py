"""What is inside a closed place is never read as an address where anybody may go."""

from __future__ import annotations

from resultats import les_deux

RELAIS, ECOLE = "Le Relais de la maison d’arrêt", "L’École des Vagues"


def carte(page, nom: str) -> str:
    cartes = [carte for carte in sum(les_deux(page), []) if nom in carte]
    assert len(cartes) == 1, cartes
    return cartes[0]


def test_near_a_place_a_prison_has_no_distance_no_street_and_no_way_there(trouver):
    dite = carte(trouver("besoin=conseil-juridique&pres=quartier:les-dunes"), RELAIS)
    assert "Seulement pour les personnes en prison" in dite
    assert "Y aller" not in dite and "Oyats" not in dite and " m\n" not in dite and "km" not in dite


def test_of_one_address_the_service_behind_the_door_leads_nowhere_and_the_others_do(trouver):
    ouverte = carte(trouver("besoin=cours-de-francais&pres=quartier:gare"), ECOLE)
    assert "Y aller" in ouverte and "rue des Alphabets" in ouverte
    close = carte(trouver("besoin=garde-enfants&pres=quartier:gare"), ECOLE)
    assert "Seulement pour les élèves" in close
    assert "Y aller" not in close and "rue des Alphabets" not in close
