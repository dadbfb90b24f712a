"""The emergency and help lines of France, which the program holds: a territory that has no fiche of one shows the program's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from quifaitquoi.annuaire.check.du_programme import lus, pour
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.telephone import repond
from quifaitquoi.annuaire.model.vocabulaire import Vocabulaire

DOSSIER = Path(__file__).parents[1] / "lignes"


def lignes_lues() -> tuple[Lu, ...]:
    """Each line of the program as it was read, by name."""
    return lus(DOSSIER, "fiche")


def avec_les_lignes(directory: Directory) -> Directory:
    """The directory with the lines that it says nothing of itself, in its zone that is everywhere; its emergency numbers without
    a fiche lead to them. Itself in another country, without such a zone, or where annuaire.yml wants none."""
    annuaire = directory.annuaire
    partout = next((slug for slug, quartier in directory.quartiers.items() if quartier.etendue == "partout"), None)
    if annuaire.lignes_nationales != "oui" or partout is None:
        return directory
    pris = {nom for slug, fiche in directory.fiches.items() for nom in (slug, *(fiche.anciens_slugs or ()))}
    pris |= {numero for fiche in directory.fiches.values() if fiche.genre == "telephone" for numero in numeros(fiche)}
    lignes: dict[str, Fiche] = {}
    for lu in lignes_lues():
        siens = {*numeros(lu.element)}
        if not pris & {lu.trouve.slug, *siens} and all(repond(numero, annuaire.pays) for numero in siens) and (
                ligne := _pour(lu.element, directory.vocabulaire)):
            ligne.nomme(slug=lu.trouve.slug, zone=partout, national=True)
            lignes[ligne.slug] = ligne
    menent = {numero: slug for slug, ligne in lignes.items() for numero in numeros(ligne)}
    urgences = tuple(u if u.fiche or _chiffres(u.numero) not in menent else
                     u.model_copy(update={"fiche": menent[_chiffres(u.numero)]}) for u in annuaire.urgences)
    return directory if not lignes else replace(
        directory, annuaire=annuaire.model_copy(update={"urgences": urgences}),
        fiches=dict(sorted((lignes | directory.fiches).items())))


def numeros(fiche: Fiche) -> Iterator[str]:
    """The digits of each number by which a line is called or written to."""
    for contact in filter(None, (fiche.contact, *(service.contact for service in fiche.services))):
        yield from (_chiffres(numero) for numero in (*(n.numero for n in contact.numeros), contact.sms) if numero)


def _chiffres(numero: str) -> str:
    return re.sub(r"\D", "", numero)


def _pour(ligne: Fiche, vocabulaire: Vocabulaire) -> Fiche | None:
    """A copy in the words of the territory; None where it has no word for what the line does."""
    services = tuple(service for service in ligne.services if service.quoi in vocabulaire.besoins)
    return pour(ligne.model_copy(update={"services": services}), vocabulaire) if services else None
