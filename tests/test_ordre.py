"""The code is in order: no line too long, no name unused, and data flows one way through the house."""

import subprocess
import sys
from pathlib import Path

DEPOT = Path(__file__).parent.parent


def _dit(*commande: str) -> str:
    """What a tool finds to say, "" where it is content."""
    fait = subprocess.run(commande, cwd=DEPOT, capture_output=True, text=True)
    return "" if fait.returncode == 0 else fait.stdout + fait.stderr


def test_ruff_finds_nothing_to_say():
    assert _dit(sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format", "concise", "plugins", "tests") == ""


def test_each_wing_knows_only_those_below_it():
    lint = Path(sys.executable).with_name("lint-imports")
    assert _dit(str(lint), "--no-cache") == ""


def test_the_order_has_no_exception():
    assert "ignore_imports" not in (DEPOT / "pyproject.toml").read_text("utf-8")
