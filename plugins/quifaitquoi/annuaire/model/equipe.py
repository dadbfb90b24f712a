"""Whom one meets there: trades and functions, and those who have been through it themselves."""

from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Field

from quifaitquoi.annuaire.model.heures import HorairesLus
from quifaitquoi.annuaire.model.types import Element, Liste, Terme, UnOuPlusieurs


class Pairs(Element):
    """Peers: what they have lived, never who they are. `plusieurs` says that nobody can be recognised by the rest."""

    vecu: Liste(Literal["rue", "addiction", "psychique", "handicap", "vih", "exil", "justice", "prostitution", "placement",
                        "violences", "deuil"]) = Field(
        title="Ce qu'ils ont vécu", examples=[["rue", "addiction"]],
        description="psychique : des troubles psychiques ; placement : aide sociale à l'enfance ; justice : prison ou peine. "
                    "Jamais un nom, un prénom ou un âge.")
    plusieurs: Literal["oui"] | None = Field(
        None, title="Ils sont plusieurs",
        description="Sans cette ligne, une seule expérience, sans jours ni langues : on reconnaîtrait la personne.")
    horaires: HorairesLus | None = Field(
        None, title="Quand les rencontrer", description="Seulement s'ils sont plusieurs.", examples=[{"mardi": "14h-17h"}])
    langues: Liste(Terme("langues")) | None = Field(
        None, title="Langues que parlent ces pairs", description="Seulement s'ils sont plusieurs.", examples=[["fr", "ti"]])


NomDeMetier = Literal["medecin", "infirmier", "psychologue", "sage-femme", "travailleur-social", "educateur", "conseiller-emploi",
                      "juriste", "avocat", "interprete", "mediateur", "ecrivain-public", "conseiller-numerique",
                      "referent-sante", "referent-budget", "referent-alimentation", "referent-logement"]


class Metier(Element):
    """One trade or function of the team, where it is not there every day or speaks languages of its own. Never a person."""

    metier: NomDeMetier = Field(
        title="Métier ou fonction", examples=["psychologue"],
        description="referent-… : quelqu'un de l'équipe qui s'occupe de cela, santé, budget (Banque de France, dettes), "
                    "alimentation ou logement. Jamais un nom.")
    horaires: HorairesLus | None = Field(
        None, title="Quand ce métier est là", description="S'il n'est pas là tous les jours.", examples=[{"mardi": "14h-17h"}])
    langues: Liste(Terme("langues")) | None = Field(
        None, title="Langues de ce métier", examples=[["ti"]],
        description="Surtout d'un interprète : quelle langue, quel jour.")


def _un_metier(valeur: object) -> object:
    return {"metier": valeur} if isinstance(valeur, str) else valeur


class _NomOuBloc:
    def __get_pydantic_json_schema__(self, core_schema, handler):
        return {"anyOf": [{"enum": [*get_args(NomDeMetier)]}, handler(core_schema)]}


# A plain trade is enough: `equipe: [juriste]`.
Equipe = UnOuPlusieurs(Annotated[Metier, BeforeValidator(_un_metier), _NomOuBloc()])
