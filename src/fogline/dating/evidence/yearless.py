"""Days and months written without their year: they lie shortly before the report, in whichever year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from fogline.dating.calendar import Days
from fogline.dating.evidence.bound import Bound, Strength
from fogline.dating.evidence.found import Found
from fogline.dating.evidence.wars import follows_war, named_in, tells_start
from fogline.dating.evidence.weekdays import in_all_years
from fogline.dating.window import Window
from fogline.model import Document

# How long before a report the days told without a year lie. Of annotated reports of 2012 to 2026 the newest such day is
# no older than six weeks in 19 of 20, where there are several no older than three weeks; all of them are no older than
# a hundred days in 19 of 20, months than nine months. The limits leave a margin.
NEWEST = timedelta(days=42)
NEWEST_OF_SEVERAL = timedelta(days=24)
OLDEST = timedelta(days=200)
OLDEST_MONTH = timedelta(days=290)
_DAYS = frozenset({"calendar.month_day", "calendar.day_month"})
_TOLD = frozenset({"on", "between", "from", "since", "of"})  # prepositions of a day that is told of, whatever the verb
_ELSEWHERE = frozenset({"related", "link", "boilerplate", "credit", "dateline"})


def from_yearless(document: Document, found: Sequence[Found]) -> Iterator[Bound]:
    """Windows of each year behind the days and months that the text tells without a year."""
    starts = [war.start for war in named_in(document)]
    told = [f for f in found if _is_told(f) and not _is_start(document, f, starts)]
    days = {f.words: found_days for f in told if f.fields.rule in _DAYS and (found_days := in_all_years(f))}
    months = {f.words: in_all_years(f) for f in told if f.fields.rule == "calendar.month"}
    if days:
        several = len({d[0] for d in days.values()}) > 1
        reach = NEWEST_OF_SEVERAL if several else NEWEST
        window = Window.of(Days(d, d + reach) for each in days.values() for d in each)
        words = f"{', '.join(days)}: the newest day without its year lies within {reach.days} days"
        yield Bound(window, Strength.USUAL, f"dating.newest_day: {words}")
    for words, each in days.items():
        yield _within(words, each, OLDEST)
    for words, each in months.items():
        yield _within(words, each, OLDEST_MONTH)


def _within(words: str, days: Sequence[date], reach: timedelta) -> Bound:
    window = Window.of(Days(d, d + reach) for d in days)
    return Bound(
        window, Strength.USUAL, f"dating.without_year: {words} lies within {reach.days} days before the report"
    )


def _is_told(f: Found) -> bool:
    """Whether an expression is a day or month without a year that the text tells as past."""
    if f.days is not None or f.kind in _ELSEWHERE or "year" in f.fields or f.fields.future:
        return False
    if f.fields.rule in _DAYS:
        return (f.past and f.fields.get("tense") == "past") or f.fields.get("preposition") in _TOLD
    return f.fields.rule == "calendar.month" and f.fields.get("tense") == "past"


def _is_start(document: Document, f: Found, starts: Sequence[date]) -> bool:
    """Whether it is the start of a war that the text names, which is told of for longer."""
    month, day = f.fields.number("month"), f.fields.number("day")
    if day is None:
        near = tells_start(document, f, 9) or follows_war(document, f)
        return near and any(s.month == month for s in starts)
    return any(s.month == month and abs(s.day - day) <= 1 for s in starts)
