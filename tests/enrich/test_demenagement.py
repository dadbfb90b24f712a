"""A place that has moved for a time: every output sends people to the same door on the same day, and says until when."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.annuaire.read.fond import unites
from quifaitquoi.edition.fond.boite import boite_du_territoire
from quifaitquoi.langues import langue
from quifaitquoi.papier.depliants.ecriture import Paroles
from quifaitquoi.papier.depliants.entree import Entrees
from quifaitquoi.paroles.ou import demenagement
from quifaitquoi.paroles.parole import Parole
from quifaitquoi.paroles.texte import en_texte
from quifaitquoi.site.liens import y_aller
from quifaitquoi.site.sommaire import planifier

FR = langue("fr")
SLUG = "cafe-des-aidants"
ICI, LA_BAS = "3 place du Kiosque", "2 rue des Sauniers"
PREMIER, DERNIER = date(2026, 11, 2), date(2027, 1, 31)


def dite(directory, vue) -> str:
    parole = Parole.de_la_source(directory)
    return re.sub("[\xa0\u202f]", " ", en_texte(parole, demenagement(parole, vue)))


@pytest.mark.parametrize(("jour", "ou"), [
    (PREMIER - timedelta(1), ICI), (PREMIER, LA_BAS), (DERNIER, LA_BAS), (DERNIER + timedelta(1), ICI)])
def test_page_card_finder_map_and_leaflet_lead_to_the_address_of_the_day(directory, jour, ou):
    territoire = enrichir(directory, jour)
    vue = territoire.fiches[SLUG]
    fiche = directory.fiches[SLUG]
    assert vue.position == (fiche.adresse if ou == ICI else fiche.adresse_provisoire).position
    assert f"{vue.position[0]:.5f}" in y_aller(vue)
    feuilles = {feuille.chemin: feuille for feuille in planifier(territoire, FR)}
    page = str(feuilles[f"fiches/{SLUG}/index.html"].faire().contenu)
    assert re.search(rf"<address>\s*<span[^>]*>{ou}<", page.replace("\xa0", " "))
    vignettes = str(feuilles[f"besoins/{vue.besoins[0].slug}/index.html"].faire().contenu).replace("\xa0", " ")
    assert ou in vignettes and {ICI: LA_BAS, LA_BAS: ICI}[ou] not in vignettes
    entree = json.dumps(Entrees(Paroles(directory, FR), territoire, jour + timedelta(365)).entree(vue, vue.services, "1", []),
                        ensure_ascii=False).replace("\xa0", " ")
    assert f'"{ou}' in entree


@pytest.mark.parametrize(("jour", "dit"), [
    (date(2026, 10, 20), "Du 2 novembre 2026 au 31 janvier 2027 : 2 rue des Sauniers, Salle de la mairie annexe, Port-Exemple"),
    (date(2026, 11, 20), "Provisoirement ici, jusqu’au 31 janvier 2027 ; ensuite : 3 place du Kiosque, 99342 Port-Exemple"),
    (date(2027, 2, 1), "")])
def test_the_dates_and_the_other_address_are_said_as_long_as_they_matter(directory, jour, dit):
    vue = enrichir(directory, jour).fiches[SLUG]
    assert dite(directory, vue) == dit


def test_without_a_last_day_it_is_until_further_notice(directory):
    fiche = directory.fiches[SLUG]
    sans_fin = fiche.model_copy(update={"adresse_provisoire": fiche.adresse_provisoire.model_copy(update={"au": None})})
    vue = replace(enrichir(directory, date(2028, 1, 1)).fiches[SLUG], fiche=sans_fin)
    assert dite(directory, vue) == (
        "Provisoirement ici, jusqu’à nouvel ordre ; d’habitude : 3 place du Kiosque, 99342 Port-Exemple")


def test_streets_are_kept_around_both_addresses(directory):
    fiche = directory.fiches[SLUG]
    boite = boite_du_territoire(replace(directory, fiches={SLUG: fiche}, quartiers={}, reperes={}))
    for adresse in (fiche.adresse, fiche.adresse_provisoire):
        x, y = unites(*adresse.position)
        assert boite[0] < x < boite[2] and boite[1] < y < boite[3]
    retenue = fiche.model_copy(update={"confidentialite": "adresse-non-publiee"})
    assert boite_du_territoire(replace(directory, fiches={SLUG: retenue}, quartiers={}, reperes={})) == (
        boite_du_territoire(replace(directory, fiches={}, quartiers={}, reperes={})))
