"""What Typst keeps of its last ten papers, hundreds of megabytes, forgotten where a process of tests goes on without them."""

from __future__ import annotations

import ctypes
import sys


def oublier() -> None:
    """It forgets by age and has no other way to be told: empty papers make it older. Then the system gets the memory back."""
    if typst := sys.modules.get("typst"):
        for _ in range(11):
            typst.compile(b"", format="pdf", ignore_system_fonts=True)
        getattr(ctypes.CDLL(None), "malloc_trim", int)(0)  # only the GNU library has one
