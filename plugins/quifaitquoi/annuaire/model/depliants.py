"""The leaflets that a territory wants, in the words of annuaire.yml."""

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from quifaitquoi.annuaire.model.types import Cite, Element, Slug, Sorte, UnOuPlusieurs, faux


def _pages(valeur: object) -> object:
    if isinstance(valeur, str) and not re.fullmatch(r"[1-9]\d{0,2}n?", valeur):
        raise faux("pages", "« {lu} » n'est pas un nombre de pages. Exemples : 2, 8, ou 4n pour un multiple de quatre", lu=valeur)
    return valeur


class DepliantsVoulus(Element):
    """Leaflets that each build makes: every neighbourhood × format × language named here."""

    quartiers: UnOuPlusieurs(Slug) | None = Field(
        None, title="Quartiers", examples=["neudorf", ["neudorf", "meinau"]], description="Absent : tous ceux qui ont des fiches.")
    formats: UnOuPlusieurs(Literal["affiche", "depliant", "livret", "grands-caracteres", "discret"]) = Field(
        title="Formats", examples=["depliant", ["depliant", "livret"]],
        description="affiche : une page à afficher ; depliant : A4 plié en trois ; livret : A5 à agrafer ; "
                    "grands-caracteres : 18 points ; discret : rien au-dehors ne dit ce que c'est.")
    langues: UnOuPlusieurs(Cite) | None = Field(
        None, title="Langues", examples=[["fr", "ar"]], description="Absent : toutes les langues du site.")
    besoins: UnOuPlusieurs(Slug) | None = Field(
        None, title="Besoins", examples=[["manger", "se-laver"]],
        description="Besoins ou racines de vocabulaire/besoins.yml. Absent : tous.")
    pages: Annotated[str, BeforeValidator(_pages), WithJsonSchema({"type": ["string", "integer"]}), Sorte.CITEE] | None = Field(
        None, title="Nombre de pages", examples=["8", "4n"], description="Absent : ce que le format demande.")
    selection: Literal["auto"] | None = Field(
        None, title="Ce qui n'a pas de place", description="Une liste « aussi dans le quartier », avec noms et téléphones. "
                                                           "auto : sans rien dire. Absent : la construction le signale.")
    papier: Literal["a4", "a3"] = Field("a4", title="Papier", description="a3 : pour l'affiche seulement.")
