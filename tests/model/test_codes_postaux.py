"""A postcode is written as its country writes it, and annuaire.yml says which, also where it has an error."""

import shutil

import pytest

from quifaitquoi.annuaire.check import verifier


def erreurs(petit_port, tmp_path, aujourdhui, code, entete):
    ici = tmp_path / "ici"
    shutil.copytree(petit_port, ici)
    annuaire = ici / "annuaire.yml"
    lignes = [ligne for ligne in annuaire.read_text("utf-8").splitlines() if not ligne.startswith(("pays:", "fuseau:"))]
    annuaire.write_text("\n".join([entete, *lignes, ""]), "utf-8")
    fiche = ici / "fiches/gare/la-roue-libre.yml"
    fiche.write_text("nom: Essai\ngenre: lieu\nadresse:\n  voie: Rue des Essais\n  code_postal: " + code
                     + "\n  commune: Essai\nservices:\n  - quoi: douche\n", "utf-8")
    return [p for p in verifier(ici, aujourdhui).erreurs if p.fichier.endswith("la-roue-libre.yml") and "code_postal" in p.champ]


@pytest.mark.parametrize("pays, bon, faux, forme", [
    ("FR", "67100", "1000", 'cinq chiffres. Exemple : "67100"'), ("RE", "97400", "9740", "cinq chiffres"),
    ("BE", "1080", "67100", 'quatre chiffres. Exemple : "1000"'), ("CH", "1006", "0006", "quatre chiffres"),
    ("LU", "1234", "L-1234", "quatre chiffres"), ("DE", "77694", "7769", "cinq chiffres"),
    ("CA", "H1W 2B5", "H1W2B", 'trois signes, une espace, trois signes. Exemple : "H1W 2B5"'),
    ("PT", "1000-001", "é", "majuscules")])
def test_a_postcode_is_that_of_the_country(petit_port, tmp_path, aujourdhui, pays, bon, faux, forme):
    assert not erreurs(petit_port, tmp_path / "bon", aujourdhui, bon, f"pays: {pays}")
    (probleme,) = erreurs(petit_port, tmp_path / "faux", aujourdhui, faux, f"pays: {pays}")
    assert (probleme.ligne, probleme.colonne) == (5, 16) and forme in probleme.phrase


@pytest.mark.parametrize("faute", ["revue: beaucoup", "inconnu: 1", "contact: [", "roles: [", "\tx: 1"])
def test_an_error_in_annuaire_yml_makes_it_no_other_country(petit_port, tmp_path, aujourdhui, faute):
    assert not erreurs(petit_port, tmp_path, aujourdhui, "1080", f"pays: BE\n{faute}")
