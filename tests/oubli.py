"""What a file of tests leaves behind, given back where a process of tests goes on without it: together, more than a gigabyte."""

from __future__ import annotations

import ctypes
import gc
import sys


def oublier() -> None:
    """Everything that nobody holds any more."""
    gc.collect()
    oublier_les_papiers()


def oublier_les_papiers() -> None:
    """What Typst keeps of its last ten papers, hundreds of megabytes."""
    # It forgets by age and has no other way to be told: empty papers make it older.
    if typst := sys.modules.get("typst"):
        for _ in range(11):
            typst.compile(b"", format="pdf", ignore_system_fonts=True)
    # Only the GNU library gives to the system what is free between two things that are not.
    getattr(ctypes.CDLL(None), "malloc_trim", int)(0)
