"""`quifaitquoi verify`: the answer is in the file, and nothing else has moved."""

from __future__ import annotations

from tests.commands.appels_notes import APPEL, fichier, lance

from quifaitquoi.annuaire.read.yaml_tree import lire_yaml


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


def test_a_fiche_is_found_by_the_name_on_its_door_and_the_change_is_told_truly(port):
    fait = lance("Guichet Sillage", "--dans", port, *APPEL, "--le", "19/11/2026", "--change", "langues.parlees=fr, ar",
                 "--change", "horaires.vendredi=14h-16h", "--change", "horaires.dimanche=10h-12h")
    assert fait.exit_code == 0, fait.output
    assert "horaires.vendredi : 7h30-19h (lundi au vendredi) → 14h-16h" in fait.output, "Friday was known"
    assert "horaires.dimanche : non renseigné → 10h-12h" in fait.output
    assert "langues.parlees : fr, en → fr, ar" in fait.output and "→ 2026-11-19" in fait.output
