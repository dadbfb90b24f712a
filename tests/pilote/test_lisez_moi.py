"""What the README of the data tells volunteers is true of the program of today."""

import re
from datetime import date

from documents import modele_verifie, promesses_vaines
from garde import PILOTE
from quifaitquoi.annuaire.model.genres import GENRES

LISEZ_MOI = PILOTE / "README.md"


def test_each_target_command_and_file_it_names_is_there():
    assert promesses_vaines(LISEZ_MOI) == []


def test_its_annotated_model_passes_the_check_as_it_stands(tmp_path, port_exemple):
    # On the day on which the model says that it was verified: its dates are those of an example.
    jour = date.fromisoformat(re.search(r"verification:.*\n +le: (\d{4}-\d\d-\d\d)", LISEZ_MOI.read_text())[1])
    rapport = modele_verifie(LISEZ_MOI, port_exemple, tmp_path, jour)
    assert [str(p) for p in rapport.problemes] == []


def test_each_kind_of_file_has_its_line():
    lignes = [ligne for ligne in LISEZ_MOI.read_text(encoding="utf-8").splitlines() if ligne.startswith("| `")]
    for genre in GENRES.values():
        assert any(ligne.startswith(f"| `{genre.ou}") for ligne in lignes), genre.ou
