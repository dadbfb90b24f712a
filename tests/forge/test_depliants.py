"""`quifaitquoi leaflet --tous --signaler`: one issue about the leaflets that are not what annuaire.yml asks for."""

from html import unescape

import pytest
from click.testing import CliRunner

from quifaitquoi.commands import main
from quifaitquoi.papier.depliants.lot import Resultat
from quifaitquoi.savoir.depliants import Demande
from quifaitquoi.suivi.forge.depliants import depliants_a_revoir
from quifaitquoi.suivi.forge.ticket import met_a_jour

ABREGE = Resultat(Demande("gare", "affiche"), ("depliants/gare-affiche-fr.pdf",), 1, ("Halte des pères",), raison="abrege")
ENTIER = Resultat(Demande("gare"), ("depliants/gare-depliant-fr.pdf",), 2)


@pytest.fixture
def lance(petit_port, tmp_path, monkeypatch):
    """The command, with what became of the leaflets."""

    def lance(resultats, *options, **milieu):
        monkeypatch.setattr("quifaitquoi.papier.depliants.lot.depliants_du_territoire", lambda *a, **k: list(resultats))
        return CliRunner().invoke(main, ["leaflet", str(petit_port), *options, "--vers", str(tmp_path)], env={
            "GITHUB_TOKEN": None, "GITHUB_REPOSITORY": None, **milieu})
    return lance


def test_the_issue_is_one_and_closes_when_everything_fits_again(lance, fausse, milieu):
    fait = lance([ABREGE, ENTIER], "--tous", "--signaler", **milieu)
    assert fait.exit_code == 3 and "Ouverte : n° 1, Dépliants à revoir" in fait.output
    lance([ABREGE, ENTIER], "--tous", "--signaler", **milieu)
    assert fausse.ecritures == ["POST"]
    corps = unescape(fausse.issues[0]["body"])
    assert "gare-affiche-fr : ne tient pas en entier. Seulement dans sa liste : Halte des pères" in corps
    assert "gare-depliant-fr" not in corps and "« selection: auto »" in corps
    fait = lance([ENTIER], "--tous", "--signaler", **milieu)
    assert fait.exit_code == 0 and fausse.issues[0]["state"] == "closed"


def test_one_that_could_not_be_made_ends_with_another_code(lance):
    assert lance([ABREGE, Resultat(Demande("gare"), erreur="Il manque une police", raison="police")], "--tous").exit_code == 1


def test_the_issue_is_about_all_leaflets_or_none(lance, milieu):
    fait = lance([ABREGE], "--quartier", "gare", "--signaler", **milieu)
    assert fait.exit_code == 2 and "« --signaler » va avec --tous" in fait.output


def test_a_name_of_a_leaflet_does_nothing_on_the_forge(forge, fausse):
    met_a_jour(forge, [depliants_a_revoir(["x : échec. Voir @equipe <b>#3</b>"])])
    assert "@equipe" not in fausse.issues[0]["body"] and "<b>" not in fausse.issues[0]["body"]
