"""Zones people name, and the landmarks they find their way by."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from quifaitquoi.annuaire.model.confiance import Acceptation, Source
from quifaitquoi.annuaire.model.types import Cite, Element, Liste, Nom, Nomme, OuiNon, Paragraphe, Position, Slug, faux


class Quartier(Nomme):
    """A neighbourhood or another zone: an outline, or a centre and a radius in metres.

    `etendue: partout` is a zone without a shape, for lines and services that are everybody's.
    """

    nom: Nom = Field(title="Nom", examples=["Neudorf"])
    presentation: Paragraphe | None = Field(
        None, title="Présentation",
        description="Une phrase pour s'y retrouver. Exemple : autour de la gare, au nord du canal.")
    etendue: Literal["quartier", "partout"] = Field("quartier", title="Étendue")
    contour: Annotated[tuple[Position, ...], Field(min_length=3, max_length=500)] | None = Field(
        None, title="Contour", description="Au moins trois positions, dans l'ordre du tour.")
    centre: Position | None = Field(None, title="Centre", examples=[[48.56790, 7.76010]])
    rayon: Annotated[int, Field(ge=50, le=100_000)] | None = Field(None, title="Rayon en mètres", examples=["800"])
    schematique: OuiNon = Field("non", title="Tracé schématique", description="oui : les cartes le disent.")
    sources: Liste(Source) | None = Field(
        None, title="Sources", description="Les pages publiques où les faits ont été lus, avec leur date.")
    accepte: Liste(Acceptation) | None = Field(
        None, title="Avertissements acceptés",
        description="Les avertissements de la vérification qui n'ont pas lieu d'être ici.")

    @model_validator(mode="after")
    def _une_seule_forme(self) -> Self:
        cercle = self.centre is not None and self.rayon is not None
        moitie = (self.centre is None) != (self.rayon is None)
        if self.etendue == "partout":
            bon = self.contour is None and not cercle and not moitie
        else:
            bon = not moitie and cercle != (self.contour is not None)
        if not bon:
            raise faux("forme", "un quartier a un contour, ou bien un centre et un rayon ; « etendue: partout » n'a "
                                "ni l'un ni l'autre. Exemple : centre: [48.5679, 7.7601] et rayon: 800")
        return self


ARRETS = ("arret", "gare")  # the kinds of landmarks that one travels from


class Repere(Nomme):
    """A landmark or a stop that people name, with its position."""

    nom: Nom = Field(title="Nom", examples=["Arrêt Landsberg"])
    genre: Literal["arret", "gare", "place", "batiment", "parc", "autre"] = Field("autre", title="Genre")
    position: Position = Field(title="Position", examples=[[48.56790, 7.76010]])
    lignes: Liste(Cite) | None = Field(None, title="Lignes qui s'y arrêtent", examples=[["Tram C"]])
    autres_noms: Liste(Cite) | None = Field(
        None, title="Autres noms", description="Comme les gens disent : la recherche les trouve.")
    sources: Liste(Source) | None = Field(
        None, title="Sources", description="Les pages publiques où sa position a été lue.")


class ListeReperes(Element):
    """reperes.yml: every landmark by its slug."""

    reperes: dict[Slug, Repere] = Field(
        title="Repères", description="Ce que tout le monde connaît : arrêts, places, marchés, par identifiant."
    )
