"""Zones people name, the landmarks they find their way by, and the lines that stop there."""

from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag, model_validator

from quifaitquoi.annuaire.model.confiance import Acceptation, Source
from quifaitquoi.annuaire.model.types import Cite, Element, Liste, Nom, Nomme, OuiNon, Paragraphe, Position, Slug, faux

COINS, MORCEAUX = 5000, 100  # at most: an outline as finely as a region publishes it, an archipelago
RIEN = 1e-9  # square degrees: some ten square metres

Anneau = tuple[Position, ...]


def _un_morceau(valeur: object) -> object:
    if isinstance(valeur, (list, tuple)) and not all(isinstance(coin, (list, tuple)) for coin in valeur):
        raise faux("contour", "un morceau de contour est une liste de positions, comme les autres. "
                              "Exemple : - - [48.56790, 7.76010]")
    if isinstance(valeur, (list, tuple)) and len(valeur) < 3:
        raise faux("contour", "un morceau de contour a au moins trois positions")
    return valeur


def _pas_trop_fin(morceaux: tuple[Anneau, ...]) -> tuple[Anneau, ...]:
    if (coins := sum(map(len, morceaux))) > COINS:
        raise faux("contour", "ce contour a {coins} positions, {au_plus} au plus : simplifiez-le", coins=coins, au_plus=COINS)
    return morceaux


def _entoure(tour: Anneau) -> Anneau:
    """A ring that has something in it. In an eight, what the one half has is taken away by the other."""
    if abs(sum(a[1] * b[0] - b[1] * a[0] for a, b in zip(tour, tour[1:] + tour[:1], strict=True))) < RIEN:
        raise faux("contour", "ce contour n'entoure rien, ou se croise : écrivez ses positions dans l'ordre du tour, "
                              "sans répéter la même")
    return tour


def _forme_ecrite(valeur: object) -> str:
    """Whether the first item is a list of lists: pieces, each a ring of positions."""
    premier = valeur[0] if isinstance(valeur, (list, tuple)) and valeur else None
    return "morceaux" if isinstance(premier, (list, tuple)) and premier and isinstance(premier[0], (list, tuple)) else "anneau"


# Which of the two was meant shows in its form, so that a fault in one is not told about both.
Contour = Annotated[
    Annotated[tuple[Position, ...], Field(min_length=3, max_length=COINS), AfterValidator(_entoure), Tag("anneau")]
    | Annotated[tuple[Annotated[Anneau, BeforeValidator(_un_morceau), AfterValidator(_entoure)], ...],
                Field(min_length=1, max_length=MORCEAUX), AfterValidator(_pas_trop_fin), Tag("morceaux")],
    Discriminator(_forme_ecrite)]


class Quartier(Nomme):
    """A neighbourhood or another zone: an outline, or a centre and a radius in metres.

    `etendue: partout` is a zone without a shape, for lines and services that are everybody's.
    """

    nom: Nom = Field(title="Nom", examples=["Neudorf"])
    presentation: Paragraphe | None = Field(
        None, title="Présentation",
        description="Une phrase pour s'y retrouver. Exemple : autour de la gare, au nord du canal.")
    etendue: Literal["quartier", "partout"] = Field("quartier", title="Étendue")
    contour: Contour | None = Field(
        None, title="Contour",
        description="Au moins trois positions, dans l'ordre du tour ; ou plusieurs morceaux, une liste de tours. Un tour à "
                    "l'intérieur d'un autre est un trou. Au plus 5000 positions en tout.")
    centre: Position | None = Field(None, title="Centre", examples=[[48.56790, 7.76010]])
    rayon: Annotated[int, Field(ge=50, le=100_000)] | None = Field(None, title="Rayon en mètres", examples=["800"])
    schematique: OuiNon = Field("non", title="Tracé schématique", description="oui : les cartes le disent.")
    sources: Liste(Source) | None = Field(
        None, title="Sources", description="Les pages publiques où les faits ont été lus, avec leur date.")
    accepte: Liste(Acceptation) | None = Field(
        None, title="Avertissements acceptés",
        description="Les avertissements de la vérification qui n'ont pas lieu d'être ici.")

    @property
    def anneaux(self) -> tuple[Anneau, ...]:
        """The rings of its outline; one that lies in another is a hole. None where it is a circle, or has no shape."""
        if not self.contour:
            return ()
        return self.contour if isinstance(self.contour[0][0], tuple) else (self.contour,)

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
    gtfs: Cite | None = Field(
        None, title="Identifiant dans le réseau (GTFS)", examples=["HOMFER"],
        description="Écrit par « quifaitquoi reperes », qui retrouve l'arrêt par là.")
    autres_noms: Liste(Cite) | None = Field(
        None, title="Autres noms", description="Comme les gens disent : la recherche les trouve.")
    sources: Liste(Source) | None = Field(
        None, title="Sources", description="Les pages publiques où sa position a été lue.")


def _chemin(arrets: tuple[str, ...]) -> tuple[str, ...]:
    for rang, (ici, suivant) in enumerate(pairwise(arrets), 1):
        if ici == suivant:
            raise faux("arrets", "« {lu} » est écrit deux fois de suite : gardez-le une seule fois", lu=suivant, rang=rang)
    return arrets


class Ligne(Nomme):
    """A line of public transport: its stops in the order of one way. One that comes back to where it began says so at its end."""

    nom: Cite = Field(title="Nom", examples=["Tram C"])
    genre: Literal["tram", "bus", "metro", "train", "bateau", "autre"] = Field("autre", title="Genre")
    arrets: Annotated[tuple[Slug, ...], Field(min_length=2, max_length=200), AfterValidator(_chemin)] = Field(
        title="Arrêts, dans l'ordre du parcours", examples=[["arret-landsberg", "arret-esplanade"]],
        description="Au moins deux, par leur identifiant dans « reperes ».")
    gtfs: Cite | None = Field(
        None, title="Identifiant dans le réseau (GTFS)", examples=["C"],
        description="Écrit par « quifaitquoi reperes », qui retrouve la ligne par là.")
    sources: Liste(Source) | None = Field(
        None, title="Sources", description="Les pages publiques où le parcours a été lu.")


class ListeReperes(Element):
    """reperes.yml: every landmark by its slug, every line by its own."""

    reperes: dict[Slug, Repere] = Field(
        title="Repères", description="Ce que tout le monde connaît : arrêts, places, marchés, par identifiant."
    )
    lignes: dict[Slug, Ligne] | None = Field(
        None, title="Lignes", description="Les lignes de transport que les cartes dessinent, d'arrêt en arrêt, par identifiant."
    )
