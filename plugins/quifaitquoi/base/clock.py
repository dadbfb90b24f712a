"""The one place that asks what time it is; everything else is told."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from quifaitquoi.base.refus import Refus


def maintenant() -> datetime:
    """Now (UTC), or the moment of SOURCE_DATE_EPOCH (seconds since 1970) where a build must come out the same again.

    Raises Refus where that variable is no such number.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        raise Refus(f"SOURCE_DATE_EPOCH n'est pas un nombre de secondes : {epoch[:40]}") from None


def au_mur() -> date:
    """The day of the machine's own clock (UTC), whichever day is built for: how long something has been kept on this disk."""
    return datetime.now(UTC).date()
