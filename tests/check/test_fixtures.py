"""Every fault that a volunteer can make: its sentence and its place, one file a fault (tests/data)."""

import re
from pathlib import Path

import pytest
from tests.check.fixtures import AUJOURDHUI, DATA, NIVEAUX, TERRITOIRE, fixtures

import quifaitquoi.annuaire.read
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.check.context import REGLES

TOUTES = fixtures()
CHAQUE = pytest.mark.parametrize("fixture", TOUTES, ids=lambda f: f.nom)
SECRETES = [f for f in TOUTES if "/confidentialite-" in f.nom]
# A file of 512 Ko, a link and a pipe have no place in a repository: test_hostile_input and test_hostile_folder make them.
AILLEURS = {"taille", "lien", "fichier", "trop-de-fichiers"}


def test_the_territory_around_the_fixtures_has_no_problem():
    assert verifier(TERRITOIRE, AUJOURDHUI, TERRITOIRE).problemes == ()


@CHAQUE
def test_each_fault_is_told_in_its_words_at_its_place(fixture):
    assert fixture.attendu.exists(), f"{fixture.nom} n'a pas d'attendu : python -m tests.check.fixtures, puis relire"
    assert fixture.lignes() == fixture.attendu.read_text(encoding="utf-8").splitlines()


def test_each_expectation_has_its_fixture():
    attendus = {p for niveau in NIVEAUX for p in (DATA / niveau).rglob("*.attendu")}
    assert attendus == {f.attendu for f in TOUTES}


def test_each_companion_folder_has_its_fixture():
    dossiers = {p for niveau in NIVEAUX for p in (DATA / niveau).glob("*/*/")}
    assert dossiers <= {f.compagnons for f in TOUTES}


@CHAQUE
def test_each_fixture_is_filed_under_its_level(fixture):
    niveaux = {p.niveau for p in fixture.problemes()}
    assert niveaux == {"valid": set(), "warning": {"avertissement"}}.get(fixture.niveau, niveaux | {"erreur"})


@CHAQUE
def test_each_message_is_one_finished_line_in_plain_french(fixture):
    for probleme in fixture.problemes():
        assert len(str(probleme).splitlines()) == 1
        assert not re.search(r"\{\w+\}|None|<class|[Ss]hould|Input|valid ", probleme.phrase.replace("{z}", "").replace(
            "{x}", "").replace("{y}", "")), probleme.phrase
        if "guillemets-francais" not in fixture.nom:
            assert probleme.phrase.count("«") == probleme.phrase.count("»")


def test_the_message_of_the_issue_is_the_one_that_is_printed():
    probleme = next(f for f in TOUTES if f.nom.endswith("/langues-parlees-terme-inconnu")).problemes()[0]
    assert str(probleme) == ("fiches/centre/langues-parlees-terme-inconnu.yml:8:17: erreur: langues.parlees: "
                             "« arab » n'est pas une langue connue. Vouliez-vous dire « ar » (arabe) ?")


@pytest.mark.parametrize("regle", REGLES)
def test_each_rule_has_a_fixture(regle):
    assert regle in {p.regle for f in TOUTES for p in f.problemes()}


def test_each_fault_that_reading_knows_has_a_fixture():
    dossier = Path(quifaitquoi.annuaire.read.__file__).parent
    noms = {nom for fichier in dossier.glob("*.py") for nom in re.findall(
        r"(?:Faute|_refus|_illisible|_faute|_mal_place)\(\s*(?:fichier, |Path\([^)]*\)[^,]*, )?\"([a-z-]+)\"",
        fichier.read_text(encoding="utf-8"))}
    assert len(noms) > 20
    assert noms - AILLEURS <= {p.regle for f in TOUTES for p in f.problemes()}


@pytest.mark.parametrize("regle", [nom for nom, r in REGLES.items() if r.niveau == "avertissement"])
def test_each_warning_can_be_acknowledged_where_it_stands(regle):
    """A fixture that would warn, and is silent only because of its `accepte`."""
    fixture = next(f for f in TOUTES if f.niveau == "valid" and f.source.stem == f"accepte-{regle}")
    assert f"regle: {regle}\n" in fixture.source.read_text(encoding="utf-8")
    assert not fixture.problemes()


@pytest.mark.parametrize("fixture", SECRETES, ids=lambda f: f.nom)
def test_no_message_repeats_a_withheld_address(fixture):
    for probleme in fixture.problemes():
        assert not re.search(r"(?i)secr[eè]t|46\.?32|3\.05|47\.1|2\.98", f"{probleme.champ} {probleme.phrase}")


@pytest.mark.parametrize(
    "fixture", [f for f in SECRETES if f.niveau == "invalid" and "illisible" not in f.nom], ids=lambda f: f.nom
)
def test_a_withheld_address_that_was_given_must_be_purged_from_the_history(fixture):
    assert any(p.regle == "adresse-divulguee" and "purger l'historique de git" in p.phrase for p in fixture.problemes())
