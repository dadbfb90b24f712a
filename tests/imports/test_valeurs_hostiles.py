"""Whatever a field of a record holds, in any format: the record becomes a fiche that reads back, or a refusal with its sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.imports.fichiers_essayes import JOUR, ecrit, service, structure
from tests.imports.test_formats_importes import COMPTOIR, LIEU, SOLIGUIDE, noeud

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.base.refus import Refus
from quifaitquoi.commands.import_ import _atelier
from quifaitquoi.echanges.entrees import tableur
from quifaitquoi.echanges.entrees.correspondance import Correspondance
from quifaitquoi.echanges.entrees.fiche import Preparee, preparer
from quifaitquoi.echanges.entrees.formats import FORMATS
from quifaitquoi.echanges.entrees.notice import Format, Notice, Refusee
from quifaitquoi.echanges.entrees.redaction import neuve

COLONNES = ("nom", "voie", "commune", "telephone", "courriel", "horaires", "cout", "presentation", "lundi")
TABLEAU = tableur.format_de(Correspondance.model_validate(
    {"nom": "essai", "titre": "Essai", "besoin": "douche", "colonnes": {nom: nom for nom in COLONNES}}))
BONS = {
    "data-inclusion": [structure(), service()], "france-services": [COMPTOIR], "soliguide": [SOLIGUIDE],
    "mednum": [{"id": "a", "nom": "Le Clavier", **LIEU, "services": "Accès internet et matériel informatique",
                "horaires": "Mo 09:00-12:00", "telephone": "0261915501", "courriels": "a@b.example.org", "date_maj": "2026-10-01",
                "frais_a_charge": "Gratuit"}],
    "osm": [noeud(12, amenity="toilets", opening_hours="Mo 09:00-12:00", phone="0261915501")],
    "tableau": [{"nom": "Bains", "voie": "2 rue des Essais, 99340 Port-Exemple", "horaires": "lundi 9h-12h",
                 "telephone": "02 61 91 55 01"}]}
INFINI = float("inf")
PIQUANTS = ["", " ", "…", "\u202e\u0000\ufeff", "- *a: [&x", "'\"\\ : #", "{{7*7}}", "=cmd|' /C calc'!A0", "[" * 3000, "((((" * 500,
            "a@" * 3000, "1" * 5000, "9" * 400, "1e400", "nan", "-0", "0001-01-01", "2026-13-45", "<b" * 900, "&#x110000; &#0;",
            r"\xFF" * 50, "Mo-Su 00:00-48:00; PH 99:99", "['a', ['b'", "ÿ" * 200, "x" * 200_000, "24/7; off; open \"", "\ud83d",
            INFINI, -1e308, 10**30, 10**400, -1, 0, True, False, None, [], {}, [[]], [None], {"a": 1}, [{"a": [1]}], ["a"] * 500,
            {"checked": "oui"}, [{"start": 1e308, "end": INFINI}]]
VALEURS = st.one_of(st.sampled_from(PIQUANTS), st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=30),
    lambda dedans: st.lists(dedans, max_size=3) | st.dictionaries(st.sampled_from(["checked", "open", "a"]), dedans, max_size=3),
    max_leaves=6))


def chemins(valeur: object, ici: tuple = ()) -> list[tuple]:
    dedans = valeur.items() if isinstance(valeur, dict) else enumerate(valeur) if isinstance(valeur, list) else ()
    return [ici] * bool(ici) + [un for nom, sien in dedans for un in chemins(sien, (*ici, nom))]


def avec(valeur: object, chemin: tuple, autre: object) -> object:
    if not chemin:
        return autre
    nom, *reste = chemin
    if isinstance(valeur, list):
        return [avec(v, tuple(reste), autre) if n == nom else v for n, v in enumerate(valeur)]
    return {n: avec(v, tuple(reste), autre) if n == nom else v for n, v in valeur.items()}


ENDROITS = [(nom, chemin) for nom, bons in BONS.items() for chemin in chemins(bons)]


@pytest.fixture(scope="module")
def lire(petit_port, tmp_path_factory):
    """What becomes of these records, as they come out of their file."""
    directory, dossier = verifier(petit_port, JOUR).directory, tmp_path_factory.mktemp("piquants")

    def lance(forme: Format, enregistrements: list[object]) -> list[Preparee | Refusee]:
        atelier = _atelier(forme, directory, {}, JOUR)
        # No JSON has « Infinity », but any number may be as large.
        fichier: Path = ecrit(dossier, "a.json", json.dumps(enregistrements).replace("Infinity", "1e400"))
        return [preparer(lue, forme, directory, JOUR) if isinstance(lue, Notice) else lue for lue in forme.lire([fichier], atelier)]
    return lance


@given(st.sampled_from(ENDROITS), VALEURS)
@example(("soliguide", (0, "newhours", "monday", "timeslot", 0, "start")), INFINI)
def test_any_value_anywhere_gives_a_fiche_that_reads_back_or_a_sentence(lire, endroit, valeur):
    nom, chemin = endroit
    try:
        lues = lire(FORMATS.get(nom, TABLEAU), avec(BONS[nom], chemin, valeur))
    except Refus as refus:  # of the file as a whole
        assert "a.json" in str(refus)
        return
    for lue in lues:
        if isinstance(lue, Refusee):
            assert lue.pourquoi and lue.enregistrements
        else:
            try:
                assert len(neuve(lue)) < 200_000
            except Refus as refus:
                assert str(refus)
