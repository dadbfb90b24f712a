"""`publier --verifier`: which switches of the forge are missing, asked of a forge that lives on loopback."""

import json

import pytest
from click.testing import CliRunner

from depot_d_essai import git
from quifaitquoi.base.refus import Refus
from quifaitquoi.commands import main
from quifaitquoi.suivi.forge.publication import ATTENDUS, REGLAGES, depot_de
from serveurs import Repond, serveur

JETON = "jeton-secret-0123456789"
DEPOT = {"has_issues": True, "default_branch": "main", "has_pages": True}
WORKFLOWS = {"workflows": [{"path": f".github/workflows/{nom}", "state": "active"} for nom in ATTENDUS]}
TOUT = {"": DEPOT, "/pages": {"build_type": "workflow"}, "/labels/formulaire": {"name": "formulaire"},
        "/actions/workflows": WORKFLOWS,
        "/actions/permissions/workflow": {"can_approve_pull_request_reviews": True}}
RESERVES = ("/pages", "/actions/permissions/workflow")


@pytest.fixture
def forge(monkeypatch):
    """What it knows, by the end of the address; without the token, nothing of RESERVES."""
    sait, vus = dict(TOUT), []

    class Sait(Repond):
        def do_GET(self):
            fin = self.path.partition("?")[0].removeprefix("/repos/ville/annuaire")
            jeton = self.headers["Authorization"]
            vus.append((self.command, fin, jeton))
            statut = 401 if jeton not in (None, f"Bearer {JETON}") else 404 if fin not in sait else (
                401 if fin in RESERVES and jeton is None else 200)
            octets = json.dumps(sait.get(fin)).encode() if statut == 200 else b"{}"
            self.rend(octets, statut)

    with serveur(Sait) as adresse:
        monkeypatch.setenv("GITHUB_API_URL", adresse)
        for nom in ("GITHUB_TOKEN", "GITHUB_REPOSITORY"):
            monkeypatch.delenv(nom, raising=False)
        yield sait, vus


def verifie(territoire, *options: str, depot: str = "ville/annuaire"):
    return CliRunner().invoke(main, ["publier", str(territoire), "--verifier", "--depot", depot, *options],
                              env={"SOURCE_DATE_EPOCH": "1795132800"})


def test_all_that_is_there_is_said_and_asked_only(forge, port_exemple, monkeypatch):
    monkeypatch.setenv("GITHUB_TOKEN", JETON)
    fait = verifie(port_exemple)
    assert fait.exit_code == 0, fait.output
    assert [ligne.partition(" : ")[0] for ligne in fait.output.splitlines()] == ["Fait"] * len(REGLAGES)
    assert JETON not in fait.output and {methode for methode, *_ in forge[1]} == {"GET"}


@pytest.mark.parametrize("fin, dit, quoi", [
    ("", {**DEPOT, "has_issues": False}, "Les demandes (« Issues ») sont ouvertes"),
    ("", {**DEPOT, "default_branch": "master"}, "La branche principale s'appelle main (elle s'appelle « master »)"),
    ("/pages", {"build_type": "legacy"}, "Le site est publié par les workflows (il est publié depuis une branche)"),
    ("/actions/permissions/workflow", {"can_approve_pull_request_reviews": False}, "Les workflows peuvent ouvrir des propositions"),
    ("/labels/formulaire", None, "L'étiquette « formulaire » existe"),
    ("/actions/workflows",
     {"workflows": [{**WORKFLOWS["workflows"][0], "state": "disabled_inactivity"}, *WORKFLOWS["workflows"][1:3]]},
     "Les workflows sont là et en marche (absents : hebdomadaire.yml ; arrêtés : check.yml)")])
def test_each_switch_that_is_missing_is_named_with_where_to_find_it(forge, port_exemple, monkeypatch, fin, dit, quoi):
    monkeypatch.setenv("GITHUB_TOKEN", JETON)
    if dit is None:
        del forge[0][fin]
    else:
        forge[0][fin] = dit
    fait = verifie(port_exemple)
    lignes = fait.output.splitlines()
    comment = next(reglage.comment for reglage in REGLAGES if quoi.startswith(reglage.quoi))
    assert fait.exit_code == 1 and lignes[lignes.index(f"Manque : {quoi}") + 1] == f"  {comment}"
    assert lignes[-1] == "Erreur : Il manque 1 réglage"


def test_pages_that_were_never_opened_are_missing(forge, port_exemple, monkeypatch):
    forge[0][""] = {**DEPOT, "has_pages": False}
    del forge[0]["/pages"]
    assert "Manque : Le site est publié par les workflows\n" in verifie(port_exemple).output


def test_without_a_token_what_is_public_is_told_and_the_rest_is_to_be_looked_at(forge, port_exemple):
    fait = verifie(port_exemple)
    assert fait.exit_code == 0
    assert [ligne for ligne in fait.output.splitlines() if ligne.startswith("À regarder")] == [
        "À regarder vous-même : Le site est publié par les workflows (un site est publié ; d'où ne se voit qu'avec un jeton)",
        "À regarder vous-même : Les workflows peuvent ouvrir des propositions (ne se voit qu'avec un jeton)"]
    assert {jeton for *_, jeton in forge[1]} == {None}


@pytest.mark.parametrize("depot, jeton, dit", [
    ("ville/autre", "", "La forge ne trouve pas « ville/autre » (404)"),
    ("ville/annuaire", "faux", "La forge ne connaît pas ce jeton (401)"),
    ("ville", "", "« ville » n'est pas un dépôt de GitHub"), ("a/b/../c", "", "n'est pas un dépôt de GitHub")])
def test_what_the_forge_does_not_know_is_a_sentence(forge, port_exemple, monkeypatch, depot, jeton, dit):
    monkeypatch.setenv("GITHUB_TOKEN", jeton)
    fait = verifie(port_exemple, depot=depot)
    assert fait.exit_code == 1 and dit in fait.output and "faux" not in fait.output


@pytest.mark.parametrize("origine, depot", [
    ("https://github.com/ville/annuaire.git", "ville/annuaire"), ("git@github.com:ville/annuaire.git", "ville/annuaire"),
    (f"https://x:{JETON}@github.com/ville/annuaire", "ville/annuaire"), (f"https://{JETON}@forge.example.org/ville/annuaire", "")])
def test_the_repository_is_where_the_folder_is_from_and_no_password_of_it_is_said(tmp_path, monkeypatch, origine, depot):
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    for mots in (["init", "-q"], ["commit", "-qm", "x", "--allow-empty"], ["remote", "add", "origin", origine]):
        git(tmp_path, *mots)
    if depot:
        assert depot_de(tmp_path, None) == depot
        return
    with pytest.raises(Refus, match="ne vient d'aucun dépôt de GitHub. Dites lequel : --depot") as dit:
        depot_de(tmp_path, None)
    assert JETON not in str(dit.value)


def test_a_forge_that_does_not_answer_is_a_sentence(port_exemple, monkeypatch):
    monkeypatch.setenv("GITHUB_API_URL", "http://127.0.0.1:9")
    fait = verifie(port_exemple)
    assert fait.exit_code == 1 and "La forge ne répond pas (connexion impossible)" in fait.output


def test_without_asking_it_lists_the_switches(port_exemple):
    fait = CliRunner().invoke(main, ["publier", str(port_exemple)])
    assert fait.exit_code == 0 and all(f"- {reglage.quoi}\n  {reglage.comment}\n" in fait.output for reglage in REGLAGES)
