"""Controlled terms: one word for one idea, with what people really type to find it."""

from typing import Annotated, Literal

from pydantic import Field

from quifaitquoi.annuaire.model.types import Cherche, Cite, Element, Liste, Mention, Nomme, Phrase, Slug, Sorte

Mots = Liste(Cherche)
Pictogramme = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,60}$"), Sorte.CITEE]


class Terme_(Nomme):
    nom: Mention = Field(title="Nom", description="Les mots d'une personne qui cherche. Exemple : Douche.")
    presentation: Phrase | None = Field(
        None, title="Ce que c'est, en une phrase simple", description="Exemple : se laver, avec du savon et une serviette.")
    synonymes: Mots | None = Field(
        None, title="Mots que les gens tapent vraiment",
        description="La recherche les trouve tous. Exemple : [laverie, machine à laver].")


class Racine(Terme_):
    """One of the dozen tiles of the home page."""

    pictogramme: Pictogramme = Field(title="Pictogramme", description="Une icône « material », sans .svg.")


class Besoin(Terme_):
    """What a person looks for. `revue` is the review rhythm in months."""

    racines: Liste(Slug) = Field(
        title="Racines",
        description="Les tuiles de l'accueil où on le trouve, la plus naturelle d'abord. Exemple : [se-laver].")
    pictogramme: Pictogramme = Field(title="Pictogramme", description="Une icône « material », sans .svg.")
    revue: Annotated[int, Field(
        ge=1, le=24)] = Field(title="Rythme de revue, en mois",
        description="Au bout de combien de mois une vérification est à refaire. Exemple : 6.")
    data_inclusion: Liste(Cite) | None = Field(
        None, title="Thématiques de data.inclusion", description="Les termes du schéma national, s'il y en a.")
    soliguide: Liste(Cite) | None = Field(
        None, title="Catégories de Soliguide", description="Les catégories de Soliguide, s'il y en a.")


class Public(Terme_):
    """A situation that a service is for."""

    data_inclusion: Liste(Cite) | None = Field(
        None, title="Publics de data.inclusion", description="Les termes du schéma national, s'il y en a.")


class Condition(Terme_):
    """A condition of access. `sans` says how it is told that a place does not ask it."""

    sans: Mention | None = Field(
        None, title="Comment dire qu'on ne le demande pas",
        description="Pour que « sans_exiger » puisse le dire. Exemple : Sans devoir arrêter l'alcool ou les drogues.")


class Papier(Terme_):
    """A paper to bring."""


class LangueParlee(Terme_):
    """A language that is spoken or written at a place: BCP 47 code, name in itself, direction."""

    natif: Cite = Field(
        title="Nom dans la langue elle-même", description="Comme ses locuteurs l'écrivent. Exemple : العربية.")
    sens: Literal["ltr", "rtl"] = Field(title="Sens d'écriture")


class Sortie(Element):
    """The sheet for the day that one leaves a place: the needs that each of its four parts is about, in turn."""

    de: Literal["prison", "hopital", "foyer"] | None = Field(
        None, title="De quel lieu fermé",
        description="Comme « ouvert_a » d'une fiche : les équipes qui y viennent avant la sortie sont alors sur la feuille.")
    ce_soir: Liste(Slug) = Field(
        title="Ce soir", description="De quoi dormir et manger. Exemple : [hebergement-urgence, repas-chaud].")
    papiers: Liste(Slug) = Field(title="Papiers", description="Exemple : [domiciliation, aide-aux-demarches].")
    traitement: Liste(Slug) = Field(title="Traitement", description="De quoi le continuer. Exemple : [medecin, addictions].")
    qui_appeler: Liste(Slug) = Field(
        title="Qui appeler", description="Seuls ceux qui ont un numéro y sont. Exemple : [ecoute].")


# The parts of that sheet, in their order.
PARTIES = ("ce_soir", "papiers", "traitement", "qui_appeler")


