"""Whatever a repository holds, the review answers in words: strange names, links, broken files, no git."""

from html import unescape

import pytest
from resume_relu import BAINS, ROUE, lisible


@pytest.mark.parametrize("base", ["nulle-part", "--output=/tmp/x", "HEAD^9", "HEAD\nHEAD", ""])
def test_a_base_that_git_does_not_know_is_refused_in_words(depot, base):
    from click.testing import CliRunner

    from quifaitquoi.commands import main
    fait = CliRunner().invoke(main, ["review", "--", base, str(depot.territoire)])
    assert fait.exit_code == 1 and "n'est pas une révision connue de ce dépôt" in fait.output


def test_outside_a_repository_it_says_so(port_exemple, tmp_path):
    import shutil

    from click.testing import CliRunner

    from quifaitquoi.commands import main
    shutil.copytree(port_exemple, tmp_path / "pe")
    fait = CliRunner().invoke(main, ["review", "HEAD", str(tmp_path / "pe")])
    assert fait.exit_code == 1 and "n'est pas dans un dépôt git" in fait.output


def test_as_the_forge_checks_a_proposal_out_only_its_own_changes_are_told(depot, tmp_path_factory):
    git = depot.git
    git("branch", "-q", "proposition")
    depot.change(BAINS, "organisme:", "autres_noms: [Les bains]\norganisme:")
    depot.commit()
    git("checkout", "-q", "proposition")
    depot.change(ROUE, "02 61 91 06 10", "02 61 91 06 11")
    depot.commit()
    git("checkout", "-q", "-")
    git("merge", "-q", "--no-ff", "-m", "fusion", "proposition")
    copie = tmp_path_factory.mktemp("copie")
    git("clone", "-q", "--depth", "2", depot.dossier.as_uri(), str(copie))
    fait, resume, _ = type(depot)(copie).relit(base="HEAD^1")
    assert fait.exit_code == 0, fait.output
    assert "# 1 fiche dans cette proposition" in resume and "La Roue libre" in resume


def test_without_the_revision_before_it_says_what_the_workflow_lacks(depot, tmp_path_factory):
    depot.change(ROUE, "02 61 91 06 10", "02 61 91 06 11")
    depot.commit()
    copie = tmp_path_factory.mktemp("copie")
    depot.git("clone", "-q", "--depth", "1", depot.dossier.as_uri(), str(copie))
    assert "fetch-depth: 2" in type(depot)(copie).relit(base="HEAD^1")[0].output


@pytest.mark.parametrize("nom", ["a|b.yml", "x\n## titre.yml", "<b>.yml", "É.yml", "a.yml.txt", "-p.yml", "@tous.yml"])
def test_files_with_any_name_are_named_and_do_no_harm(depot, nom):
    (depot.territoire / "fiches/gare" / nom).write_text("nom: rien")
    depot.commit()
    (depot.territoire / "fiches/gare" / nom).write_text("nom: autre chose")
    fait, resume, page = depot.relit()
    assert isinstance(fait.exception, SystemExit) and "Traceback" not in fait.output
    assert "\n## titre" not in resume and "<b>" not in resume + page and "@tous" not in unescape(resume)


def test_a_file_that_was_a_link_or_no_text_is_not_compared(depot):
    (depot.territoire / "fiches/gare/lien.yml").symlink_to("/etc/hostname")
    (depot.territoire / "fiches/gare/octets.yml").write_bytes(bytes(range(256)) * 10)
    depot.commit()
    for nom in ("lien", "octets"):
        fichier = depot.territoire / f"fiches/gare/{nom}.yml"
        fichier.unlink()
        fichier.write_text((depot.territoire / ROUE).read_text().replace("La Roue libre", f"Lieu {nom}"))
    resume = lisible(depot.relit()[1])
    assert resume.count("La version d'avant ne se lit pas entièrement") == 2 and "hostname" not in resume


PARTAGES = ["annuaire.yml", "reperes.yml", "quartiers/gare.yml", "organismes/la-voilerie.yml", *(
    f"vocabulaire/{nom}.yml" for nom in ("besoins", "publics", "conditions", "langues", "sigles", "temps-de-vie"))]


@pytest.mark.parametrize("casse", ["nom: [", None])
@pytest.mark.parametrize("fichier", PARTAGES)
def test_a_broken_file_that_all_share_is_told_without_a_traceback(depot, fichier, casse):
    depot.change(ROUE, "02 61 91 06 10", "02 61 91 06 11")
    if casse is None and fichier != "annuaire.yml":
        (depot.territoire / fichier).unlink()
    else:
        (depot.territoire / fichier).write_text(casse or "")
    fait, resume, page = depot.relit()
    assert fait.exception is None or isinstance(fait.exception, SystemExit), fait.exc_info
    assert "roue" in resume.lower() and fichier in lisible(resume) and fichier in page


@pytest.mark.parametrize("fichier", PARTAGES)
def test_a_base_that_was_broken_there_does_not_stop_the_review(depot, fichier):
    bon = (depot.territoire / fichier).read_text()
    (depot.territoire / fichier).write_text("nom: [")
    depot.commit()
    (depot.territoire / fichier).write_text(bon)
    depot.change(ROUE, "02 61 91 06 10", "02 61 91 06 11")
    fait, resume, _ = depot.relit()
    assert fait.exit_code == 0 and "06 11" in resume.replace("\u00a0", " ")


def test_without_git_on_the_machine_it_says_so(depot, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert "git n'est pas installé" in depot.relit()[0].output


def test_a_folder_that_can_t_be_written_is_told(depot):
    (depot.dossier / "sortie").write_text("un fichier")
    fait, *_ = depot.relit()
    assert fait.exit_code != 0 and "Traceback" not in fait.output and "sortie" in fait.output
