"""A service inside a prison, a ward, a firm: the page says for whom, and leads nobody from the street to its door."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.langues import langue
from quifaitquoi.papier.depliants.contenu import contenu
from quifaitquoi.papier.depliants.ecriture import Paroles
from quifaitquoi.papier.depliants.entree import Entrees
from quifaitquoi.savoir.chiffres.qualite import en_national
from quifaitquoi.savoir.chiffres.semaine import couvertures
from quifaitquoi.site import liens
from quifaitquoi.site.pages.cartes.donnees import lieux, sur_la_carte
from quifaitquoi.site.pages.trouver.etats import maintenant
from quifaitquoi.site.sommaire import planifier

FR = langue("fr")


@pytest.fixture(scope="module")
def territoire(port_exemple, aujourdhui):
    return enrichir(verifier(port_exemple, aujourdhui).directory, aujourdhui)


@pytest.fixture(scope="module")
def page(territoire):
    pages = {feuille.chemin: feuille for feuille in planifier(territoire, FR)}
    return lambda chemin: str(pages[chemin].faire().contenu)


def test_its_page_says_for_whom_and_has_no_way_there(page):
    dite = page("fiches/relais-de-la-maison-d-arret/index.html")
    assert "Seulement pour les personnes en prison" in dite and "On n’y entre pas de la rue" in dite
    assert "50 rue des Oyats" in dite  # families and lawyers know whose place it is
    for chemin in ("Y aller", "openstreetmap.org", "geo:", 'class="dessin"', "Bus 2, arrêt", "Passez pour demander"):
        assert chemin not in dite, chemin


def test_it_is_on_no_map_and_no_neighbourhood_is_told_by_its_position(territoire):
    vue = territoire.fiches["relais-de-la-maison-d-arret"]
    assert vue.clos and vue.position is None and not sur_la_carte(vue) and liens.y_aller(vue) is None


def test_the_list_of_a_need_that_only_a_closed_door_answers_does_not_lead_to_it(territoire):
    def ecole(besoin: str):
        return next(vue for vue in territoire.par_besoin[besoin] if vue.slug == "ecole-des-vagues")

    assert liens.y_aller(ecole("cours-de-francais")) and sur_la_carte(ecole("cours-de-francais"))
    assert liens.y_aller(ecole("garde-enfants")) is None and not sur_la_carte(ecole("garde-enfants"))


def test_the_point_of_a_house_names_only_what_the_public_finds_there(territoire):
    points = lieux([territoire.fiches["ecole-des-vagues"]], FR, False).collection
    assert points["features"] and "Garde d'enfants" not in points["besoins"]


def test_a_leaflet_prints_no_address_of_it_and_no_number_on_the_plan(territoire):
    demande = SimpleNamespace(quartier="les-dunes", besoins=("conseil-juridique",))
    choisie = next(c for c in contenu(territoire, demande).toutes if c.vue.slug == "relais-de-la-maison-d-arret")
    assert choisie.positions == ()
    jour = territoire.aujourdhui
    ecrite = str(Entrees(Paroles(territoire.directory, FR), territoire, jour + timedelta(365)).entree(
        choisie.vue, choisie.services, "", []))
    assert "Oyats" not in ecrite and "Seulement pour les personnes en prison" in ecrite


def test_what_is_open_to_everybody_elsewhere_is_not_said_of_a_service_inside(territoire):
    services = {s.nom: s for s in territoire.fiches["hopital-du-large-urgences"].services}
    assert services["L'assistante sociale des malades"].publics.accueil is None
    assert services["Médecin de garde"].publics.accueil == "inconditionnel"


@pytest.mark.parametrize(("slug", "rang", "modes"), [
    ("les-amarres-asile", 3, ("a-distance", "en-presentiel")), ("les-amarres-asile", 1, ("en-presentiel",)),
    ("numero-115", 1, ("a-distance",))])
def test_the_national_schema_is_told_where_a_service_takes_place_not_what_its_house_is(territoire, slug, rang, modes):
    vue = territoire.fiches[slug]
    assert en_national(territoire, vue, vue.services[rang - 1])["modes_accueil"] == modes


def test_what_is_open_inside_is_not_open_in_the_week_of_the_town(territoire):
    lundi = territoire.aujourdhui + timedelta(-territoire.aujourdhui.weekday() % 7)
    hopital = [territoire.fiches["hopital-du-large-urgences"]]
    couvertures_ = couvertures(territoire, hopital, lundi)
    assert couvertures_["papiers-et-droits"].services == 0 and couvertures_["se-soigner"].services == 1


def test_the_home_page_proposes_no_bed_behind_a_closed_door(port_exemple, aujourdhui, tmp_path):
    copie = Path(shutil.copytree(port_exemple, tmp_path / "t"))
    douche = copie / "fiches/les-dunes/relais-de-la-maison-d-arret.yml"
    douche.write_text(douche.read_text("utf-8").replace("  - quoi: conseil-juridique\n", "  - quoi: douche\n"), "utf-8")
    avec = enrichir(verifier(copie, aujourdhui).directory, aujourdhui)
    dit = maintenant(avec, FR)
    assert "bains-du-port" in dit and "relais-de-la-maison-d-arret" not in dit


def test_a_house_of_which_every_service_is_inside_is_closed_and_one_with_an_open_door_is_not(territoire):
    assert not territoire.fiches["foyer-des-gens-de-mer"].clos
