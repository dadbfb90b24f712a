"""Whom a text names: a withheld place is known by its name however it is written, its telephone, its site, its body."""

from __future__ import annotations

import pytest
from tests.check.refuge_retenu import RETENUE, SECRET


@pytest.mark.parametrize("nom", ["Le refuge **Horizon**", "Le Refuge *Horizon*", "Refuge&nbsp;Horizon", "Le refuge d'Horizon",
                                 "Horizon, le refuge", "Le refuge <b>Horizon</b>", r"Refuge Hori\zon"])
def test_a_name_is_known_whatever_is_written_around_its_words(ecrit, nom):
    assert [p.ligne for p in ecrit({"pages/venir.md": f"# Venir\n\n{nom} : {SECRET}\n"})] == [3]


@pytest.mark.parametrize(("nom", "connu"), [
    ("Refuge Horison", True), ("Refuge Horzion", True), ("le refuge Horizons", True), ("Refuje Horizon", True),
    ("Horizn, le refuge", True),
    ("Refuge Horaire", False), ("Refuge vers d'autres horizons", False), ("Horizon", False)])
def test_a_name_is_known_with_one_letter_wrong_in_a_word(ecrit, nom, connu):
    assert [p.ligne for p in ecrit({"pages/venir.md": f"# Venir\n\n{nom} : {SECRET}\n"})] == [3] * connu


@pytest.mark.parametrize("qui", [
    "L'Abri des oubliées", "le 02 61 91 88 88", "[leur site](https://www.abri.example.org/nous)",
    "https://abri.example.org", "<https://abri.example.org>", '<a href="https://abri.example.org">eux</a>',
    "ecoute@abri.example.org"])
def test_a_body_that_has_no_other_door_is_named_by_its_name_its_site_and_its_telephone(ecrit, qui):
    corps = ("nom: L'Abri des oubliées\ncontact:\n  telephone: 02 61 91 88 88\n  site: https://abri.example.org\n"
             "  courriel: ecoute@abri.example.org\n")
    refuge = RETENUE.replace("organisme: horizon", "organisme: abri")
    fichiers = {"organismes/abri.yml": corps, "fiches/partout/refuge-horizon.yml": refuge,
                "pages/venir.md": f"# Venir\n\n{qui}, {SECRET}\n"}
    assert [(p.fichier, p.ligne) for p in ecrit(fichiers)] == [("pages/venir.md", 3)]
    ouvert = ("nom: La Porte\norganisme: abri\ngenre: lieu\nadresse: {voie: 3 rue des Exemples, commune: Port-Exemple}\n"
              "services: [{quoi: douche}]\n")
    assert ecrit({"fiches/gare/la-porte.yml": ouvert}) == []


def test_a_page_of_a_site_that_everybody_is_on_names_nobody_else(ecrit):
    refuge = RETENUE.replace("contact:\n", "contact:\n  site: https://reseau.example/refuge-x\n")
    assert refuge != RETENUE
    for lien, lignes in (("https://reseau.example/autre", []), ("https://www.reseau.example/refuge-x/", [3])):
        assert [p.ligne for p in ecrit({"fiches/partout/refuge-horizon.yml": refuge,
                                        "pages/a.md": f"# A\n\n{lien} et {SECRET}\n"})] == lignes


@pytest.mark.parametrize("numero", ["02 61 91 09 09", "0261910909", "+33 (0)2 61 91 09 09", "02.61.91.09.09",
                                    "[nous](tel:+33261910909)", "٠٢ ٦١ ٩١ ٠٩ ٠٩"])
def test_a_telephone_that_only_a_withheld_place_has_names_it(ecrit, port_exemple, numero):
    assert [p.ligne for p in ecrit({"pages/venir.md": f"# Venir\n\nAppelez le {numero}, {SECRET}\n"})] == [3]
    fiche = "fiches/gare/halte-de-nuit.yml"
    ecrite = (port_exemple / fiche).read_text("utf-8")
    assert [p.fichier for p in ecrit({fiche: f"{ecrite}# {numero}, {SECRET}\n"})].count(fiche) == 1


def test_a_telephone_that_others_have_too_names_nobody(ecrit):
    centrale = RETENUE.replace("02 61 91 09 09", "02 61 91 19 00")  # another place has it
    assert ecrit({"fiches/partout/refuge-horizon.yml": centrale, "pages/a.md": f"# A\n\n02 61 91 19 00, {SECRET}\n"}) == []


@pytest.mark.parametrize("ajout", [
    "services:\n  - quoi: douche\n    nom: Refuge Horizon",
    "adresse_provisoire:\n  voie: 3 rue X\n  complement: Refuge Horizon\n  du: 2026-11-01",
    "tournee:\n  - lieu: Refuge Horizon\n    position: [46.3300, -3.0500]", "sources:\n  - titre: Le Refuge Horizon, notre maison"])
def test_nothing_that_has_an_address_bears_the_name_of_a_withheld_place(ecrit, ajout):
    fichier = "fiches/gare/halte-de-nuit.yml"
    ecrite = "nom: La Halte\ngenre: lieu\nadresse: {voie: 3 rue des Exemples, commune: Port-Exemple}\n"
    ecrite += "" if ajout.startswith("services") else "services: [{quoi: douche}]\n"
    assert {p.fichier for p in ecrit({fichier: f"{ecrite}{ajout}\n"})} == {fichier}


@pytest.mark.parametrize(("fichier", "texte"), [
    ("reperes.yml", "reperes:\n  refuge:\n    nom: Refuge Horizon\n    genre: autre\n    position: [46.3300, -3.0500]\n"),
    ("quartiers/zone.yml", "nom: Refuge Horizon\ncentre: [46.33, -3.05]\nrayon: 60\n")])
def test_no_landmark_and_no_zone_bears_its_name(ecrit, fichier, texte):
    assert fichier in {p.fichier for p in ecrit({fichier: texte})}


def test_that_a_name_is_of_another_place_can_be_said(ecrit, port_exemple):
    fichier, refuge = "fiches/gare/halte-de-nuit.yml", "fiches/partout/refuge-horizon.yml"
    ecrite = (port_exemple / fichier).read_text("utf-8").replace("autres_noms: [", "autres_noms: [Refuge Horizon bleu, ")
    accepte = ("accepte:\n  - regle: adresse-divulguee\n    texte: Refuge Horizon bleu\n"
               "    pourquoi: Une autre chose, qui n'a rien à voir.\n")
    assert ecrit({fichier: ecrite}) and ecrit({fichier: ecrite, refuge: RETENUE + accepte}) == []
