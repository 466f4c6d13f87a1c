"""The publication date that a caller or a document gives."""

from __future__ import annotations

import re
from datetime import date, datetime

from fogline.errors import UsageError

_STAMP = re.compile(r"\d{4}-\d\d-\d\d")


def given_day(value: str | date | None) -> date | None:
    """A day as a caller may give it: `2025-02-07`, a date, a point in time, or None.

    Raises:
        UsageError: the text is no ISO 8601 day.
    """
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        raise UsageError(f"{value!r} is no date", next_step="Give the day of publication as 2025-02-07") from None


def stamped_day(value: object) -> date | None:
    """The day with which an ISO 8601 day or point in time begins, as documents hold them; None where there is none."""
    found = _STAMP.match(value) if isinstance(value, str) else None
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None
