"""What other registers call a place or a service: how an import finds it again."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, StringConstraints, WithJsonSchema

from quifaitquoi.annuaire.model.types import CodeInsee, Element, Siret, Sorte, UnOuPlusieurs

# As the source writes it: not always in plain letters (« mediation-numerique--Coop-numérique_30203fcf »).
Identifiant = Annotated[str, StringConstraints(min_length=1, max_length=160, pattern=r"^[^\s<>\"]+$"), Sorte.CITEE,
                        WithJsonSchema({"type": ["string", "integer"]})]
Thematique = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{2,60}--[a-z0-9-]{2,120}$"), Sorte.CITEE]
ObjetOsm = Annotated[str, StringConstraints(pattern=r"^(node|way|relation)/[1-9][0-9]{0,18}$"), Sorte.CITEE]


class IdentifiantsDeBases(Element):
    """One register may hold the same thing twice: then it is a list."""

    data_inclusion: UnOuPlusieurs(Identifiant) | None = Field(
        None, title="Identifiant dans data.inclusion", examples=["dora--cc4e1fbc-533b-46e2-8b33-bc31c33c9ffd"])
    soliguide: UnOuPlusieurs(Identifiant) | None = Field(None, title="Identifiant dans Soliguide", examples=["387"])

    def de_base(self) -> Iterator[tuple[str, str]]:
        """Each (register, identifier) that names this very thing: not its company, its town or its kind."""
        yield from ((nom, valeur) for nom in self.de_bases() for valeur in getattr(self, nom) or ())

    @classmethod
    def de_bases(cls) -> list[str]:
        """The registers that name the very thing."""
        return [nom for nom in cls.model_fields if nom not in ("siret", "insee", "thematiques")]


class IdentifiantsDeService(IdentifiantsDeBases):
    """Those of a service, and what its source files it under."""

    thematiques: UnOuPlusieurs(Thematique) | None = Field(
        None, title="Thématiques dans data.inclusion", examples=["trouver-un-emploi--repondre-a-des-offres-demploi"],
        description="Celles que la source donne à ce service, quand son besoin en a d'autres aussi.")


class Identifiants(IdentifiantsDeBases):
    """Written by « quifaitquoi import », or by whoever knows that two registers speak of one place."""

    siret: Siret | None = Field(
        None, title="SIRET", examples=["99999999900017"], description="Quatorze chiffres, de l'annuaire des entreprises.")
    insee: CodeInsee | None = Field(
        None, title="Code INSEE de la commune", examples=["67482"], description="Ce n'est pas le code postal.")
    france_services: UnOuPlusieurs(Identifiant) | None = Field(
        None, title="Identifiant dans la liste France services", examples=["1820"])
    mediation_numerique: UnOuPlusieurs(Identifiant) | None = Field(
        None, title="Identifiant parmi les lieux de médiation numérique", examples=["Coop-numérique_30203fcf"])
    osm: UnOuPlusieurs(ObjetOsm) | None = Field(None, title="Objet d'OpenStreetMap", examples=["node/4077563890"])
    tableau: UnOuPlusieurs(Identifiant) | None = Field(
        None, title="Identifiant dans un tableau importé", examples=["aide-alimentaire--12"],
        description="Le nom de la correspondance, deux tirets, puis la ligne ou le numéro que le tableau donne.")
