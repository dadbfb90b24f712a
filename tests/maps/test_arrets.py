"""The stops near a place: how far, which lines, which way; and nothing of a place that withholds its address."""

from __future__ import annotations

import pytest
from petit_territoire import QUARTIERS, REPERES, ici, invente, place

from quifaitquoi.langues import langue
from quifaitquoi.paroles.arrets import autres_arrets, depuis_l_arret, lignes
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.texte import en_texte

RESEAU = REPERES | {
    "halle": REPERES["halle"] | {"lignes": ["Tram A", "Tram E", "Bus 31"]},
    "quai": {"nom": "Arrêt Quai", "genre": "arret", "position": ici(300, 0), "lignes": ["Tram A"]},
    "pont": {"nom": "Arrêt Pont", "genre": "arret", "position": ici(-500, 0), "lignes": ["Tram A", "Bus 7"]},
}


def paroles(est, nord, reperes=RESEAU, code="fr", precision=None, **champs):
    territoire = invente([place("ici", est, nord, **champs)], reperes, QUARTIERS)
    vue = territoire.fiches["ici"]
    if precision:
        vue.fiche.adresse.__dict__["precision"] = precision
    return Parole(territoire.directory, langue(code)), vue


FR = paroles(0, 0)[0]


def simple(segments):
    return en_texte(FR, segments).replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def dite(parole, vue):
    return simple(depuis_l_arret(parole, vue))


@pytest.mark.parametrize(("est", "nord", "dit"), [
    (0, -250, "À 250 m de l'arrêt Halle (tram A, E ; bus 31), vers le sud"),
    (100, 100, "À 150 m de l'arrêt Halle (tram A, E ; bus 31), vers le nord-est"),
    (-90, 0, "À 90 m de l'arrêt Halle (tram A, E ; bus 31), vers l'ouest"),
    (5, 5, "Tout près de l'arrêt Halle (tram A, E ; bus 31)"),
    (1500, 800, "À 450 m de l'arrêt Dune, vers le nord"),
    (0, -1200, ""),
])
def test_the_sentence_of_the_nearest_stop(est, nord, dit):
    assert dite(*paroles(est, nord)) == dit


def test_a_stop_is_named_although_another_landmark_is_nearer():
    assert "Halle" in dite(*paroles(200, 410, {"phare": REPERES["phare"], "halle": RESEAU["halle"]}))


def test_from_a_street_it_is_about_so_far_and_from_a_neighbourhood_nothing_is_known():
    assert dite(*paroles(0, -250, precision="rue")) == (
        "À environ 250 m de l'arrêt Halle (tram A, E ; bus 31), vers le sud")
    # Nearer than the street is long, the door may be on either side.
    assert dite(*paroles(0, -120, precision="rue")) == "À environ 100 m de l'arrêt Halle (tram A, E ; bus 31)"
    assert depuis_l_arret(*paroles(0, -250, precision="quartier")) == ()
    assert autres_arrets(*paroles(0, -250, precision="quartier")) == ()


def test_of_a_withheld_address_no_stop_is_said():
    retenue = paroles(0, -250, confidentialite="adresse-non-publiee")
    assert depuis_l_arret(*retenue) == () and autres_arrets(*retenue) == ()


def test_another_stop_is_named_for_a_line_that_the_nearer_ones_do_not_have():
    assert simple(autres_arrets(*paroles(0, -50))) == "Arrêt Pont (tram A ; bus 7), à 500 m"


def test_every_language_says_it_with_the_names_as_signs_write_them():
    dits = {code: dite(*paroles(0, -250, code=code)) for code in ("en", "ar", "fr-x-falc")}
    assert dits["en"] == "250 m from the Halle stop (tram A, E; bus 31), to the south"
    assert all("Halle" in dit and "A, E" in dit and "31" in dit for dit in dits.values()) and len(set(dits.values())) == 3


def test_lines_of_a_kind_stand_together_and_a_line_with_a_name_of_its_own_keeps_it():
    assert simple(lignes(FR, ["Tram A", "Bateau de l'île", "Tram E", "Métro 2"])) == "tram A, E ; Bateau de l'île ; métro 2"
    assert simple(lignes(FR, [f"Bus {n}" for n in range(1, 11)])) == "bus 1, 2, 3, 4, 5, 6, 7, 8 …"
    assert lignes(FR, []) == ()
