"""What a meeting ticked and crossed about one fiche → the changes of its file, in the words of `verify`.

A meeting is no call: unless somebody went there or asked, nothing is marked as verified. What is false and of which nobody
knows the truth becomes a doubt, so that pages say so and the next call asks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date

from quifaitquoi.annuaire.read.document import Document
from quifaitquoi.edition.reponses.reponse import Appel

JUSTE, FAUX = "juste", "faux"
TITRE = "Réunion de relecture"
LIGNE = re.compile(r"horaires\..*", re.DOTALL)


def corrige(champ: str, ecrit: str) -> str:
    """`champ=valeur` of what was written for this question: its own field, unless another one is named."""
    return ecrit if "=" in ecrit else f"{champ}={ecrit}"


def appel(reponses: Mapping[str, str], doutees: Sequence[str], document: Document, comment: str, par: str, le: date) -> Appel:
    """`reponses`: field → JUSTE, FAUX or `champ=valeur`. `doutees` are the fields that were in doubt; `comment` is "" where nobody
    asked the place itself."""
    changes = [dit for dit in reponses.values() if dit not in (JUSTE, FAUX)]
    surs = [champ for champ, dit in reponses.items() if dit != FAUX and champ in doutees]
    douteux = _douteux(document)
    for champ in (champ for champ, dit in reponses.items() if dit == FAUX and champ not in douteux):
        changes.append(_de_plus("a_confirmer", len(douteux), f"champ: {champ}, pourquoi: dit faux à la réunion du {le}"))
        douteux = [*douteux, champ]
    if changes and not comment:
        sources = document.valeur_a(("sources",))
        # Of a line of hours only the hours: what it says may hold anything.
        pour = dict.fromkeys(LIGNE.sub("horaires", ecrit.partition("=")[0].strip()) for ecrit in changes
                             if not ecrit.startswith("a_confirmer"))
        source = {"titre": TITRE, "date": str(le)} | ({"pour": [*pour]} if pour else {})
        if not isinstance(sources, list) or source not in sources:  # the same meeting may say it twice
            changes.append(_de_plus("sources", len(sources) if isinstance(sources, list) else 0,
                                    f"titre: {TITRE}, date: {le}" + (f", pour: {json.dumps([*pour])}" if pour else "")))
    return Appel(comment, par, le, changes, [champ for champ in surs if champ in _douteux(document)])


def _de_plus(champ: str, deja: int, dedans: str) -> str:
    """A change that adds one item to a list."""
    return f"{champ}[{deja + 1}]={{{dedans}}}" if deja else f"{champ}=[{{{dedans}}}]"


def _douteux(document: Document) -> list[str]:
    doutes = document.valeur_a(("a_confirmer",))
    return [d.get("champ", "") if isinstance(d, dict) else "" for d in doutes] if isinstance(doutes, list) else []
