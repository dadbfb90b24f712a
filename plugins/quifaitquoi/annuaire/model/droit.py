"""A right, a local aid or a step to take: what it is, for whom, who helps to open it here. No amount, no calculation."""

import re

from pydantic import Field

from quifaitquoi.annuaire.model.confiance import Acceptation, Source
from quifaitquoi.annuaire.model.types import AdresseSure, Cite, Element, Jour, Liste, Mention, Nomme, Phrase, Slug, Terme
from quifaitquoi.annuaire.model.vocabulaire import Mots


class Guichet(Element):
    """A fiche where somebody helps with it; `quoi` says with which of its services."""

    fiche: Slug = Field(title="Fiche", examples=["ccas-vieux-port"], description="L'identifiant de la fiche.")
    quoi: Terme("besoins") | None = Field(
        None, title="Lequel de ses services", examples=["aide-aux-demarches"],
        description="Le « quoi » de ce service, dans la fiche. Absent : on demande à l'accueil.")


class OuvertPar(Element):
    """Who opens it here: fiches by name, and all that answer to a need."""

    fiches: Liste(Guichet) | None = Field(None, title="Fiches", description="Les lieux où l'on aide à le demander.")
    besoins: Liste(Terme("besoins")) | None = Field(
        None, title="Besoins", examples=[["aide-aux-demarches"]],
        description="Tous les services qui répondent à ces besoins. La page y mène.")


class Cas(Element):
    """One situation of a page that answers by cases, and what to do in it."""

    si: Mention = Field(title="La situation", examples=["Votre enfant va à l'école"])
    alors: Phrase = Field(
        title="Ce qu'il faut faire, ou qui voir", examples=["Demandez à l'accueil de l'école"],
        description="Une ou deux phrases simples.")
    besoins: Liste(Terme("besoins")) | None = Field(
        None, title="Besoins", description="Les pages où continuer. Exemple : [accompagnement-social].")


class Droit(Nomme):
    """droits/<nom>.yml."""

    nom: Mention = Field(title="Nom", examples=["Carte solidaire des transports"])
    sigle: Cite | None = Field(None, title="Sigle", description="Exemple : RSA.")
    synonymes: Mots | None = Field(
        None, title="Mots que les gens tapent vraiment",
        description="Anciens noms compris : la recherche les trouve tous. Exemple : [CMU, mutuelle gratuite].")
    pour: Phrase = Field(
        title="Pour qui, en une ligne", examples=["Les personnes qui ont un petit revenu"], description="Sans montant : il change.")
    presentation: Phrase | None = Field(
        None, title="Ce que c'est", description="Une ou deux phrases. Un montant s'écrit avec son année, ou pas du tout.")
    demarche: Phrase | None = Field(
        None, title="Où et comment le demander", description="Exemple : à la mairie, avec l'imprimé donné à l'accueil.")
    cas: Liste(Cas) | None = Field(
        None, title="Les cas", description="Pour une page qui répond selon la situation : un « si » et un « alors » chacun.")
    documents: Liste(Terme("documents")) | None = Field(
        None, title="Papiers souvent demandés", description="Termes de vocabulaire/conditions.yml. Exemple : [rib].")
    ouvert_par: OuvertPar | None = Field(
        None, title="Qui l'ouvre ici", description="Où l'on aide à le demander, sur ce territoire.")
    besoins: Liste(Terme("besoins")) | None = Field(
        None, title="Besoins", examples=[["tarif-transport"]], description="Les pages de besoin qui le montrent.")
    publics: Liste(Terme("publics")) | None = Field(
        None, title="Situations", description="Pour qui on le range dans « À quoi ai-je droit ? ». Absent : pour tout le monde.")
    temps_de_vie: Liste(Terme("temps_de_vie")) | None = Field(
        None, title="Moments de la vie", description="Les pages de moment de la vie qui le montrent.")
    page: AdresseSure | None = Field(
        None, title="Page officielle", description="Exemple : https://ville.example.org/carte-solidaire.")
    simulateur: AdresseSure | None = Field(
        None, title="Simulateur officiel", description="Gratuit, et sans compte si possible.")
    jusqu_au: Jour | None = Field(
        None, title="Dernier jour pour le demander", description="Absent : il n'a pas de fin. Exemple : 2026-12-31.")
    lu_le: Jour | None = Field(
        None, title="Jour où la page officielle a été relue", examples=["2026-10-02"],
        description="Absent : sa page dit qu'il faut relire la page officielle.")
    sources: Liste(Source) | None = Field(
        None, title="Sources", description="Les autres pages publiques où c'est écrit, avec leur date.")
    accepte: Liste(Acceptation) | None = Field(
        None, title="Avertissements acceptés",
        description="Les avertissements de la vérification qui n'ont pas lieu d'être ici.")

    @property
    def sigle_a_part(self) -> str | None:
        """The acronym, for who writes it behind the name; none where the name, in another language mostly, has it already."""
        return self.sigle if self.sigle and not re.search(rf"\b{re.escape(self.sigle)}\b", self.nom) else None

    @property
    def chemin(self) -> str:
        """Its file in the territory; None of the territory where it belongs to the program."""
        return f"droits/{self.slug}.yml"
