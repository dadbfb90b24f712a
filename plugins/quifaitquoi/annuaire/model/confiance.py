"""How much a fiche can be trusted, and whether it still holds: sources, checks, closures, states."""

from datetime import date
from typing import Literal

from pydantic import Field

from quifaitquoi.annuaire.model.types import AdresseWeb, Cite, DateSue, Element, Jour, Liste, Mention, Note, Phrase, Slug
from quifaitquoi.base.jours import lendemain


class Verification(Element):
    """Somebody asked the place itself. A fact that was only read has a source and no verification."""

    le: Jour = Field(title="Date de la vérification", examples=["2026-10-02"])
    comment: Literal["telephone", "visite", "la-structure-elle-meme"] = Field(title="Comment")
    par: Slug = Field(title="Rôle qui a vérifié", description="Un rôle d'annuaire.yml, jamais une personne.")


class Source(Element):
    """A public page or document that facts were read from, and the date of that page where it has one."""

    adresse: AdresseWeb | None = Field(
        None, title="Adresse de la page", description="Exemple : https://ville.example.org/lieux/maison.")
    titre: Cite | None = Field(
        None, title="Titre, pour une source sans adresse", examples=["affichette vue sur la porte"])
    date: DateSue | None = Field(
        None, title="Date de la page", description="Une année, un mois ou un jour ; absente si la page n'en a pas.")
    pour: Liste(Cite) | None = Field(
        None, title="Champs lus dans cette source", examples=[["horaires", "contact.telephone"]],
        description="Absent : toute la fiche.")
    licence: Literal["etalab-2.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0", "ODbL-1.0"] | None = Field(
        None, title="Licence de la source", examples=["ODbL-1.0"],
        description="Si elle en a une (noms SPDX). Ce qui vient d'une source ODbL ou CC-BY-SA n'est pas dans les données ouvertes.")
    note: Note | None = Field(None, title="Remarque", examples=["Page non datée, après 2021"])


class AConfirmer(Element):
    """A fact in doubt: pages say so beside it, and the call sheet asks about it."""

    champ: Cite = Field(title="Champ en doute", examples=["contact.telephone"])
    pourquoi: Phrase = Field(title="Pourquoi", examples=["deux pages donnent deux numéros"])


class Acceptation(Element):
    """A warning that is right to ignore, said where it stands."""

    regle: Cite = Field(title="Nom de la règle", examples=["doublon-probable"])
    texte: Cite | None = Field(
        None, title="Les mots mêmes", examples=["Le 30"],
        description="Seulement pour adresse-divulguee, où l'on n'accepte que des mots précis, qui ne mènent nulle part.")
    pourquoi: Note = Field(
        title="Pourquoi l'avertissement n'a pas lieu d'être",
        description="Une phrase pour qui relira. Exemple : ce sont deux lieux différents.")


class Fermeture(Element):
    """A closure, both days included; without its last day, until further notice."""

    periode = ("du", "au")
    du: Jour = Field(title="Premier jour de fermeture", examples=["2026-12-24"])
    au: Jour | None = Field(
        None, title="Dernier jour de fermeture", examples=["2027-01-03"], description="Absent : jusqu'à nouvel ordre.")
    motif: Mention | None = Field(None, title="Motif", examples=["congés"])

    def tient(self, jour: date) -> bool:
        """Whether it is not over on that day."""
        return self.au is None or self.au >= jour


class Complet(Element):
    """No room for the moment: since when, and until when if it is known."""

    periode = ("depuis", "jusqu_au")
    depuis: Jour = Field(title="Complet depuis", description="Exemple : 2026-11-16.")
    jusqu_au: Jour | None = Field(None, title="Complet jusqu'au", description="Absent : on ne sait pas.")
    precision: Phrase | None = Field(None, title="Précision", examples=["Liste d'attente ouverte"])

    def tient(self, jour: date) -> bool:
        """Whether that was not announced to be over by that day."""
        return self.jusqu_au is None or self.jusqu_au >= jour


class Etat(Element):
    """Anything but plainly in service: planned, on trial, back at a season, suspended, closed or replaced."""

    periode = ("depuis", "jusqu_au")
    statut: Literal["prevu", "experimental", "saisonnier", "suspendu", "ferme", "remplace"] = Field(
        title="Statut",
        description="saisonnier : revient chaque année, à des dates qui changent ; « depuis » dit alors quand il reprend.")
    depuis: DateSue | None = Field(None, title="Depuis", examples=["2024-11"])
    jusqu_au: DateSue | None = Field(None, title="Jusqu'à", examples=["2028"])
    motif: Phrase | None = Field(None, title="Motif", examples=["Incendie"])
    remplace_par: Slug | None = Field(
        None, title="Fiche qui la remplace", description="L'identifiant de la fiche où aller maintenant.")

    @property
    def en_service(self) -> bool:
        """Whether one can go there now all the same: not planned, waiting for its season, suspended, closed or replaced."""
        return self.statut == "experimental"

    def change(self) -> date | None:
        """The day on which it was announced to end: what is planned or seasonal opens, what is suspended or on trial is over."""
        if self.statut in ("prevu", "saisonnier"):
            return self.depuis.fin if self.depuis else None
        return lendemain(self.jusqu_au.fin) if self.jusqu_au and self.statut not in ("ferme", "remplace") else None
