"""The mistakes that newcomers make most: each message names the line that is wrong and what to write instead."""

from __future__ import annotations

import shutil

import pytest

from quifaitquoi.annuaire.check import LuesAvant, verifier

FICHE = """nom: Essai
genre: lieu
contact:
  telephone: "02 61 91 00 00"
adresse:
  voie: 3 rue des Exemples
  code_postal: "01000"
  commune: Port-Exemple
presentation: Un lieu où aller.
horaires:
  mardi: 9h-12h
services:
  - quoi: douche
responsables: [coordination]
"""
NUMERO = '"02 61 91 00 00"'
FIN = "responsables: ["


@pytest.fixture(scope="module")
def dit(port_exemple, tmp_path_factory, aujourdhui):
    """What the check says of this text as a fiche: (line, column, level, sentence) of each problem."""
    ici = tmp_path_factory.mktemp("fautes") / "ici"
    shutil.copytree(port_exemple, ici)
    memoire = LuesAvant()

    def dit(texte: str) -> list[tuple[int, int, str, str]]:
        (ici / "fiches/vieux-port/essai.yml").write_text(texte, "utf-8")
        return [(p.ligne, p.colonne, p.niveau, p.phrase) for p in verifier(ici, aujourdhui, memoire=memoire).problemes
                if p.fichier.endswith("/essai.yml") and p.regle != "sans-source"]

    return dit


@pytest.mark.parametrize("juste, faux, ligne, colonne, phrase", [
    (NUMERO, NUMERO[:-1], 4, 14, "le guillemet « \" » ouvert ici n'est pas refermé : mettez-en un à la fin de la ligne"),
    ("  - quoi: douche", "  - quoi: douche\n  -quoi: laverie", 14, 3,
     "il manque une espace après le tiret. Exemple : - quoi: douche"),
    ("  - quoi: douche", "  -quoi: laverie", 13, 3, "il manque une espace après le tiret. Exemple : - quoi: douche"),
    ("  voie:", "voie:", 6, 1, "« voie » va avec « adresse », comme la ligne suivante : décalez-la d'autant, de 2 espaces"),
    (NUMERO, "“02 61 91 00 00”", 4, 14, "écrivez-le entre guillemets droits, « \"02 61 91 00 00\" »"),
    (NUMERO, "« 02 61 91 00 00 »", 4, 14, "écrivez-le entre guillemets droits, « \"02 61 91 00 00\" »"),
    ("nom: Essai", "```yaml\nnom: Essai", 1, 1, "« ``` » vient d'une page d'où ce texte a été copié : effacez cette ligne"),
    ("Un lieu où aller.", "Un lieu où\naller sans rendez-vous.", 10, 1, "Décalez-la de deux espaces"),
    ("quoi: douche", "quoi: avocat", 13, 11, "(Avocat, conseil juridique) ?"),
    ("quoi: douche", "quoi: Douches", 13, 11, "Vouliez-vous dire « douche »"),
    (FIN, "acces:\n  rendez_vous: non\n" + FIN, 15, 16, "Vouliez-vous dire « sans » ?"),
    (FIN, "acces:\n  rendez_vous: oui\n" + FIN, 15, 16, "Vouliez-vous dire « obligatoire » ?"),
    (FIN, "accessibilite:\n  plain_pied: yes\n" + FIN, 15, 15, "Vouliez-vous dire « oui » ?"),
    (FIN, "cout: 2€\n" + FIN, 14, 7, "Vouliez-vous dire « participation » ? Le montant se dit dans « precision »"),
    (FIN, "cout: non\n" + FIN, 14, 7, "Vouliez-vous dire « gratuit » ?"),
    (FIN, "publics:\n  accueil: femmes\n" + FIN, 15, 12, "« accueil: exclusif », et à la ligne « genre: femmes »"),
    (FIN, "verification:\n  le: 2026-11-01\n  par: Marie Dupont\n  comment: telephone\n" + FIN, 16, 8,
     "écrivez l'identifiant d'un rôle d'annuaire.yml (sous « roles »), jamais le nom d'une personne"),
    ("nom: Essai", "Nom: Essai", 1, 1, "Vouliez-vous dire « nom » ?"),
    ("genre: lieu", "Genre: lieu", 2, 1, "Vouliez-vous dire « genre » ?"),
    ("9h-12h", "9-12", 11, 10, "écrivez « 9h-12h »"),
    ("9h-12h", "14h-12h", 11, 10, "14h"),
    (NUMERO, '"02 61 91 00 00 poste 12"', 4, 14, "« pour: demander le poste 12 »"),
    (NUMERO, '"02 61 91 00 00 / 02 61 91 00 01"', 4, 14, "une liste : « telephone: [\"02 61 91 00 00\", \"02 61 91 00 01\"] »"),
    ("commune: Port-Exemple", "commune: Prot-Exemple", 8, 12, "Vouliez-vous dire « Port-Exemple » ?"),
    ('"01000"', "1000", 7, 16, "cinq chiffres. Exemple : \"67100\""),
    ("[coordination]", "[coordinatoin]", 14, 16, "Vouliez-vous dire « coordination »"),
    ("[coordination]", "[coordination", 14, 15, "un crochet « [ » n'est pas refermé"),
])
def test_the_line_and_the_cure(dit, juste, faux, ligne, colonne, phrase):
    assert FICHE.count(juste) == 1
    problemes = dit(FICHE.replace(juste, faux))
    assert len(problemes) == 1, f"one mistake, one message: {problemes}"
    assert problemes[0][:2] == (ligne, colonne) and phrase in problemes[0][3], problemes


@pytest.mark.parametrize("juste, tel_quel", [
    ("mardi:", "mar-ven:"), ("mardi:", "L-V:"), ("9h-12h", "9.00-12.00"), ("9h-12h", "9h à 12h"), (NUMERO, "02 61 91 00 00"),
    ("  mardi: 9h-12h", "  mardi: 9h-12h\n  du 1/07 au 31/08: fermé"), ("9h-12h", "9h-12h sauf vacances scolaires"),
    ("Un lieu où aller.", "Un lieu où\n  aller."), ("Un lieu où aller.", '"Un lieu\n  où aller : ici."'),
])
def test_what_can_be_read_is_no_mistake(dit, juste, tel_quel):
    assert not [p for p in dit(FICHE.replace(juste, tel_quel)) if p[2] == "erreur"]
