"""Which files a territory is made of, and what each of them is."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quifaitquoi.annuaire.model.genres import GENRES
from quifaitquoi.annuaire.model.types import Element
from quifaitquoi.annuaire.model.vocabulaire import VOCABULAIRES
from quifaitquoi.annuaire.read.faute import Faute
from quifaitquoi.base.carnet import MARQUE, SIGNATURE

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FICHIERS_MAX = 150_000  # a country of 100,000 fiches and its organisations; beyond, the check reads nothing at all
DOSSIERS_MAX = 8
TROP = "trop-de-fichiers"
SEULS = {genre.ou: genre.nom for genre in GENRES.values() if not genre.dossier}
PAR_DOSSIER = {genre.dossier: genre.nom for genre in GENRES.values() if genre.dossier and genre.nom != "fiche"}


@dataclass(frozen=True)
class Trouve:
    """A file of the tree: what it is, its slug, and for a fiche its zone. `faute` says what is wrong with its place.

    `genre` is the name of one of GENRES, or « vocabulaire » with the name of the list as slug.
    """

    fichier: Path
    genre: str | None
    slug: str = ""
    zone: str = ""
    faute: Faute | None = None

    @property
    def modele(self) -> type[Element] | None:
        """What reads it; None for a file out of its place, and for a list that no vocabulary has."""
        if self.genre == "vocabulaire":
            return VOCABULAIRES.get(self.slug)
        return GENRES[self.genre].modele if self.genre else None


def parcourir(racine: Path) -> Iterator[Trouve]:
    """Every file that counts, in a fixed order; a file that would be forgotten silently comes with a fault.

    Where there are too many, the last one is the folder itself, with the fault TROP: the others are only some of them.
    """
    nombre = 0
    fermes: list[OSError] = []
    for dossier, sous_dossiers, fichiers in os.walk(racine, onerror=fermes.append):
        relatif = Path(dossier).relative_to(racine).parts
        # Nowhere else: the same mark among fiches would hide a whole neighbourhood.
        if relatif[:1] == ("build",) and est_un_cache(Path(dossier)):
            sous_dossiers.clear()
            continue
        # Pages, translations, streets and the memory of imports are read elsewhere; hidden folders are tools'.
        ailleurs = () if relatif else ("pages", "traductions", "fond", "imports")
        sous_dossiers[:] = sorted(d for d in sous_dossiers if not d.startswith(".")
                                  and (d not in ailleurs or (Path(dossier) / d).is_symlink()))
        if len(relatif) >= DOSSIERS_MAX and sous_dossiers:
            yield _mal_place(Path(dossier) / sous_dossiers[0], "fichier-mal-place",
                             "trop de dossiers les uns dans les autres : une fiche va dans fiches/<quartier>/")
            sous_dossiers.clear()
        faux_fichiers = [d for d in sous_dossiers if d.endswith((".yml", ".yaml")) or (Path(dossier) / d).is_symlink()]
        sous_dossiers[:] = [d for d in sous_dossiers if d not in faux_fichiers]
        for nom in sorted([*fichiers, *faux_fichiers]):
            nombre += 1
            if nombre > FICHIERS_MAX:
                yield _mal_place(racine, TROP, f"plus de {FICHIERS_MAX} fichiers : rien n'est lu. Faites-en plusieurs "
                                               "annuaires, chacun avec ses quartiers")
                return
            if not nom.startswith(".") and (nom != "README.md" or (Path(dossier) / nom).is_symlink()):
                yield _classe(Path(dossier) / nom, relatif)
    for erreur in fermes:
        yield _mal_place(Path(erreur.filename), "fichier", "ce dossier ne peut pas être lu : droits insuffisants, ou nom trop long")


def est_un_cache(dossier: Path) -> bool:
    """Whether it says so: commands run inside a territory keep what they made in build/cache."""
    marque = dossier / MARQUE
    try:
        return marque.is_file() and marque.read_bytes()[:len(SIGNATURE)] == SIGNATURE.encode()
    except OSError:
        return False


def trouve(fichier: Path, racine: Path) -> Trouve:
    """What a file is, or would be once it is there."""
    return _classe(fichier, fichier.parent.relative_to(racine).parts)


def _classe(fichier: Path, dossiers: tuple[str, ...]) -> Trouve:
    nom, slug = fichier.name, fichier.stem
    if fichier.is_symlink():
        quoi = "dossier" if fichier.is_dir() else "fichier"
        return _mal_place(fichier, "lien", f"ce {quoi} est un lien : remplacez-le par un vrai {quoi}")
    if fichier.is_dir():
        return _mal_place(fichier, "fichier", "c'est un dossier, son nom est celui d'un fichier : enlevez la fin « .yml »")
    if fichier.suffix != ".yml":
        conseil = f" : renommez-le {slug}.yml" if fichier.suffix.lower() in (".yaml", ".yml") else ""
        return _mal_place(fichier, "fichier-ignore", f"« {nom} » n'est pas un fichier .yml, il serait oublié{conseil}")
    match dossiers:
        case () if nom in SEULS:
            return Trouve(fichier, SEULS[nom])
        case ("vocabulaire",):
            return Trouve(fichier, "vocabulaire", slug)
        case (dossier,) if dossier in PAR_DOSSIER:
            return _nomme(fichier, PAR_DOSSIER[dossier], slug)
        case ("fiches", zone):
            return _nomme(fichier, "fiche", slug, zone)
    return _mal_place(fichier, "fichier-mal-place",
                      f"« {nom} » n'est pas à sa place, il serait oublié : une fiche va dans fiches/<quartier>/, un "
                      "organisme dans organismes/, un quartier dans quartiers/, une annonce dans annonces/, "
                      "un guide dans ressources/")


def _nomme(fichier: Path, genre: str, slug: str, zone: str = "") -> Trouve:
    if SLUG.fullmatch(slug) and len(slug) <= 80:
        return Trouve(fichier, genre, slug, zone)
    return _mal_place(fichier, "nom-de-fichier",
                      f"« {fichier.name} » : un nom de fichier s'écrit en minuscules sans accent, chiffres et tirets "
                      "(80 au plus). Exemple : maison-des-habitants.yml")


def _mal_place(fichier: Path, regle: str, phrase: str) -> Trouve:
    return Trouve(fichier, None, faute=Faute(regle, phrase))
