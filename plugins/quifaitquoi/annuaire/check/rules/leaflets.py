"""What annuaire.yml asks leaflets of: zones, needs and languages that exist, and formats as they can be made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from quifaitquoi.annuaire.check.context import Contexte, Signal, regle
from quifaitquoi.annuaire.check.load import Lu
from quifaitquoi.annuaire.model.annuaire import Annuaire
from quifaitquoi.annuaire.model.depliants import DepliantsVoulus
from quifaitquoi.annuaire.model.formats import FormatImpossible, budget, verifie_papier
from quifaitquoi.base.lexique import Lexique
from quifaitquoi.base.proches import lequel
from quifaitquoi.base.texte import visible
from quifaitquoi.langues import est_connue, langue, pourquoi_pas

URGENCES_MAX = 50  # with 60, nothing of two pages can be made


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


@regle("numero-pas-d-urgence", "erreur", Annuaire)
def numero_pas_d_urgence(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Les numéros de la feuille pour les jours difficiles sont parmi ceux de « urgences »."""
    annuaire: Annuaire = lu.element
    connus = [urgence.numero for urgence in getattr(annuaire, "urgences", None) or ()]
    for rang, numero in enumerate(annuaire.jours_difficiles.numeros if annuaire.jours_difficiles else ()):
        if connus and numero not in connus:
            yield Signal(("jours_difficiles", "numeros", rang), f"« {visible(numero)} » n'est pas dans « urgences ». Il y a : "
                                                                f"{', '.join(connus)}")


@regle("depliant-impossible", "erreur", Annuaire)
def depliant_impossible(lu: Lu, contexte: Contexte) -> Iterable[Signal]:
    """Ce que les dépliants demandent est possible : leurs pages, leur papier, leurs langues, le nombre de numéros d'urgence."""
    annuaire: Annuaire = lu.element
    if annuaire.depliants and len(annuaire.urgences) > URGENCES_MAX:
        yield Signal(("urgences", URGENCES_MAX),
                     f"avec plus de {URGENCES_MAX} numéros, un dépliant n'a plus de place pour les lieux : gardez ici ceux que "
                     "l'on appelle en danger, et donnez aux autres une fiche")
    for chemin, bloc in lu.blocs(DepliantsVoulus):
        for format in bloc.formats:
            for champ, possible in (("pages", budget), ("papier", verifie_papier)):
                try:
                    possible(format, getattr(bloc, champ))
                except FormatImpossible as impossible:
                    yield Signal((*chemin, champ), str(impossible))
        for rang, code in enumerate(bloc.langues or lu.element.langues):
            if est_connue(code) and not _s_imprime(code):
                ou = ("langues", rang) if bloc.langues else ("formats",)
                yield Signal((*chemin, *ou), f"aucune police n'est là pour imprimer « {visible(code)} » ({langue(code).nom}) : "
                             + ("retirez cette langue" if bloc.langues else "dites les langues de ces dépliants, par exemple "
                                "« langues: [fr] »"))


def _s_imprime(code: str) -> bool:
    """Whether the fonts of the set-up draw what any leaflet in that language says: the names of months."""
    from quifaitquoi.pdf.glyphes import imprimable, imprimables
    manquent: set[str] = set()
    imprimable("".join(langue(code).locale.months["format"]["wide"].values()), imprimables(), manquent)
    return not manquent


def _inconnus(lu: Lu, chemin: tuple, bloc: DepliantsVoulus, champ: str, connus: Mapping[str, Iterable[str]], quoi: str,
              ou: str) -> Iterator[Signal]:
    for rang, valeur in enumerate(getattr(bloc, champ) or ()):
        if valeur not in connus:
            question = _question(valeur, connus) or f" Voir {ou}."
            yield Signal((*chemin, champ, rang), f"« {visible(valeur)} » n'est pas {quoi}.{question}")


def _question(valeur: str, connus: Mapping[str, Iterable[str]]) -> str:
    return lequel({slug: next(iter(connus[slug]), None) for slug in Lexique(connus).voisins(valeur)})
