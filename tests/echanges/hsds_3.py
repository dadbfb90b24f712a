"""HSDS 3.0 as far as we write it: no package carries its schemas, so this is the format's list of fields, closed.

`python -m tests.echanges.hsds_3 service.json` checks Port-Exemple against the schema that Open Referral compiles (service.json of
openreferral/specification, branch 3.0), closed too: published as it is, it lets any field through.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator, FormatChecker

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.enrich import enrichir
from quifaitquoi.echanges.sorties.hsds import services
from quifaitquoi.savoir.publiable import publiable

# « ! »: required. After « : »: a format, a type that is no text, one of several words, an object, or a list of objects.
OBJETS = {
    "service": "id!:uuid organization_id:uuid name! alternate_name description url:uri email:email "
               "status!:active|inactive|defunct|temporarily_closed interpretation_services application_process fees_description "
               "wait_time eligibility_description minimum_age:number maximum_age:number assured_date:date alert phones:[phone] "
               "schedules:[schedule] service_areas:[service_area] service_at_locations:[service_at_location] "
               "languages:[language] organization:{organization} cost_options:[cost_option] "
               "required_documents:[required_document] attributes:[attribute]",
    "organization": "id!:uuid name! alternate_name description! email:email website:uri",
    "service_at_location": "id!:uuid description schedules:[schedule] location:{location}",
    "location": "id!:uuid location_type!:physical|postal|virtual url:uri name alternate_name description transportation "
                "latitude:number longitude:number external_identifier external_identifier_type addresses:[address] "
                "accessibility:[accessibility] phones:[phone] schedules:[schedule]",
    "address": "id!:uuid address_1! address_2 city! state_province! postal_code! country!:country "
               "address_type!:physical|postal|virtual",
    "phone": "id!:uuid number! type description",
    "schedule": "id!:uuid valid_from:date valid_to:date dtstart:date freq:WEEKLY|MONTHLY interval:number byday:byday wkst:MO "
                "description notes opens_at:heure closes_at:heure",
    "service_area": "id!:uuid name",
    "language": "id!:uuid name code",
    "accessibility": "id!:uuid description",
    "cost_option": "id!:uuid option",
    "required_document": "id!:uuid document",
    "attribute": "id!:uuid link_id:uuid link_entity taxonomy_term:{taxonomy_term}",
    "taxonomy_term": "id!:uuid code name! description! taxonomy",
}
MOTIFS = {"byday": r"^(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU))*$",
          "heure": r"^([01]\d|2[0-3]):[0-5]\d(Z|[+-]\d\d:\d\d)?$", "country": "^[A-Z]{2}$"}
FORMATS = FormatChecker()


@FORMATS.checks("uri", ValueError)
def _uri(adresse: object) -> bool:
    return not isinstance(adresse, str) or (
        adresse.isascii() and bool(urlsplit(adresse).scheme) and not set(adresse) & set(' "<>\\^`{|}'))


def notre_schema() -> dict:
    """A JSON Schema of a service in full."""
    return {"$ref": "#/$defs/service", "$defs": {nom: _objet(champs) for nom, champs in OBJETS.items()}}


def fautes(schema: dict, enregistrements: list[dict]) -> Iterator[str]:
    """Where a record is not as the schema says, formats included."""
    lecteur = Draft202012Validator(schema, format_checker=FORMATS)
    for un in enregistrements:
        yield from (f"{un.get('name')} : {erreur.json_path} : {erreur.message[:200]}" for erreur in lecteur.iter_errors(un))


def _objet(champs: str) -> dict:
    dits = dict((champ.partition(":")[::2]) for champ in champs.split())
    return {"type": "object", "additionalProperties": False, "required": [nom[:-1] for nom in dits if nom.endswith("!")],
            "properties": {nom.rstrip("!"): _valeur(forme) for nom, forme in dits.items()}}


def _valeur(forme: str) -> dict:
    if forme[:1] in "[{" and forme:
        objet = {"$ref": f"#/$defs/{forme[1:-1]}"}
        return {"type": "array", "items": objet, "minItems": 1} if forme[0] == "[" else objet
    if forme in MOTIFS:
        return {"type": "string", "pattern": MOTIFS[forme]}
    if forme in ("uuid", "uri", "email", "date"):
        return {"type": "string", "format": forme}
    if forme == "number":
        return {"type": "number"}
    return {"enum": forme.replace("_", " ").split("|")} if forme else {"type": "string"}


def _ferme(schema: object) -> object:
    """The published schema with nothing allowed beside what it names."""
    if isinstance(schema, dict):
        tout = {nom: _ferme(valeur) for nom, valeur in schema.items()}
        return tout | {"additionalProperties": False} if isinstance(schema.get("properties"), dict) else tout
    return [_ferme(un) for un in schema] if isinstance(schema, list) else schema


if __name__ == "__main__":
    jour = date(2026, 11, 20)
    port = publiable(enrichir(verifier(Path(__file__).parents[1] / "port-exemple", jour).directory, jour))
    tous = services(port)
    trouvees = list(fautes(_ferme(json.loads(Path(sys.argv[1]).read_text("utf-8"))), tous))
    print(*trouvees, f"{len(tous)} services, {len(trouvees)} fautes", sep="\n")
    sys.exit(bool(trouvees))
