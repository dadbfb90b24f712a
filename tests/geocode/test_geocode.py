"""Positions come from the address base, once, with their score; in doubt nothing is written, and no secret is sent."""

import functools
import json
import re
import shutil
from contextlib import chdir
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner, Result

from formulaire_rempli import lance
from garde import DOSSIER
from quifaitquoi.annuaire.check import verifier
from quifaitquoi.commands import main
from serveurs import Repond, serveur


class Base(Repond):
    """Answers as the national base does: one feature a candidate."""

    def __init__(self, serveur_de, *args, **kwargs):
        self.base = serveur_de
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        question = parse_qs(urlsplit(self.path).query)["q"][0]
        self.base["questions"].append(question)
        corps = self.base["reponse"]
        corps = corps if isinstance(corps, bytes) else json.dumps({"type": "FeatureCollection", "features": corps}).encode()
        # Whoever is refused may come back at once: nobody sleeps in a test.
        self.rend(corps, self.base["statut"], {"Content-Type": "application/json", "Retry-After": 0})


def candidat(
    score: float = 0.97, genre: str = "housenumber", code: str = "99340", position=(46.1503, -1.1602), nom="4 quai des Goélands"
):
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [position[1], position[0]]},
        "properties": {
            "label": f"{nom} {code} Port-Exemple",
            "score": score,
            "type": genre,
            "postcode": code,
            "city": "Port-Exemple",
        },
    }


@pytest.fixture
def base():
    etat = {"questions": [], "reponse": [], "statut": 200}
    with serveur(functools.partial(Base, etat)) as adresse:
        etat["adresse"] = f"{adresse}/geocodage"
        yield etat


@pytest.fixture
def annuaire(tmp_path, petit_port, aujourdhui) -> Path:
    """Port-Exemple with one fiche that lacks its position."""
    racine = Path(shutil.copytree(petit_port, tmp_path / "annuaire"))
    fiche = racine / "fiches/vieux-port/la-chaloupe.yml"
    fiche.write_text(re.sub(r"(?m)^  (position|score): .*\n", "", fiche.read_text()))
    assert verifier(racine, aujourdhui).directory.fiches["la-chaloupe"].adresse.position is None
    return racine


@pytest.fixture
def ici(annuaire, aujourdhui) -> tuple[float, float]:
    emprise = verifier(annuaire, aujourdhui).directory.annuaire.emprise
    return round((emprise.sud + emprise.nord) / 2, 5), round((emprise.ouest + emprise.est) / 2, 5)


def geocode(base: dict, tmp_path: Path, *chemins: Path) -> Result:
    """In a folder of its own, where the cache is."""
    with chdir(tmp_path):
        fini = CliRunner().invoke(main, ["geocode", *map(str, chemins)],
                                  env={"QUIFAITQUOI_GEOCODAGE": base["adresse"], "SOURCE_DATE_EPOCH": "1795132800"})
    assert fini.exception is None or isinstance(fini.exception, SystemExit), fini.exc_info
    return fini


def la_chaloupe(annuaire: Path) -> Path:
    return annuaire / "fiches/vieux-port/la-chaloupe.yml"


def test_a_sure_match_is_written_with_its_score_and_nothing_else_changes(base, annuaire, ici, tmp_path, aujourdhui):
    avant = la_chaloupe(annuaire).read_text().splitlines()
    base["reponse"] = [candidat(position=ici), candidat(0.6, position=(ici[0] + 0.001, ici[1]))]
    fini = geocode(base, tmp_path, la_chaloupe(annuaire))
    assert fini.exit_code == 0, fini.stderr
    adresse = verifier(annuaire, aujourdhui).directory.fiches["la-chaloupe"].adresse
    assert (adresse.position, adresse.score) == (ici, 0.97)
    apres = la_chaloupe(annuaire).read_text().splitlines()
    assert [ligne for ligne in apres if ligne not in avant] == [
        f"  position: [{ici[0]:.5f}, {ici[1]:.5f}]", "  precision: porte", "  score: 0.97"]
    assert base["questions"] == ["4 quai des Goélands 99340 Port-Exemple"]


