"""A territory as the readers of one language see it: its own texts in their words, where somebody translated them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from quifaitquoi.annuaire.enrich.territoire import FicheVue, Territoire, enrichir
from quifaitquoi.annuaire.model.directory import Directory
from quifaitquoi.annuaire.model.textes import traduire, transformer
from quifaitquoi.annuaire.model.types import Nomme
from quifaitquoi.langues import Traduit, langue


def directory_en(directory: Directory, code: str) -> Directory:
    """The directory in that language; itself where neither it nor the program has words for it."""
    traductions = directory.traductions.get(code)
    traduit = traduire(directory, traductions.dire) if traductions else directory
    if code == directory.annuaire.langues[0] or not langue(code).catalogue.existe:
        return traduit
    dits = {}
    for nom in ("droits", "fiches"):
        siens = getattr(traduit, nom)
        if any(element.national for element in siens.values()):
            dits[nom] = {slug: _du_programme(element, code) if element.national else element for slug, element in siens.items()}
    return replace(traduit, **dits) if dits else traduit


def _du_programme(element: Nomme, code: str) -> Nomme:
    """What belongs to the program is said by its own catalogue. What finds it stays French, besides its name."""
    la = langue(code)

    def dire(chemin: str, texte: str) -> str:
        dit = texte if chemin.endswith(".synonymes") else la.texte(texte)
        return texte if dit == texte else Traduit.de(dit)

    return transformer(element, "", dire)


def en_langue(territoire: Territoire, code: str, connues: Mapping[str, FicheVue] = MappingProxyType({})) -> Territoire:
    """The territory in that language; its `source` is the one that it was made from. `connues` as for `enrichir`."""
    directory = directory_en(territoire.directory, code)
    if directory is territoire.directory:
        return territoire
    return enrichir(directory, territoire.aujourdhui, connues, territoire)
