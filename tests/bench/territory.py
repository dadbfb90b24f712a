"""Territories of any size for measuring: realistic, invented, the same for the same seed."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path
from statistics import mean

import yaml

from quifaitquoi.edition.reponses.comprendre import slug

DEPOT = Path(__file__).parent.parent.parent
MODELE = DEPOT / "tests" / "port-exemple"
BESOINS = ("douche", "repas-chaud", "colis-alimentaire", "aide-aux-demarches", "cours-de-francais", "domiciliation", "laverie",
           "vetements", "conseil-juridique", "depistage", "garde-enfants", "emploi", "aide-numerique", "bibliotheque")
LANGUES = ("fr", "ar", "en", "tr", "es", "ru", "uk", "pt", "ps", "so")
MOTS = ("accueil", "quartier", "ensemble", "atelier", "voisins", "écoute", "papiers", "repas", "café", "enfants", "jardin",
        "entraide", "conseils", "courrier", "santé", "travail", "musique", "cuisine", "lecture", "sport")
JOURS = ("lundi au vendredi", "mardi et jeudi", "lundi, mercredi et vendredi", "mardi au samedi", "lundi au samedi")
HEURES = ("9h-12h, 14h-17h30", "8h30-12h", "13h30-18h", "10h-19h", "9h-12h", "14h-18h30")


def territoire(nombre: int, vers: Path, graine: int = 1) -> Path:
    """A territory with `nombre` fiches in `vers`: Port-Exemple's vocabularies and zones, generated fiches."""
    hasard = random.Random(graine)
    # Announcements and rights lead to fiches of Port-Exemple.
    shutil.copytree(MODELE, vers, ignore=shutil.ignore_patterns(
        "fiches", "annonces", "droits", "ressources", "traductions", "README.md"))
    _sites_seulement(vers / "annuaire.yml")
    zones = _centres(vers / "quartiers")
    organismes = sorted(f.stem for f in (vers / "organismes").glob("*.yml"))
    besoins = [b for b in BESOINS if f"\n  {b}:" in (vers / "vocabulaire" / "besoins.yml").read_text(encoding="utf-8")]
    for numero in range(nombre):
        zone = hasard.choice(sorted(zones))
        dossier = vers / "fiches" / zone
        dossier.mkdir(parents=True, exist_ok=True)
        nom = f"{' '.join(hasard.choices(MOTS, k=2)).capitalize()} {numero}"
        # As `new` names the file.
        (dossier / f"{slug(nom)}.yml").write_text(
            _fiche(nom, numero, hasard, hasard.choice(organismes), besoins, zones[zone]), encoding="utf-8")
    return vers


def _sites_seulement(annuaire: Path) -> None:
    """Without its other languages and its leaflets (measured apart), and without the fiches that its emergency numbers lead to."""
    texte = re.sub(r"(?m)^depliants:\n(?:  .*\n?)*", "", annuaire.read_text(encoding="utf-8"))
    lignes = texte.splitlines(keepends=True)
    annuaire.write_text("".join("langues: [fr]\n" if ligne.startswith("langues:") else ligne for ligne in lignes
                                if not ligne.lstrip().startswith("fiche:")), encoding="utf-8")


def _centres(quartiers: Path) -> dict[str, tuple[float, float]]:
    """The middle of each zone."""
    zones = {fichier.stem: yaml.safe_load(fichier.read_text(encoding="utf-8")) for fichier in quartiers.glob("*.yml")}
    tours = {zone: quartier.get("contour") or [quartier["centre"]] for zone, quartier in zones.items()
             if "contour" in quartier or "centre" in quartier}
    # Of several pieces, the first.
    points = {zone: tour[0] if isinstance(tour[0][0], list) else tour for zone, tour in tours.items()}
    return {zone: (mean(lat for lat, _ in points), mean(lon for _, lon in points)) for zone, points in points.items()}


def _fiche(nom: str, numero: int, hasard: random.Random, organisme: str, besoins: list[str], centre: tuple[float, float]) -> str:
    mots = lambda n: " ".join(hasard.choices(MOTS, k=n))
    latitude, longitude = (milieu + hasard.uniform(-0.005, 0.005) for milieu in centre)
    ouvert = f"  {hasard.choice(JOURS)}: {hasard.choice(HEURES)}\n"
    if hasard.random() < 0.3:
        ouvert += "  premier samedi du mois: 10h-12h\n"
    services = "".join(
        f"  - quoi: {besoin}\n" + (f"    horaires:\n      {hasard.choice(JOURS)}: {hasard.choice(HEURES)}\n"
                                   if hasard.random() < 0.4 else "")
        for besoin in hasard.sample(besoins, k=hasard.randint(1, 3)))
    return f"""\
# yaml-language-server: $schema=fiche.schema.json
nom: {nom}
organisme: {organisme}
genre: lieu
presentation: >-
  Un lieu ouvert à tous. {mots(12).capitalize()}, puis {mots(8)}.
  {mots(14).capitalize()}.
adresse:
  voie: {hasard.randint(1, 200)} rue {mots(2)} {numero}
  code_postal: "67100"
  commune: Port-Exemple
  position: [{latitude:.5f}, {longitude:.5f}]
  y_aller: Bus {hasard.randint(1, 9)}, puis {hasard.randint(2, 9)} minutes à pied
horaires:
{ouvert}  jours fériés: fermé
fermetures:
  - du: 2026-12-24
    au: 2027-01-03
    motif: congés
langues:
  parlees: [{", ".join(dict.fromkeys(["fr", *hasard.choices(LANGUES, k=2)]))}]
publics:
  accueil: inconditionnel
acces:
  porte: [se-presenter, telephoner]
  rendez_vous: {hasard.choice(("sans", "conseille", "obligatoire"))}
  documents: aucun
cout: gratuit
contact:
  telephone: "02 61 91 {numero // 100 % 100:02} {numero % 100:02}"
  site: https://lieu-{numero}.example.org
accessibilite:
  plain_pied: {hasard.choice(("oui", "non", "en-partie"))}
services:
{services}verification:
  le: 2026-{hasard.randint(6, 10):02}-{hasard.randint(1, 28):02}
  comment: telephone
  par: equipe-port
sources:
  - adresse: https://lieu-{numero}.example.org/infos
    date: 2026-0{hasard.randint(1, 9)}
"""
