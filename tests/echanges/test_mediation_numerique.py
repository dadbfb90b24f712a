"""Places of digital help, as the national schema and the package of those who keep it want them."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from datetime import date

import pytest

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import Territoire, enrichir
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.base.npm import node_modules
from quifaitquoi.echanges.sorties.mediation_numerique import COLONNES, FICHIER, FORMAT, SANS_SIRET, SERVICES, lieux
from quifaitquoi.savoir.publiable import publiable
from trouveur_node import NODE

JOUR = date(2026, 11, 20)
LU = """
const { fromSchemaLieuxDeMediationNumerique } = require(process.argv[1]);
const refus = (ligne) => { try { fromSchemaLieuxDeMediationNumerique([ligne]); return null; } catch (e) { return e.message; } };
process.stdout.write(JSON.stringify(JSON.parse(require("fs").readFileSync(0, "utf-8")).map(refus)));
"""
LIEU = {
    "nom": "Maison", "genre": "lieu", "services": [{"quoi": "aide-numerique"}],
    "adresse": {"voie": "3 quai des Essais", "code_postal": "99340", "commune": "Port-Exemple"},
    "verification": {"le": "2026-10-02", "comment": "telephone", "par": "coordination"},
}


@pytest.fixture(scope="module")
def territoire(port_exemple) -> Territoire:
    return publiable(enrichir(verifier(port_exemple, JOUR).directory, JOUR))


def lue(**champs: object) -> Fiche:
    fiche = Fiche.model_validate({**LIEU, **champs}, context={"pays": "FR"})
    fiche.nomme(slug="maison", zone="gare", chemin="fiches/gare/maison.yml")
    return fiche


def ligne(territoire: Territoire, **champs: object) -> dict[str, str] | None:
    """The line of one fiche that says this, alone in the territory."""
    [une] = lieux(enrichir(replace(territoire.directory, fiches={"maison": lue(**champs)}), JOUR)) or [None]
    return une


def refus(lignes: list[dict[str, str]]) -> list[str | None]:
    """What the package says of each line that it refuses."""
    paquet = node_modules() / "@gouvfr-anct/lieux-de-mediation-numerique"
    fini = subprocess.run([NODE, "-e", LU, str(paquet)], input=json.dumps(lignes), capture_output=True, text=True, timeout=60)
    assert fini.returncode == 0, fini.stderr[-2000:]
    return json.loads(fini.stdout)


def test_each_line_is_one_that_the_package_of_the_format_reads(territoire):
    lignes = lieux(territoire)
    assert len(lignes) > 3 and refus(lignes) == [None] * len(lignes)


def test_the_package_would_refuse_words_that_are_not_the_schema_s(territoire):
    une = lieux(territoire)[0]
    assert all(refus([{**une, "services": "Douche"}, {**une, "frais_a_charge": "Cher"}, {**une, "modalites_acces": "Sonner"}]))


@pytest.mark.parametrize("champs", [
    {"services": [{"quoi": "aide-numerique"}, {"quoi": "acces-internet"}, {"quoi": "aide-aux-demarches"}]},
    {"publics": {"accueil": "exclusif", "genre": "femmes", "situations": ["jeunes", "personnes-agees", "etudiants"]}},
    {"langues": {"parlees": ["fr", "en", "fsl"], "interprete": ["ps"]}, "accessibilite": {"langue_des_signes": "oui"}},
    {"acces": {"porte": ["se-presenter", "telephoner", "envoyer-un-courriel", "utiliser-lien-mobilisation"], "ou": ["video"]}},
    *({"cout": tarif} for tarif in ("gratuit", "participation", "adhesion", "payant")),
])
def test_each_word_of_ours_becomes_one_that_the_package_knows(territoire, champs):
    assert refus([ligne(territoire, **champs)]) == [None]


def test_each_service_of_the_schema_that_we_name_is_one_that_the_package_knows(territoire):
    une = ligne(territoire)
    assert refus([{**une, "services": mot} for mot in SERVICES.values()]) == [None] * len(SERVICES)


def test_a_line_says_what_is_known_and_a_list_has_bars_between_its_terms(territoire):
    une = ligne(territoire, publics={"accueil": "exclusif", "genre": "femmes", "situations": ["jeunes"]}, cout="adhesion",
                langues={"parlees": ["fr", "en"], "interprete": ["ps"]}, contact={"telephone": "02 61 91 00 14"},
                horaires="Mo 09:00-12:00")
    assert (une["pivot"], une["services"]) == (SANS_SIRET, "Maîtrise des outils numériques du quotidien")
    assert (une["publics_specifiquement_adresses"], une["frais_a_charge"]) == ("Femmes|Jeunes", "Gratuit sous condition")
    assert une["prise_en_charge_specifique"] == "Langues étrangères (anglais)|Langues étrangères (autres)"
    assert (une["telephone"], une["horaires"], une["date_maj"]) == ("+33261910014", "Mo 09:00-12:00", "2026-10-02")


def test_where_all_are_welcome_nobody_is_the_one_it_is_for(territoire):
    assert "publics_specifiquement_adresses" not in ligne(
        territoire, publics={"accueil": "inconditionnel", "situations": ["jeunes"]})


@pytest.mark.parametrize("numero", ["3919", "+32 2 555 12 34"])
def test_a_number_that_the_schema_has_no_form_for_is_left_out(territoire, numero):
    assert "telephone" not in ligne(territoire, contact={"telephone": numero})


@pytest.mark.parametrize("champs", [
    {"services": [{"quoi": "douche"}]},
    {"adresse": {"commune": "Port-Exemple"}, "confidentialite": "adresse-non-publiee"},
    {"adresse": {"code_postal": "99340", "commune": "Port-Exemple"}},
    {"adresse": {"voie": "3 quai des Essais", "commune": "Port-Exemple"}},
    {"acces": {"ouvert_a": "prison"}},
    {"genre": "telephone", "adresse": None},
])
def test_what_is_no_open_place_of_digital_help_with_its_address_has_no_line(territoire, champs):
    assert ligne(territoire, **champs) is None


def test_the_hours_are_those_of_the_digital_help_not_of_the_rest(territoire):
    services = [{"quoi": "douche", "horaires": "Tu 08:00-09:00"}, {"quoi": "aide-numerique", "horaires": "We 14:00-16:00"}]
    assert ligne(territoire, services=services, horaires="Mo 09:00-12:00")["horaires"] == "We 14:00-16:00"


def test_a_text_of_more_than_280_signs_is_the_detail_and_no_summary(territoire):
    assert "presentation_resume" in ligne(territoire, presentation="Court.")
    longue = ligne(territoire, presentation="Long. " * 60)
    assert "presentation_resume" not in longue and longue["presentation_detail"].startswith("Long. Long.")


def test_the_file_has_the_columns_of_the_schema_in_their_order(territoire):
    entete, *lignes = FORMAT.faire(territoire)[FICHIER].decode().splitlines()
    assert entete.split(",") == list(COLONNES) and len(COLONNES) == 32 and lignes == sorted(lignes)