class TempsDeVie(Terme_):
    """A moment of life and the needs that come with it, the most useful first."""

    pictogramme: Pictogramme = Field(title="Pictogramme", description="Une icône « material », sans .svg.")
    besoins: Liste(Slug) = Field(
        title="Besoins", description="Du plus utile au moins utile. Exemple : [domiciliation, douche].")
    publics: Liste(Slug) | None = Field(None, title="Publics", description="Ceux dont les services passent d'abord.")
    sortie: Sortie | None = Field(
        None, title="Feuille du jour de la sortie",
        description="Pour « Je sors de… » : une page à imprimer, avec ce soir, papiers, traitement, qui appeler.")


class Sigle(Terme_):
    """An acronym or an institution's name: what it stands for, what it does, what it was called before."""

    explication: Phrase | None = Field(
        None, title="Ce que c'est", description="Ce que c'est, pour quelqu'un qui n'en a jamais entendu parler.")
    anciens_noms: Liste(Cite) | None = Field(
        None, title="Anciens noms", description="Ceux que les gens disent encore. Exemple : [Pôle emploi].")


Cle = Annotated[str, Field(pattern=r"^[^\s:#][^:#\n]{0,59}$")]
CodeLangue = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]


class Besoins(Element):
    racines: dict[Slug, Racine] = Field(title="Racines", description="La douzaine de tuiles de l'accueil, par identifiant.")
    besoins: dict[Slug, Besoin] = Field(title="Besoins", description="Tout ce qu'une personne peut chercher, par identifiant.")


class ListePublics(Element):
    publics: dict[Slug, Public] = Field(
        title="Publics", description="Les situations pour lesquelles un service est fait, par identifiant."
    )


class Conditions(Element):
    conditions: dict[Slug, Condition] = Field(title="Conditions", description="Ce qu'on demande pour entrer, par identifiant.")
    documents: dict[Slug, Papier] = Field(title="Papiers", description="Les papiers à apporter, par identifiant.")


class ListeLangues(Element):
    langues: dict[CodeLangue, LangueParlee] = Field(title="Langues", description="Par code BCP 47. Exemple : ar, fr, prs.")


class ListeTempsDeVie(Element):
    temps_de_vie: dict[Slug, TempsDeVie] = Field(
        title="Temps de vie", description="Les moments d'une vie et les besoins qui viennent avec, par identifiant."
    )


class Sigles(Element):
    sigles: dict[Cle, Sigle] = Field(title="Sigles", description="Par le sigle lui-même. Exemple : CCAS.")


# Each file of directory/vocabulaire/ and what it must be.
VOCABULAIRES: dict[str, type[Element]] = {
    "besoins": Besoins, "publics": ListePublics, "conditions": Conditions, "langues": ListeLangues,
    "temps-de-vie": ListeTempsDeVie, "sigles": Sigles,
}


class Vocabulaire(Element):
    """All the terms of a territory, each list in the order of its file."""

    racines: dict[str, Racine] = {}
    besoins: dict[str, Besoin] = {}
    publics: dict[str, Public] = {}
    conditions: dict[str, Condition] = {}
    documents: dict[str, Papier] = {}
    langues: dict[str, LangueParlee] = {}
    temps_de_vie: dict[str, TempsDeVie] = {}
    sigles: dict[str, Sigle] = {}

    def noms(self, liste: str) -> dict[str, tuple[str, ...]]:
        """What each term of a list is called, its own name first: for base/lexique.py."""
        return {slug: appele(terme) for slug, terme in getattr(self, liste).items()}


def appele(terme: Terme_) -> tuple[str, ...]:
    """All that a term is called. A name that lists, « Vêtements, couvertures », is called by each part too."""
    natif = (terme.natif,) if isinstance(terme, LangueParlee) else ()
    return (terme.nom, *(terme.nom.split(",") if "," in terme.nom else ()), *natif, *(terme.synonymes or ()))
