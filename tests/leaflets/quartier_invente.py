"""A small territory to print: as many fiches as a test wants, with what it wants in them."""

from __future__ import annotations

from datetime import date

from quifaitquoi.annuaire.enrich import Territoire, enrichir
from quifaitquoi.annuaire.model.annuaire import Annuaire
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.quartier import Quartier, Repere
from quifaitquoi.annuaire.model.vocabulaire import Besoin, Racine, Vocabulaire

AUJOURDHUI = date(2026, 11, 20)
LA, LO = 46.60, -5.30  # at sea, west of everything
VERIFIEE = {"le": "2026-11-01", "comment": "telephone", "par": "equipe"}
BESOINS = {
    "douche": ("Prendre une douche", ["laver"]),
    "laverie": ("Laver son linge", ["laver"]),
    "repas": ("Manger un repas", ["manger"]),
    "colis": ("Colis alimentaire", ["manger"]),
}


def ici(est: float, nord: float) -> list[float]:
    return [round(LA + nord / 111_195, 6), round(LO + est / 76_400, 6)]


def nomme(element, slug: str, zone: str | None = None):
    element.nomme(slug=slug, **({"zone": zone} if zone else {}))
    return element


def fiche(slug: str, zone: str = "quai", **champs) -> Fiche:
    champs = {
        "nom": slug.replace("-", " ").capitalize(),
        "genre": "lieu",
        "services": [{"quoi": "douche"}],
        "verification": VERIFIEE,
        "contact": {"telephone": "02 61 91 00 00"},
    } | champs
    return nomme(Fiche.model_validate({k: v for k, v in champs.items() if v is not None}, context={"pays": "FR"}), slug, zone)


def place(slug: str, est: float = 0, nord: float = 0, **champs) -> Fiche:
    return fiche(slug, **{"adresse": {"voie": "1 rue du Test", "position": ici(est, nord)}} | champs)


def plusieurs(combien: int) -> list[Fiche]:
    """Realistic entries, spread over the neighbourhood."""
    besoins = list(BESOINS)
    return [
        place(
            f"lieu-{n:03}",
            (n * 137) % 900 - 450,
            (n * 271) % 700 - 350,
            services=[{"quoi": besoins[n % 4]}, {"quoi": besoins[(n + 1) % 4]}],
            horaires={"lundi au vendredi": "9h-12h, 14h-17h30", "samedi": "10h-12h"},
            langues={"parlees": ["fr", "ar"]},
            acces={"rendez_vous": "sans"},
            cout="gratuit",
            accessibilite={"plain_pied": "oui"},
            presentation="Un lieu ouvert à tous pour se poser, demander de l'aide et faire ses papiers.",
        )
        for n in range(combien)
    ]


def territoire(fiches, **annuaire) -> Territoire:
    """Enriched; keyword arguments are fields of annuaire.yml."""
    champs = {"nom": "Annuaire d'essai", "territoire": "Port-Exemple", "presentation": "Inventé.", "adresse_du_site": "https://essai.example.org",
              "emprise": {"sud": 46.55, "ouest": -5.38, "nord": 46.65, "est": -5.22}, "roles": {"equipe": {"nom": "Équipe"}},
              "urgences": [{"numero": "115", "nom": "Abri", "pour": "Nulle part où dormir"}]}
    vocabulaire = Vocabulaire(
        racines={slug: nomme(Racine.model_validate({"nom": nom, "pictogramme": "shower"}), slug)
                 for slug, nom in (("manger", "Manger"), ("laver", "Se laver"))},
        besoins={slug: nomme(Besoin.model_validate({"nom": nom, "racines": racines, "pictogramme": "shower", "revue": 6}), slug)
                 for slug, (nom, racines) in BESOINS.items()})
    quartiers = {"quai": {"nom": "Le Quai", "contour": [ici(-600, -500), ici(600, -500), ici(600, 500), ici(-600, 500)]},
                 "vide": {"nom": "Nulle part", "centre": ici(2000, 2000), "rayon": 300}}
    return enrichir(
        Directory(
            annuaire=Annuaire.model_validate({k: v for k, v in (champs | annuaire).items() if v is not None}),
            vocabulaire=vocabulaire,
            fiches={f.slug: f for f in fiches},
            quartiers={slug: nomme(Quartier.model_validate(q), slug) for slug, q in quartiers.items()},
            reperes={
                "halle": nomme(Repere.model_validate({"nom": "Arrêt Halle", "genre": "arret", "position": ici(50, 80)}), "halle")
            },
        ),
        AUJOURDHUI,
    )
