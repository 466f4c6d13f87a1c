"""The dating stage: adds `Document.published`, `Document.times` and warnings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.dating.bounds import bounded, ranged
from fogline.dating.conflicts import told_after
from fogline.dating.evidence.ages import start_of_war
from fogline.dating.evidence.found import Found, found_in
from fogline.dating.frame import Frame, Meaning
from fogline.dating.lapses import anchored
from fogline.dating.links import url_warnings
from fogline.dating.narrative import is_narrative
from fogline.dating.publication import published
from fogline.dating.resolve import meanings
from fogline.model import Document, Published, Time, TimeExpression


def dated(document: Document) -> Document:
    """Adds the publication date, the resolved times, and warnings.

    They are of addresses whose dates are not believed, and of days told as past that lie after the publication date.
    """
    found = found_in(document)
    known = published(document, found)
    return replace(
        document,
        published=known,
        times=_times(document, known, found),
        warnings=(*document.warnings, *url_warnings(document.report, known), *told_after(found, known)),
    )


def _times(document: Document, known: Published, told: Sequence[Found]) -> tuple[Time, ...]:
    expressions, structure = document.expressions, document.structure
    narrative = is_narrative(expressions, known)
    frame = Frame(None, None, narrative, start_of_war(document, told, known.end))
    if known.start is None or (narrative and known.start != known.end):
        found = _resolved(expressions, frame)
    elif known.start == known.end:
        found = _resolved(expressions, replace(frame, now=known.start))
    else:
        found = _agreed(expressions, known, frame)
    found = anchored(structure, expressions, found)
    return tuple(_time(n, e, m) for n, (e, m) in enumerate(zip(expressions, found, strict=True)))


def _resolved(expressions: tuple[TimeExpression, ...], frame: Frame) -> list[Meaning]:
    pairs = zip(expressions, meanings(expressions, frame), strict=True)
    return ranged(expressions, [bounded(e, m, frame.now, frame.narrative) for e, m in pairs])


def _agreed(expressions: tuple[TimeExpression, ...], known: Published, frame: Frame) -> list[Meaning]:
    """What holds whichever day of the interval the report is of: the days that its first and last day agree on."""
    first = _resolved(expressions, replace(frame, now=known.start))
    last = _resolved(expressions, replace(frame, now=known.end))
    unknown = _resolved(expressions, frame)
    return [_common(*three) for three in zip(first, last, unknown, strict=True)]


def _common(first: Meaning, last: Meaning, unknown: Meaning) -> Meaning:
    """The earliest day's meaning where the latest day's is the same, or differs only in running up to it."""
    if first.days is None or last.days is None:
        return unknown
    if first.days == last.days and first.value == last.value:
        return replace(first, because=f"{first.because}, dating.certain_within_interval")
    if first.days.begin == last.days.begin and first.kind == "throughout" and first.value == last.value:
        return replace(first, because=f"{first.because}, dating.until_earliest_publication")
    return unknown


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
