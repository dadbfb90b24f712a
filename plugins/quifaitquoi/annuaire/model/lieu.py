"""Where a fiche is and how to reach it: address, mobile rounds, contact, what the building allows."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from quifaitquoi.annuaire.model.heures import HorairesLus
from quifaitquoi.annuaire.model.types import (
    AdresseWeb,
    CodePostal,
    Courriel,
    Element,
    Jour,
    Liste,
    Mention,
    Nom,
    OuiNonEnPartie,
    Phrase,
    Position,
    Slug,
    Telephone,
    UnOuPlusieurs,
    Voie,
)


class Adresse(Element):
    """A postal address. Where `confidentialite` withholds it, only `commune` and `code_postal` may stand."""

    voie: Voie | None = Field(None, title="Numéro et rue", examples=["3 rue des Exemples"])
    complement: Voie | None = Field(None, title="Bâtiment, étage, entrée", examples=["Entrée par la cour, 2e étage"])
    code_postal: CodePostal | None = Field(
        None, title="Code postal", description="Comme l'écrit le pays : cinq chiffres en France.", examples=["67100"])
    commune: Voie | None = Field(None, title="Commune", examples=["Strasbourg"])
    position: Position | None = Field(
        None, title="Position", examples=[[48.56790, 7.76010]],
        description="[latitude, longitude], écrite par « quifaitquoi geocode » ou relevée sur une carte. "
                    "Absente : la fiche n'apparaît pas sur les cartes, mais dans toutes les listes.")
    precision: Literal["porte", "rue", "quartier"] | None = Field(
        None, title="Ce que situe la position",
        description="porte : l'entrée du lieu. rue ou quartier : un point de la rue ou du quartier, faute de mieux ; les cartes "
                    "montrent alors un cercle, et les pages disent « à peu près ». Absente : porte.")
    score: Annotated[float, Field(ge=0, le=1)] | None = Field(
        None, title="Fiabilité de la position", description="De 0 à 1, écrite par « quifaitquoi geocode ».")
    y_aller: Phrase | None = Field(
        None, title="Comment y aller", examples=["Tram C, arrêt Landsberg, puis 3 minutes à pied"])

    @property
    def situe(self) -> str | None:
        """What the position is that of; None without one. Unsaid, it is the door, as it always was, but for what « geocode » found
        of a street without a number: that was never more than the street."""
        if self.position is None or self.precision:
            return self.position and self.precision
        return "rue" if self.score is not None and self.voie and not self.voie[0].isdigit() else "porte"


class AdresseProvisoire(Adresse):
    """Where one goes instead of the usual address, during works for instance. Without `au`, until further notice."""

    periode = ("du", "au")
    du: Jour = Field(title="Premier jour à cette adresse", examples=["2026-11-02"])
    au: Jour | None = Field(None, title="Dernier jour à cette adresse", examples=["2027-01-31"],
                            description="Absent : jusqu'à nouvel ordre.")

    def tient(self, jour: date) -> bool:
        """Whether one still goes there on that day, or will."""
        return self.au is None or self.au >= jour


class Arret(Element):
    """One stop of a mobile team's round: a place and its own hours, between two dates where known."""

    periode = ("du", "au")
    lieu: Nom = Field(title="Nom de l'arrêt", examples=["Place de la Gare, côté taxis"])
    commune: Voie | None = Field(None, title="Commune", description="Si ce n'est pas celle de l'annuaire.")
    position: Position | None = Field(None, title="Position", examples=[[48.58500, 7.73490]])
    y_aller: Phrase | None = Field(
        None, title="Comment trouver l'équipe", description="Exemple : le camion blanc, sous les arbres.")
    horaires: HorairesLus | None = Field(None, title="Horaires à cet arrêt", examples=[{"jeudi": "19h-20h"}])
    du: Jour | None = Field(None, title="Premier jour à cet arrêt", examples=["2026-10-01"])
    au: Jour | None = Field(None, title="Dernier jour à cet arrêt", examples=["2027-04-30"])

    def tient(self, jour: date) -> bool:
        """Whether the team still stops there on that day, or will."""
        return self.au is None or self.au >= jour


class Secteur(Element):
    """Where a team without fixed stops goes. Never the place of a camp or a squat."""

    quartiers: Liste(Slug) | None = Field(None, title="Quartiers parcourus", examples=[["neudorf", "port-du-rhin"]])
    precision: Phrase | None = Field(None, title="Précision", examples=["Toute la ville, sur appel du 115"])


class Numero(Element):
    """A phone number and what it is for, where a place has several."""

    numero: Telephone = Field(title="Numéro", examples=["02 61 91 00 00"])
    pour: Mention = Field(title="Pour quoi", examples=["prendre rendez-vous"])


# Which of the two was meant shows in its form, so that a fault in one is not told about both.
TelephoneOuNumero = Annotated[
    Annotated[Telephone, Tag("texte")] | Annotated[Numero, Tag("bloc")],
    Discriminator(lambda valeur: "bloc" if isinstance(valeur, (dict, Numero)) else "texte")]


class Contact(Element):
    """How to reach the place. Function mailboxes and switchboards only: nobody's own address or mobile."""

    telephone: UnOuPlusieurs(TelephoneOuNumero) | None = Field(
        None, title="Téléphone", examples=["02 61 91 00 00"],
        description="Un standard ou une permanence, jamais le portable de quelqu'un. Plusieurs : une liste de "
                    "numéros, chacun avec « numero » et « pour ».")
    sms: Telephone | None = Field(
        None, title="Numéro qui reçoit des SMS", description="Pour qui ne peut pas téléphoner. Exemple : 02 61 91 00 41.")
    courriel: Courriel | None = Field(
        None, title="Courriel", description="Une boîte de fonction (accueil@…), jamais celle d'une personne.")
    site: AdresseWeb | None = Field(None, title="Site internet", examples=["https://maison.example.org"])
    prise_de_rendez_vous: AdresseWeb | None = Field(
        None, title="Page pour prendre rendez-vous",
        description="La page où l'on choisit un jour. Exemple : https://rdv.example.org.")

    @property
    def numeros(self) -> tuple[Numero, ...]:
        """Every phone number in one form; `pour` is empty for a number that stands alone."""
        return tuple(n if isinstance(n, Numero) else Numero.model_construct(numero=n, pour="")
                     for n in self.telephone or ())


class Accessibilite(Element):
    """What the building allows. An absent line means that nobody knows, and is shown as « nous ne savons pas encore »."""

    plain_pied: OuiNonEnPartie | None = Field(
        None, title="Sans marche", description="On entre et on circule sans monter de marche.")
    ascenseur: OuiNonEnPartie | None = Field(None, title="Ascenseur")
    toilettes_adaptees: OuiNonEnPartie | None = Field(None, title="Toilettes adaptées")
    stationnement_adapte: OuiNonEnPartie | None = Field(None, title="Place de stationnement adaptée")
    boucle_magnetique: OuiNonEnPartie | None = Field(None, title="Boucle magnétique")
    langue_des_signes: OuiNonEnPartie | None = Field(None, title="Accueil en langue des signes")
    facile_a_lire: OuiNonEnPartie | None = Field(None, title="Documents faciles à lire et à comprendre")
    chien_d_assistance: OuiNonEnPartie | None = Field(None, title="Chien d'assistance accepté")
    precision: Phrase | None = Field(None, title="Précision", examples=["Rampe à demander à l'accueil"])
