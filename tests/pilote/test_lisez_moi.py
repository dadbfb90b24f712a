"""What the README of the data tells volunteers is true of the program of today."""

from documents import modele_verifie, promesses_vaines
from garde import PILOTE
from quifaitquoi.base.clock import aujourdhui

LISEZ_MOI = PILOTE / "README.md"


def test_each_target_command_and_file_it_names_is_there():
    assert promesses_vaines(LISEZ_MOI) == []


def test_its_annotated_model_passes_the_check_as_it_stands(tmp_path, port_exemple):
    # Whatever the day: the model has been verified once, and that date may be long ago.
    rapport = modele_verifie(LISEZ_MOI, port_exemple, tmp_path, aujourdhui())
    assert [str(p) for p in rapport.problemes if p.regle != "revue-depassee"] == []
