"""Nothing in the invented territory could be taken for real: telephones, hosts, positions."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from port_exemple_lu import BRUT, FICHES, TEXTES, elements_lus, utilises
from quifaitquoi.annuaire.model.quartier import Quartier
from quifaitquoi.annuaire.model.types import Element

NUMEROS_PUBLICS = {"15", "17", "18", "112", "114", "115", "119", "3114", "3919", "116 006"}


@pytest.fixture(scope="module")
def elements() -> dict[str, Element]:
    return elements_lus()


def test_every_phone_number_is_kept_for_fiction_or_is_a_public_short_number(elements):
    champs = {("Contact", "telephone"), ("Contact", "sms"), ("Numero", "numero"), ("Role", "telephone"), ("Urgence", "numero"),
              ("ContactAnnuaire", "telephone")}
    numeros = {v for e in elements.values() for cle, v in utilises(e) if cle in champs and isinstance(v, str)}
    assert len(numeros) > 60
    assert {n for n in numeros if not re.fullmatch(r"02 61 91 \d\d \d\d", n)} == NUMEROS_PUBLICS


def test_whatever_looks_like_a_phone_number_in_any_text_is_kept_for_fiction():
    for nom, texte in TEXTES.items():
        trouves = re.findall(r"(?<![\d.])(?:\+\d{2,3}|0)[\s.]?\d(?:[\s.]?\d\d){4}(?!\d)", texte)
        assert [n for n in trouves if not n.startswith("02 61 91 ")] == [], nom


def test_every_host_of_a_site_or_a_mailbox_is_under_example_org():
    hotes = set()
    for texte in TEXTES.values():
        hotes |= {hote.lower() for hote in re.findall(r"https?://([^/\s)\"'>]+)", texte)}
        hotes |= {hote.lower().rstrip(".") for hote in re.findall(r"[\w.+-]+@([\w.-]+)", texte)}
    assert len(hotes) > 20
    assert {hote for hote in hotes if hote != "example.org" and not hote.endswith(".example.org")} == set()


def test_every_position_is_in_a_rectangle_of_open_sea(elements):
    emprise = elements["annuaire.yml"].emprise
    assert (emprise.sud, emprise.ouest, emprise.nord, emprise.est) == (46.30, -3.10, 46.36, -3.00)
    positions = []
    for element in elements.values():
        if isinstance(element, Quartier):
            positions += [position for tour in element.anneaux for position in tour]
        positions += [bloc.position for bloc in blocs_avec_position(element)]
        if isinstance(element, Quartier) and element.centre:
            positions.append(element.centre)
    assert len(positions) > 100
    assert [p for p in positions if not emprise.contient(p)] == []


def blocs_avec_position(valeur: object) -> Iterator[Element]:
    if isinstance(valeur, Element):
        if getattr(valeur, "position", None):
            yield valeur
        for champ in valeur.model_fields_set:
            yield from blocs_avec_position(getattr(valeur, champ))
    elif isinstance(valeur, (tuple, dict)):
        for partie in valeur.values() if isinstance(valeur, dict) else valeur:
            yield from blocs_avec_position(partie)


def test_every_page_is_told_that_the_territory_is_invented():
    avertissement = BRUT["annuaire.yml"]["avertissement"]
    assert "invent" in avertissement["texte"] and avertissement["partout"] == "oui"


def test_the_only_real_numbers_come_from_the_numbering_plan_and_were_never_verified():
    publiques = {nom: f for nom, f in FICHES.items() if "/numero-" in nom}
    assert len(publiques) == 7
    for nom, fiche in publiques.items():
        assert [s["titre"] for s in fiche["sources"]] == ["Plan national de numérotation"], nom
        assert "verification" not in fiche and "organisme" not in fiche, nom
