"""Times counted from the day of speech: "today", "on Friday", "last July", "this week", "two weeks ago"."""

from __future__ import annotations

from datetime import date, timedelta

from fogline.dating import calendar
from fogline.dating.amounts import VAGUE, quantity
from fogline.dating.calendar import Days
from fogline.dating.explicit import with_part
from fogline.dating.frame import Fields, Frame, Meaning

ONE = timedelta(days=1)
_UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}


def deictic(fields: Fields, frame: Frame) -> Meaning:
    """Today, yesterday, tonight, this morning, last night."""
    part = fields.get("part") or ("NI" if fields.rule == "deictic.night" else None)
    if frame.now is None:
        return Meaning(None, with_part("XXXX-XX-XX", part) if part else "XXXX-XX-XX", because="dating.no_day_of_speech")
    offset = int(fields.get("offset") or (fields.get("rel") or "0"))
    of = frame.now + offset * ONE
    days = calendar.day(of)
    if part == "NI" and fields.get("rel") == "-1":  # "last night" runs into the day of speech
        days = Days(of, frame.now)
    value = of.isoformat()
    return Meaning(
        days, with_part(value, part) if part else value, fields.get("mod"), because="dating.deictic", sets_context=True
    )


def part(fields: Fields, frame: Frame) -> Meaning:
    """A part of the day alone: overnight is the night before and the day itself; else the day told or of speech."""
    if fields.expression.text.lower() == "night":  # "at night": any night
        return Meaning(None, "XXXX-XX-XXTNI", kind="throughout", because="dating.any_night")
    if frame.narrative and frame.told is not None and frame.told.begin == frame.told.until:
        of = frame.told.begin
        return Meaning(calendar.day(of), with_part(of.isoformat(), fields["part"]), because="dating.part_of_day_told")
    if frame.now is None:
        return Meaning(None, with_part("XXXX-XX-XX", fields["part"]), because="dating.no_day_of_speech")
    if fields.rule == "part.overnight":
        days = Days(frame.now, frame.now + ONE) if fields.future else Days(frame.now - ONE, frame.now)
        return Meaning(days, with_part(days.begin.isoformat(), "NI"), because="dating.overnight")
    of = frame.told.begin if frame.told is not None and frame.told.begin == frame.told.until else frame.now
    return Meaning(calendar.day(of), with_part(of.isoformat(), fields["part"]), because="dating.part_of_day")


def weekday(fields: Fields, frame: Frame) -> Meaning:
    """The latest such day on or before the day of speech; the next one where the text looks ahead."""
    number, part_code = int(fields["weekday"]), fields.get("part")
    unknown = f"XXXX-WXX-{number}"
    base, why = frame.now, "dating.weekday"
    if frame.narrative and frame.told is not None:
        base, why = frame.told.begin, "dating.weekday_near_told"
    if base is None:
        return Meaning(None, with_part(unknown, part_code) if part_code else unknown, because="dating.no_day_of_speech")
    of = _weekday(fields, base, number)
    days = calendar.day(of)
    if part_code == "NI" and fields.expression.text.lower().startswith("overnight"):
        days = Days(of - ONE, of)
    value = with_part(of.isoformat(), part_code) if part_code else of.isoformat()
    return Meaning(days, value, fields.get("mod"), because=why, sets_context=True)


def _weekday(fields: Fields, base: date, number: int) -> date:
    if "week" in fields:
        return calendar.week(base + timedelta(days=7 * int(fields["week"]))).begin + timedelta(days=number - 1)
    back = (base.isoweekday() - number) % 7
    relation = fields.get("rel")
    if relation == "1" or (relation is None and fields.future):
        return base + timedelta(days=(number - base.isoweekday()) % 7 or (7 if relation == "1" else 0))
    if relation == "-1" and back < 2:  # of yesterday and today one says neither "last"
        back += 7
    return base - timedelta(days=back)


def named(fields: Fields, frame: Frame) -> Meaning:
    """“Last July”, "this summer", "July last year", "the spring of next year", "the 5th of this month"."""
    base = frame.told.begin if frame.narrative and frame.told is not None else frame.now
    if base is None:
        return Meaning(None, _named_unknown(fields), fields.get("mod"), because="dating.no_day_of_speech")
    if "month_rel" in fields:
        first = calendar.shift_months(base.replace(day=1), int(fields["month_rel"]))
        try:
            of = first.replace(day=int(fields["day"]))
        except ValueError:
            return Meaning(None, None, because="dating.no_such_day")
        return Meaning(calendar.day(of), of.isoformat(), because="dating.named", sets_context=True)
    if "year_rel" in fields:
        year = base.year + int(fields["year_rel"])
    else:
        year = _year_of_named(fields, base, int(fields["rel"]))
    if "day" in fields:
        of = date(year, int(fields["month"]), int(fields["day"]))
        return Meaning(calendar.day(of), of.isoformat(), because="dating.named", sets_context=True)
    days = calendar.portion(_stretch(fields, year), fields.get("mod"))
    code = f"{int(fields['month']):02d}" if "month" in fields else fields["season"]
    return Meaning(days, f"{year:04d}-{code}", fields.get("mod"), because="dating.named", sets_context=True)


def _stretch(fields: Fields, year: int) -> Days:
    return calendar.month(year, int(fields["month"])) if "month" in fields else calendar.season(year, fields["season"])


