"""Days written without their year: with a weekday ("Friday, March 6") or in a dateline, they fit some years only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from fogline.dating.calendar import Days
from fogline.dating.evidence.bound import Bound, Strength
from fogline.dating.evidence.found import Found
from fogline.dating.window import Window

SOON = timedelta(days=31)  # a weekday beside a date without a year is of the days around the report
FILED = timedelta(days=1)  # a report comes out on the day of its dateline or the one after
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


def from_weekdays(found: Sequence[Found]) -> Iterator[Bound]:
    """Windows around the day in each year that fits."""
    for f in found:
        if f.fields.rule not in {"calendar.month_day", "calendar.day_month"} or "year" in f.fields:
            continue
        days = in_all_years(f)
        if "weekday" in f.fields:
            fitting = [d for d in days if d.isoweekday() == int(f.fields["weekday"])]
            window = Window.of(Days(d - SOON, d + SOON) for d in fitting)
            rule, strength = "dating.weekday_of_date", Strength.FIRM
        elif f.kind == "dateline":
            window = Window.of(Days(d, d + FILED) for d in days)
            rule, strength = "dating.dateline_day", Strength.USUAL
        else:
            continue
        if window:
            yield Bound(window, strength, f"{rule}: {f.words} fits some days only")


def in_all_years(f: Found) -> list[date]:
    """The day of an expression without a year (the first of a month) in every year in which it exists."""
    month, day = f.fields.number("month"), f.fields.number("day")
    years = range(_FIRST_YEAR, _LAST_YEAR)
    return [d for year in years if (d := _day(year, month, day)) is not None]


def _day(year: int, month: int | None, day: int | None) -> date | None:
    try:
        return date(year, month or 1, day or 1)
    except ValueError:
        return None
