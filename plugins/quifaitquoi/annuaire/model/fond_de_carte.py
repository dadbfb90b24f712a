"""The map background of somebody else, beside the streets that a territory keeps."""

from typing import Annotated, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator

from quifaitquoi.annuaire.model.types import Cite, Element, Sorte, faux


class Fond(Element):
    """A map background, loaded only after the visitor asked for it."""

    nom: Cite = Field(title="Nom", description="Comme il s'affichera dans le choix du fond. Exemple : Plan.")
    tuiles: Annotated[str, Field(pattern=r"^https://[^\s\"'<>`\\]{1,400}$"), Sorte.ADRESSE] = Field(
        title="Adresse des tuiles", description="Avec {z}, {x} et {y}.",
        examples=["https://tuiles.example.org/{z}/{x}/{y}.png"])
    attribution: Cite = Field(title="Attribution", description="À qui l'on doit ce fond. Il s'affiche sur la carte.")
    zoom_max: Annotated[int, Field(ge=1, le=22)] = Field(
        19, title="Agrandissement maximal", description="Le plus grand agrandissement que le service donne. Exemple : 19.")

    @model_validator(mode="after")
    def _z_x_y(self) -> Self:
        if not all(part in self.tuiles for part in ("{z}", "{x}", "{y}")):
            raise faux("tuiles", "l'adresse des tuiles doit contenir {{z}}, {{x}} et {{y}}")
        return self


PLAN_IGN = Fond(
    nom="Plan IGN", attribution="© IGN, Géoplateforme", zoom_max=18,
    tuiles="https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2"
           "&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}")


FondOuAucun = Annotated[
    Annotated[Literal["aucun"], Tag("texte")] | Annotated[Fond, Tag("bloc")],
    Discriminator(lambda valeur: "bloc" if isinstance(valeur, (dict, Fond)) else "texte")]
