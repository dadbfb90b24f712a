"""The text that the forge makes of a form that somebody filled in, and the commands that answer."""

from contextlib import chdir
from html import unescape
from pathlib import Path

import yaml
from click.testing import CliRunner, Result

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.commands import main

DEPOT = Path(__file__).parents[1]
# The day that every test looks at: 20 November 2026.
MILIEU = {"SOURCE_DATE_EPOCH": "1795132800", "PATH": "/usr/bin:/bin"}
FORMULAIRES = DEPOT / ".github" / "ISSUE_TEMPLATE"
# What one types to begin a territory, then its first fiche.
TERRITOIRE = ["Trifouillis", "", "", "", "Trifouillis", "fr", "Centre-Ville", "47.1234, 1.5678", "900", ""]
FICHE = [
    "Bains du centre", "1", "douche", "non", "Centre-Ville", *[""] * 4, "mardi: 9h-12h", "", "02 61 91 99 11", *[""] * 5, "oui"]


def corps(nom: str, /, **reponses: str) -> str:
    """The text that the forge makes of a form: each question as a title, then the answer."""
    posees = [bloc for bloc in yaml.safe_load((FORMULAIRES / f"{nom}.yml").read_text())["body"] if "id" in bloc]
    assert reponses.keys() <= {bloc["id"] for bloc in posees}
    return "\n\n".join(f"### {bloc['attributes']['label']}\n\n{reponses.get(bloc['id'], '_No response_')}" for bloc in posees)


def lance(*mots: object, reponses: tuple[str, ...] = ()) -> Result:
    """One command, with these lines typed in. In this process: test_init.py starts the real program, a second each time."""
    with chdir(DEPOT):
        fait = CliRunner().invoke(main, [str(mot) for mot in mots], input="".join(f"{ligne}\n" for ligne in reponses), env=MILIEU)
    assert fait.exception is None or isinstance(fait.exception, SystemExit), fait.exc_info
    return fait


LIEU = {
    "nom": "Maison de la Mer",
    "genre": "Un lieu où aller",
    "services": "- Douche\n- cours de français",
    "quartier": "Vieux-Port",
    "voie": "3 rue des Exemples",
    "code_postal": "01000",
    "commune": "Port-Exemple",
    "telephone": "02 61 91 99 11",
    "horaires": "lundi au vendredi: 9h-12h, 14h-17h\nsamedi: 10h-12h",
    "langues": "français, arabe",
    "cout": "Gratuit",
    "rendez_vous": "Sans rendez-vous",
    "presentation": "Un lieu pour se laver.",
    "site": "https://mer.example.org",
}


def nouvelle(annuaire, aujourdhui):
    return verifier(annuaire, aujourdhui).directory.fiches["maison-de-la-mer"]


def lisible(texte: str) -> str:
    return unescape(texte).replace("\u2060", "")
