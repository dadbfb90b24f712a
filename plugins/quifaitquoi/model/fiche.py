"""A fiche: a place you can go to, a team that comes to you, a line you can call, a service online."""

from typing import ClassVar, Literal

from pydantic import Field

from quifaitquoi.model.accueil import Acces, CoutLu, Langues, Publics
from quifaitquoi.model.confiance import AConfirmer, Acceptation, Complet, Etat, Fermeture, Source, Verification
from quifaitquoi.model.heures import HorairesLus
from quifaitquoi.model.lieu import Accessibilite, Adresse, Arret, Contact, Secteur
from quifaitquoi.model.types import Court, Element, Liste, Nomme, Paragraphe, Slug, Terme, UnOuPlusieurs

HORAIRES = "Ligne par ligne : un jour ou plusieurs, puis les heures. Ou une valeur OpenStreetMap (opening_hours)."


class Service(Element):
    """One answer to one need. What it does not say, its fiche says for it (see `enrich.services`)."""

    quoi: Terme = Field(title="Besoin", description="Terme de vocabulaire/besoins.yml.", examples=["douche"])
    nom: Court | None = Field(None, title="Nom du service", examples=["Permanence de la Boussole"])
    presentation: Paragraphe | None = Field(None, title="Précisions sur ce service")
    organisme: UnOuPlusieurs(Slug) | None = Field(
        None, title="Organisme qui assure ce service", description="S'il n'est pas celui de la fiche (permanence).")
    horaires: HorairesLus | None = Field(
        None, title="Horaires de ce service", description=HORAIRES, examples=[{"mardi et jeudi": "9h-11h30"}])
    langues: Langues | None = Field(None, title="Langues pour ce service")
    publics: Publics | None = Field(None, title="Pour qui")
    acces: Acces | None = Field(None, title="Comment entrer")
    cout: CoutLu | None = Field(None, title="Coût", examples=["gratuit"])
    contact: Contact | None = Field(None, title="Contact propre à ce service")
    complet: Complet | None = Field(None, title="Complet")
    etat: Etat | None = Field(None, title="État, s'il n'est pas simplement en service")


class Fiche(Nomme):
    """One file of directory/fiches/<zone>/. Absent fields are unknown, never « non »."""

    nom: Court = Field(title="Nom", description="Comme on le lit sur la porte.", examples=["Maison des habitants"])
    autres_noms: Liste(Court) | None = Field(
        None, title="Autres noms", description="Anciens noms, surnoms, sigles : la recherche les trouve.")
    organisme: UnOuPlusieurs(Slug) | None = Field(
        None, title="Organisme", description="Nom d'un fichier de organismes/, ou une liste.", examples=["ville-exemple"])
    genre: Literal["lieu", "equipe-mobile", "telephone", "en-ligne"] = Field(
        title="Genre", description="Un lieu où aller, une équipe qui vient, une ligne à appeler, un service en ligne.")
    etat: Etat | None = Field(None, title="État, si elle n'est pas simplement en service")
    presentation: Paragraphe | None = Field(
        None, title="Présentation", description="Deux ou trois phrases simples : ce qu'on y trouve.")
    ne_fait_pas: Paragraphe | None = Field(None, title="Ce que ce lieu ne fait pas")
    confidentialite: Literal["adresse-non-publiee"] | None = Field(
        None, title="Confidentialité", description="adresse-non-publiee : ni rue, ni position, ni chemin ne peuvent "
                                                   "être écrits ; seulement la commune et un téléphone.")
    adresse: Adresse | None = Field(None, title="Adresse")
    tournee: Liste(Arret) | None = Field(None, title="Tournée d'une équipe mobile")
    secteur: Secteur | None = Field(None, title="Secteur d'une équipe mobile ou d'un service")
    horaires: HorairesLus | None = Field(
        None, title="Horaires", description=HORAIRES,
        examples=[{"lundi au vendredi": "9h-12h, 14h-17h30", "jours fériés": "fermé"}])
    fermetures: Liste(Fermeture) | None = Field(None, title="Fermetures annoncées")
    complet: Complet | None = Field(None, title="Complet")
    langues: Langues | None = Field(None, title="Langues")
    publics: Publics | None = Field(None, title="Pour qui")
    acces: Acces | None = Field(None, title="Comment entrer")
    cout: CoutLu | None = Field(None, title="Coût", examples=["gratuit"])
    contact: Contact | None = Field(None, title="Contact")
    accessibilite: Accessibilite | None = Field(None, title="Accessibilité")
    services: Liste(Service) = Field(title="Services", description="Au moins un : ce qu'on y trouve.")
    responsables: Liste(Slug) | None = Field(
        None, title="Rôles responsables de la fiche", description="Rôles d'annuaire.yml ; deux si possible.")
    verification: Verification | None = Field(
        None, title="Vérification", description="Seulement quand quelqu'un a demandé au lieu lui-même.")
    sources: Liste(Source) | None = Field(None, title="Sources")
    a_confirmer: Liste(AConfirmer) | None = Field(None, title="À confirmer")
    accepte: Liste(Acceptation) | None = Field(None, title="Avertissements acceptés")
    anciens_slugs: Liste(Slug) | None = Field(
        None, title="Anciens identifiants", description="Les anciennes adresses mènent à cette fiche.")

    zone: ClassVar[str] = ""  # the folder of the fiche: slug of a quartier, told by `nomme`

    @property
    def chemin(self) -> str:
        """Its file, from the root of the territory's folder."""
        return f"fiches/{self.zone}/{self.slug}.yml"
