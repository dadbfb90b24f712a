"""Nothing withheld appears in a review, whichever side withholds it, and wherever it was written."""

import re

import pytest

ROUE = "fiches/gare/la-roue-libre.yml"
REFUGE = "fiches/partout/refuge-horizon.yml"
ADRESSE = "adresse:\n  voie: 14 rue des Sirènes\n  position: [46.3301, -3.0404]\n"
RETENIR = "confidentialite: adresse-non-publiee\n"


def tout(depot, *options):
    """Everything the command wrote and printed."""
    fait, resume, page = depot.relit(*options)
    assert fait.exception is None or isinstance(fait.exception, SystemExit)
    return fait.output + resume + page


def rien_ne_fuit(texte):
    assert "Sirènes" not in texte and "46.33" not in texte and "<svg" not in texte


@pytest.mark.parametrize("forme", ["texte", "github", "json"])
def test_when_the_base_held_an_address_that_is_withheld_now(depot, forme):
    depot.change(REFUGE, RETENIR, "")
    depot.change(REFUGE, "adresse:\n", ADRESSE)
    # No check can know that these words give the street away; who knows the old version does.
    depot.change(REFUGE, "Des appartements sûrs", "Aux Sirènes, des appartements sûrs")
    depot.change(REFUGE, "L'équipe vient vous chercher", "Nous sommes au 14 rue des Sirènes. L'équipe vient vous chercher")
    depot.commit()
    depot.change(REFUGE, "genre: lieu\n", f"genre: lieu\n{RETENIR}")
    depot.change(REFUGE, ADRESSE, "adresse:\n")
    depot.change(REFUGE, "Nous sommes au 14 rue des Sirènes. ", "")
    dit = tout(depot, "--format", forme)
    rien_ne_fuit(dit)
    assert "refuge" in dit and "Adresse non publi" in dit


@pytest.mark.parametrize("forme", ["texte", "github", "json"])
def test_when_the_base_withheld_the_address_that_the_change_gives(depot, forme):
    depot.change(REFUGE, RETENIR, "")
    depot.change(REFUGE, "adresse:\n", ADRESSE)
    depot.change(REFUGE, "genre: lieu", "genre: 14 rue des Sirènes")
    dit = tout(depot, "--format", forme)
    rien_ne_fuit(dit)
    assert "cette fiche retenait son adresse" in dit


def test_that_it_is_no_longer_withheld_comes_before_all_else(depot):
    depot.change(ROUE, "nom: ", "nom: Verte ")
    depot.change(REFUGE, RETENIR, "")
    fait, resume, page = depot.relit("--format", "github")
    assert re.match(r"::warning file=[^,]*refuge-horizon\.yml,line=1,col=1[^\n]*Attention", fait.output), fait.output[:400]
    for dit in (resume, page):
        assert "retenait son adresse" in dit and dit.index("retenait son adresse") < dit.index("Verte")


@pytest.mark.parametrize("forme", ["texte", "github", "json"])
def test_when_it_moves_to_a_file_of_another_name(depot, forme):
    (depot.territoire / REFUGE).rename(depot.territoire / ROUE.replace("la-roue-libre", "autre-nom"))
    depot.change("fiches/gare/autre-nom.yml", RETENIR, "")
    depot.change("fiches/gare/autre-nom.yml", "adresse:\n", ADRESSE)
    rien_ne_fuit(tout(depot, "--format", forme))


def test_when_both_hold_it_by_mistake(depot):
    depot.change(REFUGE, "adresse:\n", ADRESSE)
    depot.commit()
    depot.change(REFUGE, "02 61 91 09 09", "02 61 91 09 10")
    rien_ne_fuit(tout(depot))


def test_when_it_was_written_where_a_field_has_its_name(depot):
    depot.change(REFUGE, "genre: lieu", "14 rue des Sirènes: oui\ngenre: lieu")
    depot.commit()
    depot.change(REFUGE, "14 rue des Sirènes: oui\n", "")
    rien_ne_fuit(tout(depot))


def test_when_the_mistake_is_removed(depot):
    depot.change(REFUGE, "adresse:\n", ADRESSE)
    depot.commit()
    depot.change(REFUGE, ADRESSE, "adresse:\n")
    rien_ne_fuit(tout(depot))


def test_when_it_is_removed_whole(depot):
    depot.change(REFUGE, "adresse:\n", ADRESSE)
    depot.commit()
    (depot.territoire / REFUGE).unlink()
    dit = tout(depot)
    rien_ne_fuit(dit)
    assert "Fiche retirée : refuge-horizon" in dit


def test_what_is_published_anyway_can_be_judged(depot):
    depot.change(REFUGE, "02 61 91 09 09", "02 61 91 09 10")
    dit = tout(depot)
    assert "contact.telephone : changé (adresse non publiée" in dit and "10" in dit
    assert "24 heures sur 24" in dit and "<svg" not in dit
