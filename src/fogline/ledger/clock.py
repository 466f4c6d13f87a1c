"""The clock that records are stamped with: when a report was added, when a claim was judged.

No conclusion is drawn from it, but that a report without a date of publication is known from the day of its addition.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def now() -> datetime:
    """The time of this machine, in UTC."""
    return datetime.now(UTC)
