"""Who runs fiches: written once, in directory/organismes/."""

from pydantic import Field

from quifaitquoi.model.confiance import Acceptation, Etat, Source
from quifaitquoi.model.lieu import Contact
from quifaitquoi.model.types import Court, Liste, Nomme, Paragraphe


class Organisme(Nomme):
    """A body that runs one or several fiches or services."""

    nom: Court = Field(title="Nom", examples=["Ville d'Exemple"])
    sigle: Court | None = Field(None, title="Sigle")
    autres_noms: Liste(Court) | None = Field(None, title="Autres noms", description="Anciens noms compris.")
    presentation: Paragraphe | None = Field(None, title="Présentation")
    contact: Contact | None = Field(None, title="Contact")
    etat: Etat | None = Field(None, title="État, s'il n'existe plus ou pas encore")
    sources: Liste(Source) | None = Field(None, title="Sources")
    accepte: Liste(Acceptation) | None = Field(None, title="Avertissements acceptés")
