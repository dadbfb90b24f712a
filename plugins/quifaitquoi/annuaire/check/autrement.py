"""What people write for a value that has a fixed list, and what they mean by it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quifaitquoi.annuaire.read.faute import Chemin
from quifaitquoi.base.texte import simple

OUI, NON = ("yes", "true", "vrai", "x", "ok"), ("no", "false", "faux", "aucun", "aucune", "pas")
# Of some fields, yes and no are said in other words.
PAR_CHAMP = {"rendez_vous": {"oui": "obligatoire", "non": "sans"}, "cout": {"non": "gratuit", "oui": "payant", "0": "gratuit"},
             "tarif": {"non": "gratuit", "oui": "payant", "0": "gratuit"}}
MONTANT = re.compile(r"\s*\d+([.,]\d+)?\s*(€|euros?|EUR|CHF|\$)\s*", re.I)
GENRES = {"femme": "femmes", "femmes": "femmes", "homme": "hommes", "hommes": "hommes"}


def dit_autrement(lu: str, chemin: Chemin, permis: Sequence[str]) -> str | None:
    """The value of the list that was meant by other words; None where nobody can tell."""
    dit = simple(lu)
    dit = "oui" if dit in OUI else "non" if dit in NON else dit
    dit = PAR_CHAMP.get(_champ(chemin), {}).get(dit, dit)
    return "participation" if "participation" in permis and MONTANT.fullmatch(lu) else dit if dit in permis else None


def conseil(lu: object, chemin: Chemin) -> str:
    """Where the rest of what was written goes."""
    if not isinstance(lu, str):
        return ""
    if _champ(chemin) in ("cout", "tarif") and MONTANT.fullmatch(lu):
        return f" Le montant se dit dans « precision » : « cout: », puis à la ligne « tarif: participation » et « precision: {lu} »"
    if _champ(chemin) == "accueil" and (genre := GENRES.get(simple(lu))):
        return f" Pour elles ou eux seulement : « accueil: exclusif », et à la ligne « genre: {genre} »"
    return ""


def _champ(chemin: Chemin) -> str:
    return next((partie for partie in reversed(chemin) if isinstance(partie, str)), "")
