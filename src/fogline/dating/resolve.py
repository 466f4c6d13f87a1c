"""Resolves the expressions of a text in order, each against the day of speech and the times told before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta

from fogline.dating.anaphora import anaphora, distance
from fogline.dating.calendar import Days
from fogline.dating.clock import clock, counted_day
from fogline.dating.durations import duration, often, span
from fogline.dating.explicit import calendar_date
from fogline.dating.frame import Fields, Frame, Meaning
from fogline.dating.relative import ago, deictic, named, part, shift, weekday
from fogline.model import TimeExpression

_RECENTLY = timedelta(days=30)  # how far back "recently" reaches

Resolver = Callable[[Fields, Frame], Meaning]


def _reference(fields: Fields, frame: Frame) -> Meaning:
    value = fields["reference"]
    if value == "PRESENT_REF" and frame.now is not None and not frame.narrative:
        return Meaning(Days(frame.now, frame.now), value, because="dating.now")
    if value == "PAST_REF" and frame.now is not None and not frame.narrative:
        return Meaning(Days(frame.now - _RECENTLY, frame.now), value, because="dating.recently")
    return Meaning(None, value, because="dating.reference")


_BY_FAMILY: dict[str, Resolver] = {
    "calendar": calendar_date,
    "weekday": weekday,
    "named": named,
    "deictic": deictic,
    "part": part,
    "shift": shift,
    "span": span,
    "ago": ago,
    "distance": distance,
    "duration": duration,
    "set": often,
    "clock": clock,
    "anaphora": anaphora,
    "count": counted_day,
    "reference": _reference,
}


def meanings(expressions: Iterable[TimeExpression], frame: Frame) -> list[Meaning]:
    """The meaning of each expression of a text, in order; `frame` is what is known before the first."""
    out: list[Meaning] = []
    for expression in expressions:
        meaning = meaning_of(expression, frame)
        out.append(meaning)
        if meaning.sets_context and meaning.days is not None:
            frame = replace(frame, told=meaning.days)
    return out


def meaning_of(expression: TimeExpression, frame: Frame) -> Meaning:
    """The meaning of one expression; unresolved where the calendar has no such day."""
    fields = Fields.of(expression)
    family = expression.rule.partition(".")[0]
    resolver = span if expression.rule == "shift.past_unit" else _BY_FAMILY[family]
    try:
        return resolver(fields, frame)
    except (OverflowError, ValueError):
        return Meaning(None, None, because="dating.no_such_day")
