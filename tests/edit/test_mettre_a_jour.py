"""`mettre-a-jour`: files of an earlier program say the same facts in the words of this one, and the repository names it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from depot_d_essai import git
from garde import DOSSIER
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.model.formes import FORMES, MARQUE, marque
from quifaitquoi.annuaire.read.yaml_tree import lire_yaml
from quifaitquoi.commands import main
from quifaitquoi.edition.decoupe import editer
from quifaitquoi.edition.depot import programme as module
from quifaitquoi.edition.depot.migrations import migrations
from quifaitquoi.edition.depot.neuf import ecrire
from quifaitquoi.edition.depot.nouveautes import depuis
from quifaitquoi.edition.depot.programme import Programme, lire, poser

TERRITOIRE = Path(__file__).parents[1] / "data/territoire"
ANCIENNE = """\
nom: Maison des essais  # sur la porte
genre: lieu
adresse:
  voie: 1 rue des Essais
horaires:
  lundi au vendredi: 9h-12h
acces:
  porte: [telephoner, sur-orientation]
  # dit au téléphone
  conditions:
    - habiter-la-commune
    - orientation-travailleur-social  # le CCAS
    - sans-alcool-ni-drogue
services:
  - quoi: douche
  - quoi: repas
    acces:
      conditions: [ne-pas-consommer-sur-place]
sources:
  - adresse: https://essai.example.org
    date: 2026-09
