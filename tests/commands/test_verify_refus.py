"""`quifaitquoi verify` refuses in words, at the place, and what is refused leaves no trace."""

from __future__ import annotations

import pytest
from tests.commands.appels_notes import APPEL, fichier, lance


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
