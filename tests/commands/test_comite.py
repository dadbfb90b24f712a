"""`quifaitquoi comite`: the folder of a review meeting, read back from the paper."""

import shutil
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from quifaitquoi.commands import main
from quifaitquoi.savoir.echeances import dues
from quifaitquoi.savoir.historique import Changement, Histoire
from quifaitquoi.suivi.appel.questions import RETENUE
from quifaitquoi.suivi.comite.dossier import DEMANDES, FICHES, dossier
from quifaitquoi.suivi.comite.dossier_pdf import en_pdf


def lance(*arguments):
    return CliRunner().invoke(main, ["comite", *map(str, arguments)], env={"SOURCE_DATE_EPOCH": "1795132800"})


def dit(pdf):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(pdf).pages).split())


def test_it_prints_each_fiche_to_tick_and_a_line_of_it_for_whoever_writes(port_exemple, territoire, tmp_path):
    fait = lance(port_exemple, "--quartier", "gare", "--vers", tmp_path / "k.pdf")
    assert fait.exit_code == 0, fait.output
    fiches = dossier(territoire, "gare", Histoire()).fiches
    assert fait.output == (f"Écrit : {tmp_path}/k.pdf\n{len(fiches)} fiches à relire. Après la réunion : "
                           f"quifaitquoi from-sheet {tmp_path}/k.json\n")
    lu = dit(tmp_path / "k.pdf")
    feuille = lu.partition("Pour qui écrit")[2]
    for rang, fiche in enumerate(fiches, 1):
        # A name may go on at the next line with « Relire ensemble » of a foot between.
        assert f"{rang}. {fiche.nom.split()[0]}".replace("'", "’") in feuille, fiche.nom
    assert lu.count("on ne sait pas") == sum(q.cru != (RETENUE,) for fiche in fiches for q in fiche.questions)


def test_nothing_that_is_to_be_read_together_is_smaller_than_18_points(port_exemple, tmp_path):
    lance(port_exemple, "--quartier", "gare", "--vers", tmp_path / "k.pdf")
    petits = set()

    def regarde(texte, _cm, tm, _police, taille):
        if texte.strip() and abs(tm[3]) * taille < 17.9 and abs(tm[0]) * taille < 17.9:
            petits.add(texte.strip())

    for page in list(PdfReader(tmp_path / "k.pdf").pages)[:4]:
        page.extract_text(visitor_text=regarde)
    assert all("Relire ensemble" in t or "page" in t or t.startswith(("20", "sur")) for t in petits), petits


def test_at_most_twenty_the_most_in_need_of_it_first(territoire):
    for quartier in territoire.directory.quartiers:
        slugs = [fiche.slug for fiche in dossier(territoire, quartier, Histoire()).fiches]
        urgentes = [due.vue.slug for due in dues(territoire) if due.vue.slug in slugs]
        assert len(slugs) <= FICHES and slugs[:len(urgentes)] == urgentes


def test_an_address_that_is_not_published_is_neither_said_nor_asked_for(territoire, aujourdhui):
    fiches = {f.slug: f for q in territoire.directory.quartiers for f in dossier(territoire, q, Histoire()).fiches}
    retenues = [slug for slug in fiches if territoire.fiches[slug].retenue]
    assert retenues
    for slug in retenues:
        demandees = {q.champ: q.cru for q in fiches[slug].questions}
        assert demandees["confidentialite"] == (RETENUE,) and not demandees.keys() & {"adresse", "tournee", "secteur"}
    assert all(q.champ in DEMANDES for f in fiches.values() for q in f.questions)


def test_what_changed_in_the_neighbourhood_within_a_month_is_read_out_first(territoire, tmp_path, aujourdhui):
    midi = datetime(aujourdhui.year, aujourdhui.month, aujourdhui.day, 12, tzinfo=UTC)
    passes = (Changement("laverie-des-voyageurs", midi - timedelta(3), "a", champs=("horaires",)),
              Changement("laverie-des-voyageurs", midi - timedelta(60), "b", champs=("adresse",)),
              Changement("la-chaloupe", midi - timedelta(3), "c", champs=("contact",)))
    fait = dossier(territoire, "gare", Histoire(passes, connue=True))
    [(nom, changements)] = fait.devenues
    assert nom == "Laverie des voyageurs" and changements.endswith("changé\u00a0: horaires")
    (tmp_path / "k.pdf").write_bytes(en_pdf(fait, "fr", aujourdhui))
    lu = dit(tmp_path / "k.pdf")
    assert "Ce que sont devenues nos réponses • Laverie des voyageurs, 17 novembre 2026 : changé : horaires" in lu


def test_where_there_is_no_history_it_says_so(port_exemple, tmp_path):
    port = shutil.copytree(port_exemple, tmp_path / "port")
    assert lance(port, "--quartier", "gare", "--vers", tmp_path / "k.pdf").exit_code == 0
    assert "L’histoire de l’annuaire n’est pas connue ici" in dit(tmp_path / "k.pdf")


def test_a_fiche_that_no_font_prints_stops_no_other_and_is_named(port_exemple, tmp_path):
    port = shutil.copytree(port_exemple, tmp_path / "port")
    fiche = port / "fiches/gare/laverie-des-voyageurs.yml"
    fiche.write_text(fiche.read_text("utf-8").replace("nom: Laverie", "nom: 𓀀 Laverie", 1), encoding="utf-8")
    fait = lance(port, "--quartier", "gare", "--vers", tmp_path / "k.pdf")
    assert fait.exit_code == 1 and "laverie-des-voyageurs" in fait.output and "Ce n'est pas dans le dossier" in fait.output
    assert "Laverie" not in dit(tmp_path / "k.pdf") and "Halte de nuit" in dit(tmp_path / "k.pdf")


@pytest.mark.parametrize("arguments, phrase", [
    ([], "Dites pour quel quartier : --quartier gare|ile-aux-mouettes|"),
    (["--quartier", "gar"], "« gar » n'est pas un quartier. Vouliez-vous dire « gare »"),
    (["--quartier", "gare", "--vers", "/proc/nulle/part.pdf"], "ne peut pas être écrit"),
])
def test_what_cannot_be_done_is_said_in_words(port_exemple, arguments, phrase):
    fait = lance(port_exemple, *arguments)
    assert fait.exit_code == 1 and phrase in fait.output, fait.output
