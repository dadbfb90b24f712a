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

TESTS = Path(__file__).parents[1]
# The first failure ends the round: what is found is told before the time is over.
REGLAGES = "-m hypothesis --hypothesis-profile fuzz --numprocesses auto --dist worksteal --exitfirst --show-capture no".split()


def main() -> int:
    lu = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    lu.add_argument("--minutes", type=float, default=10)
    lu.add_argument("--graine", type=int, help="replay the round of this seed, once")
    demande = lu.parse_args()
    fichiers = sorted(str(f) for f in TESTS.rglob("test_*.py") if "from hypothesis import" in f.read_text("utf-8"))
    fin, tours = time.monotonic() + 60 * demande.minutes, 0
    while time.monotonic() < fin:
        graine = SystemRandom().randrange(2**32) if demande.graine is None else demande.graine
        print(f"Seed {graine}", flush=True)
        commande = [sys.executable, "-m", "pytest", *REGLAGES, "--hypothesis-seed", str(graine), *fichiers]
        with subprocess.Popen(commande, start_new_session=True) as tour:  # a group of its own: its workers end with it
            try:
                echec = tour.wait(None if demande.graine is not None else fin - time.monotonic())
            except (subprocess.TimeoutExpired, KeyboardInterrupt):
                os.killpg(tour.pid, signal.SIGKILL)
                break
        if echec:
            print(f"\nReplay it: make fuzz GRAINE={graine}. Then keep what you found: tests/fuzz/README.md")
            return 1
        tours += 1
        if demande.graine is not None:
            break
    print(f"{tours} whole rounds, nothing found.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
