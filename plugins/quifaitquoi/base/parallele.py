"""Work shared among the cores of the machine, where there is enough of it to be worth the sharing."""

from __future__ import annotations

import gc
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from multiprocessing import active_children, get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import TypeVar

from quifaitquoi.base.refus import Refus

T = TypeVar("T")
R = TypeVar("R")
ASSEZ = 300
LOT = 100  # of a list, given to a fork at once, whose results come back at once; fewer towards the end, so that all end together
D_AVANCE = 4  # lots that a fork has been given and not done yet: it must not wait for this process, which has its own work
ICI = 10  # done here before forks are looked for again: what they send waits until it is taken
TOUR = 1_100  # done by a fork before another takes its place: each has a copy of what it looked at, which its end gives back


def par_parts(faire: Callable[[Sequence[T]], list[R]], elements: Sequence[T]) -> list[R]:
    """`faire(elements)`, which must give one result for each, in order; of long lists this process begins with the first and forks
    with the last, a few at a time, until they meet. So what looks at everything should come first: here its memory is not copied.

    Results must survive pickling. A thread elsewhere in the process (the preview's) rules forking out.
    """
    coeurs = _coeurs()
    if coeurs < 2 or len(elements) < ASSEZ:
        return faire(elements)
    with _figes(), ExitStack() as ouverts:
        return _Partage(faire, elements, coeurs - 1, ouverts).fait()


class _Partage:
    """A list between this process and `autres` forks; what is not given out yet is from `_debut` to `_fin`."""

    def __init__(self, faire: Callable[[Sequence[T]], list[R]], elements: Sequence[T], autres: int, ouverts: ExitStack) -> None:
        self._faire, self._elements, self._autres, self._ouverts = faire, elements, autres, ouverts
        self._debut, self._fin = 0, len(elements)
        self._forks: list[_Fork] = []
        self._par_debut: dict[int, list[R]] = {}

    def fait(self) -> list[R]:
        while self._debut < self._fin:
            self._repartit()
            debut, self._debut = self._debut, min(self._debut + ICI, self._fin)
            self._par_debut[debut] = self._faire(self._elements[debut:self._debut])
            for fork in self._forks:
                while fork.donnes and fork.ligne.poll():
                    self._prend(fork)
        for fork in self._forks:
            while fork.donnes:
                self._prend(fork)
            fork.ligne.close()
        _attend()
        return [resultat for debut in sorted(self._par_debut) for resultat in self._par_debut[debut]]

    def _repartit(self) -> None:
        """Give each fork its next lots; one that has done its share ends, and another begins."""
        for fork in [fork for fork in self._forks if not fork.donnes and not fork.reste]:
            fork.ligne.close()
            self._forks.remove(fork)
        while len(self._forks) < self._autres:
            self._forks.append(_Fork(self._faire, self._elements))
            self._ouverts.enter_context(self._forks[-1].ligne)
        for fork in self._forks:
            while len(fork.donnes) < D_AVANCE and (combien := min(fork.reste, self._lot())):
                self._fin -= combien
                fork.donne(self._fin, combien)

    def _lot(self) -> int:
        return min(LOT, -(-(self._fin - self._debut) // (4 * (self._autres + 1))))

    def _prend(self, fork: _Fork) -> None:
        self._par_debut[fork.donnes.popleft()] = _recu(fork.ligne)


class _Fork:
    """A process that does what it is given of a list: `donnes`, where each lot of it begins that is not back yet, in order, and
    `reste`, how many more it may do."""

    def __init__(self, faire: Callable[[Sequence[T]], list[R]], elements: Sequence[T]) -> None:
        contexte = get_context("fork")
        self.ligne, la_bas = contexte.Pipe()
        contexte.Process(target=_sert, args=(faire, elements, la_bas, self.ligne), daemon=True).start()
        la_bas.close()
        self.donnes: deque[int] = deque()
        self.reste = TOUR

    def donne(self, debut: int, combien: int) -> None:
        self.donnes.append(debut)
        self.reste -= combien
        with suppress(ConnectionError):  # it was stopped: whoever waits for its results is told
            self.ligne.send((debut, debut + combien))


def _sert(faire: Callable[[Sequence[T]], list[R]], elements: Sequence[T], ligne: Connection, la_bas: Connection) -> None:
    la_bas.close()  # else its end, and so that of the process that asks, would never be seen
    while True:
        try:
            debut, fin = ligne.recv()
        except (EOFError, ConnectionError):
            return
        try:
            envoi = faire(elements[debut:fin]), None
        except Exception as error:
            envoi = None, error
        with suppress(ConnectionError):  # nobody waits for it any more
            ligne.send(envoi)


def un_par_un(faire: Callable[[T], R], elements: Sequence[T]) -> Iterator[R]:
    """`faire` of each, in order, each as soon as it is there: for a few long pieces of work."""
    coeurs = min(_coeurs(), len(elements))
    if coeurs < 2:
        yield from map(faire, elements)
        return
    # Dealt out in turn: neighbours are of a kind, and take about as long.
    with _figes(), ExitStack() as ouverts:
        envois = [_confie(lambda part: map(faire, part), elements[n::coeurs]) for n in range(coeurs)]
        for envoi in envois:
            ouverts.enter_context(envoi)
        for n in range(len(elements)):
            yield _recu(envois[n % coeurs])
    _attend()


@contextmanager
def _figes() -> Iterator[None]:
    """What is there already stays to the end of the work: to look for cycles among it would write in all of its memory, and so copy
    it into each fork."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


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
