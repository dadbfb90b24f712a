"""`quifaitquoi links`: what it says of addresses that live, died, moved, sleep or lead astray."""

import shutil
import time
from functools import partial
from html import unescape
from itertools import pairwise

import pytest
from click.testing import CliRunner

from quifaitquoi.base import reseau
from quifaitquoi.commands import main
from quifaitquoi.suivi.forge import liens
from quifaitquoi.suivi.forge.liens import adresses, constats
from serveurs import Repond

MORTE, DEPLACEE, MUETTE, VIVANTE = "morte", "deplacee", "muette", "vivante"


class Site(Repond):
    """Pages of every temper."""

    vues: list = []

    def _repond(self):
        self.vues.append((self.command, self.path, time.monotonic()))
        statut, vers = 200, None
        match self.path.split("?")[0]:
            case "/absente":
                statut = 404
            case "/retiree":
                statut = 410
            case "/en-panne":
                statut = 503
            case "/sans-robots":
                statut = 403
            case "/sans-head":
                statut = 405 if self.command == "HEAD" else 200
            case "/ancienne":
                statut, vers = 301, "/nouvelle"
            case "/ancienne-puis-absente":
                statut, vers = 301, "/absente"
            case "/accueil":
                statut, vers = 302, "/session"
            case "/barre":
                statut, vers = 301, "/barre/"
            case "/rond":
                statut, vers = 302, "/rond"
            case "/a":
                statut, vers = 302, "/b"
            case "/b":
                statut, vers = 301, "/a"
            case "/fichier":
                statut, vers = 301, "file:///etc/passwd"
            case "/chez-vous":
                statut, vers = 302, "http://10.0.0.1/"
            case "/lente":
                time.sleep(1.5)
            case chemin if chemin.startswith("/saut-"):
                statut, vers = 302, f"/saut-{int(chemin[6:]) + 1}"
        self.send_response(statut)
        if vers:
            self.send_header("Location", vers)
        self.end_headers()
        if self.command == "GET" and self.path == "/sans-fin":
            try:
                while True:
                    self.wfile.write(b"x" * 65_536)
            except OSError:
                pass

    do_GET = do_HEAD = _repond


@pytest.fixture
def adresse(site, monkeypatch):
    """A site on this machine, which the check would refuse to ask: here, and only here, it may."""
    vrai = reseau.prive
    monkeypatch.setattr(reseau, "prive", lambda hote, port: hote != "127.0.0.1" and vrai(hote, port))
    Site.vues = []
    return site(Site)


def constat(adresse, **options):
    return constats({adresse: ("fiches/a/b.yml, contact.site",)}, **{"pause": 0, "delais": (2, 0.5), **options})[0]


@pytest.mark.parametrize("chemin, etat", [
    ("/", VIVANTE), ("/absente", MORTE), ("/retiree", MORTE), ("/en-panne", MUETTE), ("/sans-robots", VIVANTE),
    ("/sans-head", VIVANTE), ("/ancienne", DEPLACEE), ("/ancienne-puis-absente", MORTE), ("/accueil", VIVANTE),
    ("/barre", VIVANTE), ("/rond", MORTE), ("/a", MORTE), ("/saut-1", MORTE), ("/fichier", MORTE), ("/chez-vous", MORTE),
    ("/lente", MUETTE), ("/sans-fin", VIVANTE),
])
def test_each_address_gets_its_verdict(adresse, chemin, etat):
    assert constat(adresse + chemin).etat == etat


def test_a_moved_one_says_where_to(adresse):
    assert constat(f"{adresse}/ancienne").vers == f"{adresse}/nouvelle"


def test_a_page_is_asked_for_its_head_first_and_no_more_if_that_is_enough(adresse):
    constat(f"{adresse}/")
    assert [methode for methode, *_ in Site.vues] == ["HEAD"]


def test_redirections_have_an_end(adresse):
    constat(f"{adresse}/saut-1")
    assert len(Site.vues) <= liens.SAUTS_MAX + 1


def test_a_body_without_end_is_left_there(adresse):
    recue = reseau.requete("GET", f"{adresse}/sans-fin", octets=100_000)
    assert len(recue.corps) == 100_000


def test_one_site_is_asked_one_thing_at_a_time_and_not_in_a_hurry(adresse):
    constats({f"{adresse}/?{n}": () for n in range(4)}, pause=0.1)
    moments = [moment for *_, moment in Site.vues]
    assert all(b - a >= 0.1 for a, b in pairwise(moments))


@pytest.mark.parametrize("mauvaise", ["http://127.0.0.1/", "http://[::1]/", "http://10.1.2.3/", "http://169.254.169.254/latest",
                                      "http://localhost:1/", "http://0.0.0.0/", "ftp://example.org/", "http://a:99999999/"])
def test_nobody_s_own_network_is_asked_anything(mauvaise, monkeypatch):
    demandees = []
    monkeypatch.setattr(reseau, "requete", lambda *a, **k: demandees.append(a))
    assert constat(mauvaise).etat == MORTE and demandees == []


def test_every_address_of_fiches_and_organisations_is_asked(directory):
    trouvees = adresses(directory)
    assert any("organismes/" in ou for ous in trouvees.values() for ou in ous)
    assert {"contact.site", "sources[1].adresse"} <= {ou.split(", ")[1] for ous in trouvees.values() for ou in ous}


@pytest.fixture
def territoire(petit_port, tmp_path, adresse, monkeypatch):
    """Port-Exemple with two addresses only: one that lives on this machine, and one that died."""
    shutil.copytree(petit_port, tmp_path / "pe")
    trouvees = {f"{adresse}/": ("fiches/gare/x.yml, contact.site",), f"{adresse}/absente": ("fiches/gare/@y.yml, contact.site",)}
    monkeypatch.setattr("quifaitquoi.commands.links.adresses", lambda directory: trouvees)
    monkeypatch.setattr("quifaitquoi.commands.links.constats", partial(constats, pause=0))
    return tmp_path / "pe"


def lance(*arguments, **milieu):
    return CliRunner().invoke(main, ["links", *map(str, arguments)], env={
        "GITHUB_TOKEN": None, "GITHUB_REPOSITORY": None, "SOURCE_DATE_EPOCH": "1795132800", **milieu})


def test_a_dead_address_is_told_and_stops_nothing(territoire):
    fait = lance(territoire)
    assert fait.exit_code == 0, fait.output
    assert fait.output.startswith("2 adresses : 1 morte, 0 déplacée, 0 sans réponse.")
    assert "page introuvable (404)" in fait.output


def test_the_issue_is_one_and_says_the_same(territoire, fausse, milieu):
    assert "Ouverte : n° 1, Adresses web à corriger" in lance(territoire, "--signaler", **milieu).output
    lance(territoire, "--signaler", **milieu)
    assert len(fausse.issues) == 1 and fausse.ecritures == ["POST"]
    corps = unescape(fausse.issues[0]["body"])
    assert "page introuvable (404)" in corps and "@y" not in corps


def test_without_a_network_nothing_is_published(territoire, fausse, milieu, monkeypatch):
    def coupee(*arguments, **options):
        raise reseau.SansReponse("connexion impossible")
    monkeypatch.setattr(liens.reseau, "prive", coupee)
    fait = lance(territoire, "--signaler", **milieu)
    assert fait.exit_code == 1 and "cette machine n'a sans doute pas internet" in fait.output and fausse.demandes == []


def test_without_a_token_it_is_told_before_anybody_is_asked(territoire):
    fait = lance(territoire, "--signaler")
    assert fait.exit_code == 1 and "Il manque GITHUB_TOKEN" in fait.output and Site.vues == []
