"""What may go out under the directory's own licence: places in service, without what another licence keeps for itself."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import reduce

from quifaitquoi.annuaire.enrich import FicheVue, Territoire, enrichir
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.fiche import Fiche
from quifaitquoi.annuaire.model.types import Element

# Whoever keeps facts under one of these must give them out under it: they cannot leave with the rest.
RECIPROQUES = frozenset({"ODbL-1.0", "CC-BY-SA-4.0"})
_PART = re.compile(r"[^.\[\]]+")


def publiable(territoire: Territoire) -> Territoire:
    """The same territory without closed places, what the program brought and the facts of sources under a share-alike licence."""
    source = territoire.source
    gardees = {slug: fiche for slug, vue in source.fiches.items() if (fiche := _publiable(source.directory, vue))}
    return enrichir(replace(source.directory, fiches=gardees), source.aujourdhui, source.fiches)


def vue_publiable(territoire: Territoire, vue: FicheVue) -> FicheVue | None:
    """The same of one fiche, in the language of its territory; None where nothing of it may go out."""
    fiche = _publiable(territoire.directory, vue)
    if fiche is None or fiche is vue.fiche:
        return fiche and vue
    return enrichir(replace(territoire.directory, fiches={vue.slug: fiche}), vue.jour).fiches[vue.slug]


def _publiable(directory: Directory, vue: FicheVue) -> Fiche | None:
    if not vue.en_service or vue.fiche.national:  # what the program says in every town is no town's to give out
        return None
    licence = directory.annuaire.licence_donnees
    sous_la_meme = licence is not None and any(nom.partition("-")[0] in licence.nom for nom in RECIPROQUES)
    return vue.fiche if sous_la_meme else _libre(vue.fiche)


def _libre(fiche: Fiche) -> Fiche | None:
    """The fiche without these facts; None where all of it, or what it cannot be without, is one."""
    reciproques = [s for s in fiche.sources or () if s.licence in RECIPROQUES]
    if any(s.pour is None for s in reciproques):
        return None
    champs = [_PART.findall(champ) for s in reciproques for champ in s.pour or ()]
    if any(champ in (["nom"], ["genre"], ["services"]) for champ in champs):
        return None
    return reduce(_sans, champs, fiche)


def _sans(element: object, chemin: list[str]) -> object:
    """A copy without the value at this path; the same where nothing is there."""
    nom, *suite = chemin
    if isinstance(element, tuple):
        rang = int(nom) if nom.isdigit() else -1
        return tuple(_sans(un, suite) if n == rang and suite else un for n, un in enumerate(element))
    if not isinstance(element, Element) or getattr(element, nom, None) is None:
        return element
    return element.model_copy(update={nom: _sans(getattr(element, nom), suite) if suite else None})
