"""Controlled terms: one word for one idea, with what people really type to find it."""

from typing import Annotated, Literal

from pydantic import Field

from quifaitquoi.model.types import Court, Element, Liste, Nomme, Phrase, Slug, Terme

Mots = Liste(Court)
Pictogramme = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,60}$")]


class Terme_(Nomme):  # noqa: N801 - `Terme` is the type of a field that points at one
    nom: Court = Field(title="Nom")
    presentation: Phrase | None = Field(None, title="Ce que c'est, en une phrase simple")
    synonymes: Mots | None = Field(None, title="Mots que les gens tapent vraiment")


class Racine(Terme_):
    """One of the dozen tiles of the home page."""

    pictogramme: Pictogramme = Field(title="Pictogramme", description="Une icône « material », sans .svg.")


class Besoin(Terme_):
    """What a person looks for. `revue` is the review rhythm in months."""

    racines: Liste(Slug) = Field(title="Racines")
    pictogramme: Pictogramme = Field(title="Pictogramme", description="Une icône « material », sans .svg.")
    revue: Annotated[int, Field(ge=1, le=24)] = Field(title="Rythme de revue, en mois")
    data_inclusion: Mots | None = Field(None, title="Thématiques de data.inclusion")
    soliguide: Mots | None = Field(None, title="Catégories de Soliguide")


class Public(Terme_):
    """A situation that a service is for."""

    data_inclusion: Mots | None = Field(None, title="Publics de data.inclusion")


class Condition(Terme_):
    """A condition of access, or a paper to bring."""


class LangueParlee(Terme_):
    """A language that is spoken or written at a place: BCP 47 code, name in itself, direction."""

    natif: Court = Field(title="Nom dans la langue elle-même")
    sens: Literal["ltr", "rtl"] = Field(title="Sens d'écriture")


class TempsDeVie(Terme_):
    """A moment of life and the needs that come with it, the most useful first."""

    pictogramme: Pictogramme = Field(title="Pictogramme")
    besoins: Liste(Slug) = Field(title="Besoins")
    publics: Liste(Slug) | None = Field(None, title="Publics")


class Sigle(Terme_):
    """An acronym or an institution's name: what it stands for, what it does, what it was called before."""

    explication: Phrase | None = Field(None, title="Ce que c'est")
    anciens_noms: Mots | None = Field(None, title="Anciens noms")


Cle = Annotated[str, Field(pattern=r"^[^\s:#][^:#\n]{0,59}$")]
CodeLangue = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]


class Besoins(Element):
    racines: dict[Slug, Racine]
    besoins: dict[Slug, Besoin]


class ListePublics(Element):
    publics: dict[Slug, Public]


class Conditions(Element):
    conditions: dict[Slug, Condition]
    documents: dict[Slug, Condition]


class ListeLangues(Element):
    langues: dict[CodeLangue, LangueParlee]


class ListeTempsDeVie(Element):
    temps_de_vie: dict[Slug, TempsDeVie]


class Sigles(Element):
    sigles: dict[Cle, Sigle]


# Each file of directory/vocabulaire/ and what it must be.
FICHIERS: dict[str, type[Element]] = {
    "besoins": Besoins, "publics": ListePublics, "conditions": Conditions, "langues": ListeLangues,
    "temps-de-vie": ListeTempsDeVie, "sigles": Sigles,
}


class Vocabulaire(Element):
    """All the terms of a territory, each list in the order of its file."""

    racines: dict[str, Racine] = {}
    besoins: dict[str, Besoin] = {}
    publics: dict[str, Public] = {}
    conditions: dict[str, Condition] = {}
    documents: dict[str, Condition] = {}
    langues: dict[str, LangueParlee] = {}
    temps_de_vie: dict[str, TempsDeVie] = {}
    sigles: dict[str, Sigle] = {}
