"""relais.yml: the places that hang our sheets, for those who bring new ones. Internal: no page and no open data says it."""

from typing import Annotated

from pydantic import Field

from quifaitquoi.annuaire.model.confiance import Acceptation
from quifaitquoi.annuaire.model.types import Cite, Court, Element, Jour, Liste, Slug, Sorte, Telephone, UnOuPlusieurs

SEMAINES = 4


class Relais(Element):
    """A shop, a stairwell, a town hall: a place, never a person."""

    lieu: Annotated[Court, Sorte.NOTE] = Field(
        title="Lieu", description="Le nom du lieu où la feuille est affichée, jamais celui d'une personne.",
        examples=["Boulangerie de la place"])
    quartier: Slug = Field(title="Quartier", examples=["meinau"])
    langues: UnOuPlusieurs(Cite) | None = Field(
        None, title="Langues des feuilles", description="Absent : la première langue du site.", examples=[["fr", "ar"]])
    feuilles: int = Field(1, title="Nombre de feuilles", ge=1, le=500, examples=[3])
    telephone: Telephone | None = Field(
        None, title="Téléphone du lieu", description="Pour prévenir avant de passer ; jamais un numéro personnel.",
        examples=["03 88 00 00 00"])
    remplace_le: Jour | None = Field(
        None, title="Remplacées le", description="Le dernier jour où de nouvelles feuilles ont été posées. Absent : jamais.",
        examples=["2026-11-12"])


class ListeRelais(Element):
    """All of them, and how long a sheet may hang."""

    semaines: int = Field(
        SEMAINES, title="À remplacer après", ge=1, le=52, description=f"En semaines. Absent : {SEMAINES}.", examples=[4])
    relais: Liste(Relais) = Field(title="Relais", description="Les lieux qui affichent nos feuilles.")
    accepte: Liste(Acceptation) | None = Field(
        None, title="Avertissements acceptés",
        description="Les avertissements de la vérification qui n'ont pas lieu d'être ici.")
