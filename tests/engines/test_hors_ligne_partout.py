"""A copy without network, in each engine: asked for, whole, marked, renewed, taken away. The server truly stops."""

from __future__ import annotations

import os
import shutil
import socket
from contextlib import ExitStack
from pathlib import Path

import pytest

from serveurs import des_fichiers, serveur

SOUS = "annuaire"  # two directories may be on one host


class Reseau:
    """A server on loopback, always at the same address: `coupe` and `rend` are the network's."""

    def __init__(self, dossier: Path):
        with socket.socket() as essai:
            essai.bind(("127.0.0.1", 0))
            self.port = essai.getsockname()[1]
        self._dossier, self._ouvert = dossier, ExitStack()
        self.rend()

    @property
    def adresse(self) -> str:
        return f"http://127.0.0.1:{self.port}/{SOUS}"

    def rend(self) -> None:
        self._ouvert.enter_context(serveur(des_fichiers(self._dossier), self.port))

    def coupe(self) -> None:
        self._ouvert.close()


@pytest.fixture
def reseau(a_midi, tmp_path):
    shutil.copytree(a_midi, tmp_path / SOUS, copy_function=os.link)
    reseau = Reseau(tmp_path)
    yield reseau
    reseau.coupe()


@pytest.fixture
def fenetre(moteur, reseau):
    """A visitor who has kept the whole directory in French."""
    moteur.va(f"{reseau.adresse}/fr/hors-ligne/index.html")
    moteur.attend("document.querySelector('[data-possible]:not([hidden])') && !document.querySelector('[data-garder]').disabled")
    moteur.clique("[data-garder]")
    moteur.attend("document.querySelector('[data-hors-ligne]').getAttribute('aria-busy') === 'false'")
    assert moteur.texte("[data-etat]").startswith("C'est gardé")
    yield moteur
    reseau.coupe()
    reseau.rend()
    moteur.va(f"{reseau.adresse}/fr/hors-ligne/index.html")
    moteur.evalue("navigator.serviceWorker.getRegistrations().then(tous => Promise.all(tous.map(un => un.unregister())))"
                  ".then(() => caches.keys()).then(noms => Promise.all(noms.map(nom => caches.delete(nom))))"
                  ".then(() => { document.title = 'net'; }), 1")
    moteur.attend("document.title === 'net'")


def test_what_was_kept_is_found_and_read_when_the_server_is_gone(fenetre, reseau):
    reseau.coupe()
    fenetre.va(f"{reseau.adresse}/fr/")
    assert fenetre.texte(".hors-connexion") == "Copie du 20 novembre 2026, hors connexion"
    fenetre.va(f"{reseau.adresse}/fr/trouver/index.html#q=douche")
    fenetre.attend("document.querySelector('[data-trouver][data-pret=tout]')")
    assert fenetre.texte(".vignettes a")
    fenetre.va(f"{reseau.adresse}/fr/fiches/la-chaloupe/index.html")
    assert fenetre.texte("h1") == "La Chaloupe, accueil de jour"
    assert fenetre.texte(".feuille-seule .faits") and fenetre.evalue("document.querySelectorAll('h1').length") == 1


def test_a_page_that_is_not_in_the_copy_says_so_and_a_need_is_searched(fenetre, reseau):
    reseau.coupe()
    fenetre.va(f"{reseau.adresse}/fr/quartiers/gare/index.html")
    assert fenetre.texte("h1") == "Cette page n'est pas dans votre copie"
    assert "115" in fenetre.texte(".urgences")
    fenetre.va(f"{reseau.adresse}/fr/besoins/se-laver/index.html")
    assert fenetre.attend("location.hash === '#besoin=se-laver' && document.querySelector('[data-trouver][data-pret=tout]')")
    for ailleurs in ("fr/jamais/index.html", "ar/index.html", "depliants/gare-depliant-fr.pdf"):
        fenetre.va(f"{reseau.adresse}/{ailleurs}")
        assert fenetre.texte("h1") == "Cette page n'est pas dans votre copie"
        assert fenetre.evalue("document.querySelector('.puces a').href").endswith("/fr/trouver/index.html")


