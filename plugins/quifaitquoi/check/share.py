"""Work shared among the cores of the machine, where there is enough of it to be worth the sharing."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")
ASSEZ = 300

# What the children do: they are forks, and find it here with all that it holds, without its being copied to them.
_travail: Callable[[Sequence], list] | None = None


def partage(faire: Callable[[Sequence[T]], list[R]], elements: Sequence[T]) -> list[R]:
    """`faire(elements)`, which must give one result for each, in order; long lists are cut into a part for each core.

    Results must survive pickling. A thread elsewhere in the process (the preview's) rules forking out.
    """
    coeurs = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if coeurs < 2 or len(elements) < ASSEZ or threading.active_count() > 1 or "fork" not in get_all_start_methods():
        return faire(elements)
    global _travail
    _travail = faire
    taille = -(-len(elements) // coeurs)
    parts = [elements[debut:debut + taille] for debut in range(0, len(elements), taille)]
    try:
        with ProcessPoolExecutor(coeurs, mp_context=get_context("fork")) as executor:
            return [resultat for part in executor.map(_fait, parts) for resultat in part]
    finally:
        _travail = None


def _fait(part: Sequence) -> list:
    return _travail(part)
