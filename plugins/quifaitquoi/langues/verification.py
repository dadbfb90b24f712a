"""What can be wrong in a catalogue of the program: a page must not break on it, nor say half a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from quifaitquoi.langues import comparaison, glossaire
from quifaitquoi.langues.catalogue import PLURIEL
from quifaitquoi.langues.dangers import a_ecrire, du_programme, est_comparee
from quifaitquoi.langues.extraction import Message
from quifaitquoi.langues.po import Entree, Po

# `{nom}` is filled in here, `%n` by the scripts of the maps.
_TROU = re.compile(r"\{\w*\}|%[a-z]+")


def fautes(po: Po, messages: Iterable[Message]) -> Iterator[str]:
    """Everything that is wrong, as sentences with the line."""
    yield from (f"ligne {faute.ligne} : {faute.phrase}" for faute in po.fautes)
    voulus = {message.source: message for message in messages}
    pluriels = PLURIEL.search(po.entete.get("Plural-Forms", ""))
    if pluriels is None:
        yield "l'en-tête ne dit pas « Plural-Forms »"
    formes = int(pluriels[1]) if pluriels else 2
    for entree in po.entrees:
        message = voulus.pop(entree.source, None)
        if message is None or message.pluriel != entree.pluriel:
            yield f"ligne {entree.ligne} : « {entree.source} » n'est plus une phrase du programme"
            continue
        yield from (f"ligne {entree.ligne} : « {entree.source} » {faute}"
                    for faute in _de_l_entree(entree, formes, po.entete.get("Language", "")))
    yield from (f"« {source} » manque" for source in voulus)


def _de_l_entree(e: Entree, formes: int, code: str) -> Iterator[str]:
    rangs = set(range(formes if e.pluriel else 1))
    if set(e.traductions) != rangs:
        yield f"a {len(e.traductions)} formes, la langue en a {len(rangs)}"
    if not all(e.traductions.values()):
        yield "n'est pas traduit"
    if e.floue:
        yield "est à revoir (fuzzy)"
    if e.source in du_programme() and not est_comparee(e, e.source):
        yield f"reste en français tant que sa traduction n'est pas comparée à lui : comparez, puis écrivez « {a_ecrire(e.source)} »"
    for texte in filter(None, e.traductions.values()):
        # One or none may be a word: « aucune adresse », « deux adresses » in Arabic is one word too.
        voulus, lus = _trous(e.pluriel or e.source), _trous(texte)
        if lus != voulus and not (e.pluriel and lus == _sans_nombre(voulus)):
            yield f"est traduit avec {sorted(lus) or 'aucun trou'} au lieu de {sorted(voulus) or 'aucun'}"
        yield from glossaire.ecarts(code, e.pluriel or e.source, texte)
        yield from comparaison.ecarts(e.pluriel or e.source, texte)
        # Signs alone are set in each language's own way: French wants a space before « : ».
        if any(c.isalpha() for c in e.source) and texte[0].isspace() != e.source[0].isspace():
            yield "ne commence pas par la même espace"


def _trous(texte: str) -> Counter:
    return Counter(_TROU.findall(texte))


def _sans_nombre(trous: Counter) -> Counter:
    return Counter({trou: n for trou, n in trous.items() if trou != "{n}"})
