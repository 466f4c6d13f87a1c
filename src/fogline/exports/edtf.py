"""Intervals of days in EDTF, the Extended Date/Time Format (ISO 8601-2, level 2 for `[a..b]`)."""

from __future__ import annotations

from datetime import date, timedelta

_DAY = timedelta(days=1)


def edtf(begin: date | None, until: date | None, kind: str = "throughout") -> str | None:
    """A closed interval of days; whole months and years are written short.

    `2025-02-07` a day, `2024-07` a month, `2024` a year, `2024-06/2025-02` from one to the other (`throughout`),
    `[2025-02-03..2025-02-07]` one day of several (`sometime`).
    """
    if begin is None or until is None:
        return None
    first, last = _short(begin, until)
    if first == last:
        return first
    return f"[{first}..{last}]" if kind == "sometime" else f"{first}/{last}"


def _short(begin: date, until: date) -> tuple[str, str]:
    """Both ends, as coarse as they may be written without changing the days that are meant."""
    whole_months = begin.day == 1 and (until == date.max or (until + _DAY).day == 1)
    if not whole_months:
        return begin.isoformat(), until.isoformat()
    if begin.month == 1 and until.month == 12:
        return f"{begin.year:04}", f"{until.year:04}"
    return begin.isoformat()[:7], until.isoformat()[:7]
