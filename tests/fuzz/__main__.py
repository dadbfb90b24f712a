"""`make fuzz`: every property of the tests with examples that no run has tried, again and again until the time is over."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import SystemRandom
from threading import Timer

TESTS = Path(__file__).parents[1]
# The first failure ends the round: what is found is told before the time is over.
REGLAGES = "-m hypothesis --hypothesis-profile fuzz --numprocesses auto --dist worksteal --exitfirst --show-capture no".split()


def main() -> int:
    lu = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    lu.add_argument("--minutes", type=float, default=10)
    lu.add_argument("--graine", type=int, help="the seed of a round, to run that one again")
    demande = lu.parse_args()
    fin, tours = time.monotonic() + 60 * demande.minutes, 0
    while time.monotonic() < fin:
        graine = SystemRandom().randrange(2**32) if demande.graine is None else demande.graine
        print(f"Seed {graine}", flush=True)
        if any(ligne.startswith("FAILED") for ligne in tour(graine, fin)):
            print(f"\nAgain: make fuzz GRAINE={graine}. Then keep what you found: tests/fuzz/README.md")
            return 1
        tours += 1
        if demande.graine is not None:
            break
    print(f"{tours} rounds, nothing found.")
    return 0


def tour(graine: int, fin: float) -> Iterator[str]:
    """What pytest says of all properties with the examples of this seed; at the end of the time, of those that it could run."""
    fichiers = sorted(str(f) for f in TESTS.rglob("test_*.py") if "from hypothesis import" in f.read_text("utf-8"))
    commande = [sys.executable, "-m", "pytest", *REGLAGES, "--hypothesis-seed", str(graine), *fichiers]
    with subprocess.Popen(commande, stdout=subprocess.PIPE, text=True, start_new_session=True) as lance:
        # Interrupted, it still tells what it found; what does not end then is ended with its workers.
        fins = [Timer(fin - time.monotonic(), os.kill, (lance.pid, signal.SIGINT)),
                Timer(fin - time.monotonic() + 30, os.killpg, (lance.pid, signal.SIGKILL))]
        try:
            for minuterie in fins:
                minuterie.start()
            for ligne in lance.stdout:
                print(ligne, end="", flush=True)
                yield ligne
        finally:
            for minuterie in fins:
                minuterie.cancel()
            if lance.poll() is None:
                lance.send_signal(signal.SIGINT)


if __name__ == "__main__":
    sys.exit(main())
