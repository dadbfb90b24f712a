"""« Je n'ai pas trouvé »: one more in manques.yml, never a person nor a day."""

from __future__ import annotations

import pytest
import yaml

from formulaire_rempli import FORMULAIRES, corps, lisible
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.model.manques import RAISONS
from quifaitquoi.edition.formulaires.introuvable import POURQUOI
from quifaitquoi.paroles import introuvables

DEMANDE = {"besoin": "dentiste", "quartier": "Gare", "mois": "octobre 2026", "pourquoi": "Rien n'existait"}


def demandes(annuaire) -> list[dict]:
    return yaml.load((annuaire / "manques.yml").read_text("utf-8"), yaml.BaseLoader)["demandes"]


def ligne(annuaire, **dits) -> dict:
    return next(d for d in demandes(annuaire) if dits.items() <= d.items())


def test_its_choices_are_the_reasons_of_the_model_and_of_the_figures():
    bloc = next(b for b in yaml.safe_load((FORMULAIRES / "introuvable.yml").read_text())["body"] if b.get("id") == "pourquoi")
    assert bloc["attributes"]["options"] == [*POURQUOI] == [introuvables.RAISONS[raison] for raison in RAISONS]


def test_one_more_is_counted_in_its_line_and_nothing_else_moves(soumet, annuaire):
    avant = (annuaire / "manques.yml").read_text("utf-8")
    reponse, titre = soumet(corps("introuvable", **DEMANDE))
    apres = (annuaire / "manques.yml").read_text("utf-8")
    assert ligne(annuaire, mois="2026-10", quartier="gare", besoin="dentiste") == {
        "mois": "2026-10", "quartier": "gare", "besoin": "dentiste", "trop_loin": "1", "rien": "9"}
    assert [b for a, b in zip(avant.splitlines(), apres.splitlines(), strict=True) if a != b] == ["    rien: 9"]
    assert "`manques.yml`" in lisible(reponse) and titre.startswith("Formulaire n° 12 : ")


def test_a_line_that_is_not_there_yet_is_added(soumet, annuaire, aujourdhui):
    soumet(corps("introuvable", **{**DEMANDE, "mois": "septembre 2026", "besoin": "douche",
                                   "pourquoi": "C'était complet"}))
    assert demandes(annuaire)[-1] == {"mois": "2026-09", "quartier": "gare", "besoin": "douche", "complet": "1"}
    assert verifier(annuaire, aujourdhui).directory


def test_the_file_is_begun_where_there_is_none(soumet, annuaire, aujourdhui):
    (annuaire / "manques.yml").unlink()
    soumet(corps("introuvable", **DEMANDE))
    assert demandes(annuaire) == [{"mois": "2026-10", "quartier": "gare", "besoin": "dentiste", "rien": "1"}]
    assert verifier(annuaire, aujourdhui).directory


@pytest.mark.parametrize(("change", "dit"), [
    ({"mois": "12 octobre 2026"}, "un mois suffit, le jour ne se note pas"),
    ({"mois": "2026"}, "il y manque le mois"),
    ({"mois": "décembre 2026"}, "ce mois n'a pas encore commencé"),
    ({"mois": "bientôt"}, "n'est pas une date"),
    ({"quartier": "Atlantide"}, "n'est pas un quartier de l'annuaire"),
    ({"besoin": "une licorne"}, "n'est pas un besoin de l'annuaire"),
    ({"pourquoi": "Parce que"}, "n'est pas un choix du formulaire"),
])
def test_what_cannot_be_counted_is_refused_and_changes_nothing(soumet, annuaire, change, dit):
    avant = (annuaire / "manques.yml").read_bytes()
    reponse, titre = soumet(corps("introuvable", **{**DEMANDE, **change}))
    assert dit in lisible(reponse) and titre is None
    assert (annuaire / "manques.yml").read_bytes() == avant
