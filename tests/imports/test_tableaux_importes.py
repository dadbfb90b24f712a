"""Any table comes in, by a correspondance that says which column is what."""

from __future__ import annotations

import html

import pytest
import xlsxwriter
from tests.imports.fichiers_essayes import compte, ecrit

from quifaitquoi.annuaire.read.yaml_tree import lire_yaml

TABLE = ("Nom du lieu;Type d'aide;Adresse;CP;Ville;Tél;Lundi;Lat;Lon;Prix;Code interne\n"
         "Les Paniers;Repas chaud;3 rue des Essais;99340;Port-Exemple;0261915501;9h-12h;46,3315;-3,056;5 euros;x\n"
         "Autre;machin;4 rue des Essais;99340;Port-Exemple;;;46,34;-3,05;;\n")


def test_a_table_comes_in_through_a_correspondance_that_the_command_proposes(importe, fiches, tmp_path):
    table, avant = ecrit(tmp_path, "aide alimentaire.csv", TABLE), fiches()
    sortie = importe("tableau", table).output
    assert "propose quelle colonne est quel champ" in sortie and fiches() == avant
    fichier = tmp_path / "build/import/correspondance.yml"
    proposee = lire_yaml(fichier.read_text("utf-8")).valeur
    assert proposee == {"nom": "aide-alimentaire", "titre": "D'où vient ce tableau ?", "colonnes": {
        "Nom du lieu": "nom", "Type d'aide": "besoin", "Adresse": "voie", "CP": "code_postal", "Ville": "commune",
        "Tél": "telephone", "Lundi": "lundi", "Lat": "latitude", "Lon": "longitude", "Prix": "cout", "Code interne": "ignorer"}}
    refus = importe("tableau", table, "--correspondance", fichier, code=1).output
    assert "correspondance.yml:5:8: dites d'où vient ce tableau" in refus
    fichier.write_text(fichier.read_text("utf-8").replace("D'où vient ce tableau ?", "Liste de la mairie\ndate: 2026-09\n"
                                                          "besoins:\n  machin: douche"), encoding="utf-8")
    assert compte(importe("tableau", table, "--correspondance", fichier).output) == {"lus": 2, "écrits": 2}
    lue = lire_yaml(next(texte for nom, texte in fiches().items() if nom.endswith("les-paniers.yml"))).valeur
    assert lue["adresse"]["position"] == ["46.3315", "-3.056"] and lue["horaires"] == {"lundi": "9h-12h"}
    assert lue["sources"] == [{"titre": "Liste de la mairie", "date": "2026-09"}]
    assert lue["a_confirmer"] == [{"champ": "cout", "pourquoi": "la source écrit : « 5 euros »"}]
    avant = fiches()
    assert compte(importe("tableau", table, "--correspondance", fichier).output)["inchangés"] == 2 and fiches() == avant


@pytest.mark.parametrize("texte, dit", [
    ("nom: a\ntitre: b\ncolonnes:\n  X: rue\n", "4:6: « rue » n'est pas possible ici"),
    ("nom: a\ntitre: b\ncolonnes:\n  X: voie\n", "3:1: aucune colonne n'est le « nom » du lieu"),
    ("nom: A b\ntitre: b\ncolonnes:\n  X: nom\n", "1:6: « A b » ne peut pas être un identifiant"),
    ("nom: a\ntitre: b\nbesoin: douch\ncolonnes:\n  X: nom\n", "« douch » n'est pas un besoin. Vouliez-vous dire « douche »"),
    ("nom: [\n", "1:"), ("", "correspondance.yml")])
def test_a_correspondance_with_a_fault_is_told_at_its_place(importe, tmp_path, texte, dit):
    fichier = ecrit(tmp_path, "correspondance.yml", texte)
    assert dit in importe("tableau", ecrit(tmp_path, "t.csv", TABLE), "--correspondance", fichier, code=1).output


@pytest.mark.parametrize("entiere, voie", [
    ("3 rue des Essais, 99340 Port-Exemple", "3 rue des Essais"),
    ("3 rue des Essais\n99340 Port-Exemple CEDEX 2", "3 rue des Essais"),
    ("Mairie, 1 place du 8 mai 1945 - 99340 Port-Exemple", "Mairie, 1 place du 8 mai 1945"), ("99340 Port-Exemple", None)])
def test_a_whole_address_in_one_column_is_shared_among_its_fields(importee, tmp_path, entiere, voie):
    adresse = importee("tableau", ecrit(tmp_path, "t.csv", f'nom;Adresse complète;N°\nLes Paniers;"{entiere}";12\n'), mots=(
        "--correspondance", ecrit(tmp_path, "c.yml", "nom: paniers\ntitre: Liste\nbesoin: colis-alimentaire\ncolonnes:\n"
                                                     "  nom: nom\n  Adresse complète: voie\n  N°: id\n")))["adresse"]
    assert (adresse.get("voie"), adresse["code_postal"], adresse["commune"]) == (voie, "99340", "Port-Exemple")


