"""Days written with their weekday and without a year ("Friday, March 6"): they fall so in some years only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from fogline.dating.calendar import Days
from fogline.dating.evidence.bound import Bound, Strength
from fogline.dating.evidence.found import Found
from fogline.dating.window import Window

SOON = timedelta(days=31)  # a weekday beside a date without a year is of the days around the report


def from_weekdays(found: Sequence[Found]) -> Iterator[Bound]:
    """Windows around all years from 1990 on in which the day has that weekday."""
    for f in found:
        fields = f.fields
        if (
            f.fields.rule not in {"calendar.month_day", "calendar.day_month"}
            or "weekday" not in fields
            or "year" in fields
        ):
            continue
        fitting = [d for year in range(1990, 2100) if (d := _day(year, fields.number("month"), fields.number("day")))]
        days = [d for d in fitting if d.isoweekday() == int(fields["weekday"])]
        if days:
            window = Window.of(Days(d - SOON, d + SOON) for d in days)
            yield Bound(window, Strength.FIRM, f"dating.weekday_of_date: {f.words} fits some years only")


def _day(year: int, month: int | None, day: int | None) -> date | None:
    try:
        return date(year, month or 1, day or 1)
    except ValueError:
        return None
