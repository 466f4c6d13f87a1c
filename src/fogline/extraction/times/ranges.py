"""Days that share a month written once ("3 to 7 May", "July 1 and 2"), and pairs that make a range."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.extraction.times.lexer import Piece
from fogline.extraction.times.words import context_words
from fogline.model import TimeExpression


def linked(text: str, found: Sequence[TimeExpression], cut: Sequence[Piece]) -> list[TimeExpression]:
    """The expressions of a sentence with the bare days beside them, and with `range` fields where two make a range."""
    out: list[TimeExpression] = []
    by_start = {piece.start: n for n, piece in enumerate(cut)}
    by_end = {piece.end: n for n, piece in enumerate(cut)}
    for expression in found:
        fields = dict(expression.fields)
        if expression.rule == "calendar.day_month" and "day" in fields:
            out.extend(_days_before(text, expression, cut, by_start[expression.start]))
        out.append(expression)
        if expression.rule == "calendar.month_day" and "year" not in fields:
            out.extend(_days_after(text, expression, cut, by_end[expression.end]))
    kept = [
        e
        for e in out
        if not any(e is not o and o.start <= e.start and e.end <= o.end and len(o.text) > len(e.text) for o in out)
    ]
    return _ranged(kept, cut, by_start, by_end)


def _bare_day(text: str, model: TimeExpression, piece: Piece) -> TimeExpression:
    keep = ("month", "year", "preposition", "tense")
    fields = (("day", piece.value), *((k, v) for k, v in model.fields if k in keep))
    return TimeExpression(
        piece.start,
        piece.end,
        text[piece.start : piece.end],
        piece.first,
        piece.last,
        "DATE",
        "calendar.bare_day",
        fields,
    )


def _days_before(text: str, model: TimeExpression, cut: Sequence[Piece], at: int) -> list[TimeExpression]:
    out: list[TimeExpression] = []
    while at >= 2 and cut[at - 1].lower in context_words("link") and cut[at - 2].kind in {"small", "ordinal"}:
        at -= 2
        out.insert(0, _bare_day(text, model, cut[at]))
    return out


def _days_after(text: str, model: TimeExpression, cut: Sequence[Piece], at: int) -> list[TimeExpression]:
    out: list[TimeExpression] = []
    while at + 2 < len(cut) and cut[at + 1].lower in context_words("link") and cut[at + 2].kind in {"small", "ordinal"}:
        following = cut[at + 3].kind if at + 3 < len(cut) else ""
        if following in {"units", "unit", "month", "half_day"} or (
            at + 3 < len(cut) and cut[at + 3].lower.isalpha() and cut[at + 3].lower not in context_words("after_day")
        ):
            break
        at += 2
        out.append(_bare_day(text, model, cut[at]))
    return out


def _ranged(
    found: Sequence[TimeExpression], cut: Sequence[Piece], by_start: dict[int, int], by_end: dict[int, int]
) -> list[TimeExpression]:
    """Marks both ends of "from … to …", "between … and …" and "3–7 May" with the start of the other end."""
    out = list(found)
    for n in range(len(out) - 1):
        left, right = out[n], out[n + 1]
        gap = (
            cut[by_end[left.end] + 1 : by_start[right.start]] if left.end in by_end and right.start in by_start else ()
        )
        if len(gap) != 1 or left.type in {"DURATION", "SET"} or right.type in {"DURATION", "SET"}:
            continue
        before = dict(left.fields).get("preposition")
        if (before == "between" and gap[0].lower == "and") or (gap[0].lower in context_words("spread")):
            out[n] = _with(left, "range_to", str(right.start))
            out[n + 1] = _with(right, "range_from", str(left.start))
    return out


def _with(expression: TimeExpression, name: str, value: str) -> TimeExpression:
    e = expression
    return TimeExpression(e.start, e.end, e.text, e.first, e.last, e.type, e.rule, (*e.fields, (name, value)))