def test_rows_of_one_place_are_its_services_each_with_its_own_hours(importee, tmp_path):
    lue = importee("tableau", ecrit(tmp_path, "t.csv", (
        "nom;ville;aide;heures;prix;tel\nPaniers;Port-Exemple;douche;lundi 9h-12h;gratuit;0261915501\n"
        "Autre;Ailleurs;douche;lundi 8h-9h;;\nPaniers;Port-Exemple;laverie;mardi 14h-17h;gratuit;0261915502\n"
        "Paniers;Port-Exemple;laverie;mardi 14h-17h;gratuit;\n")), mots=("--correspondance", ecrit(
            tmp_path, "c.yml", "nom: paniers\ntitre: Liste\ncolonnes:\n  nom: nom\n  ville: commune\n  aide: besoin\n"
                               "  heures: horaires\n  prix: cout\n  tel: telephone\n")))
    assert lue["cout"] == "gratuit" and "horaires" not in lue
    assert lue["contact"]["telephone"] == ["02 61 91 55 01", "02 61 91 55 02"]
    assert lue["services"] == [{"quoi": "douche", "horaires": {"lundi": "9h-12h"}},
                               {"quoi": "laverie", "horaires": {"mardi": "14h-17h"}}]


def test_a_doubt_that_is_proposed_for_a_verified_fiche_is_told_in_words(importe, port, tmp_path):
    correspondance = ecrit(tmp_path, "c.yml", "nom: paniers\ntitre: Liste\nbesoin: douche\ncolonnes:\n  nom: nom\n"
                                              "  ville: commune\n  heures: horaires\n")
    table = ecrit(tmp_path, "t.csv", "nom;ville;heures\nPaniers;Port-Exemple;lundi 9h-12h\n")
    importe("tableau", table, "--correspondance", correspondance)
    fiche = next((port / "fiches").rglob("paniers.yml"))
    role = next(iter(lire_yaml((port / "annuaire.yml").read_text("utf-8")).valeur["roles"]))
    fiche.write_text(f"{fiche.read_text('utf-8')}verification:\n  le: 2026-11-01\n  par: {role}\n  comment: visite\n", "utf-8")
    table = ecrit(tmp_path, "u.csv", "nom;ville;heures\nPaniers;Port-Exemple;8h-20h\n")
    importe("tableau", table, "--correspondance", correspondance)
    dit = html.unescape((tmp_path / "build/import/tableau-a-relire.md").read_text("utf-8"))
    assert "- À confirmer : horaires : la source écrit : « 8h-20h »" in dit.replace("\u00a0", " ")


def test_two_names_under_one_number_are_not_made_one_place(importe, tmp_path):
    sortie = importe("tableau", ecrit(tmp_path, "t.csv", "N°;nom;ville\n1;Paniers;Port-Exemple\n1;Bains;Port-Exemple\n"),
                     "--correspondance", ecrit(tmp_path, "c.yml", "nom: paniers\ntitre: Liste\nbesoin: douche\ncolonnes:\n"
                                                                  "  N°: id\n  nom: nom\n  ville: commune\n")).output
    assert compte(sortie) == {"lus": 2, "écrits": 1, "refusés": 1} and "« paniers--1 » est deux fois" in sortie


def test_a_row_that_says_no_need_keeps_the_other_rows_of_its_place_with_it(importe, tmp_path):
    correspondance = ecrit(tmp_path, "c.yml", "nom: paniers\ntitre: Liste\ncolonnes:\n  nom: nom\n  ville: commune\n"
                                              "  aide: besoin\n")
    table = ecrit(tmp_path, "t.csv", "nom;ville;aide\nPaniers;Port-Exemple;douche\nPaniers;Port-Exemple;machin\n"
                                     ";Port-Exemple;douche\n")
    assert compte(importe("tableau", table, "--correspondance", correspondance).output) == {"lus": 3, "refusés": 3}
    a_corriger = tmp_path / "build/import/tableau-a-corriger.csv"
    corrige = ecrit(tmp_path, "corrige.csv", a_corriger.read_text("utf-8-sig").replace("machin", "laverie"))
    assert compte(importe("tableau", corrige, "--correspondance", correspondance).output) == {"lus": 3, "écrits": 2, "refusés": 1}


def test_a_workbook_is_a_table_too(importee, tmp_path):
    with xlsxwriter.Workbook(tmp_path / "lieux.xlsx", {"strings_to_formulas": False}) as classeur:
        page = classeur.add_worksheet("Lieux")
        page.write_row(0, 0, ["Nom", "Commune", "Code postal", "Lat", "Lon", "N°"])
        page.write_row(1, 0, ["=Les Paniers", "Port-Exemple", 99340, 46.3315, -3.056, 12])
    lue = importee("tableau", tmp_path / "lieux.xlsx", mots=("--correspondance", ecrit(
        tmp_path, "c.yml", "nom: paniers\ntitre: Liste\nbesoin: colis-alimentaire\ncolonnes:\n  Nom: nom\n  Commune: commune\n"
                           "  Code postal: code_postal\n  Lat: latitude\n  Lon: longitude\n  N°: id\n")))
    assert lue["nom"] == "=Les Paniers" and lue["identifiants"] == {"tableau": "paniers--12"}
    assert lue["services"] == [{"quoi": "colis-alimentaire"}]
