"""Who runs fiches: written once, in directory/organismes/."""

from pydantic import Field

from quifaitquoi.annuaire.model.confiance import Acceptation, Etat, Source
from quifaitquoi.annuaire.model.lieu import Contact
from quifaitquoi.annuaire.model.types import Cite, Liste, Nom, Nomme, Paragraphe


class Organisme(Nomme):
    """A body that runs one or several fiches or services."""

    nom: Nom = Field(title="Nom", examples=["Ville d'Exemple"])
    sigle: Cite | None = Field(None, title="Sigle", description="Exemple : CCAS.")
    autres_noms: Liste(Cite) | None = Field(None, title="Autres noms", description="Anciens noms compris.")
    presentation: Paragraphe | None = Field(None, title="Présentation", description="Ce qu'il fait, en une phrase simple.")
    contact: Contact | None = Field(None, title="Contact", description="Le siège, si aucun de ses lieux ne répond.")
    etat: Etat | None = Field(None, title="État, s'il n'existe plus ou pas encore", description="Absent : il existe.")
    sources: Liste(Source) | None = Field(
        None, title="Sources", description="Les pages publiques où les faits ont été lus, avec leur date.")
    accepte: Liste(Acceptation) | None = Field(
        None, title="Avertissements acceptés",
        description="Les avertissements de la vérification qui n'ont pas lieu d'être ici.")
