"""A territory of a dozen fiches, invented, with what maps must cope with: circles, outlines, rounds, withheld addresses."""

from __future__ import annotations

from datetime import date

from quifaitquoi.annuaire.enrich import Territoire, enrichir
from quifaitquoi.annuaire.model.annuaire import Annuaire
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.quartier import Ligne, Quartier, Repere
from quifaitquoi.annuaire.model.vocabulaire import Besoin, Racine, Vocabulaire

AUJOURDHUI = date(2026, 11, 20)
FOND = {"nom": "Plan d'essai", "tuiles": "https://tuiles.example.org/{z}/{x}/{y}.png", "attribution": "© Essai <b>gras</b>"}
LA, LO = 46.60, -5.30  # at sea, west of everything


def ici(est: float, nord: float) -> list[float]:
    """A position so many metres east and north of the middle of Port-Exemple."""
    return [round(LA + nord / 111_195, 6), round(LO + est / 76_400, 6)]


QUARTIERS = {
    "vieux-port": {"nom": "Vieux-Port", "contour": [ici(-900, -500), ici(300, -700), ici(500, 100), ici(350, 800), ici(-500, 700)]},
    "les-dunes": {"nom": "Les Dunes", "centre": ici(1600, 300), "rayon": 900, "schematique": "oui"},
    "partout": {"nom": "Partout", "etendue": "partout"},
}
REPERES = {
    "halle": {"nom": "Arrêt Halle", "genre": "arret", "position": ici(0, 0)},
    "gare": {"nom": "Gare maritime", "genre": "gare", "position": ici(-600, -300)},
    "phare": {"nom": "Phare vert", "genre": "batiment", "position": ici(200, 420)},
    "mairie": {"nom": "Place de la Mairie", "genre": "place", "position": ici(-150, 250)},
    "dune": {"nom": "Arrêt Dune", "genre": "arret", "position": ici(1500, 350)},
    "ecole": {"nom": "École des Embruns", "genre": "batiment", "position": ici(1750, 100)},
}
BESOINS = {"douche": "Prendre une douche", "laverie": "Laver son linge", "repas": "Manger un repas"}


def fiche(slug: str, zone: str = "vieux-port", **champs) -> Fiche:
    champs = {"nom": slug.replace("-", " ").capitalize(), "genre": "lieu", "services": [{"quoi": "douche"}]} | champs
    resultat = Fiche.model_validate(champs)
    resultat.nomme(slug=slug, zone=zone)
    return resultat


def place(slug: str, est: float, nord: float, **champs) -> Fiche:
    return fiche(slug, adresse={"voie": "1 rue du Test", "position": ici(est, nord)}, **champs)


FICHES = [
    place("bains-municipaux", 250, 247, services=[{"quoi": "douche"}, {"quoi": "laverie"}]),
    place("maison-du-quai", 260, 255, nom="Maison du Quai"),
    place("cantine-de-la-halle", 20, -10, services=[{"quoi": "repas"}]),
    place("accueil-de-jour", -500, 300),
    place("accueil-de-nuit", -500, 300),  # one address, two doors
    place("foyer-des-dunes", 1620, 330, zone="les-dunes"),
    place("ferme-depuis-peu", 100, 100, etat={"statut": "ferme"}),
    fiche("le-refuge", confidentialite="adresse-non-publiee", adresse={"commune": "Port-Exemple"}),
    fiche("sans-position", adresse={"voie": "2 rue du Test"}),
    fiche("camion-douche", zone="partout", genre="equipe-mobile", tournee=[
        {"lieu": "Devant le phare", "position": ici(200, 420), "du": "2026-10-01", "au": "2099-04-30"},
        {"lieu": "Parking fini", "position": ici(900, 0), "au": "2026-03-01"}]),
]


def invente(fiches=FICHES, reperes=REPERES, quartiers=QUARTIERS, lignes=None, **annuaire) -> Territoire:
    """Enriched as for a site; keyword arguments are fields of annuaire.yml."""
    champs = {"nom": "Annuaire d'essai", "territoire": "Port-Exemple", "presentation": "Inventé.",
              "emprise": {"sud": 46.55, "ouest": -5.38, "nord": 46.65, "est": -5.22}, "roles": {"equipe": {"nom": "Équipe"}},
              "urgences": [{"numero": "115", "nom": "Abri", "pour": "Nulle part où dormir"}], "fond_de_carte": FOND}
    besoin = {"racines": ["laver"], "pictogramme": "shower", "revue": 6}
    vocabulaire = Vocabulaire(
        racines={"laver": _nomme(Racine.model_validate({"nom": "Se laver", "pictogramme": "shower"}), "laver")},
        besoins={slug: _nomme(Besoin.model_validate({"nom": nom} | besoin), slug) for slug, nom in BESOINS.items()})
    return enrichir(Directory(
        annuaire=Annuaire.model_validate(champs | annuaire), vocabulaire=vocabulaire,
        fiches={f.slug: f for f in fiches},
        quartiers={slug: _nomme(Quartier.model_validate(q), slug) for slug, q in quartiers.items()},
        reperes={slug: _nomme(Repere.model_validate(r), slug) for slug, r in reperes.items()},
        lignes={slug: _nomme(Ligne.model_validate(x), slug) for slug, x in (lignes or {}).items()}), AUJOURDHUI)


def _nomme(element, slug):
    element.nomme(slug=slug)
    return element
