"""A territory as the readers of one language see it: its own texts in their words, where somebody translated them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from quifaitquoi.annuaire.enrich.territoire import FicheVue, Territoire, enrichir
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.droit import Droit
from quifaitquoi.annuaire.model.textes import traduire, transformer
from quifaitquoi.langues import Traduit, langue


def directory_en(directory: Directory, code: str) -> Directory:
    """The directory in that language; itself where neither it nor the program has words for it."""
    traductions = directory.traductions.get(code)
    traduit = traduire(directory, traductions.dire) if traductions else directory
    nationaux = any(droit.national for droit in directory.droits.values())
    if code == directory.annuaire.langues[0] or not nationaux or not langue(code).catalogue.existe:
        return traduit
    return replace(traduit, droits={slug: _du_programme(droit, code) if droit.national else droit
                                    for slug, droit in traduit.droits.items()})


def _du_programme(droit: Droit, code: str) -> Droit:
    """What belongs to the program is said by its own catalogue. What finds it stays French, besides its name."""
    la = langue(code)

    def dire(chemin: str, texte: str) -> str:
        dit = texte if chemin.endswith(".synonymes") else la.texte(texte)
        return texte if dit == texte else Traduit.de(dit)

    return transformer(droit, "", dire)


def en_langue(territoire: Territoire, code: str, connues: Mapping[str, FicheVue] = MappingProxyType({})) -> Territoire:
    """The territory in that language; its `source` is the one that it was made from. `connues` as for `enrichir`."""
    directory = directory_en(territoire.directory, code)
    if directory is territoire.directory:
        return territoire
    return enrichir(directory, territoire.aujourdhui, connues, territoire)
