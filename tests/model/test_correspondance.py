"""The table to data.inclusion names only what exists on both sides, and forgets none of our fixed values."""

import typing

import pytest
from data_inclusion.schema import v1

from quifaitquoi.annuaire.check.french import modele_a
from quifaitquoi.annuaire.model.correspondance import CHAMPS, VALEURS
from quifaitquoi.annuaire.model.fiche import Fiche

OBJETS = {"structure": v1.Structure, "service": v1.Service}
ENUMERATIONS = {"acces.porte": v1.ModeMobilisation, "acces.par": v1.PersonneMobilisatrice, "cout.tarif": v1.Frais,
                "acces.ou": v1.ModeAccueil, "genre": v1.ModeAccueil}


def champ(chemin: str):
    *parents, nom = chemin.split(".")
    return modele_a(Fiche, tuple(parents)).model_fields[nom]


def valeurs_fixes(annotation) -> set[str]:
    if typing.get_origin(annotation) is typing.Literal:
        return set(typing.get_args(annotation))
    return {v for argument in typing.get_args(annotation) for v in valeurs_fixes(argument)}


@pytest.mark.parametrize(("notre", "leur"), CHAMPS.items())
def test_each_field_exists_on_both_sides(notre, leur):
    assert champ(notre) is not None
    objet, nom = leur
    assert nom in OBJETS[objet].model_fields


@pytest.mark.parametrize("chemin", VALEURS)
def test_each_of_our_fixed_values_has_its_line_and_theirs_exists(chemin):
    assert set(VALEURS[chemin]) == valeurs_fixes(champ(chemin).annotation)
    assert {v for v in VALEURS[chemin].values() if v} <= {v.value for v in ENUMERATIONS[chemin]}
