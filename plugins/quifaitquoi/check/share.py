"""Work shared among the cores of the machine, where there is enough of it to be worth the sharing."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")
ASSEZ = 300


def partage(faire: Callable[[Sequence[T]], list[R]], elements: Sequence[T]) -> list[R]:
    """`faire(elements)`, which must give one result for each, in order; long lists are cut into a part for each core.

    Results must survive pickling. A thread elsewhere in the process (the preview's) rules forking out.
    """
    coeurs = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if coeurs < 2 or len(elements) < ASSEZ or threading.active_count() > 1 or "fork" not in get_all_start_methods():
        return faire(elements)
    # The first part stays here: it is neither sent nor received, and its memory is not copied.
    taille = -(-len(elements) // coeurs)
    envois = [_confie(faire, elements[debut:debut + taille]) for debut in range(taille, len(elements), taille)]
    resultats = faire(elements[:taille])
    for envoi in envois:
        resultats += _recu(envoi)
    return resultats


def _confie(faire: Callable[[Sequence[T]], list[R]], part: Sequence[T]) -> Connection:
    """Starts a fork, which finds here all that it needs, and returns where its results will come from."""
    contexte = get_context("fork")
    ici, la_bas = contexte.Pipe(duplex=False)
    contexte.Process(target=_fait, args=(faire, part, la_bas), daemon=True).start()
    la_bas.close()
    return ici


def _fait(faire: Callable[[Sequence[T]], list[R]], part: Sequence[T], envoi: Connection) -> None:
    try:
        envoi.send((faire(part), None))
    except Exception as error:
        envoi.send((None, error))


def _recu(envoi: Connection) -> list:
    with envoi:
        resultats, error = envoi.recv()
    if error is not None:
        raise error
    return resultats
