"""Times counted from the time told before: "the same day", "two days later", "that month"."""

from __future__ import annotations

from datetime import date, timedelta

from fogline.dating import calendar
from fogline.dating.amounts import VAGUE, quantity
from fogline.dating.calendar import Days
from fogline.dating.explicit import with_part
from fogline.dating.frame import Fields, Frame, Meaning
from fogline.dating.relative import stretch
from fogline.extraction.times.words import context_words


def anaphora(fields: Fields, frame: Frame) -> Meaning:
    """The same, previous or following unit, or part of a day, of the time told last."""
    if fields.rule == "anaphora.day_before":
        return distance(fields, frame)
    if frame.told is None or fields.rule == "anaphora.period":
        return Meaning(None, None, because="dating.nothing_told")
    direction = int(fields["rel"])
    if "part" in fields:
        of = frame.told.begin + timedelta(days=direction)
        return Meaning(
            calendar.day(of), with_part(of.isoformat(), fields["part"]), because="dating.anaphora", sets_context=True
        )
    unit = fields["unit"]
    if unit in {"D", "N", "TH", "TM"}:
        return _same_day(frame.told, direction)
    days, value = stretch(frame.told.begin, unit, direction)
    days = calendar.portion(days, fields.get("mod"))
    if fields.get("adverb") == "after" and frame.told.until in days and frame.told != days:
        days = Days(frame.told.until, days.until)
    return Meaning(days, value, fields.get("mod"), because="dating.anaphora", sets_context=True)


def _same_day(told: Days, direction: int) -> Meaning:
    if told.begin != told.until:
        return Meaning(None, None, because="dating.no_day_told")
    of = told.begin + timedelta(days=direction)
    return Meaning(calendar.day(of), of.isoformat(), because="dating.anaphora", sets_context=True)


def distance(fields: Fields, frame: Frame) -> Meaning:
    """“Two days later”, "a year earlier", "the day before": counted from the time told last."""
    number = fields.get("number") or ("1" if fields.rule == "anaphora.day_before" else "")
    back = (fields.get("direction") or "") in context_words("counts_back")
    if number in VAGUE:
        return Meaning(
            None, "PAST_REF" if back else "FUTURE_REF", fields.get("approx"), because="dating.vague_distance"
        )
    if frame.told is None:
        return Meaning(None, None, fields.get("approx"), because="dating.nothing_told")
    count = -quantity(number) if back else quantity(number)
    of = calendar.add(frame.told.begin, count, fields["unit"])
    days, value = _at_precision(of, fields["unit"], frame.told)
    return Meaning(days, value, fields.get("approx"), because="dating.distance", sets_context=days is not None)


def _at_precision(of: date, unit: str, told: Days) -> tuple[Days | None, str | None]:
    one_day = told.begin == told.until
    if unit in {"D", "N", "W", "F", "TH", "TM", "WE"}:
        return (calendar.day(of), of.isoformat()) if one_day else (None, None)
    if unit == "M":
        return calendar.month(of.year, of.month), of.isoformat()[:7]
    return calendar.years(of.year, of.year), of.isoformat()[:4]
