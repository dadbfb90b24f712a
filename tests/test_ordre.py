"""The code is in order: no line too long, no name unused, no import astray."""

import subprocess
import sys
from pathlib import Path

DEPOT = Path(__file__).parent.parent


def test_ruff_finds_nothing_to_say():
    dit = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format", "concise", "plugins", "tests"],
        cwd=DEPOT,
        capture_output=True,
        text=True,
    )
    assert dit.returncode == 0, dit.stdout + dit.stderr
