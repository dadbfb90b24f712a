"""Dated offers: a session, a van that comes, a list of jobs. Each is over by itself after its last day."""

from datetime import date

from pydantic import Field

from quifaitquoi.annuaire.model.confiance import Acceptation, Source
from quifaitquoi.annuaire.model.heures import HeuresDuJour
from quifaitquoi.annuaire.model.lieu import Contact
from quifaitquoi.annuaire.model.types import Element, Jour, Liste, Mention, Nomme, Phrase, Slug, Terme, UnOuPlusieurs


class QuandAnnonce(Element):
    """A day, or all days from one to another, both included."""

    periode = ("du", "au")
    du: Jour = Field(title="Le jour, ou le premier jour", examples=["2026-11-24"])
    au: Jour | None = Field(None, title="Dernier jour", examples=["2026-11-27"], description="Absent : un seul jour.")
    heures: HeuresDuJour | None = Field(
        None, title="Heures", examples=["14h-17h"], description="Les mêmes chaque jour. Absent : personne ne sait.")

    @property
    def fin(self) -> date:
        return self.au or self.du


class Annonce(Nomme):
    """One file of directory/annonces/. It is shown until its last day; the file may be removed afterwards."""

    titre: Mention = Field(
        title="Titre", description="Ce qui est proposé, en quelques mots.", examples=["Vaccination dans le camion"])
    presentation: Phrase | None = Field(None, title="Présentation", description="Une phrase simple, si le titre ne dit pas tout.")
    quand: QuandAnnonce = Field(title="Quand", description="Un jour, ou plusieurs de suite, et les heures si on les sait.")
    fiche: Slug | None = Field(
        None, title="Fiche où cela se passe", description="L'identifiant d'une fiche. Son adresse est dite si elle est publiée.",
        examples=["maison-des-habitants"])
    lieu: Mention | None = Field(
        None, title="Lieu, en quelques mots", description="S'il n'a pas de fiche, ou pour dire où on se retrouve.",
        examples=["Devant la mairie, côté parking"])
    quartiers: UnOuPlusieurs(Slug) | None = Field(
        None, title="Quartiers", description="Absent : tous les quartiers.", examples=["meinau"])
    besoins: UnOuPlusieurs(Terme("besoins")) | None = Field(None, title="Besoins", examples=["sante"])
    publics: UnOuPlusieurs(Terme("publics")) | None = Field(None, title="Pour qui", description="Absent : personne n'est écarté.")
    contact: Contact | None = Field(None, title="Contact", description="Qui appeler pour en savoir plus ou s'inscrire.")
    inscription: Phrase | None = Field(None, title="Pour s'inscrire", examples=["Sans inscription"])
    sources: Liste(Source) = Field(title="Sources", description="Où cela est annoncé, avec la date de l'annonce.")
    accepte: Liste(Acceptation) | None = Field(
        None, title="Avertissements acceptés",
        description="Les avertissements de la vérification qui n'ont pas lieu d'être ici.")

    def tient(self, jour: date) -> bool:
        """Whether it is not over on that day."""
        return self.quand.fin >= jour
