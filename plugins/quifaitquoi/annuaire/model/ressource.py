"""Guides, kits and courses for whoever helps or wants to understand: no place and no right, but a paper, a page or a training."""

from typing import Literal

from pydantic import Field

from quifaitquoi.annuaire.model.confiance import Acceptation, Source
from quifaitquoi.annuaire.model.types import (
    AdresseSure,
    Cite,
    DateSue,
    Liste,
    Mention,
    Nomme,
    OuiNon,
    Phrase,
    Slug,
    Terme,
    UnOuPlusieurs,
)
from quifaitquoi.annuaire.model.vocabulaire import Mots


class Ressource(Nomme):
    """One file of directory/ressources/."""

    nom: Mention = Field(title="Nom", examples=["Premiers secours en santé mentale"])
    genre: Literal["guide", "kit", "cours"] = Field(
        title="Genre", description="guide : à lire. kit : à remplir ou à utiliser. cours : on y apprend avec quelqu'un.")
    pour: Literal["soi", "entourage", "pairs", "benevoles", "professionnels"] = Field(
        title="Pour qui", description="À qui cela sert d'abord : à la personne elle-même, à ses proches, à qui aide.")
    presentation: Phrase = Field(
        title="Ce que c'est, en une phrase simple", examples=["Comment écouter quelqu'un qui va mal"])
    par: Cite | None = Field(
        None, title="Qui l'a fait", description="Un organisme, jamais une personne. Exemple : Ville d'Exemple.")
    langues: UnOuPlusieurs(Terme("langues")) | None = Field(
        None, title="Langues", examples=[["fr", "en"]], description="Absent : personne ne sait.")
    date: DateSue | None = Field(
        None, title="De quand il date", examples=["2025-04"],
        description="Une année, un mois ou un jour. Absent : personne ne sait.")
    page: AdresseSure | None = Field(
        None, title="Page où le lire ou s'inscrire", description="Exemple : https://ville.example.org/guide.")
    fiche: Slug | None = Field(
        None, title="Fiche où on le donne", examples=["maison-des-habitants"],
        description="L'identifiant de la fiche où on le donne, ou qui donne le cours.")
    besoins: UnOuPlusieurs(Terme("besoins")) | None = Field(
        None, title="Besoins", examples=["parler"], description="Les pages de besoin qui le montrent.")
    synonymes: Mots | None = Field(
        None, title="Mots que les gens tapent vraiment", description="La recherche les trouve tous. Exemple : [secourisme, PSSM].")
    jours_difficiles: OuiNon = Field(
        "non", title="Aide à préparer une crise",
        description="oui : montré aussi à côté de « Ma feuille pour les jours difficiles ».")
    sources: Liste(Source) | None = Field(
        None, title="Sources", description="Les autres pages publiques où c'est écrit, avec leur date.")
    accepte: Liste(Acceptation) | None = Field(
        None, title="Avertissements acceptés",
        description="Les avertissements de la vérification qui n'ont pas lieu d'être ici.")
