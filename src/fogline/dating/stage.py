"""The dating stage: adds `Document.published`, `Document.times` and warnings."""

from __future__ import annotations

from dataclasses import replace

from fogline.dating.bounds import bounded, ranged
from fogline.dating.frame import Meaning
from fogline.dating.narrative import is_narrative
from fogline.dating.resolve import meanings
from fogline.model import Document, Published, Time, TimeExpression


def dated(document: Document) -> Document:
    """Adds the publication date and the resolved times of a document."""
    published = document.report.published
    return replace(document, published=published, times=_times(document.expressions, published))


def _times(expressions: tuple[TimeExpression, ...], published: Published) -> tuple[Time, ...]:
    narrative = published.start is None and is_narrative(expressions)
    now = published.start
    found = [bounded(e, m, now, narrative) for e, m in zip(expressions, meanings(expressions, now, narrative), strict=True)]
    return tuple(_time(n, e, m) for n, (e, m) in enumerate(zip(expressions, ranged(expressions, found), strict=True)))


def _time(number: int, expression: TimeExpression, meaning: Meaning) -> Time:
    e, days = expression, meaning.days
    return Time(
        e.start, e.end, e.text, e.first, e.last, e.type, meaning.value, meaning.mod,
        days.begin if days else None, days.until if days else None, meaning.kind, number,
        (f"times.{e.rule}", meaning.because), _since(e),
    )  # fmt: skip


def _since(expression: TimeExpression) -> tuple[int, int] | None:
    """The phrase of "since" around an expression that the preposition does not govern itself."""
    fields = dict(expression.fields)
    if "since" not in fields or fields.get("preposition") == "since":
        return None
    first, last = fields["since"].split("-")
    return int(first), int(last)
