"""`quifaitquoi verify`: the answer is in the file, nothing else has moved, and what is refused leaves no trace."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.commands import main

APPEL = ("--comment", "telephone", "--par", "equipe-gare")


@pytest.fixture
def port(port_exemple, tmp_path):
    shutil.copytree(port_exemple, tmp_path / "pe")
    return tmp_path / "pe"


def lance(*arguments):
    return CliRunner().invoke(main, ["verify", *map(str, arguments)], env={"SOURCE_DATE_EPOCH": "1795132800"})


def fichier(port: Path, slug: str) -> Path:
    return next(port.glob(f"fiches/*/{slug}.yml"))


def lignes_changees(avant: str, apres: str) -> tuple[list[str], list[str]]:
    a, b = avant.splitlines(), apres.splitlines()
    return [x for x in a if x not in b], [x for x in b if x not in a]


def test_a_call_is_recorded_and_told(port):
    fiche = fichier(port, "la-roue-libre")
    avant = fiche.read_text()
    fait = lance("la-roue-libre", "--dans", port, *APPEL)
    assert fait.exit_code == 0
    assert lignes_changees(avant, fiche.read_text()) == (
        ["  le: 2026-05-22", "  comment: visite"], ["  le: 2026-11-20", "  comment: telephone"])
    assert "  verification.le : 2026-05-22 → 2026-11-20\n  verification.comment : visite → telephone\n" in fait.output
    assert "À revérifier après le" in fait.output


def test_a_first_verification_comes_before_the_sources(port):
    fiche = fichier(port, "laverie-des-voyageurs")
    avant = fiche.read_text()
    assert lance(fiche, *APPEL, "--le", "2026-11-18").exit_code == 0
    assert fiche.read_text() == avant.replace(
        "sources:\n", "verification:\n  le: 2026-11-18\n  comment: telephone\n  par: equipe-gare\nsources:\n")


def test_corrections_of_every_kind_go_where_they_belong(port):
    fiche = fichier(port, "centre-social-les-embruns")
    avant = fiche.read_text()
    fait = lance(
        "centre-social-les-embruns", "--dans", port, "--comment", "visite", "--par", "equipe-saline", "--change",
        "horaires.Lundi=14h-17h", "--change", "horaires.samedi=10h-12h", "--change", "acces.rendez_vous=conseille",
        "--change", "langues.parlees=[fr, ar, so]", "--change", "services[2].horaires.mercredi=14h-16h", "--change",
        "contact.telephone=02 61 91 05 01", "--change", "accessibilite.boucle_magnetique=", "--change",
        "services[2].cout.precision=sauf les photocopies",
    )
    assert fait.exit_code == 0, fait.output
    retires, ajoutes = lignes_changees(avant, fiche.read_text())
    assert retires == [
        "  lundi: 14h-18h",
        "  parlees: [fr, ar, tr, pt, en]",
        "  rendez_vous: sans",
        '  telephone: "02 61 91 05 00"',
        "  boucle_magnetique: en-partie",
        "      mercredi: 14h-17h",
        "  le: 2026-10-20",
    ]
    assert ajoutes == ["  lundi: 14h-17h", "  samedi: 10h-12h", "  parlees: [fr, ar, so]", "  rendez_vous: conseille",
                       '  telephone: "02 61 91 05 01"', "      mercredi: 14h-16h", "    cout:", "      tarif: gratuit",
                       "      precision: sauf les photocopies", "  le: 2026-11-20"]
    texte = fiche.read_text()
    assert texte.index("samedi: 10h-12h") < texte.index("jours fériés: fermé"), "weekdays stand before public holidays"
    assert "  horaires.lundi : 14h-18h → 14h-17h\n" in fait.output
    assert "  accessibilite.boucle_magnetique : en-partie → non renseigné\n" in fait.output
    assert "  services[2].horaires.mercredi : 14h-17h → 14h-16h\n" in fait.output


def test_comments_blank_lines_and_the_layout_survive(port):
    fiche = fichier(port, "la-roue-libre")
    texte = fiche.read_text().replace("contact:", "\n# Le numéro de l'atelier\ncontact:   # standard").replace("\n", "\r\n")
    fiche.write_bytes(b"\xef\xbb\xbf" + texte.encode())
    assert lance(fiche, *APPEL, "--change", "contact.telephone=02 61 91 06 11").exit_code == 0
    assert fiche.read_bytes().decode("utf-8-sig") == texte.replace("02 61 91 06 10", "02 61 91 06 11").replace(
        "le: 2026-05-22", "le: 2026-11-20").replace("comment: visite", "comment: telephone")
    assert fiche.read_bytes().startswith(b"\xef\xbb\xbf")


def test_the_same_answer_twice_changes_nothing(port):
    lance("la-roue-libre", "--dans", port, *APPEL)
    avant = fichier(port, "la-roue-libre").read_bytes()
    fait = lance("la-roue-libre", "--dans", port, *APPEL)
    assert fait.exit_code == 0 and "Rien à changer : tout était déjà écrit." in fait.output
    assert fichier(port, "la-roue-libre").read_bytes() == avant


def test_an_answer_is_typed_as_people_say_it(port):
    fiche = fichier(port, "la-roue-libre")
    fiche.write_text(fiche.read_text() + "sources:\n  - titre: affiche\n    date: 2025\n")
    changes = ["langues.parlees=français, arabe et turc", "services[1].quoi=Vélo", "horaires=du lundi au vendredi de 9h à 12h",
               "etat.statut=suspendu", "etat.jusqu_au=le 24/12/2026", "sources[1].date=octobre 2026"]
    fait = lance("la-roue-libre", "--dans", port, *APPEL, "--le", "18 nov. 2026",
                 *(mot for change in changes for mot in ("--change", change)))
    assert fait.exit_code == 0, fait.output
    dite = lire_yaml(fiche.read_text()).valeur
    assert dite["verification"]["le"] == "2026-11-18" and dite["langues"]["parlees"] == ["fr", "ar", "tr"]
    assert (dite["services"][0]["quoi"], dite["horaires"]) == ("velo", {"du lundi au vendredi": "9h-12h"})
    assert (dite["etat"]["jusqu_au"], dite["sources"][0]["date"]) == ("2026-12-24", "2026-10")


def test_a_doubt_goes_only_when_asked(port):
    fiche = fichier(port, "la-roue-libre")
    fiche.write_text(fiche.read_text() + "a_confirmer:\n  - champ: contact.telephone\n    pourquoi: deux numéros\n"
                     "  - champ: horaires\n    pourquoi: page ancienne\n")
    fait = lance("la-roue-libre", "--dans", port, *APPEL, "--change", "contact.telephone=02 61 91 06 11", "--confirme", "horaires")
    assert fait.exit_code == 0
    assert "  « horaires » n'est plus à confirmer\n" in fait.output
    assert "« contact.telephone » reste à confirmer. Si la réponse est sûre, ajoutez --confirme contact.telephone" in fait.output
    assert "page ancienne" not in fiche.read_text() and "deux numéros" in fiche.read_text()
    assert lance("la-roue-libre", "--dans", port, *APPEL, "--confirme", "contact.telephone").exit_code == 0
    assert "a_confirmer" not in fiche.read_text()
    fait = lance("la-roue-libre", "--dans", port, *APPEL, "--confirme", "horaires")
    assert "« horaires » n'était pas à confirmer." in fait.output


@pytest.mark.parametrize(
    "arguments, phrase",
    [
        (["la-roue-lbre", *APPEL], "/pe. Vouliez-vous dire « la-roue-libre » ?"),
        (["zzz", *APPEL], "« quifaitquoi stale » dit leurs noms."),
        (["absente.yml", *APPEL], "« absente.yml » n'existe pas"),
        (["{port}/annuaire.yml", *APPEL], "n'est pas une fiche : une fiche est un fichier fiches/<quartier>/<nom>.yml"),
        (["la-roue-libre", "--par", "equipe-gare"], "Dites comment : --comment telephone, visite ou la-structure-elle-meme"),
        (["la-roue-libre", "--comment", "telefone", "--par", "equipe-gare"], "Vouliez-vous dire « telephone » ?"),
        (["la-roue-libre", "--comment", "telephone"], "Dites quel rôle a demandé : --par coordination"),
        (
            ["la-roue-libre", "--comment", "telephone", "--par", "equipe-gar"],
            "Vouliez-vous dire « equipe-gare » (Équipe de la Gare) ?",
        ),
        (["la-roue-libre", *APPEL, "--le", "2026-11-21"], "2026-11-21 n'est pas encore passé (aujourd'hui : 2026-11-20)"),
        (
            ["la-roue-libre", *APPEL, "--le", "mardi dernier"],
            "--le : « mardi dernier » n'est pas une date : il faut le jour, le mois et l'année. Exemple : 24 décembre 2026",
        ),
        (["la-roue-libre", *APPEL, "--le", "2025-01-01"], "cette fiche a été vérifiée depuis, le 2026-05-22"),
        (
            ["la-roue-libre", *APPEL, "--change", "horaire.lundi=9h"],
            "« horaire » n'est pas un champ connu. Vouliez-vous dire « horaires » ?",
        ),
        (["la-roue-libre", *APPEL, "--change", "telephone=1"], "Vouliez-vous dire « contact.telephone » ?"),
        (["la-roue-libre", *APPEL, "--change", "adresse.rue=1"], "Vouliez-vous dire « adresse.voie » ?"),
        (["la-roue-libre", *APPEL, "--change", "acces.xyzw=1"], "Champs possibles : porte, oriente_par, ou, ouvert_a, par"),
        (["la-roue-libre", *APPEL, "--change", "nom.court=1"], "« nom » n'a pas de sous-champ : écrivez --change nom=…"),
        (["la-roue-libre", *APPEL, "--change", "services.horaires=1"], "« services » est une liste : dites lequel"),
        (["la-roue-libre", *APPEL, "--change", "contact[1].site=1"], "« contact » n'est pas une liste : enlevez les crochets"),
        (["la-roue-libre", *APPEL, "--change", "services[0].nom=1"], "les éléments d'une liste se comptent à partir de 1"),
        (["la-roue-libre", *APPEL, "--change", "services[9].nom=Club"], "vérifiez le nom du champ et les numéros entre crochets"),
        (["la-roue-libre", *APPEL, "--change", "contact.telephone"], "il faut un champ, « = » et sa valeur"),
        (["la-roue-libre", *APPEL, "--change", "=x"], "il manque le nom du champ"),
        (["la-roue-libre", *APPEL, "--change", "]x=1"], "n'est pas un champ"),
        (["la-roue-libre", *APPEL, "--change", "verification.le=2020-01-01"], "se remplit avec --comment, --par et --le"),
        (
            ["la-roue-libre", *APPEL, "--change", "langues.parlees=[fr, ar"],
            "la valeur ne se lit pas : un crochet « [ » n'est pas refermé",
        ),
        (["la-roue-libre", *APPEL, "--change", "services=x"], "a plusieurs éléments dans cette fiche : dites lequel change"),
        (["la-roue-libre", *APPEL, "--confirme", "horaire"], "« horaire » n'est pas un champ connu"),
        (
            ["la-roue-libre", *APPEL, "--change", "contact.telephone=12"],
            "contact.telephone: « 12 » n'est pas un numéro de téléphone possible",
        ),
        (
            ["la-roue-libre", *APPEL, "--change", "langues.parlees=[fr, arab]"],
            "« arab » n'est pas une langue connue. Vouliez-vous dire « ar » (arabe) ?",
        ),
        (
            ["la-roue-libre", *APPEL, "--change", "langues.parlees=fr et klingon"],
            "« langues.parlees » : la valeur ne se lit pas : « klingon » n'est pas une langue connue.",
        ),
        (
            ["la-roue-libre", *APPEL, "--change", "horaires=lundi 9h"],
            "« horaires » : la valeur ne se lit pas : « lundi 9h » : « 9h » : une heure seule ne dit pas quand on ferme",
        ),
        (
            ["la-roue-libre", *APPEL, "--change", "horaires.samedi=14h-18h-20h"],
            "la-roue-libre.yml:13:11: erreur: horaires.samedi: « 14h-18h-20h » n'est pas un horaire",
        ),
        (["la-roue-libre", *APPEL, "--change", "services="], "il manque « services »"),
        (["la-roue-libre", *APPEL, "--change", "nom=a\u202eb"], "un caractère invisible (U+202E)"),
    ],
)
def test_what_is_refused_is_said_in_words_and_nothing_is_written(port, arguments, phrase):
    avant = {f: f.read_bytes() for f in port.rglob("*.yml")}
    arguments = [a.replace("{port}", str(port)) for a in arguments]
    fait = lance(*arguments, *([] if "/" in arguments[0] else ["--dans", port]))
    assert fait.exit_code == 1 and "Traceback" not in fait.output
    assert fait.exception is None or isinstance(fait.exception, SystemExit), fait.exception
    assert phrase.replace("{port}", str(port)) in fait.output, fait.output
    assert {f: f.read_bytes() for f in port.rglob("*") if f.is_file() and f.suffix == ".yml"} == avant
    assert not [f for f in port.rglob(".*") if f.is_file()]


def test_a_link_is_not_followed(port):
    fiche = fichier(port, "la-roue-libre")
    vraie = fiche.rename(port.parent / "ailleurs.yml")
    fiche.symlink_to(vraie)
    fait = lance(fiche, *APPEL)
    assert fait.exit_code == 1 and "est un lien : modifiez le vrai fichier" in fait.output


def test_a_merge_conflict_is_named(port):
    fiche = fichier(port, "la-roue-libre")
    fiche.write_text("<<<<<<< HEAD\n" + fiche.read_text() + "=======\n>>>>>>> x\n")
    fait = lance(fiche, *APPEL)
    assert fait.exit_code == 1 and "la-roue-libre.yml:1: ce fichier contient un conflit de fusion" in fait.output


def test_a_fiche_that_had_a_fault_says_it_at_its_line(port):
    fiche = fichier(port, "la-roue-libre")
    fiche.write_text(fiche.read_text().replace("cout:\n", "nom: encore\ncout:\n"))
    fait = lance(fiche, *APPEL)
    assert fait.exit_code == 1 and "« nom » est écrit deux fois" in fait.output and "Rien n'a été écrit." in fait.output


def test_a_fault_elsewhere_in_the_directory_does_not_stop_a_call_from_being_recorded(port):
    autre = fichier(port, "le-ressac")
    autre.write_text(autre.read_text().replace("genre: lieu", "genre: endroit"))
    assert lance("la-roue-libre", "--dans", port, *APPEL).exit_code == 0


# Withheld addresses

def test_nothing_that_a_withheld_fiche_says_is_ever_printed(port):
    fiche = fichier(port, "refuge-horizon")
    avant = fiche.read_text()
    fait = lance(fiche, "--comment", "telephone", "--par", "coordination", "--change", "contact.telephone=02 61 91 09 10",
                 "--change", "horaires.lundi côté jardin=9h-12h")
    assert fait.exit_code == 1  # a line of hours that is no day
    fait2 = lance(fiche, "--comment", "telephone", "--par", "coordination", "--change", "contact.telephone=02 61 91 09 10")
    assert fait2.exit_code == 0 and "contact.telephone : changé" in fait2.output
    for sortie in (fait.output, fait2.output):
        assert "02 61" not in sortie and "jardin" not in sortie and "2026-11-02" not in sortie
        for ligne in avant.splitlines():
            valeur = ligne.partition(": ")[2].strip("\"' ")
            if len(valeur) > 12 and valeur not in ("adresse-non-publiee",):
                assert valeur not in sortie, valeur


@pytest.mark.parametrize("change", [
    "adresse.voie=3 rue des Lilas", "adresse.y_aller=Bus 9, arrêt Lilas", "presentation=Derrière le 3 rue des Lilas",
    "adresse.position=[46.32, -3.05]", "3 rue des Lilas=x", "adresse.rue des Lilas=x", "contact.telephone=[3 rue des Lilas",
    "rue des Lilas", "langues.parlees=3 rue des Lilas", "horaires=3 rue des Lilas", "etat.jusqu_au=3 rue des Lilas",
])
def test_an_address_that_must_stay_unknown_is_neither_written_nor_repeated(port, change):
    fiche = fichier(port, "refuge-horizon")
    avant = fiche.read_bytes()
    fait = lance(fiche, "--comment", "telephone", "--par", "coordination", "--change", change)
    assert fait.exit_code == 1 and fiche.read_bytes() == avant
    assert "Lilas" not in fait.output and "46.32" not in fait.output
    if change.startswith(("adresse.voie", "presentation")):
        assert "ne la notez nulle part. Rien n'a été écrit." in fait.output


def test_a_fiche_that_is_about_to_withhold_its_address_prints_nothing_of_it(port):
    fiche = fichier(port, "la-roue-libre")
    fait = lance(fiche, *APPEL, "--change", "confidentialite=adresse-non-publiee", "--change", "adresse.voie=",
                 "--change", "adresse.position=", "--change", "contact.telephone=02 61 91 06 11")
    assert fait.exit_code == 0, fait.output
    assert "Pédalier" not in fait.output and "02 61" not in fait.output
    assert "Pédalier" not in fiche.read_text()


def test_a_fiche_is_found_by_the_name_on_its_door_and_the_change_is_told_truly(port):
    fait = lance("Guichet Sillage", "--dans", port, *APPEL, "--le", "19/11/2026", "--change", "langues.parlees=fr, ar",
                 "--change", "horaires.vendredi=14h-16h", "--change", "horaires.dimanche=10h-12h")
    assert fait.exit_code == 0, fait.output
    assert "horaires.vendredi : 7h30-19h (lundi au vendredi) → 14h-16h" in fait.output, "Friday was known"
    assert "horaires.dimanche : non renseigné → 10h-12h" in fait.output
    assert "langues.parlees : fr, en → fr, ar" in fait.output and "→ 2026-11-19" in fait.output
