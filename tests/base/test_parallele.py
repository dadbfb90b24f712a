"""A large directory is checked by several processes, and nobody can tell from what is found."""

import gc
import os
import shutil
import signal
import threading
import time
from collections import Counter
from multiprocessing import active_children

import pytest

from quifaitquoi.annuaire.check import verifier
from quifaitquoi.base import parallele
from quifaitquoi.base.parallele import par_parts, un_par_un
from quifaitquoi.base.refus import Refus


@pytest.fixture
def deux_coeurs(monkeypatch):
    """Share out whatever the size, on two cores whatever the machine."""
    monkeypatch.setattr(parallele, "ASSEZ", 2)
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: {0, 1}, raising=False)
    # Where the tests themselves are shared out, a thread waits for what to run next: it has no part in this.
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def test_shared_work_comes_back_in_order_and_part_was_done_elsewhere(deux_coeurs):
    fait = par_parts(lambda part: [(n * n, os.getpid()) for n in part], range(101))
    assert [carre for carre, _ in fait] == [n * n for n in range(101)]
    ici = [processus == os.getpid() for _, processus in fait]
    assert ici == sorted(ici, reverse=True) and {*ici} == {True, False}, "the first here, the last elsewhere"


@pytest.mark.parametrize("partage", [par_parts, lambda faire, elements: [*un_par_un(lambda un: faire([un]), elements)]])
def test_what_was_there_is_not_looked_through_for_cycles_in_each_process(deux_coeurs, partage):
    gc.collect()
    assert all(partage(lambda part: [gc.get_freeze_count() > 1_000 for _ in part], range(9)))
    assert gc.get_freeze_count() == 0, "once the work is done, it is again"


def test_what_is_sent_a_few_at_a_time_comes_back_whole_and_in_order(deux_coeurs, monkeypatch):
    monkeypatch.setattr(parallele, "LOT", 20)
    lots = par_parts(lambda part: [(n, len(part), os.getpid()) for n in part], range(1001))
    assert [n for n, *_ in lots] == [*range(1001)]
    # Here it is done fewer at a time, so that nobody waits long for what they send to be taken.
    assert max(combien for _, combien, qui in lots if qui == os.getpid()) == parallele.ICI
    assert max(combien for _, combien, qui in lots if qui != os.getpid()) == 20


def test_who_has_longer_work_does_less_of_it(deux_coeurs):
    ici = os.getpid()

    def lent_ici(part):
        if os.getpid() == ici:
            time.sleep(0.1)
        return [os.getpid() for _ in part]

    fait = par_parts(lent_ici, range(1000))
    assert fait.count(ici) < 500


@pytest.mark.parametrize("ou", [0, 9])
def test_a_fault_in_any_part_is_raised_here(deux_coeurs, ou):
    with pytest.raises(ZeroDivisionError):
        par_parts(lambda part: [1 // (n - ou) for n in part], range(10))


def test_long_work_is_dealt_out_and_comes_back_in_order_as_it_is_done(deux_coeurs):
    fait = list(un_par_un(lambda n: (n * n, os.getpid()), range(7)))
    assert [carre for carre, _ in fait] == [n * n for n in range(7)]
    assert len({processus for _, processus in fait}) == 2 and os.getpid() not in {processus for _, processus in fait}


def test_a_fault_in_long_work_is_raised_here_after_what_was_done(deux_coeurs):
    arrives = un_par_un(lambda n: 1 // (n - 2), range(5))
    assert [next(arrives), next(arrives)] == [-1, -1]
    with pytest.raises(ZeroDivisionError):
        next(arrives)


@pytest.mark.parametrize("partage", [par_parts, lambda faire, rangs: list(un_par_un(lambda rang: faire([rang]), rangs))])
def test_a_process_that_the_system_stops_is_told_in_a_sentence(deux_coeurs, partage):
    ici = os.getpid()

    def meurt(rangs):
        if os.getpid() != ici:
            os.kill(os.getpid(), signal.SIGKILL)
        return list(rangs)

    with pytest.raises(Refus, match="le travail a été arrêté avant la fin, souvent parce qu'il n'y a plus de mémoire"):
        partage(meurt, range(10))


def test_little_work_stays_here():
    assert {processus for processus in par_parts(lambda part: [os.getpid() for _ in part], range(10))} == {os.getpid()}


def test_several_processes_find_what_one_finds_word_for_word(deux_coeurs, monkeypatch, tmp_path, port_exemple, aujourdhui):
    territoire = tmp_path / "territoire"
    shutil.copytree(port_exemple, territoire)
    fiches = sorted((territoire / "fiches").glob("*/*.yml"))
    for n, fiche in enumerate(fiches[:20]):
        fiche.write_text(fiche.read_text().replace("genre: lieu", ["genre: leu", "gnre: lieu", "genre: [lieu", "genre:"][n % 4]))
    a_plusieurs = verifier(territoire, aujourdhui)
    monkeypatch.setattr(parallele, "ASSEZ", 10**9)
    seul = verifier(territoire, aujourdhui)
    assert len(seul.erreurs) >= 15
    assert a_plusieurs.problemes == seul.problemes


def test_what_several_processes_read_is_what_one_reads(deux_coeurs, monkeypatch, port_exemple, aujourdhui):
    a_plusieurs = verifier(port_exemple, aujourdhui).directory
    monkeypatch.setattr(parallele, "ASSEZ", 10**9)
    seul = verifier(port_exemple, aujourdhui).directory
    assert a_plusieurs == seul
    assert [f.slug for f in a_plusieurs.fiches.values()] == [f.slug for f in seul.fiches.values()]
    assert [f.zone for f in a_plusieurs.fiches.values()] == [f.zone for f in seul.fiches.values()]


def test_a_very_long_list_is_done_by_forks_that_take_turns(deux_coeurs, monkeypatch):
    """A fork has a copy of what it looked at: it gives it back at its end, well before the end of the list."""
    monkeypatch.setattr(parallele, "TOUR", 10)
    ici = os.getpid()

    def fait_par(part):
        if os.getpid() == ici:
            time.sleep(0.05)  # long enough for others to end and begin
        return [(n, os.getpid()) for n in part]

    fait = par_parts(fait_par, range(301))
    assert [n for n, _ in fait] == [*range(301)]
    ailleurs = Counter(processus for _, processus in fait if processus != ici)
    assert len(ailleurs) > 1 and max(ailleurs.values()) <= 10


def test_a_fault_here_leaves_nobody_behind(deux_coeurs, capfd):
    ici = os.getpid()

    def faute_ici(part):
        if os.getpid() == ici:
            raise ZeroDivisionError
        return [*part]

    with pytest.raises(ZeroDivisionError):
        par_parts(faute_ici, range(1000))
    for fork in active_children():
        fork.join(30)
        assert fork.exitcode == 0
    assert capfd.readouterr().err == ""
