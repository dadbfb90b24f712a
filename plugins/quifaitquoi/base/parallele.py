"""Work shared among the cores of the machine, where there is enough of it to be worth the sharing."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from multiprocessing import active_children, get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import TypeVar

from quifaitquoi.base.refus import Refus

T = TypeVar("T")
R = TypeVar("R")
ASSEZ = 300
TOUR = 2_500  # of a list, done before new forks begin: each has a copy of what it looked at, which its end gives back
LOT = 200  # results sent at once: all of a part in one go would be in memory three times, as objects, as bytes and as objects again
AVANCE = 0.25  # how much more than a fork this process does in the same time, in parts of a fork


def par_parts(faire: Callable[[Sequence[T]], list[R]], elements: Sequence[T]) -> list[R]:
    """`faire(elements)`, which must give one result for each, in order; long lists are cut into a part for each core, and each
    part is done a few at a time. Very long ones are done in turns, so that memory does not grow with what forks look at.

    Results must survive pickling. A thread elsewhere in the process (the preview's) rules forking out.
    """
    coeurs = _coeurs()
    if coeurs < 2 or len(elements) < ASSEZ:
        return faire(elements)
    return [resultat for tour in _lots(elements, TOUR) for resultat in _un_tour(faire, tour, coeurs)]


def _un_tour(faire: Callable[[Sequence[T]], list[R]], elements: Sequence[T], coeurs: int) -> list[R]:
    # The first part stays here: it is neither sent nor received, its memory is not copied, and so it may be larger.
    taille = max(1, int(len(elements) / (coeurs + AVANCE)))
    coeurs = min(coeurs, len(elements))
    ici = len(elements) - taille * (coeurs - 1)
    debuts = range(ici, len(elements), taille)
    envois = [_confie(lambda part: map(faire, _lots(part, LOT)), elements[debut:debut + taille]) for debut in debuts]
    resultats: list[R] = []
    recus: list[list[R]] = [[] for _ in envois]
    with ExitStack() as ouverts:
        for envoi in envois:
            ouverts.enter_context(envoi)
        for lot in _lots(elements[:ici], LOT // 10):
            resultats += faire(lot)
            # A fork waits until what it sends is taken: looked for often, so that it hardly does.
            for envoi, recu in zip(envois, recus, strict=True):
                while len(recu) < taille and envoi.poll():
                    recu += _recu(envoi)
        for envoi, recu in zip(envois, recus, strict=True):
            while len(recu) < taille:
                recu += _recu(envoi)
            resultats += recu
    _attend()
    return resultats


def _lots(part: Sequence[T], combien: int) -> Iterator[Sequence[T]]:
    return (part[debut:debut + combien] for debut in range(0, len(part), combien))


def un_par_un(faire: Callable[[T], R], elements: Sequence[T]) -> Iterator[R]:
    """`faire` of each, in order, each as soon as it is there: for a few long pieces of work."""
    coeurs = min(_coeurs(), len(elements))
    if coeurs < 2:
        yield from map(faire, elements)
        return
    # Dealt out in turn: neighbours are of a kind, and take about as long.
    envois = [_confie(lambda part: map(faire, part), elements[n::coeurs]) for n in range(coeurs)]
    with ExitStack() as ouverts:
        for envoi in envois:
            ouverts.enter_context(envoi)
        for n in range(len(elements)):
            yield _recu(envois[n % coeurs])
    _attend()


def _coeurs() -> int:
    """How many processes may work; 1 where forking is ruled out."""
    if threading.active_count() > 1 or "fork" not in get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _attend() -> None:
    """Forks that have sent all are at their end; once they are waited for, whoever measures this process counts their work too."""
    for fini in active_children():
        fini.join()


def _confie(faire: Callable[[Sequence[T]], Iterable], part: Sequence[T]) -> Connection:
    """Starts a fork, which finds here all that it needs, and returns where its results will come from."""
    contexte = get_context("fork")
    ici, la_bas = contexte.Pipe(duplex=False)
    contexte.Process(target=_fait, args=(faire, part, la_bas), daemon=True).start()
    la_bas.close()
    return ici


def _fait(faire: Callable[[Sequence[T]], Iterable], part: Sequence[T], envoi: Connection) -> None:
    try:
        for resultat in faire(part):
            envoi.send((resultat, None))
    except Exception as error:
        envoi.send((None, error))


def _recu(envoi: Connection):
    """The next result. Raises what the work raised, and Refus where its process was stopped before it was done."""
    try:
        resultat, error = envoi.recv()
    except (EOFError, ConnectionError):
        raise Refus("le travail a été arrêté avant la fin, souvent parce qu'il n'y a plus de mémoire : fermez d'autres programmes, "
                    "puis recommencez") from None
    if error is not None:
        raise error
    return resultat
