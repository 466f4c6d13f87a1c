"""Calendar dates, whole or in part: "14 March 2019", "March 14", "late 2019", "the 1980s"."""

from __future__ import annotations

from datetime import date

from fogline.dating import calendar
from fogline.dating.calendar import Days
from fogline.dating.frame import Fields, Frame, Meaning

SOON = 92  # days ahead within which a date without a year may be a coming one although no verb says so
RECENT = 31  # days back
CARRY_MONTHS = 6  # a narrative goes back within a year by no more than this before a new year is meant


def calendar_date(fields: Fields, frame: Frame) -> Meaning:
    """The meaning of a calendar expression; a missing year comes from the day of speech or from the narrative."""
    if "iso" in fields or "numeric" in fields:
        return _figures(fields)
    if "bc" in fields:  # no calendar of days reaches back so far
        return Meaning(None, f"BC{int(float(fields['bc'])):04d}", because="dating.before_christ")
    if "decade" in fields:
        return _decade(fields, frame)
    year, why = _year(fields, frame)
    mod = fields.get("mod")
    if "from_year" in fields:
        return _year_range(fields)
    value, days = _value_and_days(fields, year)
    if days is not None:
        days = calendar.portion(days, mod) if "day" not in fields and "feast" not in fields else days
    if mod in {"H1", "H2"} and value and len(value) == 4:
        value, mod = f"{value}-{mod}", None
    if "part" in fields and value is not None:
        value = with_part(value, fields["part"])
    return Meaning(days, value, mod, because=why, sets_context=days is not None)


def with_part(value: str, part: str) -> str:
    """A date's value with a part of the day: `2019-03-14TMO`; dawn counts as morning (TimeML has no code for it)."""
    if part.startswith("T"):
        return value + part
    return f"{value}T{'MO' if part == 'DA' else part}"


def _value_and_days(fields: Fields, year: int | None) -> tuple[str | None, Days | None]:
    written = f"{year:04d}" if year is not None else "XXXX"
    if "feast" in fields:
        number, day = map(int, fields["feast"].split("-"))
        return f"{written}-{number:02d}-{day:02d}", _day(year, number, day)
    if "month" in fields:
        number = int(fields["month"])
        if "day" in fields:
            day = int(fields["day"])
            return f"{written}-{number:02d}-{day:02d}", _day(year, number, day)
        return f"{written}-{number:02d}", calendar.month(year, number) if year else None
    if "season" in fields:
        return f"{written}-{fields['season']}", calendar.season(year, fields["season"]) if year else None
    if "quarter" in fields:
        number = int(fields["quarter"])
        if not 1 <= number <= 4:
            return None, None
        return f"{written}-Q{number}", calendar.quarter(year, number) if year else None
    return written, calendar.years(year, year) if year else None


def _day(year: int | None, number: int, day: int) -> Days | None:
    if year is None:
        return None
    try:
        return calendar.day(date(year, number, day))
    except ValueError:
        return None


def _year(fields: Fields, frame: Frame) -> tuple[int | None, str]:
    if "year" in fields:
        return int(fields["year"]), "dating.calendar"
    if frame.told is not None and (frame.narrative or frame.now is None):
        return (
            (_carried(fields, frame.told), "dating.year_carried") if frame.narrative else (None, "dating.year_unknown")
        )
    if frame.now is None:
        return None, "dating.year_unknown"
    return _nearest_year(fields, frame.now), "dating.future_year" if fields.future else "dating.latest_past"


def _carried(fields: Fields, told: Days) -> int:
    """The year of the time told last; a month long before it starts the next year ("In December … in January")."""
    number = int(fields["month"]) if "month" in fields else None
    if number is not None and (told.until - told.begin).days < 32 and told.begin.month - number > CARRY_MONTHS:
        return told.begin.year + 1
    return told.begin.year


def _nearest_year(fields: Fields, now: date) -> int:
    """The latest year in which the date has begun by `now`, or in the future the first in which it has not ended."""
    past = next((y for y in (now.year, now.year - 1) if (d := _in(fields, y)) is not None and d.begin <= now), now.year)
    coming = next(
        (y for y in (now.year, now.year + 1) if (d := _in(fields, y)) is not None and d.until >= now), now.year
    )
    if fields.future and not _just_past(_in(fields, past), _in(fields, coming), now):
        return coming
    if not fields.future and (_may_look_ahead(fields) and _is_nearer(_in(fields, coming), _in(fields, past), now)):
        return coming
    return past


def _in(fields: Fields, year: int) -> Days | None:
    _, days = _value_and_days(fields, year)
    return calendar.portion(days, fields.get("mod")) if days is not None and "day" not in fields else days


def _just_past(past: Days | None, coming: Days | None, now: date) -> bool:
    """Whether a day was in the last month and comes again in most of a year: then no verb makes it the coming one."""
    if past is None or coming is None:
        return False
    return 0 <= (now - past.until).days <= RECENT and (coming.begin - now).days > 365 - 2 * RECENT


def _may_look_ahead(fields: Fields) -> bool:
    """Whether no past verb stands in the way of a date still to come ("to be taken before mid-June")."""
    before = fields.get("preposition")
    return before in {"until", "before", "by"} or ("tense" not in fields and before in {"on", "in", "for"})


def _is_nearer(coming: Days | None, past: Days | None, now: date) -> bool:
    if coming is None or past is None:
        return past is None
    return (coming.begin - now).days < SOON and (now - past.until).days > 2 * (coming.begin - now).days


def _figures(fields: Fields) -> Meaning:
    """Dates in figures. 03/04/2019 may be of March or of April: then the year alone is told."""
    if "iso" in fields:
        year, number, day = map(int, fields["iso"].split("-"))
    else:
        written = fields["numeric"].replace("/", ".").split(".")
        first, second, year = map(int, written)
        year += 2000 if year < 70 else 1900 if year < 100 else 0
        if "." in fields["numeric"] or first > 12:
            day, number = first, second
        elif second > 12 or first == second:
            number, day = first, second
        else:
            return Meaning(calendar.years(year, year), str(year), because="dating.day_or_month_first")
    days = _day(year, number, day) if 1 <= number <= 12 else None
    value = f"{year:04d}-{number:02d}-{day:02d}" if days else None
    return Meaning(days, value, because="dating.calendar", sets_context=days is not None)


def _decade(fields: Fields, frame: Frame) -> Meaning:
    figures, mod = fields["decade"], fields.get("mod")
    first = int(figures) if len(figures) == 4 else None
    if first is None:
        century = frame.told.begin.year // 100 if frame.narrative and frame.told else 19
        first = century * 100 + int(figures)
    bounds = {"START": (0, 3), "MID": (4, 6), "END": (7, 9)}.get(mod or "", (0, 9))
    days = calendar.years(first + bounds[0], first + bounds[1])
    return Meaning(days, f"{first // 10}", mod, because="dating.decade", sets_context=True)


def _year_range(fields: Fields) -> Meaning:
    first, short = int(fields["from_year"]), fields["to_year"]
    last = first // 100 * 100 + int(short)
    if last <= first:
        return Meaning(calendar.years(first, first), str(first), because="dating.calendar", sets_context=True)
    days = calendar.years(first, last)
    return Meaning(days, str(first), kind="throughout", because="dating.year_range", sets_context=True)
