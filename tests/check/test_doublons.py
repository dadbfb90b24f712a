"""A list that was imported twice, or whose names all begin alike, is told without burying the rest."""

import shutil

from tests.check.fixtures import AUJOURDHUI, TERRITOIRE

from quifaitquoi.annuaire.check import verifier

NOMBRE = 300


def test_many_fiches_of_one_name_get_one_warning_each(tmp_path):
    racine = shutil.copytree(TERRITOIRE, tmp_path / "territoire")
    for n in range(NOMBRE):
        (racine / f"fiches/centre/essai-{n}.yml").write_text(
            f"nom: Distributeur numéro {n}\ngenre: lieu\nadresse:\n  voie: 1 rue des Essais\nservices:\n  - quoi: douche\n")
    doublons = [p for p in verifier(racine, AUJOURDHUI, racine).problemes if p.regle == "doublon-probable"]
    assert len(doublons) == len({p.fichier for p in doublons}) == NOMBRE
    assert f"et {NOMBRE - 2} autres fiches lui ressemblent aussi" in doublons[0].phrase
