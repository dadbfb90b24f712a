"""`make fuzz`: every property of the tests with examples that no run has tried, again and again until the time is over."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import SystemRandom
from threading import Timer

import pytest

TESTS = Path(__file__).parents[1]
# The first failure ends the round: what is found is told before the time is over.
REGLAGES = "-m hypothesis --hypothesis-profile fuzz --numprocesses auto --dist worksteal --exitfirst --show-capture no".split()


def main() -> int:
    lu = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    lu.add_argument("--minutes", type=float, default=10)
    lu.add_argument("--graine", type=int, help="the seed of a round, to run that one again")
    demande = lu.parse_args()
    fin, tours = time.monotonic() + 60 * demande.minutes, 0
    while time.monotonic() < fin and not (tours and demande.graine is not None):
        graine = SystemRandom().randrange(2**32) if demande.graine is None else demande.graine
        print(f"Seed {graine}", flush=True)
        if trouve(graine, fin):
            print(f"\nAgain: make fuzz GRAINE={graine}. Then keep what you found: tests/fuzz/README.md")
            return 1
        tours += 1
    print(f"Nothing found in {tours} rounds, the last as far as the time went.")
    return 0


def trouve(graine: int, fin: float) -> bool:
    """Whether any property falls with the examples of this seed, of those that can be tried before the end."""
    fichiers = sorted(str(f) for f in TESTS.rglob("test_*.py") if "from hypothesis import" in f.read_text("utf-8"))
    commande = [sys.executable, "-m", "pytest", *REGLAGES, "--hypothesis-seed", str(graine), *fichiers]
    with subprocess.Popen(commande, stdout=subprocess.PIPE, text=True, start_new_session=True) as tour:
        # Interrupted, it still tells what it found; what does not end then is ended with its workers.
        reste = fin - time.monotonic()
        fins = [Timer(reste, os.kill, (tour.pid, signal.SIGINT)), Timer(reste + 30, os.killpg, (tour.pid, signal.SIGKILL))]
        for minuterie in fins:
            minuterie.start()
        lignes = []
        try:
            for ligne in tour.stdout:
                print(ligne, end="", flush=True)
                lignes.append(ligne)
        except KeyboardInterrupt:
            os.killpg(tour.pid, signal.SIGKILL)
            raise
        finally:
            for minuterie in fins:
                minuterie.cancel()
    return tour.returncode > pytest.ExitCode.INTERRUPTED or any(ligne.startswith(("FAILED", "ERROR")) for ligne in lignes)


if __name__ == "__main__":
    sys.exit(main())
