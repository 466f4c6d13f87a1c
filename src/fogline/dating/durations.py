"""Durations, spans up to the day of speech, and sets."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict, Field

from fogline.dating import calendar
from fogline.dating.amounts import duration_value, quantity
from fogline.dating.calendar import Days
from fogline.dating.frame import Fields, Frame, Meaning
from fogline.knowledge.load import load_yaml

# Prepositions after which a duration runs up to the day of speech, or from it where the text looks ahead.
_RUNNING = frozenset({"for", "over", "during", "through", "after", "throughout", "in", "within"})
_RECENT = {"D": 4.0, "W": 3.0, "M": 3.0, "Y": 3.0}  # how far back "recent days" and the like reach


class Lasting(BaseModel):
    """Nouns of things that last, as `knowledge/times_lasting.yaml` has them."""

    model_config = ConfigDict(extra="forbid")

    id: str
    words: list[str]
    example: str
    not_: str | None = Field(None, alias="not")


@cache
def lasting(only: str | None = None) -> frozenset[str]:
    """All words of the table, or those of the entry `lasting.ONLY`."""
    entries = load_yaml("times_lasting.yaml", Lasting)
    return frozenset(word for entry in entries for word in entry.words if only in {None, entry.id.partition(".")[2]})


def span(fields: Fields, frame: Frame) -> Meaning:
    """“The past 24 hours”, "recent weeks", "the coming days": a stretch that ends or starts on the day of speech."""
    unit, number = fields["unit"], fields.get("number") or ("1" if fields.rule == "shift.past_unit" else "")
    value = duration_value(number, unit)
    ahead = fields["rel"] == "1"
    if frame.now is None:
        return Meaning(None, value, fields.get("approx"), "throughout", "dating.no_day_of_speech")
    count = quantity(number) if number else _RECENT.get(unit, 3.0)
    if unit == "TH" and count < 24:
        count = 0.0 if ahead or count <= 12 else 24.0
    end = calendar.add(frame.now, count if ahead else -count, unit)
    days = Days(min(end, frame.now), max(end, frame.now))
    return Meaning(days, value, fields.get("approx"), "throughout", "dating.span")


def duration(fields: Fields, frame: Frame) -> Meaning:
    """“For over a year”, "eight months of …": up to the day of speech; other durations have no days of their own."""
    unit, number = fields["unit"], fields.get("number") or ("1" if fields.rule == "duration.unit_age" else "")
    value, mod = duration_value(number, unit), fields.get("approx")
    if frame.now is None or not _runs(fields) or (unit in {"TH", "TM"} and quantity(number) < 24):
        return Meaning(None, value, mod, "throughout", "dating.duration")
    count = quantity(number)
    if fields.future and number and fields.get("of") not in lasting():
        days = Days(frame.now, calendar.add(frame.now, count, unit))
    else:
        days = Days(calendar.add(frame.now, -count, unit), frame.now)
    return Meaning(days, value, mod, "throughout", "dating.duration_to_now")


def _runs(fields: Fields) -> bool:
    if fields.get("of") in lasting():
        return True
    if "age" in fields:
        return False
    before = fields.get("preposition")
    if before in {"in", "within"}:  # "the worst raid in four years" is of one day
        return fields.future and "compared" not in fields
    return before in _RUNNING


def often(fields: Fields, frame: Frame) -> Meaning:
    """How often: a TIMEX3 SET has no days of its own."""
    if "often" in fields:
        return Meaning(None, fields["often"], kind="throughout", because="dating.set")
    if "weekdays" in fields or "weekday" in fields:
        return Meaning(
            None, f"XXXX-WXX-{fields.get('weekday') or fields['weekdays']}", kind="throughout", because="dating.set"
        )
    if "unit" in fields:
        number = fields.get("number") or "1"
        return Meaning(None, duration_value(number, fields["unit"]), kind="throughout", because="dating.set")
    code = fields.get("part") or fields.get("season") or "X"
    value = f"XXXX-XX-XXT{code}" if "part" in fields else f"XXXX-{code}"
    return Meaning(None, value, kind="throughout", because="dating.set")