"""


@pytest.fixture
def ville(tmp_path) -> Path:
    """A repository of the version 0.0.9, whose files have had no change of form."""
    ici = tmp_path / "ville"
    shutil.copytree(TERRITOIRE, ici / DOSSIER)
    ecrire(ici, "Essai", Programme("0.0.9", "https://github.com/equipe/quifaitquoi", "a" * 40), "github")
    (ici / DOSSIER / MARQUE).write_text(marque(()))
    fiche(ici).write_text(ANCIENNE)
    return ici


def fiche(ville: Path) -> Path:
    return ville / f"{DOSSIER}/fiches/centre/maison-des-essais.yml"


def lance(ville: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["mettre-a-jour", str(ville / DOSSIER), *options], env={"SOURCE_DATE_EPOCH": "1795132800"})


def contenus(ville: Path) -> dict[Path, bytes]:
    return {f: f.read_bytes() for f in ville.rglob("*") if f.is_file()}


@pytest.fixture
def celui_ci(monkeypatch) -> Programme:
    """The program that runs, as if pip had brought it from a tag of a forge."""
    vrai = Programme("0.1.0", "https://github.com/equipe/quifaitquoi", "b" * 40)
    monkeypatch.setattr("quifaitquoi.commands.mettre_a_jour.celui_ci", lambda: vrai)
    return vrai


def test_there_is_a_module_for_each_change_of_form():
    assert tuple(migrations()) == FORMES
    assert all(m.PHRASE.endswith(".") and m.GENRES for m in migrations().values())


@pytest.mark.parametrize("nom", FORMES)
def test_what_is_said_in_the_new_words_already_stays_as_it_is(nom, port_exemple):
    for chemin in port_exemple.glob("fiches/*/*.yml"):
        assert not list(migrations()[nom].editions(lire_yaml(chemin.read_text("utf-8")).valeur)), chemin


@pytest.mark.parametrize("arbre", [None, [], "texte", {}, {"acces": "x"}, {"acces": {"conditions": "x"}},
                                   {"services": "x"}, {"services": ["x", {"acces": []}]},
                                   {"acces": {"conditions": [{"sans-alcool-ni-drogue": "x"}, ["x"]]}}])
def test_a_file_of_any_shape_is_looked_at_without_harm(arbre):
    assert [list(m.editions(arbre)) for m in migrations().values()] == [[] for _ in FORMES]


@pytest.mark.parametrize(("acces", "qui"), [
    ("porte: [sur-orientation]", ["professionnel"]), ("conditions: [orientation-115, orientation-siao]", ["115", "siao"]),
    ("oriente_par: [mairie]\n  porte: [sur-orientation]", ["mairie", "professionnel"]),
    ("porte: [sur-orientation]\n  conditions: [orientation-professionnel, orientation-115]", ["professionnel", "115"])])
def test_who_sends_people_is_said_once(acces, qui):
    texte = f"nom: x\nacces:\n  {acces}\n"
    neuf = editer(texte, migrations()["oriente-par"].editions(lire_yaml(texte).valeur))
    assert lire_yaml(neuf).valeur["acces"] == {"oriente_par": qui}


def test_the_stricter_word_holds_and_what_was_said_already_too():
    for acces, dit in (("conditions: [ne-pas-consommer-sur-place, sans-alcool-ni-drogue]", "refusee"),
                       ("consommation: avant\n  conditions: [sans-alcool-ni-drogue]", "avant")):
        texte = f"nom: x\nacces:\n  {acces}\n"
        neuf = editer(texte, migrations()["consommation"].editions(lire_yaml(texte).valeur))
        assert lire_yaml(neuf).valeur["acces"] == {"consommation": dit}


def test_the_files_the_pin_and_the_workflows_go_to_this_version_and_comments_stay(ville, celui_ci, aujourdhui):
    assert verifier(ville / DOSSIER, aujourdhui).erreurs
    fait = lance(ville, "--hors-ligne")
    assert fait.exit_code == 0, fait.output
    assert not verifier(ville / DOSSIER, aujourdhui).erreurs
    dite = fiche(ville).read_text()
    assert all(f"# {note}" in dite for note in ("sur la porte", "dit au téléphone", "le CCAS"))
    lue = lire_yaml(dite).valeur
    assert lue["acces"] == {"porte": ["telephoner"], "oriente_par": ["travailleur-social"], "consommation": "refusee",
                            "conditions": ["habiter-la-commune"]}
    assert lue["services"][1]["acces"] == {"consommation": "pas-sur-place"}
    assert (ville / DOSSIER / MARQUE).read_text() == marque()
    assert lire((ville / "requirements.txt").read_text()) == celui_ci
    for workflow in (ville / ".github/workflows").glob("*.yml"):
        assert f"/{workflow.name}@{'b' * 40} # v0.1.0\n" in workflow.read_text() and "a" * 40 not in workflow.read_text()
    assert "De la version 0.0.9 à la version 0.1.0" in fait.output and "« acces: oriente_par: »" in fait.output
    assert lance(ville, "--hors-ligne").output == "Tout est déjà à jour (version 0.1.0).\n"


def test_a_trial_shows_the_difference_and_writes_nothing(ville, celui_ci):
    avant = contenus(ville)
    fait = lance(ville, "--hors-ligne", "--essai")
    assert fait.exit_code == 0 and contenus(ville) == avant
    for ligne in ("-  porte: [telephoner, sur-orientation]", "+  porte: [telephoner]", "--- a/requirements.txt", "+oriente-par"):
        assert f"\n{ligne}\n" in fait.output, fait.output


def test_a_change_that_would_break_a_file_changes_nothing(ville, celui_ci, monkeypatch):
    from quifaitquoi.edition.decoupe import Pose
    monkeypatch.setattr(migrations()["consommation"], "editions", lambda arbre: [Pose(("genre",), "leu")])
    avant = contenus(ville)
    fait = lance(ville, "--hors-ligne")
    assert fait.exit_code == 1 and "rien n'a été changé" in fait.output and "« leu » n'est pas possible" in fait.output
    assert contenus(ville) == avant


def test_an_error_that_was_there_before_does_not_stop_an_upgrade(ville, celui_ci):
    (ville / f"{DOSSIER}/fiches/centre/autre.yml").write_text("nom: Autre\ngenre: leu\n")
    assert lance(ville, "--hors-ligne").exit_code == 0


def test_a_file_that_is_no_yaml_stops_it_at_its_line(ville, celui_ci):
    fiche(ville).write_text("nom: x\n\tgenre: lieu\n")
    avant = contenus(ville)
    fait = lance(ville, "--hors-ligne")
    assert fait.exit_code == 1 and "maison-des-essais.yml:2:1: " in fait.output and contenus(ville) == avant


def test_files_of_a_later_program_are_told_at_their_line_by_the_check(ville, aujourdhui):
    (ville / DOSSIER / MARQUE).write_text(marque() + "tout-autrement\n")
    dits = [str(p) for p in verifier(ville / DOSSIER, aujourdhui, base=ville / DOSSIER).problemes if p.fichier == MARQUE]
    assert dits == [f"{MARQUE}:{len(FORMES) + 2}:1: erreur: « tout-autrement » n'est pas connu de ce programme : ces fichiers sont "
                    "pour une version plus récente. Installez celle que nomme requirements.txt (« make check » le fait)"]


def test_files_of_an_earlier_program_are_told_by_the_check(ville, aujourdhui):
    (ville / DOSSIER / MARQUE).write_text("oriente-par\n")
    dits = [str(p) for p in verifier(ville / DOSSIER, aujourdhui, base=ville / DOSSIER).problemes if p.fichier == MARQUE]
    assert dits == [f"{MARQUE}:1:1: avertissement: ces fichiers sont d'une version plus ancienne du programme, et n'ont pas encore "
                    "reçu : consommation. Lancez « quifaitquoi mettre-a-jour »"]


def test_a_territory_without_the_mark_is_read_as_up_to_date(port_exemple, aujourdhui):
    assert not [p for p in verifier(port_exemple, aujourdhui).problemes if p.fichier.endswith(MARQUE)]


def test_an_earlier_program_leaves_the_files_of_a_later_one_alone(ville, celui_ci):
    (ville / DOSSIER / MARQUE).write_text(marque() + "tout-autrement\n")
    avant = contenus(ville)
    fait = lance(ville, "--hors-ligne")
    assert fait.exit_code == 1 and "version plus récente du programme que celle-ci" in fait.output and contenus(ville) == avant


def test_an_earlier_program_leaves_the_pin_of_a_later_one_alone(ville, celui_ci):
    exige = ville / "requirements.txt"
    exige.write_text(exige.read_text().replace("v0.0.9", "v0.10.0"))
    fait = lance(ville, "--hors-ligne")
    assert fait.exit_code == 1 and "nomme la version 0.10.0, plus récente que celle-ci (0.1.0)" in fait.output


def test_the_directory_of_the_program_s_own_repository_has_no_pin_to_raise(tmp_path, celui_ci):
    shutil.copytree(TERRITOIRE, tmp_path / DOSSIER)
    fait = CliRunner().invoke(main, ["mettre-a-jour", str(tmp_path / DOSSIER)], env={"SOURCE_DATE_EPOCH": "1795132800"})
    assert fait.exit_code == 0 and (tmp_path / DOSSIER / MARQUE).read_text() == marque()


@pytest.mark.parametrize("texte, voulu", [
    ("quifaitquoi==0.1.0\n", Programme("0.1.0")),
    ("# x\ngit+https://forge.example.org/a/b@v1.2#egg=quifaitquoi  # v1.2\n",
     Programme("1.2", "https://forge.example.org/a/b", "v1.2")),
    ("requests==2\n", None), ("", None), ("autre-quifaitquoi==1\ngit+https://forge.example.org/a/b@v1#egg=autre\n", None)])
def test_requirements_are_read_as_people_write_them(texte, voulu):
    assert lire(texte) == voulu


def test_another_program_s_workflows_keep_their_version():
    avant, apres = (Programme(v, "https://github.com/equipe/quifaitquoi", r * 40) for v, r in (("1", "a"), ("2", "b")))
    texte = f"uses: autre-equipe/quifaitquoi/.github/workflows/x.yml@{'a' * 40} # v1\nuses: actions/checkout@{'c' * 40} # v7\n"
    assert poser(texte, avant, apres) == texte


@pytest.mark.parametrize("adresse", ["ext::sh -c touch% x", "-u", "git@forge:a/b", "http://forge.example.org/a", "https://a b"])
def test_an_address_that_git_could_take_for_a_command_is_refused(ville, adresse):
    fait = lance(ville, "--programme", adresse)
    assert fait.exit_code == 1 and "n'est pas l'adresse d'un dépôt git" in fait.output


@pytest.fixture
def amont(tmp_path) -> Path:
    """The repository of a program, with two versions and one that tries something."""
    ici = tmp_path / "amont"
    ici.mkdir()
    git(ici, "init", "-q", "-b", "main")
    for version in ("v0.9.0", "v0.10.0", "v0.11.0rc1"):
        (ici / "version").write_text(version)
        git(ici, "add", "-A")
        git(ici, "commit", "-qm", version)
        git(ici, "tag", "-a", "-m", version, version)
    return ici


def test_the_newest_version_is_the_greatest_number_and_its_revision_that_of_the_commit(amont):
    trouve = module.demande(f"file://{amont}")
    voulu = subprocess.run(["git", "rev-parse", "v0.10.0^{commit}"], cwd=amont, capture_output=True, text=True).stdout.strip()
    assert trouve == Programme("0.10.0", f"file://{amont}", voulu)
    assert module.demande(f"file://{amont}@v0.9.0").version == "0.9.0"


def test_a_version_that_is_not_there_is_told_with_those_that_are(ville, amont):
    fait = lance(ville, "--programme", f"file://{amont}@v3")
    assert fait.exit_code == 1 and "« v3 » n'est pas une version de ce dépôt. Connues : v0.9.0, v0.10.0" in fait.output


def test_a_repository_that_does_not_answer_is_a_sentence(ville):
    fait = lance(ville, "--programme", "https://127.0.0.1:9/equipe/quifaitquoi")
    assert fait.exit_code == 1 and "ne répond pas : vérifiez l'adresse et la connexion à internet" in fait.output


def test_news_are_those_since_the_version_one_had():
    journal = "# X\n\n## 0.3.0\n\n- Trois,\n  [voir](a.md).\n\n## 0.2.0 (mars)\n\n- Deux.\n\n## 0.20.0\n\n- Vingt.\n"
    assert depuis(journal, "0.2.0") == ["Trois, voir."] and len(depuis(journal, "0.1")) == 3 and depuis("", "0.1") == []


def test_a_repository_that_could_have_no_workflows_yet_gets_them_once_it_is_known_where_the_program_is_from(ville, celui_ci):
    shutil.rmtree(ville / ".github")
    (ville / "requirements.txt").write_text("quifaitquoi==0.0.9\n")
    assert lance(ville, "--hors-ligne").exit_code == 0
    assert f"@{celui_ci.revision} # v0.1.0" in (ville / ".github/workflows/site.yml").read_text()
    assert (ville / ".github/ISSUE_TEMPLATE/corriger.yml").is_file()
