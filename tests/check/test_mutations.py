"""Property tests: no text at all, and no change to a good fiche, makes the check stumble or point outside the file."""

import re
import shutil
import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.check.fixtures import AUJOURDHUI, DATA, TERRITOIRE

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.annuaire.check.load import NOMS
from quifaitquoi.annuaire.read.faute import Illisible
from quifaitquoi.annuaire.read.yaml_tree import VIDES, lire_yaml

PORT_EXEMPLE = DATA.parent / "port-exemple"
BONNES = [p.read_text(encoding="utf-8") for p in sorted([*(DATA / "valid" / "fiche").glob("*.yml"),
                                                         *(PORT_EXEMPLE / "fiches").glob("*/*.yml")])]
REGLAGES = settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
SIGNES = st.sampled_from(
    [
        "\t", "  ", ":", ": ", " #", "- ", "[", "]", "{", "}", "\"", "'", "&a ", "*a", "!x ", "%", "|", ">", "@", "`", "?",
        ",", "\n", "\r\n", "\u00a0", "\u200b", "\ufeff", "\u202e", "\\", "---\n", "...\n", "<<: ", "null", "~", "0", "é",
        "«", "»", "{lu}", "%s", "\x00", "\x1b[31m", "\ud7ff", "😀", "Marie Durand", "12 rue du Bac", "06 12 34 56 78",
    ]
)


