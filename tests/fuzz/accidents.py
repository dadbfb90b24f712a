"""Accidents to the files of a territory, drawn from a seed: bytes, lines, values, and kinds of values."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from random import Random

TESTS = Path(__file__).parents[1]
VALEUR = re.compile(r"^(?P<tete> *(?:- )?(?P<cle>[a-z_]+): )(?P<valeur>[^#\s].*)$")
# What a value may be without being an error, or nearly: where programs stumble.
EXTREMES = Path(__file__).with_name("extremes.txt").read_text("utf-8").split("\n")
SIGNES = ["\t", "  ", ": ", " #", "- ", "[", "}", '"', "'", "&a ", "*a", "!x ", "|", ">", "\r\n", "\ufeff", "\u202e", "\x00", "é"]


@lru_cache
def _ecrites() -> dict[str, list[str]]:
    """Field → what the good files of the tests say there."""
    dites = defaultdict(set)
    for fichier in [*TESTS.glob("port-exemple/**/*.yml"), *TESTS.glob("data/valid/**/*.yml")]:
        for ligne in fichier.read_bytes().decode("utf-8", "replace").splitlines():
            if trouve := VALEUR.match(ligne):
                dites[trouve["cle"]].add(trouve["valeur"])
    return {cle: sorted(valeurs) for cle, valeurs in sorted(dites.items())}


def accident(hasard: Random, octets: bytes) -> bytes:
    """The file after one accident; values most of the time, because most of what is accepted lies there."""
    return hasard.choices((_valeur, _sorte, _lignes, _octets), (12, 3, 4, 1))[0](hasard, octets)


def _octets(hasard: Random, octets: bytes) -> bytes:
    ici = hasard.randrange(len(octets) + 1)
    jusque = ici + hasard.choice((0, 0, 1, 1, 2, 20))
    return octets[:ici] + hasard.choice((b"", hasard.randbytes(1), hasard.choice(SIGNES).encode())) + octets[jusque:]


def _lignes(hasard: Random, octets: bytes) -> bytes:
    lignes = octets.splitlines(keepends=True) or [b""]
    i, j = hasard.randrange(len(lignes)), hasard.randrange(len(lignes))
    match hasard.choice(("perd", "perd_la_suite", "double", "echange", "decale", "coupe", "signe")):
        case "perd":
            del lignes[i]
        case "perd_la_suite":  # the line and all that hangs below it: a whole block, a whole entry
            retrait = len(lignes[i]) - len(lignes[i].lstrip())
            while i + 1 < len(lignes) and len(lignes[i + 1]) - len(lignes[i + 1].lstrip()) > retrait:
                del lignes[i + 1]
            del lignes[i]
        case "double":
            lignes.insert(i, lignes[i])
        case "echange":
            lignes[i], lignes[j] = lignes[j], lignes[i]
        case "decale":
            lignes[i] = b" " * hasard.randrange(7) + lignes[i].lstrip(b" ")
        case "coupe":
            lignes[i:] = [lignes[i][: hasard.randrange(len(lignes[i]) + 1)]]
        case "signe":
            place = hasard.randrange(len(lignes[i]) + 1)
            lignes[i] = lignes[i][:place] + hasard.choice(SIGNES).encode() + lignes[i][place:]
    return b"".join(lignes)


def _valeur(hasard: Random, octets: bytes) -> bytes:
    def autre(cle: str, valeur: str) -> str:
        match hasard.choice(("meme champ", "meme champ", "meme champ", "tout champ", "extreme", "mots")):
            case "meme champ":
                return hasard.choice(_ecrites().get(cle, [valeur]))
            case "tout champ":
                return hasard.choice(hasard.choice([*_ecrites().values()]))
            case "extreme":
                return hasard.choice(EXTREMES)
            case _:
                mots = valeur.split(" ")
                mots[hasard.randrange(len(mots))] = hasard.choice((*EXTREMES, ""))
                return " ".join(mots)

    return _ailleurs(hasard, octets, autre)


def _sorte(hasard: Random, octets: bytes) -> bytes:
    def autre(cle: str, valeur: str) -> str:
        return hasard.choice(
            (
                f"[{valeur}]",
                f"[{valeur}, {valeur}]",
                f"{{{cle}: {valeur}}}",
                f'"{valeur}"',
                f"'{valeur}'",
                "",
                "[]",
                "{}",
                ">-",
            )
        )

    return _ailleurs(hasard, octets, autre)


def _ailleurs(hasard: Random, octets: bytes, autre) -> bytes:
    """The file with one of its values written otherwise."""
    lignes = octets.decode("utf-8", "surrogateescape").split("\n")
    places = [n for n, ligne in enumerate(lignes) if VALEUR.match(ligne)]
    if not places:
        return _octets(hasard, octets)
    n = hasard.choice(places)
    trouve = VALEUR.match(lignes[n])
    lignes[n] = trouve["tete"] + autre(trouve["cle"], trouve["valeur"])
    return "\n".join(lignes).encode("utf-8", "surrogateescape")
