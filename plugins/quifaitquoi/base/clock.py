"""The one place that asks what day it is; everything else is told."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from quifaitquoi.base.refus import Refus


def aujourdhui() -> date:
    """Today, or the day of SOURCE_DATE_EPOCH (seconds since 1970) where a build must come out the same again.

    Raises Refus where that variable is no such number.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()
    except (ValueError, OverflowError, OSError):
        raise Refus(f"SOURCE_DATE_EPOCH n'est pas un nombre de secondes : {epoch[:40]}") from None
