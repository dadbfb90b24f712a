"""`quifaitquoi remind`, as the weekly workflow calls it."""

import re
import shutil
from html import unescape

from click.testing import CliRunner

from quifaitquoi.commands import main


def lance(*arguments, **milieu):
    vide = {"GITHUB_TOKEN": None, "GITHUB_REPOSITORY": None, "GITHUB_API_URL": None}
    return CliRunner().invoke(main, [str(a) for a in arguments], env={**vide, **milieu})


def test_each_role_with_something_due_gets_its_issue(port_exemple, fausse, milieu):
    fait = lance("remind", port_exemple, **milieu)
    assert fait.exit_code == 0, fait.output
    titres = [issue["title"] for issue in fausse.issues]
    assert len(titres) == len(set(titres)) > 1
    saline = next(issue["body"] for issue in fausse.issues if "role:equipe-saline" in issue["body"])
    lisible = unescape(saline).replace("\u00a0", " ").replace("\u2060", "")
    assert ("| Mairie annexe des Hauts | Vérifié le 11 mars 2025, à revérifier | 11 septembre 2025 | 02 61 91 01 60 | "
            "fiches/les-hauts/mairie-annexe-des-hauts.yml |") in lisible


def test_a_week_later_nothing_is_written_if_nothing_changed(port_exemple, fausse, milieu):
    lance("remind", port_exemple, **milieu)
    ecrites = len(fausse.ecritures)
    fait = lance("remind", port_exemple, **milieu)
    assert "Rien à changer" in fait.output and len(fausse.ecritures) == ecrites


def test_every_fiche_that_stale_names_for_a_role_is_in_its_issue(port_exemple, fausse, milieu):
    lance("remind", port_exemple, **milieu)
    for issue in fausse.issues:
        if not (lu := re.match(r"<!-- quifaitquoi:role:([\w-]+) -->", issue["body"])):
            continue  # the sheets on walls are nobody's in particular
        role = lu[1]
        dites = lance("stale", port_exemple, "--par", role, "--format", "json", **milieu).output
        for fichier in re.findall(r'"fichier": "([^"]+)"', dites):
            assert fichier in unescape(issue["body"])


def test_hostile_names_stay_text(port_exemple, tmp_path, fausse, milieu):
    shutil.copytree(port_exemple, tmp_path / "pe")
    fiche = tmp_path / "pe/fiches/les-hauts/mairie-annexe-des-hauts.yml"
    fiche.write_text(re.sub("(?m)^nom: .*$", 'nom: "@tous | <b>x</b> <!-- quifaitquoi:liens -->"', fiche.read_text()))
    lance("remind", tmp_path / "pe", **milieu)
    corps = "".join(issue["body"] for issue in fausse.issues)
    assert "@tous" not in unescape(corps) and "<b>" not in corps and "quifaitquoi:liens" not in corps


def test_without_a_token_a_sentence_says_so(port_exemple, fausse):
    fait = lance("remind", port_exemple, SOURCE_DATE_EPOCH="1795132800")
    assert fait.exit_code == 1 and "Il manque GITHUB_TOKEN" in fait.output and fausse.demandes == []


def test_without_a_network_a_sentence_says_so(port_exemple, milieu):
    fait = lance("remind", port_exemple, **{**milieu, "GITHUB_API_URL": "http://127.0.0.1:9"})
    assert fait.exit_code == 1 and "La forge ne répond pas" in fait.output
    assert milieu["GITHUB_TOKEN"] not in fait.output and "Traceback" not in fait.output


def test_a_token_that_the_forge_does_not_know_is_told_without_showing_it(port_exemple, milieu):
    fait = lance("remind", port_exemple, **{**milieu, "GITHUB_TOKEN": "perime-123"})
    assert fait.exit_code == 1 and "(401)" in fait.output and "perime-123" not in fait.output
