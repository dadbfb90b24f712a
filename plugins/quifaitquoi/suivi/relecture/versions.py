"""The changed fiches in pairs, as they were and as they are, and the territory around the older ones.

Of the base only what changed is read: the rest is as it is now.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from quifaitquoi.annuaire.check.load import Lu, lire
from quifaitquoi.annuaire.check.tree import SLUG, Trouve, parcourir
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.genres import GENRES
from quifaitquoi.base.git import Depot
from quifaitquoi.suivi.relecture import pieces

# The kinds that are told field by field, by the folder of each; a kind without one is a file at the top.
PIECES = {GENRES[nom].ou: nom for nom in pieces.GENRES}
DANS = "|".join(ou for ou in PIECES if not ou.endswith(".yml"))
SEULES = "|".join(re.escape(ou) for ou in PIECES if ou.endswith(".yml"))
RACONTES = re.compile(rf"({SEULES})|({DANS}|fiches/{SLUG.pattern})/{SLUG.pattern}\.yml")
AUTOUR = re.compile(rf"(annuaire|reperes|vacances)\.yml|(vocabulaire|quartiers|organismes)/{SLUG.pattern}\.yml")


@dataclass(frozen=True)
class Paire:
    """One fiche as it was and as it is; None where it was not, or is no more."""

    avant: Lu | None
    apres: Lu | None

    @property
    def lu(self) -> Lu:
        return self.apres or self.avant

    @property
    def discrete(self) -> bool:
        """Whether it withholds its address, or did: then nothing that may betray it is repeated."""
        return any(lu.discret for lu in (self.avant, self.apres) if lu)


@dataclass(frozen=True)
class Versions:
    """`pieces` are the changed files that are no fiche and that are told as well, `autres` all others. `avant` is the territory as
    it was, as far as it changed."""

    paires: tuple[Paire, ...]
    autres: tuple[str, ...]
    avant: Directory
    pieces: tuple[Paire, ...] = ()


def versions(racine: Path, depot: Depot, maintenant: Directory) -> Versions:
    """What changed between `depot` and the files in `racine`, of which `maintenant` was read."""
    changes = depot.changes()
    pays = maintenant.annuaire.pays
    avant = _relus(dict(depot.textes(chemin for chemin in changes if _lisible(chemin))), pays)
    apres = {chemin: lire(_trouve(racine, chemin), racine, Path.cwd(), pays) for chemin in changes
             if RACONTES.fullmatch(chemin) and (racine / chemin).is_file()}
    fiches, siennes = ([{chemin: lu for chemin, lu in cote.items() if chemin.startswith(debut)} for cote in (avant, apres)]
                       for debut in ("fiches/", tuple(PIECES)))
    autres = tuple(chemin for chemin in changes if not any(chemin in cote for cote in (*fiches, *siennes)))
    paires = tuple(Paire(*(cote.get(chemin) for cote in siennes)) for chemin in sorted({*siennes[0], *siennes[1]}))
    return Versions(_en_paires(*fiches), autres, _directory(maintenant, avant.values()), paires)


def _trouve(racine: Path, chemin: str) -> Trouve:
    fichier = Path(chemin)
    if genre := PIECES.get(chemin):
        return Trouve(racine / fichier, genre)
    if genre := PIECES.get(fichier.parent.as_posix()):
        return Trouve(racine / fichier, genre, fichier.stem)
    return Trouve(racine / fichier, "fiche", fichier.stem, fichier.parent.name)


def _lisible(chemin: str) -> bool:
    return bool(RACONTES.fullmatch(chemin) or AUTOUR.fullmatch(chemin))


def _relus(textes: dict[str, bytes], pays: str) -> dict[str, Lu]:
    with tempfile.TemporaryDirectory(prefix="quifaitquoi-") as dossier:
        racine = Path(dossier)
        for chemin, octets in textes.items():
            (racine / chemin).parent.mkdir(parents=True, exist_ok=True)
            (racine / chemin).write_bytes(octets)
        return {trouve.fichier.relative_to(racine).as_posix(): lire(trouve, racine, racine, pays) for trouve in parcourir(racine)}


def _en_paires(avant: dict[str, Lu], apres: dict[str, Lu]) -> tuple[Paire, ...]:
    """By slug, then for what was renamed by the old slug that it keeps, then by its name."""
    restes = dict(avant)
    paires: dict[str, Lu | None] = {}
    for est_la_meme in (_meme_slug, _ancien_slug, _meme_nom):
        for chemin, lu in apres.items():
            if chemin not in paires and (vieux := next((c for c, v in restes.items() if est_la_meme(v, lu)), None)):
                paires[chemin] = restes.pop(vieux)
    return (*(Paire(paires.get(chemin), lu) for chemin, lu in apres.items()), *(Paire(lu, None) for lu in restes.values()))


def _meme_slug(avant: Lu, apres: Lu) -> bool:
    return avant.trouve.slug == apres.trouve.slug


def _ancien_slug(avant: Lu, apres: Lu) -> bool:
    return isinstance(apres.element, Fiche) and avant.trouve.slug in (apres.element.anciens_slugs or ())


def _meme_nom(avant: Lu, apres: Lu) -> bool:
    return bool(avant.element and apres.element) and avant.element.nom.casefold() == apres.element.nom.casefold()


def _directory(maintenant: Directory, avant: Iterable[Lu]) -> Directory:
    """`maintenant` with the elements of `avant` in place of theirs, and without fiches."""
    champs = {"organismes": dict(maintenant.organismes), "quartiers": dict(maintenant.quartiers)}
    listes: dict[str, object] = {}
    for lu in avant:
        match lu.element and lu.trouve.genre:
            case "annuaire":
                champs["annuaire"] = lu.element
            case "reperes":
                champs |= {"reperes": lu.element.reperes, "lignes": lu.element.lignes or {}}
            case "vacances":
                champs["vacances"] = lu.element
            case "vocabulaire":
                listes |= {nom: getattr(lu.element, nom) for nom in type(lu.element).model_fields}
            case "organisme" | "quartier":
                champs[f"{lu.trouve.genre}s"][lu.trouve.slug] = lu.element
    return replace(maintenant, vocabulaire=maintenant.vocabulaire.model_copy(update=listes), fiches={}, **champs)


def tient(fiche: Fiche, directory: Directory) -> bool:
    """Whether all that the fiche refers to is there, so that it can be put into words."""
    organismes = {*(fiche.organisme or ()), *(slug for service in fiche.services for slug in service.organisme or ())}
    quartiers = {fiche.zone, *((fiche.secteur.quartiers or ()) if fiche.secteur else ())}
    besoins = {service.quoi for service in fiche.services}
    return (organismes <= directory.organismes.keys() and quartiers <= directory.quartiers.keys()
            and besoins <= (getattr(directory.vocabulaire, "besoins", None) or {}).keys())
