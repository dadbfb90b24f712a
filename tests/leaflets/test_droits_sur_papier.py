"""« À quoi ai-je droit ? » on leaflets: with those who help to ask, where there is room, and never at the cost of an address."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.langues import langue
from quifaitquoi.papier.depliants import Demande, composer
from quifaitquoi.papier.depliants.contenu import contenu
from quifaitquoi.papier.depliants.droits import du_depliant, nommes
from quifaitquoi.papier.depliants.ecriture import Paroles

TITRE = "À quoi ai-je droit ?"


def groupes(port, quartier):
    """The names of those who help → those of the rights, as a leaflet of this neighbourhood has them."""
    dits = du_depliant(port, contenu(port, Demande(quartier)), Paroles(port.directory, langue("fr")))

    def mots(segments):
        return "".join(s if isinstance(s, str) else s[1] for s in segments).replace("’", "'")
    return {mots(groupe["chez"]): [mots(droit) for droit in groupe["droits"]] for groupe in dits}


@pytest.mark.parametrize("nom, dit", [
    ("Aide juridictionnelle", "Aide juridictionnelle (AJ)"), ("იურიდიული დახმარება (AJ)", "იურიდიული დახმარება (AJ)"),
    ("AJouter une aide", "AJouter une aide (AJ)"),
])
def test_an_acronym_is_said_once_whether_the_name_has_it_or_not(port, nom, dit):
    [droit] = [droit for droit in port.directory.droits.values() if droit.sigle == "AJ"]
    paroles = Paroles(port.directory, langue("fr"))
    [segments] = nommes(paroles, [droit.model_copy(update={"nom": nom})])
    assert "".join(segments) == dit


def sans_droits(port):
    return enrichir(replace(port.directory, droits={}), port.aujourdhui)


def test_a_booklet_names_the_rights_under_those_who_help_to_ask_for_them(port, texte):
    dit = texte(composer(port, Demande("vieux-port", "livret")).pdf)
    dit = dit[dit.index(TITRE):]
    assert "Le Comptoir des droits : Aide juridictionnelle (AJ)" in dit
    assert "La Chaloupe, accueil de jour, Centre communal d'action sociale : Aide médicale de l'État (AME)" in dit
    # A right of the territory itself.
    assert "Carte Marée solidaire (CMS)" in dit


def test_a_folded_leaflet_with_little_room_has_some_of_them(port, texte):
    dit = texte(composer(port, Demande("les-dunes", "depliant")).pdf)
    assert f"{TITRE} Kiosque des saisonniers : Aide juridictionnelle (AJ)" in dit


@pytest.mark.parametrize("demande", [
    Demande("gare", "depliant"), Demande("gare", "affiche", selection=True), Demande("vieux-port", "depliant"),
    Demande("les-dunes", "depliant"), Demande("gare", "livret"), Demande("gare", "discret", besoins=("dormir",))], ids=str)
def test_they_take_the_place_of_no_address_make_nothing_smaller_and_add_no_page(port, demande):
    avec, sans = composer(port, demande), composer(sans_droits(port), demande)
    assert (avec.aussi, avec.niveau, avec.pages) == (sans.aussi, sans.niveau, sans.pages)


def test_a_full_leaflet_has_none(port, texte):
    assert TITRE not in texte(composer(port, Demande("gare", "depliant")).pdf)


def test_nobody_helps_behind_a_closed_door(port):
    """The social worker of the ward and that of the shipyard are for those inside."""
    assert any("Centre communal d'action sociale" in noms for noms in groupes(port, "vieux-port"))
    assert not any("Hôpital du Large" in noms for noms in groupes(port, "les-hauts"))
    assert not any("maison d'arrêt" in noms for noms in groupes(port, "les-dunes"))


def test_rights_that_no_place_of_the_leaflet_opens_come_last(port):
    droit = next(iter(port.directory.droits.values())).model_copy(update={
        "slug": "zz", "nom": "Le droit sans porte", "besoins": ("repas-chaud",), "ouvert_par": None, "sigle": None})
    dits = groupes(replace(port, directory=replace(port.directory, droits={**port.directory.droits, "zz": droit})), "vieux-port")
    assert len(dits) > 1 and list(dits)[-1] == "" and "Le droit sans porte" in dits[""]