def _named_unknown(fields: Fields) -> str:
    code = f"{int(fields['month']):02d}" if "month" in fields else fields.get("season") or "XX"
    return f"XXXX-{code}"


def _year_of_named(fields: Fields, base: date, direction: int) -> int:
    """The last such month that is over, the one of this year, or the next one that has not begun."""
    if direction < 0:
        return next(y for y in (base.year, base.year - 1, base.year - 2) if _stretch(fields, y).until < base)
    if direction > 0:
        return next(y for y in (base.year, base.year + 1) if _stretch(fields, y).begin > base)
    this = _stretch(fields, base.year)
    if this.begin > base and not fields.future and (this.begin - base).days > 182:
        return base.year - 1  # "this winter", said in February
    return base.year


def shift(fields: Fields, frame: Frame) -> Meaning:
    """Last, this or next week, weekend, month, quarter, year, decade; "earlier this week"; "year-end"."""
    unit = fields["unit"]
    direction = int(fields.get("rel") or 0)
    base = frame.told.begin if frame.narrative and frame.told is not None else frame.now
    if base is None:
        return Meaning(None, _UNKNOWN.get(unit), because="dating.no_day_of_speech")
    if unit in {"D", "TH", "TM"}:
        of = base + direction * ONE
        return Meaning(calendar.day(of), of.isoformat(), because="dating.shift", sets_context=True)
    days, value = stretch(base, unit, direction, fields.future)
    days = calendar.portion(days, fields.get("mod"))
    if fields.get("adverb") == "after" and frame.now is not None:
        days = Days(max(days.begin, frame.now), max(days.until, frame.now))
    return Meaning(days, value, fields.get("mod"), because="dating.shift", sets_context=True)


def stretch(base: date, unit: str, direction: int, future: bool = False) -> tuple[Days, str]:
    """The week, month, … so many steps from the one that holds `base`, with its TIMEX3 value."""
    if unit == "WE":
        return _weekend(base, direction, future)
    if unit == "W" and direction == -1 and base.isoweekday() == 7:
        base -= ONE  # on a Sunday "last week" is the one that has just ended
        return Days(base - 6 * ONE, base), _week_value(base)
    if unit == "W" and direction == 0 and future and base.isoweekday() == 7:
        base += ONE  # on a Sunday "this week" to come starts on the next day
    if unit in {"W", "F"}:
        days = calendar.week(base + timedelta(days=7 * direction))
        return days, _week_value(days.begin)
    if unit == "M":
        first = calendar.shift_months(base.replace(day=1), direction)
        return calendar.month(first.year, first.month), first.isoformat()[:7]
    if unit == "Q":
        first = calendar.shift_months(date(base.year, 3 * ((base.month - 1) // 3) + 1, 1), 3 * direction)
        number = (first.month + 2) // 3
        return calendar.quarter(first.year, number), f"{first.year:04d}-Q{number}"
    if unit == "E":
        start = base.year // 10 * 10 + 10 * direction
        return calendar.years(start, start + 9), f"{start // 10}"
    if unit == "C":
        start = base.year // 100 * 100 + 100 * direction
        return calendar.years(start, start + 99), f"{start // 100}"
    return calendar.years(base.year + direction, base.year + direction), f"{base.year + direction:04d}"


def _week_value(of: date) -> str:
    year, number, _ = of.isocalendar()
    return f"{year:04d}-W{number:02d}"


def _weekend(base: date, direction: int, future: bool) -> tuple[Days, str]:
    """Saturday and Sunday: the latest begun on the day of speech, the one before or after it."""
    back = (base.weekday() - 5) % 7
    saturday = base - timedelta(days=back)
    if direction < 0 and back < 2:
        saturday -= timedelta(days=7)
    if direction > 0 or (direction == 0 and future and back >= 2):
        saturday += timedelta(days=7)
    year, number, _ = saturday.isocalendar()
    return Days(saturday, saturday + ONE), f"{year:04d}-W{number:02d}-WE"


def ago(fields: Fields, frame: Frame) -> Meaning:
    """So many days, weeks, months or years before the day of speech, at the precision of the unit."""
    unit, number = fields["unit"], fields.get("number") or ""
    mod = fields.get("approx")
    value = "PAST_REF" if number in VAGUE or not number else None
    base = frame.told.begin if frame.narrative and frame.told is not None else frame.now
    if base is None or not number:
        return Meaning(None, value or "PAST_REF", mod, because="dating.no_day_of_speech")
    count = quantity(number)
    of = calendar.add(base, -count, unit)
    days, exact = around(of, unit, count)
    return Meaning(days, value or exact, mod, because="dating.ago", sets_context=True)


def around(of: date, unit: str, count: float) -> tuple[Days, str]:
    """The days that a distance in `unit` ending on `of` may mean, and the TIMEX3 value at that precision."""
    if unit in {"D", "N", "TH", "TM"}:
        return calendar.day(of), of.isoformat()
    if unit in {"W", "F", "WE"}:
        return Days(of - 3 * ONE, of + 3 * ONE), _week_value(of)
    if unit == "M":
        return calendar.month(of.year, of.month), of.isoformat()[:7]
    if unit == "Y" and count <= 1:
        return Days(calendar.shift_months(of, -1), calendar.shift_months(of, 1)), of.isoformat()[:4]
    if unit == "Y":
        return calendar.years(of.year, of.year), of.isoformat()[:4]
    start = of.year // 10 * 10
    return calendar.years(start, start + 9), f"{start // 10}"
