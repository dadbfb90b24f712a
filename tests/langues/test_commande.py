"""`quifaitquoi translate`: what a translator starts from."""

from __future__ import annotations

from click.testing import CliRunner

from quifaitquoi.commands import main
from quifaitquoi.langues.po import lire


def lance(*mots: str):
    return CliRunner().invoke(main, ["translate", *map(str, mots)])


def catalogue(copie, code="en") -> dict:
    return {e.contexte: e for e in lire((copie / "traductions" / f"{code}.po").read_text("utf-8")).entrees}


def test_a_new_language_starts_with_every_term_empty(copie):
    sortie = lance(copie, "--langue", "ro").output
    assert "ro.po" in sortie and "à traduire" in sortie
    entrees = catalogue(copie, "ro")
    assert entrees["besoins.douche.nom"].source == "Douche" and not entrees["besoins.douche.nom"].traduction
    assert not any(chemin.startswith("fiches.") for chemin in entrees)


def test_the_texts_of_a_fiche_come_when_they_are_asked_for(copie):
    lance(copie, "--fiche", "bains-du-port")
    fiches = {chemin.split(".")[1] for chemin in catalogue(copie) if chemin.startswith("fiches.")}
    assert fiches == {"bains-du-port"}


def test_running_it_twice_changes_nothing(copie):
    lance(copie)
    avant = (copie / "traductions" / "en.po").read_bytes()
    lance(copie)
    assert (copie / "traductions" / "en.po").read_bytes() == avant


def test_what_changed_in_french_is_kept_and_marked_for_review(copie):
    (copie / "traductions" / "en.po").write_text(
        'msgctxt "besoins.douche.nom"\nmsgid "La douche"\nmsgstr "Shower"\n', encoding="utf-8"
    )
    assert "1 à revoir" in lance(copie).output
    entree = catalogue(copie)["besoins.douche.nom"]
    assert (entree.source, entree.traduction, entree.floue, entree.ancienne_source) == ("Douche", "Shower", True, "La douche")


def test_another_territory_s_translations_are_taken_where_the_french_is_the_same(copie, port_exemple):
    lance(copie, "--reprendre", port_exemple)
    entrees = catalogue(copie)
    assert entrees["besoins.douche.nom"].traduction == "Shower"


def test_what_it_cannot_do_it_says_in_one_sentence(copie):
    for mots, dit in ((("--langue", "xx"), "n'est pas un code de langue"), (("--fiche", "rien"), "il n'y a pas de fiche « rien »")):
        resultat = lance(copie, *mots)
        assert resultat.exit_code == 1 and dit in resultat.output and "Traceback" not in resultat.output


def test_a_territory_with_errors_is_not_touched(copie):
    (copie / "annuaire.yml").write_text("nom: x\n", encoding="utf-8")
    resultat = lance(copie)
    assert resultat.exit_code == 1 and "corrigez d'abord" in resultat.output
    assert not list((copie / "traductions").iterdir())
