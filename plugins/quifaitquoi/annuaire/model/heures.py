"""Opening hours as a field of a model: the text is compiled once, while it is read."""

from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from quifaitquoi.horaires import Horaires, HorairesIllisibles, lire


def _compile(valeur: object) -> Horaires:
    if isinstance(valeur, Horaires):
        return valeur
    if isinstance(valeur, str) or (isinstance(valeur, dict) and all(isinstance(v, str) for v in valeur.values())):
        try:
            return lire(valeur)
        except HorairesIllisibles as error:
            # The faults carry their own place inside the field: the check reports each where it stands.
            raise PydanticCustomError("horaires", "horaires illisibles", {"fautes": error.fautes}) from None
    raise PydanticCustomError(
        "horaires_type", "les horaires s'écrivent ligne par ligne, un jour puis ses heures. "
                         "Exemple : « lundi au vendredi: 9h-12h, 14h-17h30 »")


HorairesLus = Annotated[Horaires, PlainValidator(_compile), WithJsonSchema({
    "anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1}]})]


def _compile_un_jour(valeur: object) -> Horaires:
    if isinstance(valeur, Horaires):
        return valeur
    try:
        lues = lire(f"tous les jours: {valeur}") if isinstance(valeur, str) else None
    except HorairesIllisibles:
        lues = None
    # Nothing but times: a condition or a closure would be a sentence of its own.
    if lues is None or len(lues.regles) != 1 or not lues.regles[0].plages or lues.regles[0].etat != "ouvert" or lues.commentaires:
        raise PydanticCustomError("heures", "il faut des heures, sans le jour. Exemples : 14h-17h, ou 9h-12h, 14h-17h30")
    return lues


HeuresDuJour = Annotated[Horaires, PlainValidator(_compile_un_jour), WithJsonSchema({"type": "string"})]
