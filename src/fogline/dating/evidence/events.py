"""What words that count from the day of speech tell beside an event of a known day: "Mosul fell last June"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from pydantic import BaseModel, ConfigDict

from fogline.dating import calendar
from fogline.dating.amounts import VAGUE, quantity
from fogline.dating.calendar import Days
from fogline.dating.evidence.bound import Bound, Strength
from fogline.dating.evidence.distances import reach
from fogline.dating.evidence.found import Found
from fogline.dating.window import Window
from fogline.knowledge.load import load_csv
from fogline.model import Document

YEARLESS = timedelta(days=345)  # a month without its year is one of the last eleven or so
OFF = 2  # days by which an event is dated differently
NEAR = 90  # characters between the words for the event and the time


class Known(BaseModel):
    """An event with its day (`knowledge/times_events.csv`).

    `words` are parts of words that all stand in one clause, parted by "&", each with its alternatives, parted by bars.
    """

    model_config = ConfigDict(extra="forbid")

    id: str
    words: str
    day: date

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The alternatives of each part."""
        return tuple(tuple(word.strip() for word in group.split("|")) for group in self.words.split("&"))


@cache
def known() -> tuple[tuple[tuple[tuple[str, ...], ...], Known], ...]:
    """The events with the parts of their words."""
    return tuple((event.groups, event) for event in load_csv("times_events.csv", Known))


def from_events(document: Document, found: Sequence[Found]) -> Iterator[Bound]:
    """Bounds from times that stand beside a known event in its sentence."""
    text = document.report.text
    events = [(groups, event) for groups, event in known() if any(word in text for word in groups[0])]
    for f in found if events else ():
        if not f.past or f.days is not None:
            continue
        around = _clause(document, f)
        told = [event for groups, event in events if all(any(w in around for w in group) for group in groups)]
        windows = {event.id: w for event in told if (w := _report_days(f, event.day)) is not None}
        if windows:
            window = Window.of(windows.values())
            words = f"{f.words} is told of {', '.join(windows)}"
            yield Bound(window, Strength.USUAL, f"dating.known_event: {words}: {window.written}")


def _clause(document: Document, f: Found) -> str:
    """The text near an expression within its sentence, up to marks that end a clause."""
    structure, text, e = document.structure, document.report.text, f.expression
    sentence = structure.sentences[f.sentence]
    start = max(structure.tokens[sentence.first].start, e.start - NEAR)
    end = min(structure.tokens[sentence.last - 1].end, e.end + NEAR)
    return text[start:end]


def _report_days(f: Found, day: date) -> Days | None:
    """The days of a report that tells an event of this day in these words; None where the words do not fit it."""
    fields, rule = f.fields, f.fields.rule
    if rule in {"calendar.month_day", "calendar.day_month"} and "year" not in fields:
        fits = fields.number("month") == day.month and abs((fields.number("day") or 0) - day.day) <= OFF
        return Days(day, day + YEARLESS) if fits else None
    if rule == "calendar.month" and "year" not in fields:
        return Days(day, day + YEARLESS) if fields.number("month") == day.month else None
    if rule == "named.month" and fields.get("rel") == "-1" and fields.number("month") == day.month:
        return Days(calendar.month(day.year, day.month).until, calendar.shift_months(day, 13))
    if rule == "named.month_year" and fields.get("year_rel") == "-1" and fields.number("month") == day.month:
        return calendar.years(day.year + 1, day.year + 1)
    if rule == "shift.unit":
        return with_unit(fields["unit"], fields["rel"], day)
    if rule == "ago.number" and (number := fields.get("number") or "") not in VAGUE and fields["unit"] in {"M", "Y"}:
        return reach(Days(day, day), quantity(number), fields["unit"], fields.get("approx"))
    return None


def with_unit(unit: str, rel: str, day: date) -> Days | None:
    """The days on which "last year", "this month" or "last week" hold a day."""
    if rel not in {"-1", "0"}:
        return None
    back = int(rel)
    if unit == "Y":
        return Days(max(day, date(day.year - back, 1, 1)), date(day.year - back, 12, 31))
    if unit == "M":
        month = calendar.shift_months(day.replace(day=1), -back)
        return Days(max(day, month), calendar.month(month.year, month.month).until)
    if unit == "W":
        return Days(day, day + timedelta(days=6 if back == 0 else 13))
    return None
