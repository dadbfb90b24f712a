"""A directory too large for one index: the same answers from its pieces, and whole counts before any of them is here."""

from __future__ import annotations

import gzip
import json

import pytest

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import en_langue, enrichir
from quifaitquoi.langues import langue
from quifaitquoi.site.pages.trouver import chemins, index
from quifaitquoi.site.pages.trouver.colonnes import CHIFFRES
from quifaitquoi.site.pages.trouver.index import OCTETS, donnees
from quifaitquoi.site.pages.trouver.morceaux import EN_UN, fiches_par_nom, morceaux
from requetes import fautes, requetes
from trouveur_coupe import coupe
from trouveur_node import reponses


@pytest.fixture(scope="module")
def entier(port_exemple, aujourdhui):
    return enrichir(verifier(port_exemple, aujourdhui).directory, aujourdhui)


@pytest.fixture(scope="module")
def en_morceaux(port_exemple, aujourdhui):
    territoire = enrichir(verifier(port_exemple, aujourdhui).directory, aujourdhui)
    with coupe():
        assert len(morceaux(territoire)) > 10
    return territoire


def test_a_small_directory_has_one_index_and_no_piece(entier):
    assert len(entier.fiches) < EN_UN and morceaux(entier) == ()
    assert [*index(entier, langue("fr"))] == chemins(entier) == ["trouver/index.js", "trouver/suite.js", "trouver/arrets.js"]


@pytest.mark.parametrize("code", ["fr", "en", "ar", "fr-x-falc"])
def test_what_is_typed_has_the_same_answers_in_the_same_order_from_pieces(entier, en_morceaux, code):
    tapes = [requete.tape for requete in requetes() if requete.langue == code]
    une, autre = (reponses(t if code == "fr" else en_langue(t, code), code, tapes) for t in (entier, en_morceaux))
    differentes = [tape for tape, a, b in zip(tapes, une, autre, strict=True) if a != b]
    assert tapes and differentes == []


def test_what_people_type_comes_first_from_pieces_too(entier, en_morceaux):
    assert fautes(en_morceaux) == fautes(entier)


def test_each_fiche_is_in_one_piece_or_in_the_start(en_morceaux):
    vues, rangs = fiches_par_nom(en_morceaux), [rang for un in morceaux(en_morceaux) for rang in un.rangs]
    assert len(rangs) == len({*rangs}) and all(0 < len(un.rangs) <= 4 for un in morceaux(en_morceaux))
    restent = {*range(len(vues))} - {*rangs}
    assert restent and all(vues[rang].position is None and not any(q.etendue == "quartier" for q in vues[rang].quartiers)
                           for rang in restent)


def test_a_piece_is_of_one_zone(en_morceaux):
    vues = fiches_par_nom(en_morceaux)
    for un in morceaux(en_morceaux):
        assert un.nom.rpartition("-")[0] == un.zone
        assert all(un.zone in [q.slug for q in vues[rang].quartiers] for rang in un.rangs)


def test_the_box_around_a_piece_is_that_of_the_places_that_may_be_shown(en_morceaux):
    boites = donnees(en_morceaux, langue("fr"))[0]["morceaux"]["boites"]
    vues = fiches_par_nom(en_morceaux)
    for un, boite in zip(morceaux(en_morceaux), boites, strict=True):
        ici = [vues[rang] for rang in un.rangs]
        places = [place for vue in ici if not vue.retenue
                  for place in (*([vue.position] if vue.position else ()), *(arret.position for arret in vue.arrets))]
        assert (boite is None) == (not places)
        if boite:
            sud, ouest, nord, est = (bord / 1000 for bord in boite)
            assert all(sud <= lat <= nord and ouest <= lon <= est for lat, lon in places)
            assert all(min(abs(lat - bord) for lat, _ in places) <= 0.0011 for bord in (sud, nord))


def _lus(ecrits: str) -> list[int]:
    """As `nombres` of lecture.js reads them."""
    largeur, signes = int(ecrits[0]), ecrits[1:]
    n = len(signes) // largeur
    return [sum(CHIFFRES.index(signes[rang * n + i]) * len(CHIFFRES) ** (largeur - 1 - rang) for rang in range(largeur)) - 2
            for i in range(n)]


def test_counts_are_whole_before_any_piece_is_here(en_morceaux):
    """Of each need, as many fiches in service as the list of the site has."""
    premiere, _, _ = donnees(en_morceaux, langue("fr"))
    besoins = list(en_morceaux.directory.vocabulaire.besoins)
    nombres = _lus(premiere["morceaux"]["comptes"])
    colonnes = 1 + len(besoins) + len(en_morceaux.directory.vocabulaire.racines)
    vues = fiches_par_nom(en_morceaux)
    dans = [vues[rang] for un in morceaux(en_morceaux) for rang in un.rangs if vues[rang].en_service]
    assert sum(nombres[::colonnes]) == len(dans) > 20
    for place, slug in enumerate(besoins, 1):
        attendu = sum(any(s.besoin.slug == slug and (not s.service.etat or s.service.etat.en_service) for s in vue.services)
                      for vue in dans)
        assert sum(nombres[place::colonnes]) == attendu, slug


def test_the_start_and_what_may_come_are_within_what_a_phone_may_load(en_morceaux):
    fichiers = index(en_morceaux, langue("fr"))
    poids = {chemin: len(gzip.compress(texte.encode())) for chemin, texte in fichiers.items()}
    table = json.loads(fichiers["trouver/index.js"].partition(").index=")[2].partition(";\nif(")[0])["morceaux"]
    debut = sum(poids[chemin] for chemin in chemins(en_morceaux)[:3])
    assert debut < debut + table["reste"] <= OCTETS
    assert all(abs(poids[f"trouver/zones/{nom}.js"] - dit) < 60 for nom, dit in zip(table["noms"], table["poids"], strict=True))


def test_the_same_territory_gives_the_same_pieces(port_exemple, aujourdhui, en_morceaux):
    encore = enrichir(verifier(port_exemple, aujourdhui).directory, aujourdhui)
    with coupe():
        assert index(encore, langue("ar")) == index(en_morceaux, langue("ar"))
