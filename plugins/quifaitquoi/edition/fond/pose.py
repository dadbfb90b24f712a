"""The street background put where a territory keeps it, its licence beside it."""

from __future__ import annotations

from pathlib import Path

from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.annuaire.read.fond import DOSSIER, LICENCE, NOM, comprendre
from quifaitquoi.base.fichier import ecrire
from quifaitquoi.base.geometrie import Boite
from quifaitquoi.base.refus import Refus
from quifaitquoi.edition.fond.ecriture import en_texte
from quifaitquoi.edition.fond.extrait import Dire, lire

ATTRIBUTION = "© les contributeurs OpenStreetMap"
_LICENCE = """\
Les rues de ce dossier viennent d'OpenStreetMap, état du {date}.
{attribution}

Elles sont une base de données à part, sous la licence ODbL 1.0 : https://opendatacommons.org/licenses/odbl/1-0/
Qui les montre écrit « {attribution} » ; qui les change et les publie garde cette licence.
https://www.openstreetmap.org/copyright

Le reste de l'annuaire garde la sienne.
"""


def poser(racine: Path, extrait: Path, boite: Boite, date: str, annonce: Dire) -> tuple[Path, int]:
    """Writes fond/rues.txt and its licence; gives the file, and how many ways were left out.

    `date` stands in where the extract has none.
    """
    traits, sienne, trop_longs = lire(extrait, boite, annonce)
    annonce("Écriture")
    texte = en_texte(traits, boite, sienne or date, ATTRIBUTION)
    try:
        comprendre(texte)  # what the check would refuse is not written
    except Illisible as illisible:
        raise Refus(f"Ces rues ne peuvent pas être gardées : {illisible.faute.phrase}") from None
    fichier = racine / DOSSIER / NOM
    ecrire(fichier, texte, racine)
    ecrire(fichier.with_name(LICENCE), _LICENCE.format(date=sienne or date, attribution=ATTRIBUTION), racine)
    return fichier, trop_longs
