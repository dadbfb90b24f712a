"""A territory's site, built as the command builds it, on a day that the test chooses."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from quifaitquoi.site.adapter import construire


def construit(territoire: Path, vers: Path, jour: date) -> Path:
    """Builds the site of `territoire` into `vers`, which it returns, at eleven (UTC) on `jour`."""
    with pytest.MonkeyPatch.context() as milieu:
        milieu.setenv("SOURCE_DATE_EPOCH", str(int(datetime.combine(jour, time(11), UTC).timestamp())))
        construire(territoire, vers)
    return vers
