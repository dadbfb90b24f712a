"""A territory's site, built as the command builds it, on a day that the test chooses; the same site once a run."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from quifaitquoi.echanges.sorties import FORMATS
from quifaitquoi.site.adapter import construire


def construit(territoire: Path, vers: Path, jour: date) -> Path:
    """Builds the site of `territoire` into `vers`, which it returns, at eleven (UTC) on `jour`."""
    with pytest.MonkeyPatch.context() as milieu:
        milieu.setenv("SOURCE_DATE_EPOCH", str(int(datetime.combine(jour, time(11), UTC).timestamp())))
        construire(territoire, vers, formats=FORMATS)
    return vers


def une_fois(tmp_path_factory: pytest.TempPathFactory, nom: str, faire: Callable[[Path], object]) -> Path:
    """The folder `nom` of the run, which `faire` fills for the first process that asks; the others wait for it.

    Whoever gets it may only read. It has its name when it is whole: of a process that dies at work, nothing is taken over.
    """
    commun = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        commun = commun.parent  # each worker has a folder of its own in that of the run
    fini, ici = commun / nom, commun / f"{nom}.{os.getpid()}"
    with (commun / f"{nom}.verrou").open("w") as verrou:
        fcntl.flock(verrou, fcntl.LOCK_EX)
        if not fini.exists():
            faire(ici)
            ici.rename(fini)
    return fini
