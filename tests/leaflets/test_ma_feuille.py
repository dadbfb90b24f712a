"""« Ma feuille pour les jours difficiles »: one leaf to fill in by hand, with whom to call; nothing of it is ever typed or kept."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PIL import ImageChops

from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.langues import langue
from quifaitquoi.papier.depliants.ma_feuille import feuille
from quifaitquoi.paroles.jours_difficiles import RUBRIQUES
from quifaitquoi.savoir import jours_difficiles as savoir
from quifaitquoi.savoir.depliants import MA_FEUILLE, Demande, a_imprimer, mes_feuilles
from quifaitquoi.site.sommaire import planifier

EN_FRANCAIS = Demande("", MA_FEUILLE)


def choisi(port, **change):
    """Port-Exemple whose annuaire.yml asks for something else."""
    annuaire = port.directory.annuaire
    bloc = annuaire.jours_difficiles.model_copy(update=change)
    return enrichir(replace(port.directory, annuaire=annuaire.model_copy(update={"jours_difficiles": bloc})), port.aujourdhui)


def test_it_asks_its_questions_in_front_and_says_whom_to_call_behind(port, lire, propre):
    recto, verso = (propre(page.extract_text()) for page in lire(feuille(port, EN_FRANCAIS).pdf).pages)
    for rubrique in RUBRIQUES:
        assert propre(rubrique.titre) in recto and propre(rubrique.aide) in recto
    numeros = [verso.index(numero) for numero in ("3114", "Urgence médicale", "SMS au 114")]
    assert numeros == sorted(numeros)
    assert "Point d'écoute des Hauts" in verso and "41 avenue du Belvédère" in verso
    assert "115" not in verso and "Imprimé le 20 novembre 2026" in verso


@pytest.mark.parametrize("code", ["fr", "en", "ar", "fr-x-falc"])
def test_it_is_one_leaf_in_each_language_of_the_site(port, code, lire):
    faite = feuille(port, Demande("", MA_FEUILLE, code))
    assert [*faite.fichiers] == [f"ma-feuille-{code}.pdf"] and len(lire(faite.pdf).pages) == 2 and faite.aussi == ()


def test_it_is_grey_for_a_photocopier(port, image):
    for page in (0, 1):
        dessin = image(feuille(port, EN_FRANCAIS).pdf, page)
        rouge, vert, bleu = dessin.split()
        assert not ImageChops.difference(rouge, vert).getbbox() and not ImageChops.difference(vert, bleu).getbbox()


def test_places_without_room_are_counted_beside_the_address_of_the_page(port, texte):
    foule = choisi(port, besoins=tuple(port.directory.vocabulaire.besoins))
    faite = feuille(foule, EN_FRANCAIS)
    assert faite.pages == 2 and len(faite.aussi) > 10
    assert f"Et {len(faite.aussi)} autres adresses" in texte(faite.pdf)


def test_a_withheld_place_says_its_name_and_number_only(port, texte):
    dit = texte(feuille(choisi(port, besoins=("hebergement-protege",)), EN_FRANCAIS).pdf)
    refuge = port.fiches["refuge-horizon"]
    assert refuge.fiche.nom in dit
    assert re.search(rf"{refuge.fiche.nom} [\d ]+(?:Vous la gardez|Halte)", dit), dit


def test_a_number_is_not_printed_twice(port):
    assert not {urgence.fiche for urgence in savoir.numeros(port)} & {vue.slug for vue in savoir.lieux(port)}


def test_it_is_made_only_where_the_territory_says_what_to_print(port):
    assert [d.nom for d in mes_feuilles(port)] == [f"ma-feuille-{code}" for code in port.directory.annuaire.langues]
    sans = enrichir(replace(port.directory, annuaire=port.directory.annuaire.model_copy(update={"jours_difficiles": None})),
                    port.aujourdhui)
    assert not [d for d in a_imprimer(sans) if d.format == MA_FEUILLE]
    pages = {f.chemin: f for f in planifier(sans, langue("fr"))}
    assert "jours-difficiles/index.html" not in pages
    assert "jours-difficiles" not in pages["besoins/prevention-suicide/index.html"].faire().contenu


def test_its_page_leads_to_the_paper_and_nothing_can_be_typed_there(site):
    for code in ("fr", "en", "ar", "fr-x-falc"):
        page = (site / code / "jours-difficiles/index.html").read_text("utf-8")
        corps = page[page.index("<main"):page.index("</main>")]
        assert f"depliants/ma-feuille-{code}.pdf" in corps
        assert not re.search(r"<(?:input|textarea|form|select)\b|contenteditable", corps)
    assert "ressources/index.html#mon-plan-pour-tenir" in (site / "fr/jours-difficiles/index.html").read_text("utf-8")


def test_the_needs_that_were_chosen_lead_to_it(site):
    assert "jours-difficiles/" in (site / "fr/besoins/ecoute/index.html").read_text("utf-8").partition("<footer")[0]
    assert "jours-difficiles/" not in (site / "fr/besoins/douche/index.html").read_text("utf-8").partition("<footer")[0]
