"""What words that count from the day of speech tell when the date that they mean stands in the text as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from fogline.dating import calendar
from fogline.dating.amounts import VAGUE, quantity
from fogline.dating.calendar import Days
from fogline.dating.evidence.bound import Bound, Strength, bound
from fogline.dating.evidence.found import Found

NEAR = 6  # tokens between a date and the distance that restates it: "in late February 2024, almost a year ago"
# How far a rounded number of units may be off, in units: below, above.
_ROUNDED = {
    None: (0.5, 0.9),
    "LESS_THAN": (0.25, 0.0),
    "MORE_THAN": (0.0, 0.9),
    "APPROX": (0.5, 0.5),
    "EQUAL_OR_MORE": (0.0, 0.9),
}


def from_distances(found: Sequence[Found]) -> Iterator[Bound]:
    """Bounds from "… in late February 2024, almost a year ago" and from "last July" beside "July 29, 2024"."""
    for f in found:
        if f.fields.rule == "ago.number":
            yield from _restated(f, found)
    yield from _named_months(found)


def _restated(f: Found, found: Sequence[Found]) -> Iterator[Bound]:
    number, unit = f.fields.get("number") or "", f.fields["unit"]
    if number in VAGUE:
        return
    for other in found:
        gap = f.expression.first - other.expression.last
        if other.days is None or other.sentence != f.sentence or not 0 <= gap <= NEAR:
            continue
        days = reach(other.days, quantity(number), unit, f.fields.get("approx"))
        if days is None:
            continue
        words = f"{f.words} restates {other.words}"
        yield bound(days.begin, days.until, Strength.FIRM, "dating.ago_beside_date", words)
        return


def reach(of: Days, count: float, unit: str, approx: str | None) -> Days | None:
    """The days from which `of` lies so many units back, as reporters round: "almost a year" is nine months or more."""
    below, above = _ROUNDED.get(approx, (0.5, 0.9))
    try:
        return Days(calendar.add(of.begin, max(count - below, 0), unit), calendar.add(of.until, count + above, unit))
    except OverflowError:  # a number beyond the calendar
        return None


def _named_months(found: Sequence[Found]) -> Iterator[Bound]:
    """“Last July” or "July last year" in a text that has a date in July with its year: taken to be the same July."""
    years: dict[int, list[Found]] = {}
    for f in found:
        if f.days is not None and "month" in f.fields:
            years.setdefault(int(f.fields["month"]), []).append(f)
    for f in found:
        if "month" not in f.fields or int(f.fields["month"]) not in years:
            continue
        dated = max(years[int(f.fields["month"])], key=lambda o: o.days.begin if o.days else date.min)
        assert dated.days is not None
        days = _after_named(f, calendar.month(dated.days.begin.year, int(f.fields["month"])))
        if days is not None:
            words = f"{f.words} is taken for the month of {dated.words}"
            yield bound(days.begin, days.until, Strength.FIRM, "dating.named_month", words)


def _after_named(f: Found, month: Days) -> Days | None:
    if f.fields.get("year_rel") == "-1":
        return calendar.years(month.begin.year + 1, month.begin.year + 1)
    if f.fields.rule == "named.month" and f.fields.get("rel") == "-1":
        return Days(month.until + timedelta(days=1), calendar.shift_months(month.until, 12))
    return None
