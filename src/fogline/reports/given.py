"""The publication date that a caller gives."""

from __future__ import annotations

from datetime import date, datetime

from fogline.errors import UsageError


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