@pytest.fixture(scope="module")
def essai():
    """A function that checks one text as a fiche of the small territory."""
    with tempfile.TemporaryDirectory() as dossier:
        racine = Path(dossier)
        shutil.copytree(TERRITOIRE, racine, dirs_exist_ok=True)
        fichier = racine / "fiches/centre/essai.yml"

        def examine(octets: bytes) -> None:
            fichier.write_bytes(octets)
            rapport = verifier(racine, AUJOURDHUI, racine)
            assert (rapport.directory is None) == bool(rapport.erreurs)
            lignes = re.split("\r\n?|\n", octets.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace"))
            for p in rapport.problemes:
                assert str(p).isprintable() and p.phrase.strip() == p.phrase != ""
                assert p.ligne >= 1 and p.colonne >= 1
                if p.fichier == "fiches/centre/essai.yml":
                    # The end of the file stands one line after its last break.
                    assert p.ligne <= len(lignes) + 1
                    assert p.colonne <= (len(lignes[p.ligne - 1]) if p.ligne <= len(lignes) else 0) + 1, p

        yield examine


@REGLAGES
@given(octets=st.binary(max_size=400))
def test_any_bytes_are_answered(essai, octets):
    essai(octets)


@REGLAGES
@given(
    texte=st.text(
        alphabet=st.one_of(st.sampled_from("nomgeruivc:-[]{}\"'#&*!|>%@`,?~ \n\n  \t0123456789h"), st.characters()), max_size=200
    )
)
def test_any_text_is_answered(essai, texte):
    essai(texte.encode("utf-8", "surrogatepass"))


@st.composite
def mutees(tirer) -> str:
    """A good fiche after one to four accidents of a keyboard."""
    lignes = tirer(st.sampled_from(BONNES)).splitlines(keepends=True)
    for _ in range(tirer(st.integers(1, 4))):
        i = tirer(st.integers(0, max(len(lignes) - 1, 0)))
        if not lignes:
            break
        match tirer(st.sampled_from(["perd", "double", "echange", "valeur", "decale", "signe", "coupe", "cle"])):
            case "perd":
                del lignes[i]
            case "double":
                lignes.insert(i, lignes[i])
            case "echange":
                j = tirer(st.integers(0, len(lignes) - 1))
                lignes[i], lignes[j] = lignes[j], lignes[i]
            case "valeur":
                cle, deux_points, _ = lignes[i].partition(": ")
                lignes[i] = f"{cle}{deux_points}{tirer(st.one_of(st.text(max_size=30), SIGNES))}\n"
            case "cle":
                _, deux_points, valeur = lignes[i].partition(":")
                retrait = lignes[i][:len(lignes[i]) - len(lignes[i].lstrip())]
                lignes[i] = f"{retrait}{tirer(st.one_of(st.text(max_size=12), SIGNES))}{deux_points}{valeur}"
            case "decale":
                lignes[i] = " " * tirer(st.integers(0, 6)) + lignes[i].lstrip(" ")
            case "signe":
                place = tirer(st.integers(0, len(lignes[i])))
                lignes[i] = lignes[i][:place] + tirer(SIGNES) + lignes[i][place:]
            case "coupe":
                lignes[i:] = [lignes[i][:tirer(st.integers(0, len(lignes[i])))]]
    return "".join(lignes)


@settings(REGLAGES, max_examples=200)
@given(texte=mutees())
def test_any_accident_to_a_good_fiche_is_answered(essai, texte):
    essai(texte.encode("utf-8", "surrogatepass"))


RETIREE = (DATA / "valid" / "fiche" / "confidentialite-sans-adresse.yml").read_text(encoding="utf-8")
SECRET = "12 rue Zébulon"


@settings(REGLAGES, max_examples=150)
@given(ligne=st.integers(0, len(RETIREE.splitlines()) - 1), avant=SIGNES | st.just(""), apres=SIGNES | st.just(""),
       facon=st.sampled_from(["valeur", "cle", "suite", "ligne", "liste", "flux"]), champ=st.sampled_from(sorted(NOMS)))
def test_wherever_a_withheld_address_is_written_no_message_repeats_it(tmp_path_factory, ligne, avant, apres, facon, champ):
    secret, lignes = f"{avant}{SECRET}{apres}", RETIREE.splitlines()
    retrait = lignes[ligne][:len(lignes[ligne]) - len(lignes[ligne].lstrip())]
    match facon:
        case "valeur":
            lignes[ligne] = f"{lignes[ligne].partition(':')[0]}: {secret}"
        case "cle":
            lignes.insert(ligne, f"{retrait}{secret}: oui")
        case "suite":
            lignes[ligne] += f" {secret}"
        case "ligne":
            lignes.insert(ligne, f"{retrait}{champ}: {secret}")
        case "liste":
            lignes.insert(ligne, f"{retrait}{champ}: [{secret}, {secret}]")
        case "flux":
            lignes.insert(ligne, f"{retrait}{champ}: {{{champ}: {secret}, {secret}}}")
    racine = tmp_path_factory.getbasetemp() / "secret"
    shutil.copytree(TERRITOIRE, racine, dirs_exist_ok=True)
    (racine / "fiches/centre/essai.yml").write_bytes("\n".join(lignes).encode("utf-8", "surrogatepass"))
    rapport = verifier(racine, AUJOURDHUI, racine)
    assert not any("Zébulon" in str(p) or "zebulon" in str(p).lower() for p in rapport.problemes)
    if rapport.directory is not None:
        # Good as a whole: then nothing of it was read as an address.
        assert SECRET not in str(rapport.directory.fiches["essai"])


def _comme_ecrit(valeur: object) -> object:
    if isinstance(valeur, dict):
        return {cle: _comme_ecrit(v) for cle, v in valeur.items()}
    if isinstance(valeur, list):
        return [_comme_ecrit(v) for v in valeur]
    return "" if valeur in VIDES else valeur


@settings(REGLAGES, max_examples=150)
@given(
    texte=st.one_of(
        mutees(),
        st.recursive(
            st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12),
            lambda fils: st.lists(fils, max_size=4) | st.dictionaries(st.text(alphabet="abé z", max_size=5), fils, max_size=4),
            max_leaves=12,
        ).map(lambda valeur: yaml.safe_dump(valeur, allow_unicode=True)),
    )
)
def test_what_is_read_without_fault_is_what_yaml_says_as_text(texte):
    try:
        document = lire_yaml(texte)
    except Illisible:
        return
    if not document.fautes:
        assert _comme_ecrit(document.valeur) == _comme_ecrit(yaml.load(texte, yaml.CBaseLoader))
