"""What annuaire.yml asks leaflets of: zones, needs and languages that exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.model.annuaire import Annuaire, DepliantsVoulus
from quifaitquoi.base.lexique import Lexique
from quifaitquoi.base.proches import lequel
from quifaitquoi.base.texte import visible
from quifaitquoi.langues import est_connue, pourquoi_pas


@regle("depliant-inconnu", "erreur", Annuaire)
def depliant_inconnu(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Les quartiers, les besoins et les langues des dépliants existent."""
    v = contexte.directory.vocabulaire
    quartiers = {slug: () for slug in contexte.slugs["quartier"]}
    besoins = v.noms("racines") | v.noms("besoins")
    langues = v.noms("langues") if "langues" in contexte.listes else {}
    for chemin, bloc in lu.blocs(DepliantsVoulus):
        yield from _inconnus(lu, chemin, bloc, "quartiers", quartiers, "un quartier connu", "quartiers/")
        if {"besoins", "racines"} <= contexte.listes:
            yield from _inconnus(lu, chemin, bloc, "besoins", besoins, "un besoin connu", "vocabulaire/besoins.yml")
        for rang, code in enumerate(bloc.langues or ()):
            if not est_connue(code):
                conseil = code not in langues and _question(code, langues) or " Exemples : fr, en, ar"
                yield Signal((*chemin, "langues", rang), f"« {visible(code)} » {pourquoi_pas(code)}.{conseil}")


def _inconnus(lu: Lu, chemin: tuple, bloc: DepliantsVoulus, champ: str, connus: Mapping[str, Iterable[str]], quoi: str,
              ou: str) -> Iterator[Signal]:
    for rang, valeur in enumerate(getattr(bloc, champ) or ()):
        if valeur not in connus:
            question = _question(valeur, connus) or f" Voir {ou}."
            yield Signal((*chemin, champ, rang), f"« {visible(valeur)} » n'est pas {quoi}.{question}")


def _question(valeur: str, connus: Mapping[str, Iterable[str]]) -> str:
    return lequel({slug: next(iter(connus[slug]), None) for slug in Lexique(connus).voisins(valeur)})
