"""One small territory made in memory: a test says what its fiche holds and reads its page."""

from __future__ import annotations

import pytest

from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.annuaire.model.annuaire import Annuaire
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.organisme import Organisme
from quifaitquoi.annuaire.model.quartier import Quartier
from quifaitquoi.annuaire.model.vocabulaire import Besoin, LangueParlee, Public, Racine, Sigle, TempsDeVie, Vocabulaire
from quifaitquoi.langues import langue
from quifaitquoi.site.sommaire import planifier

ANNUAIRE = {
    "nom": "Qui fait quoi à Essai", "territoire": "Essai", "presentation": "Toutes les adresses.",
    "emprise": {"sud": "46", "ouest": "-6", "nord": "47", "est": "-3"}, "roles": {"equipe": {"nom": "Équipe d'essai"}},
    "urgences": [{"numero": "115", "nom": "Abri", "pour": "Vous ne savez pas où dormir"}],
    "contact": {"courriel": "bonjour@example.org", "telephone": "02 61 91 00 00"},
    "depot": {"modifier": "https://forge.example.org/edit", "signaler": "https://forge.example.org/signaler"},
}
FICHE = {"nom": "La Halte", "genre": "lieu", "services": [{"quoi": "douche"}]}


def nomme(modele, slug: str, **valeurs):
    element = modele.model_validate(valeurs)
    element.nomme(slug=slug)
    return element


@pytest.fixture
def territoire(aujourdhui):
    """A function from fiches (slug → what they hold) to the territory; `annuaire` changes what holds for all."""

    def fait(fiches: dict[str, dict], code: str = "fr", **annuaire):
        vocabulaire = Vocabulaire(
            racines={"se-laver": nomme(Racine, "se-laver", nom="Se laver", pictogramme="shower")},
            besoins={
                "douche": nomme(Besoin, "douche", nom="Douche", racines=["se-laver"], pictogramme="shower", revue="6"),
                "laverie": nomme(
                    Besoin, "laverie", nom="Laver son linge", racines=["se-laver"], pictogramme="washing-machine", revue="6"
                ),
            },
            publics={
                "etudiants": nomme(Public, "etudiants", nom="Étudiants"),
                "entourage": nomme(Public, "entourage", nom="Proches"),
            },
            langues={
                "fr": nomme(LangueParlee, "fr", nom="français", natif="français", sens="ltr"),
                "ar": nomme(LangueParlee, "ar", nom="arabe", natif="العربية", sens="rtl"),
            },
            temps_de_vie={
                "senior": nomme(TempsDeVie, "senior", nom="Je deviens senior", pictogramme="human-cane", besoins=["douche"])
            },
            sigles={
                "CSAPA": nomme(Sigle, "CSAPA", nom="Centre de soins en addictologie", explication="Pour parler d'alcool."),
                "CHU": nomme(Sigle, "CHU", nom="Centre d'hébergement d'urgence"),
            },
        )
        elements = {}
        for slug, valeurs in fiches.items():
            fiche = nomme(Fiche, slug, **{**FICHE, **valeurs})
            fiche.nomme(zone="centre")
            elements[slug] = fiche
        directory = Directory(
            Annuaire.model_validate({**ANNUAIRE, **annuaire}), vocabulaire, elements,
            {"ville": nomme(Organisme, "ville", nom="Ville d'Essai", contact={"site": "https://ville.example.org"})},
            {"centre": nomme(Quartier, "centre", nom="Centre", centre=[46.5, -5.3], rayon="900"),
             "partout": nomme(Quartier, "partout", nom="Partout", etendue="partout")})
        return enrichir(directory, aujourdhui)

    return fait


@pytest.fixture
def pages(territoire):
    """A function from fiches to every page as HTML, by its path."""

    def faites(fiches: dict[str, dict], code: str = "fr", **annuaire) -> dict[str, str]:
        feuilles = planifier(territoire(fiches, **annuaire), langue(code))
        return {feuille.chemin: str(feuille.faire().contenu) for feuille in feuilles}

    return faites


@pytest.fixture
def fiche(pages):
    """A function from what a fiche holds to the HTML of its page."""
    return lambda code="fr", **valeurs: pages({"halte": valeurs}, code)["fiches/halte/index.html"]
