"""`quifaitquoi call-sheet`, as a coordinator types it."""

import re
import shutil

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from quifaitquoi.commands import main


def lance(*arguments):
    return CliRunner().invoke(main, ["call-sheet", *map(str, arguments)], env={"SOURCE_DATE_EPOCH": "1795132800"})


def test_it_writes_the_pdf_and_tells_how_many_calls_that_is(port_exemple, tmp_path):
    fait = lance(port_exemple, "--vers", tmp_path / "sous" / "feuille.pdf")
    assert fait.exit_code == 0
    assert fait.output == f"Écrit : {tmp_path}/sous/feuille.pdf\n15 structures, 15 fiches, 2 lieux où remplacer les feuilles.\n"
    assert (tmp_path / "sous" / "feuille.pdf").read_bytes().startswith(b"%PDF")


def test_asked_for_the_workbook_alone_it_writes_no_pdf(port_exemple, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    fait = lance(port_exemple, "--tableur", "feuille.xlsx", "--quartier", "gare", "--tout")
    assert fait.exit_code == 0
    assert [f.name for f in tmp_path.iterdir()] == ["feuille.xlsx"]


def test_a_workbook_that_is_there_is_never_replaced(port_exemple, tmp_path):
    for nom in ("feuille.xlsx", "feuille-2.xlsx"):
        (tmp_path / nom).write_bytes(b"des reponses")
    fait = lance(port_exemple, "--tableur", tmp_path / "feuille.xlsx", "--vers", tmp_path / "feuille.pdf")
    assert fait.exit_code == 1
    assert fait.output == (f"Erreur : « {tmp_path}/feuille.xlsx » existe déjà, et des réponses y sont peut-être : rien n'a été "
                           f"changé. Donnez un autre nom, ou effacez-le d'abord. Exemple : --tableur {tmp_path}/feuille-3.xlsx\n")
    assert sorted((f.name, f.read_bytes()) for f in tmp_path.iterdir()) == [
        ("feuille-2.xlsx", b"des reponses"), ("feuille.xlsx", b"des reponses")]


def test_when_nothing_is_due_there_is_no_sheet_and_it_says_how_to_have_one(port_exemple, tmp_path):
    fait = lance(port_exemple, "--par", "equipe-ile", "--quartier", "ile-aux-mouettes", "--vers", tmp_path / "f.pdf")
    assert fait.exit_code == 0 and not (tmp_path / "f.pdf").exists()
    assert "Rien à vérifier ici au 20" in fait.output and "--tout" in fait.output


@pytest.mark.parametrize("arguments, phrase", [
    (["--quartier", "gar"], "« gar » n'est pas un quartier. Vouliez-vous dire « gare »"),
    (["--par", "equipe-prot"], "Vouliez-vous dire « equipe-port »"),
    (["--tableur", "feuille.csv"], "le tableur s'écrit en .xlsx. Exemple : --tableur feuille.xlsx"),
    (["--vers", "/proc/nulle/part.pdf"], "ne peut pas être écrit"),
])
def test_what_cannot_be_done_is_said_in_words(port_exemple, arguments, phrase):
    fait = lance(port_exemple, *arguments)
    assert fait.exit_code == 1 and phrase in fait.output, fait.output
    assert "Traceback" not in fait.output


def test_without_the_fonts_it_says_how_to_get_them(port_exemple, tmp_path, monkeypatch):
    from quifaitquoi.pdf import PoliceManquante

    def manque(*_):
        raise PoliceManquante("Les polices des PDF ne sont pas installées. Lancez « make site ».")

    monkeypatch.setattr("quifaitquoi.suivi.appel.feuille_pdf.Composition", manque)
    fait = lance(port_exemple, "--vers", tmp_path / "f.pdf")
    assert fait.exit_code == 1 and "Lancez « make site »" in fait.output


# Of one neighbourhood: a process that has composed the whole directory several times holds gigabytes.
@pytest.mark.parametrize("champ, fichier, zone", [
    ("nom", "fiches/gare/la-roue-libre.yml", "gare"), ("nom", "organismes/sillage.yml", "ile-aux-mouettes")])
def test_what_no_font_draws_is_named_and_stops_nothing_else(port_exemple, tmp_path, champ, fichier, zone):
    territoire = shutil.copytree(port_exemple, tmp_path / "territoire")
    entiere = lance(territoire, "--tout", "--quartier", zone, "--vers", tmp_path / "entiere.pdf")
    vise = territoire / fichier
    lignes = vise.read_text("utf-8").splitlines(keepends=True)
    vise.write_text("".join(f"{champ}: Ꮳemlya\n" if ligne.startswith(f"{champ}:") else ligne for ligne in lignes), encoding="utf-8")
    fait = lance(territoire, "--tout", "--quartier", zone, "--vers", tmp_path / "f.pdf")
    assert fait.exit_code == 1
    assert "Aucune police ne sait imprimer « Ꮳ » (U+13E3) dans " in fait.output and "n'est pas sur la feuille." in fait.output
    reste = "".join(page.extract_text() for page in PdfReader(tmp_path / "f.pdf").pages)
    assert "emlya" not in reste and "�" not in reste
    fiches = [int(re.search(r", (\d+) fiches\.", sortie)[1]) for sortie in (entiere.output, fait.output)]
    assert 0 < fiches[0] - fiches[1] <= 3


def test_where_nothing_at_all_can_be_printed_there_is_no_sheet(port_exemple, tmp_path):
    territoire = shutil.copytree(port_exemple, tmp_path / "territoire")
    annuaire = territoire / "annuaire.yml"
    annuaire.write_text(re.sub(r"(?m)^nom: .*", "nom: Ꮳemlya", annuaire.read_text("utf-8")), encoding="utf-8")
    fait = lance(territoire, "--vers", tmp_path / "f.pdf")
    assert fait.exit_code == 1 and not (tmp_path / "f.pdf").exists()
    assert "(U+13E3) dans l’annuaire" in fait.output
