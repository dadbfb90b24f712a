"""The JSON Schemas that editors read: those of the models, and they take every good file."""

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from tests.check.fixtures import DATA, TERRITOIRE

from quifaitquoi.annuaire.check.tree import trouve
from quifaitquoi.schema import DOSSIER, schemas

SCHEMAS = schemas()
PORT_EXEMPLE = DATA.parent / "port-exemple"


class CommeUnEditeur(yaml.SafeLoader):
    """YAML as editors understand it: version 1.2, where `no` is a word, 01000 a number, and a date a text."""


CommeUnEditeur.yaml_implicit_resolvers = {
    signe: [(nom, motif) for nom, motif in regles if nom not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool",
                                                                 "tag:yaml.org,2002:int", "tag:yaml.org,2002:float")]
    for signe, regles in yaml.SafeLoader.yaml_implicit_resolvers.items()}
CommeUnEditeur.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
CommeUnEditeur.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[1-9][0-9]*$|^0$"), list("-+0123456789"))
CommeUnEditeur.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789"))


def schema_de(fichier: Path, racine: Path) -> str:
    place = trouve(fichier, racine)
    return f"{f'vocabulaire-{place.slug}' if place.genre == 'vocabulaire' else place.genre}.schema.json"


def bons_fichiers():
    for racine, ou in ((TERRITOIRE, "**/*.yml"), (PORT_EXEMPLE, "fiches/*/*.yml")):
        for fichier in sorted(racine.glob(ou)):
            yield pytest.param(fichier, schema_de(fichier, racine), id=str(fichier.relative_to(DATA.parent)))
    for fichier in sorted((DATA / "valid").glob("*/*.yml")):
        genre = fichier.parent.name
        nom = genre if f"{genre}.schema.json" in SCHEMAS else f"vocabulaire-{genre}"
        yield pytest.param(fichier, f"{nom}.schema.json", id=str(fichier.relative_to(DATA.parent)))


def test_the_committed_schemas_are_those_of_the_models():
    commis = {f.name: f.read_text(encoding="utf-8") for f in DOSSIER.glob("*.schema.json")}
    assert commis == SCHEMAS, "lancez « quifaitquoi schema »"


@pytest.mark.parametrize("nom", SCHEMAS)
def test_each_schema_is_a_schema(nom):
    Draft202012Validator.check_schema(json.loads(SCHEMAS[nom]))


def champs(noeud: object, chemin: str = ""):
    """(path, what the schema says of it) of every field, however deep."""
    if isinstance(noeud, dict):
        yield from ((f"{chemin}.{cle}", valeur) for cle, valeur in (noeud.get("properties") or {}).items())
        for cle, valeur in noeud.items():
            yield from champs(valeur, f"{chemin}/{cle}")
    elif isinstance(noeud, list):
        for element in noeud:
            yield from champs(element, chemin)


@pytest.mark.parametrize("nom", SCHEMAS)
def test_each_field_of_a_schema_has_a_french_title_and_is_explained(nom):
    connus = json.loads(SCHEMAS[nom])
    assert [chemin for chemin, champ in champs(connus) if "title" not in champ] == []
    # A choice explains itself by its words; what else there is needs a sentence or an example.
    assert [chemin for chemin, champ in champs(connus)
            if not {"description", "examples"} & champ.keys() and "enum" not in json.dumps(champ)] == []


@pytest.mark.parametrize("fichier, schema", list(bons_fichiers()))
def test_editors_find_nothing_to_say_about_a_good_file(fichier, schema):
    donnees = yaml.load(fichier.read_text(encoding="utf-8-sig"), CommeUnEditeur)
    erreurs = [
        f"{'.'.join(map(str, e.path))}: {e.message[:200]}"
        for e in Draft202012Validator(json.loads(SCHEMAS[schema])).iter_errors(donnees)
    ]
    assert erreurs == []
