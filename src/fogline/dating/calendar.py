"""Arithmetic on closed intervals of days: months, seasons, weeks, and their early, middle and late parts."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

# Months of each season as reporters of the northern temperate zone use the words; winter runs into the next year.
_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Days:
    """A closed interval of days."""

    begin: date
    until: date

    def __contains__(self, day: date) -> bool:
        return self.begin <= day <= self.until


def day(of: date) -> Days:
    """One day."""
    return Days(of, of)


def month(year: int, number: int) -> Days:
    """A whole month."""
    return Days(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def years(first: int, last: int) -> Days:
    """Whole years."""
    return Days(date(first, 1, 1), date(last, 12, 31))


def season(year: int, code: str) -> Days:
    """A season of a year; the winter of a year starts in its December."""
    start = _SEASON_START[code]
    last = shift_months(date(year, start, 1), 2)
    return Days(date(year, start, 1), month(last.year, last.month).until)


def quarter(year: int, number: int) -> Days:
    """The first to fourth quarter of a year."""
    return Days(date(year, 3 * number - 2, 1), month(year, 3 * number).until)


def week(of: date) -> Days:
    """The week from Monday to Sunday that holds a day."""
    monday = of - timedelta(days=of.weekday())
    return Days(monday, monday + timedelta(days=6))


def shift_months(of: date, number: int) -> date:
    """The same day some months later (earlier when negative), or the last day of a shorter month."""
    years_on, index = divmod(of.year * 12 + of.month - 1 + number, 12)
    index += 1
    if not 1 <= years_on <= 9999:
        raise OverflowError(f"year {years_on} is out of range")
    return date(years_on, index, min(of.day, monthrange(years_on, index)[1]))


def add(of: date, number: float, unit: str) -> date:
    """A day some units later (earlier when negative); `unit` is a TIMEX3 letter, hours and minutes with T.

    Raises:
        OverflowError: the day lies outside the years 1 to 9999.
    """
    months = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
    if unit in months:
        whole = int(number * months[unit])
        rest = number * months[unit] - whole
        return shift_months(of, whole) + timedelta(days=round(rest * 30))
    if unit == "TH":
        return of + timedelta(days=int(number / 24) if abs(number) >= 24 else 0)
    if unit == "TM":
        return of
    return of + timedelta(days=round(number * {"D": 1, "N": 1, "W": 7, "WE": 7, "F": 14}.get(unit, 1)))


def portion(days: Days, mod: str | None) -> Days:
    """The part of an interval that START, MID, END, H1 or H2 name: "early May" is the 1st to the 10th."""
    length = (days.until - days.begin).days + 1
    if mod is None or length < 3:
        return days
    if 28 <= length <= 31:
        bounds = {"START": (0, 10), "MID": (10, 20), "END": (19, length), "H1": (0, 15), "H2": (15, length)}
    elif length in {365, 366}:
        first = days.begin.year
        named = {"START": (1, 4), "MID": (6, 8), "END": (9, 12), "H1": (1, 6), "H2": (7, 12)}
        if mod not in named:
            return days
        return Days(date(first, named[mod][0], 1), month(first, named[mod][1]).until)
    elif length == 7:
        bounds = {"START": (0, 3), "MID": (2, 5), "END": (3, 7)}
    else:
        third = length // 3
        bounds = {
            "START": (0, third), "MID": (third, length - third), "END": (length - third, length),
            "H1": (0, length // 2), "H2": (length // 2, length),
        }  # fmt: skip
    if mod not in bounds:
        return days
    first_day, last_day = bounds[mod]
    return Days(days.begin + timedelta(days=first_day), days.begin + timedelta(days=last_day - 1))
