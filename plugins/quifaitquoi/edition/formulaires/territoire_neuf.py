"""A new territory: all that a directory needs before its first fiche. Words and pages common to all come from another one."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quifaitquoi.annuaire.model.annuaire import Annuaire
from quifaitquoi.annuaire.model.vocabulaire import Vocabulaire
from quifaitquoi.base import fichier
from quifaitquoi.edition.decoupe.ecriture import Valeur, bloc
from quifaitquoi.edition.reponses import comprendre

SCHEMA = "# yaml-language-server: $schema={}plugins/quifaitquoi/schema/{}.schema.json\n"
MARGE = 0.12  # degrees on each side of the centre: about ten kilometres
# Kept word for word from the directory that a new one starts from: they name no place.
COMMUNS = ("README.md", "vocabulaire", "pages/accessibilite.md", "pages/confidentialite.md")
MENTIONS = """# Mentions légales

À compléter avant de publier :

- le nom de l'éditeur, sa forme, son adresse postale et son téléphone ;
- la fonction de la personne responsable de la publication, et comment lui écrire ;
- le nom, l'adresse et le téléphone de l'hébergeur ;
- une boîte de courriel, un téléphone et une adresse postale pour signaler une erreur.
"""


@dataclass(frozen=True)
class TerritoireNeuf:
    """What a new territory says of itself; `centre` in degrees, `rayon` of its first neighbourhood in metres."""

    nom: str
    communes: Sequence[str]
    langues: Sequence[str]
    quartier: str
    centre: tuple[float, float]
    rayon: int


def ecrire(neuf: TerritoireNeuf, modele: Path, urgences: Annuaire, vers: Path) -> list[Path]:
    """Write it into `vers`, which must not be there yet; gives the files that are to be completed."""
    for commun in COMMUNS:
        source, cible = modele / commun, vers / commun
        cible.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, cible)
        elif source.is_file():
            shutil.copyfile(source, cible)
    (vers / "traductions").mkdir()
    for source in (modele / "traductions" / f"{code}.po" for code in neuf.langues):
        if source.is_file():
            fichier.ecrire(vers / "traductions" / source.name, _mots_communs(source.read_text("utf-8")))
    zone = comprendre.slug(neuf.quartier)
    role = f"equipe-{zone}"
    a_completer = {
        "annuaire.yml": _yaml("../", "annuaire", _annuaire(neuf, role, urgences)),
        f"quartiers/{zone}.yml": _yaml("../../", "quartier", {
            "nom": neuf.quartier, "centre": [f"{axe:.5f}" for axe in neuf.centre], "rayon": str(neuf.rayon), "schematique": "oui"}),
        "quartiers/partout.yml": _yaml("../../", "quartier", {"nom": f"Partout à {neuf.nom}", "etendue": "partout"}),
        "reperes.yml": SCHEMA.format("../", "reperes") + "reperes: {}\n",
        "pages/mentions-legales.md": MENTIONS,
    }
    for chemin, texte in a_completer.items():
        fichier.ecrire(vers / chemin, texte)
    (vers / "fiches" / zone).mkdir(parents=True)
    return [vers / chemin for chemin in a_completer]


def _mots_communs(catalogue: str) -> str:
    """The translations of the vocabulary, without those of what the other territory says of itself."""
    entrees = [(entree, re.search(r'^msgctxt "([a-z_]+)\.', entree, re.M)) for entree in catalogue.strip().split("\n\n")]
    return "\n\n".join(entree for entree, sur in entrees if sur is None or sur[1] in Vocabulaire.model_fields) + "\n"


def _yaml(haut: str, genre: str, valeur: Valeur) -> str:
    return SCHEMA.format(haut, genre) + bloc(valeur, 0, 2, 2, "\n") + "\n"


def _annuaire(neuf: TerritoireNeuf, role: str, modele: Annuaire) -> dict:
    sud, ouest = (axe - MARGE for axe in neuf.centre)
    return {
        "nom": f"Qui fait quoi à {neuf.nom}",
        "territoire": neuf.nom,
        "presentation": f"Manger, dormir, se laver, se soigner, faire ses papiers : qui fait quoi, quand et où, à {neuf.nom}.",
        "avertissement": {"texte": "Cet annuaire commence. Appelez avant d'y aller.", "partout": "non"},
        "langues": [*neuf.langues],
        "communes": [*neuf.communes],
        "emprise": {
            "sud": f"{sud:.4f}",
            "ouest": f"{ouest:.4f}",
            "nord": f"{sud + 2 * MARGE:.4f}",
            "est": f"{ouest + 2 * MARGE:.4f}",
        },
        "droits_nationaux": modele.droits_nationaux,
        "roles": {role: {"nom": f"Équipe de {neuf.quartier}"}},
        # National numbers: the same for every territory of the country. Their fiches stay behind.
        "urgences": [
            {"numero": u.numero, "nom": u.nom, "pour": u.pour, **({"besoins": [*u.besoins]} if u.besoins else {})}
            for u in modele.urgences
        ],
    }