def test_a_copy_is_renewed_when_the_network_is_back_and_a_broken_one_changes_nothing(fenetre, reseau, tmp_path):
    lot = tmp_path / SOUS / "fr/hors-ligne/lot.js"
    texte = lot.read_text("utf-8")
    lot.unlink()  # the others of this run have the same file
    lot.write_text(texte.replace('"version":"', '"version":"a').replace("copie du 20", "copie du 21"), "utf-8")
    manquant = tmp_path / SOUS / "fr/hors-ligne/fiches/gare.js"
    contenu = manquant.read_bytes()
    manquant.unlink()
    fenetre.clique("[data-garder]")
    fenetre.attend("document.querySelector('[data-hors-ligne]').getAttribute('aria-busy') === 'false'")
    assert fenetre.texte("[data-etat]") == "Le réseau s'est arrêté : rien n'a changé. Essayez à nouveau plus tard."
    reseau.coupe()
    fenetre.va(f"{reseau.adresse}/fr/fiches/la-chaloupe/index.html")
    assert "20 novembre" in fenetre.texte(".hors-connexion") and fenetre.texte("h1") == "La Chaloupe, accueil de jour"
    manquant.write_bytes(contenu)
    reseau.rend()
    # By itself: the worker looks when a page comes from the network.
    fenetre.va(f"{reseau.adresse}/fr/index.html")
    fenetre.attend(f"(caches.match('{reseau.adresse}/copies.json').then(r => r.text()).then(dit => {{ window.lu = dit; }}), "
                   "window.lu && window.lu.includes('copie du 21'))")
    fenetre.va(f"{reseau.adresse}/fr/hors-ligne/index.html")
    assert "21 novembre" in fenetre.texte("[data-copie-gardee]")


def test_it_can_be_taken_away(fenetre, reseau):
    fenetre.clique("[data-enlever]")
    fenetre.attend("document.querySelector('[data-hors-ligne]').getAttribute('aria-busy') === 'false'")
    assert fenetre.texte("[data-etat]") == "La copie est enlevée de ce téléphone."
    fenetre.evalue("(caches.keys().then(noms => { document.title = 'caches ' + noms.join(); }), 1)")
    assert fenetre.attend("document.title.startsWith('caches') && document.title") in ("caches", "caches ")


def test_leaving_takes_the_copy_and_its_worker_and_leaves_those_of_others(fenetre, reseau, ailleurs):
    fenetre.evalue("(caches.open('quifaitquoi http://ailleurs.example/ copies').then(() => { document.title = 'pose'; }), 1)")
    fenetre.attend("document.title === 'pose'")
    fenetre.clique("[data-quitter]")
    fenetre.attend("document.title === 'Neutre'")
    fenetre.va(f"{reseau.adresse}/fr/confidentialite/index.html")
    fenetre.evalue("(Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()])"
                   ".then(([noms, tous]) => { document.title = 'reste ' + noms.join() + ' ' + tous.length; }), 1)")
    reste = fenetre.attend("document.title.startsWith('reste') && document.title")
    assert reste == "reste quifaitquoi http://ailleurs.example/ copies 0"


def test_leaving_touches_no_worker_of_whoever_else_is_on_the_host(moteur, reseau, tmp_path):
    """The folder above is somebody's too: a page of ours without a copy is under that worker."""
    (tmp_path / "autre.js").write_text("self.addEventListener('activate', e => e.waitUntil(self.clients.claim()));")
    (tmp_path / "index.html").write_text("<title>Autre</title>")
    hote = reseau.adresse.removesuffix(SOUS)
    moteur.va(hote)
    moteur.evalue("(navigator.serviceWorker.register('/autre.js').then(() => navigator.serviceWorker.ready)"
                  ".then(() => { document.title = 'prêt'; }), 1)")
    moteur.attend("document.title === 'prêt'")
    moteur.va(f"{reseau.adresse}/fr/confidentialite/index.html")
    moteur.clique("[data-quitter]")
    moteur.attend("document.title === 'Neutre'")
    moteur.va(hote)
    moteur.evalue("(navigator.serviceWorker.getRegistrations().then(tous => { window.tous = tous.map(un => un.scope); "
                  "tous.forEach(un => un.unregister()); }), 1)")
    assert moteur.attend("window.tous") == [hote]
