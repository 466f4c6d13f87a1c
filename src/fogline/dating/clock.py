"""Clock times and counted days."""

from __future__ import annotations

from datetime import timedelta

from fogline.dating import calendar
from fogline.dating.calendar import Days
from fogline.dating.durations import lasting
from fogline.dating.explicit import calendar_date
from fogline.dating.frame import Fields, Frame, Meaning
from fogline.dating.relative import deictic, weekday


def clock(fields: Fields, frame: Frame) -> Meaning:
    """A time of day on the day named with it, the day told last, or the day of speech."""
    hour = _hour(fields)
    day = _day_of(fields, frame)
    value = f"{day.value}{hour}" if day.value and hour else None
    return Meaning(day.days, value, because=day.because, sets_context=day.sets_context)


def _day_of(fields: Fields, frame: Frame) -> Meaning:
    if "month" in fields:
        return calendar_date(fields, frame)
    if "weekday" in fields:
        return weekday(fields, frame)
    if "part_day" in fields:
        moved = Fields(fields.expression, {**fields.named, "offset": fields["part_day"]})
        return deictic(moved, frame)
    if frame.told is not None and frame.told.begin == frame.told.until:
        return Meaning(calendar.day(frame.told.begin), frame.told.begin.isoformat(), because="dating.hour_of_day_told")
    if frame.now is not None:
        return Meaning(calendar.day(frame.now), frame.now.isoformat(), because="dating.hour_of_day_of_speech")
    return Meaning(None, "XXXX-XX-XX", because="dating.no_day_of_speech")


def _hour(fields: Fields) -> str | None:
    figures = fields["hour"].replace(".", ":")
    if ":" not in figures and len(figures) in {3, 4} and figures.isdigit():  # 0300, 1430
        figures = f"{figures[:-2]}:{figures[-2:]}"
    hours, _, minutes = figures.partition(":")
    if not hours.isdigit() or not (minutes or "0").isdigit() or int(hours) > 24 or int(minutes or 0) > 59:
        return None
    number = (
        int(hours) % 12 + 12
        if fields.get("half") == "pm"
        else int(hours) % 12
        if fields.get("half") == "am"
        else int(hours)
    )
    return f"T{number:02d}:{minutes or '00'}"


def counted_day(fields: Fields, frame: Frame) -> Meaning:
    """“Day 109 of the invasion”: counted from the start of the war where that is known, its first day being day 1.

    "The third straight day" are the days up to the day of speech.
    """
    number = fields.number("ordinal")
    if fields.rule == "count.straight":
        if number is None or frame.now is None or frame.narrative:
            return Meaning(None, None, because="dating.no_day_of_speech")
        first = calendar.add(frame.now, 1 - number, fields["unit"])
        return Meaning(Days(first, frame.now), None, kind="throughout", because="dating.days_on_end")
    if frame.started is None or number is None or fields.rule != "count.day" or fields.get("of") not in lasting():
        return Meaning(None, None, because="dating.start_of_count_unknown")
    of = frame.started + timedelta(days=number - 1)
    return Meaning(calendar.day(of), of.isoformat(), because="dating.counted_from_start", sets_context=True)
