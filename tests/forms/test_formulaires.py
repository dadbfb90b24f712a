"""The forge's forms ask for what the models hold, in the words that the program understands."""

import subprocess
import sys

import pytest
import yaml

from formulaire_rempli import FORMULAIRES
from quifaitquoi.annuaire.check.fields import champ_a
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.edition.formulaires.formulaire import NOMS, formulaires
from quifaitquoi.edition.formulaires.lecture import CHAMPS, CHOIX
from quifaitquoi.edition.formulaires.proposition import POUR_TOUJOURS
from quifaitquoi.edition.formulaires.questions import CORRIGER

# Questions that are about the form's matter rather than a field of a fiche.
A_PART = {"fiche", "changements", "quartier", "source", "remarque", "duree", "du", "au", "motif", "besoin", "mois", "pourquoi"}


def blocs(nom: str) -> dict[str, dict]:
    return {bloc["id"]: bloc for bloc in yaml.safe_load((FORMULAIRES / f"{nom}.yml").read_text())["body"] if "id" in bloc}


@pytest.mark.parametrize("nom", NOMS)
def test_each_is_valid_for_the_forge(nom):
    fait = subprocess.run([sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-issue-forms",
                           str(FORMULAIRES / f"{nom}.yml")], capture_output=True, text=True)
    assert fait.returncode == 0, fait.stdout + fait.stderr


@pytest.mark.parametrize("nom", NOMS)
def test_each_question_is_a_field_of_the_fiche(nom):
    for question in blocs(nom):
        assert question in CHAMPS or question in A_PART
        if question in CHAMPS:
            assert champ_a(Fiche, CHAMPS[question])[1] is not None, question


@pytest.mark.parametrize("question", CHOIX)
def test_each_choice_is_understood_and_is_a_value_of_the_model(question):
    bloc = blocs("ajouter")[question]
    if bloc["type"] == "dropdown":
        assert bloc["attributes"]["options"] == list(CHOIX[question])
    annotation = str(champ_a(Fiche, CHAMPS[question])[1].annotation) if question != "cout" else "gratuit participation payant"
    assert all(valeur in annotation for valeur in CHOIX[question].values())


def test_a_closure_for_ever_is_said_in_the_form_s_words():
    assert POUR_TOUJOURS in blocs("fermeture")["duree"]["attributes"]["options"]


def test_a_message_asks_the_same_questions_as_the_form():
    questions = {nom: bloc["attributes"]["label"] for nom, bloc in blocs("corriger").items()
                 if nom not in ("fiche", "changements")}  # filled in by the page that leads to the form
    assert questions == CORRIGER


def test_each_warns_that_everybody_reads_it():
    for nom in NOMS:
        assert "publique" in (FORMULAIRES / f"{nom}.yml").read_text()
        assert "N'écrivez le nom, le portable ou le courriel de personne" in (FORMULAIRES / f"{nom}.yml").read_text()


def test_no_two_forms_can_be_taken_for_each_other():
    toutes = [tuple(f.questions.values()) for f in formulaires()]
    assert len(set(toutes)) == len({questions[0] for questions in toutes}) == len(NOMS)