@pytest.mark.parametrize(("genre", "precision"), [("street", "rue"), ("locality", "quartier")])
def test_what_has_no_number_is_written_as_the_position_of_its_street_or_of_its_neighbourhood(
        base, annuaire, ici, tmp_path, aujourdhui, genre, precision):
    fiche = la_chaloupe(annuaire)
    fiche.write_text(fiche.read_text().replace("voie: 4 quai des", "voie: Quai des"))
    base["reponse"] = [candidat(position=ici, genre=genre)]
    fini = geocode(base, tmp_path, fiche)
    assert fini.exit_code == 0 and f"position d{'e la rue' if precision == 'rue' else 'u quartier'}" in fini.stdout
    adresse = verifier(annuaire, aujourdhui).directory.fiches["la-chaloupe"].adresse
    assert (adresse.position, adresse.precision) == (ici, precision)


def test_outside_of_france_nobody_is_asked_and_the_way_to_write_a_position_is_told(base, port_exemple, tmp_path):
    ici = tmp_path / "ville"
    assert lance("init", ici, "--modele", port_exemple, reponses=(
        "Trifouillis", "Belgique", "", "Trifouillis", "fr", "Centre", "50.83, 4.34", "900")).exit_code == 0
    fini = geocode(base, tmp_path, ici / DOSSIER)
    assert fini.exit_code == 1 and base["questions"] == []
    assert "ne connaît que la France" in fini.stderr and "position: [50.83560, 4.34570]" in fini.stderr


@pytest.mark.parametrize(("reponse", "dit"), [
    ([], "aucune adresse ne ressemble"),
    ([{"score": 0.5}], "rien n'est assez ressemblant"),
    ([{"genre": "street"}], "pas le numéro"),
    ([{"genre": "municipality"}], "la ville est connue, pas la rue"),
    ([{"code": "67000"}], "le code postal trouvé est 67000"),
    ([{"loin": 5}], "hors du territoire"),
    ([{"score": 0.95}, {"score": 0.94, "loin": 0.002}], "plusieurs adresses se valent"),
])
def test_a_doubtful_match_is_refused_with_its_candidates(base, annuaire, ici, tmp_path, reponse, dit):
    avant = la_chaloupe(annuaire).read_bytes()
    base["reponse"] = [candidat(**{cle: valeur for cle, valeur in dits.items() if cle != "loin"},
                                position=(ici[0] + dits.get("loin", 0), ici[1])) for dits in reponse]
    fini = geocode(base, tmp_path, la_chaloupe(annuaire))
    assert fini.exit_code == 1 and dit in fini.stderr and "la-chaloupe.yml: adresse:" in fini.stderr
    assert not reponse or "Candidats : 4 quai des Goélands" in fini.stderr
    assert la_chaloupe(annuaire).read_bytes() == avant


def test_a_question_is_asked_once(base, annuaire, tmp_path):
    for _ in range(2):
        geocode(base, tmp_path, la_chaloupe(annuaire))
    assert len(base["questions"]) == 1


def test_an_address_that_is_withheld_is_never_sent(base, annuaire, tmp_path, aujourdhui):
    geocode(base, tmp_path, annuaire)
    directory = verifier(annuaire, aujourdhui).directory
    secrets = [fiche for fiche in directory.fiches.values() if fiche.confidentialite]
    assert secrets
    assert not [question for question in base["questions"] for fiche in secrets if fiche.nom in question]
    assert len(base["questions"]) == len({f.slug for f in directory.fiches.values() if not f.confidentialite and f.adresse
                                          and f.adresse.voie and not f.adresse.position})


@pytest.mark.parametrize(
    ("statut", "corps"), [(503, b""), (200, b"<html>"), (200, b'{"features": [{"properties": {}}]}'), (429, b"")]
)
def test_a_service_that_fails_gets_a_sentence(base, annuaire, tmp_path, statut, corps):
    base |= {"statut": statut, "reponse": corps}
    fini = geocode(base, tmp_path, la_chaloupe(annuaire))
    assert fini.exit_code == 1 and "service des adresses" in fini.stderr


def test_without_a_network_it_is_said_plainly(base, annuaire, tmp_path):
    base["adresse"] = "http://127.0.0.1:9/geocodage"
    fini = geocode(base, tmp_path, la_chaloupe(annuaire))
    assert fini.exit_code == 1 and "vérifiez la connexion à internet" in fini.stderr
