"""What prepositions, ranges and the day of speech do to the days of an expression."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from fogline.dating.calendar import Days
from fogline.dating.frame import Fields, Meaning
from fogline.model import TimeExpression


def bounded(expression: TimeExpression, meaning: Meaning, now: date | None, narrative: bool) -> Meaning:
    """The days with the preposition's meaning, and none after the day of speech unless the text looks ahead."""
    if meaning.days is None:
        return meaning
    fields, days = Fields.of(expression), meaning.days
    before = fields.get("preposition")
    if before == "throughout" and meaning.kind == "sometime":
        meaning = replace(meaning, kind="throughout", because=f"{meaning.because}, dating.throughout")
    if before == "since" and not narrative:
        return _since(meaning, days, now)
    if before == "until" and now is not None and days.begin > now:
        return replace(
            meaning, days=Days(now, days.until), kind="throughout", because=f"{meaning.because}, dating.until"
        )
    if now is None or expression.type == "DURATION" or days.until <= now:
        return meaning
    if before == "before" and days.begin > now:
        return replace(
            meaning, days=Days(now, days.until), kind="sometime", because=f"{meaning.because}, dating.before"
        )
    if days.begin <= now:
        ahead = fields.future or before in {"by", "until", "before"} or fields.get("adverb") == "after"
        clipped = Days(now, days.until) if ahead else Days(days.begin, now)
        return replace(meaning, days=clipped, because=f"{meaning.because}, dating.bounded_by_publication")
    return meaning


def _since(meaning: Meaning, days: Days, now: date | None) -> Meaning:
    if now is None or days.begin > now:
        return meaning
    return replace(meaning, days=Days(days.begin, now), kind="throughout", because=f"{meaning.because}, dating.since")


def ranged(expressions: Sequence[TimeExpression], found: list[Meaning]) -> list[Meaning]:
    """Both ends of "from … to …" with the whole range as their days."""
    at = {expression.start: n for n, expression in enumerate(expressions)}
    out = list(found)
    for n, expression in enumerate(expressions):
        fields = dict(expression.fields)
        other = at.get(int(fields["range_to"])) if "range_to" in fields else None
        if other is None:
            continue
        left, right = found[n].days, found[other].days
        if left is not None and right is not None and left.begin <= right.until:
            whole = Days(left.begin, right.until)
            for end in (n, other):
                because = f"{found[end].because}, dating.range"
                out[end] = replace(found[end], days=whole, kind="throughout", because=because)
    return out
