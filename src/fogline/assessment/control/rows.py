"""One row a speaker: what it says of a place, since when, and when it last said so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from fogline.assessment.control.statements import GAP, Statement


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days with one status.

    `until` is the last day of it, None while it lasts. `holder` is who is said to hold the place, None where that is
    open. `confirmed` is the last day of which a claim speaks; `claims` are the numbers of the claims' records that say
    so; `because` names the rule.
    """

    status: str
    holder: str | None
    begin: date
    until: date | None
    confirmed: date
    claims: tuple[int, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Row:
    """What one speaker says of a place over time; `party` tells a party to the conflict from an assessor."""

    speaker: str
    party: bool
    spans: tuple[Span, ...]


def rows(told: Iterable[Statement]) -> list[Row]:
    """A row for each speaker: the parties first, by name, then the others."""
    by_speaker: dict[tuple[bool, str], list[Statement]] = {}
    for statement in told:
        by_speaker.setdefault((not statement.party, statement.speaker), []).append(statement)
    return [Row(speaker, not other, tuple(_spans(found))) for (other, speaker), found in sorted(by_speaker.items())]


def said(statement: Statement) -> str:
    """What a statement says, in words."""
    words = {
        "holds": f"says {statement.holder} holds it",
        "lost": f"says {statement.holder} lost it",
        "not": f"denies that {statement.holder} took it",
        "contested": "says it is fought over",
        "gaining": "tells of ground gained",
    }[statement.says]
    return f"{words}, unconfirmed" if statement.hedged else words


def _spans(told: list[Statement]) -> list[Span]:
    """The spans of one speaker: a statement stands until another one follows, or until it is too old."""
    spans: list[Span] = []
    for statement in told:
        status = said(statement)
        last = spans[-1] if spans else None
        if statement.says == "gaining" and last is not None and statement.begin <= _end(last.confirmed):
            continue  # the stronger word that stands is not taken back by it
        if last is not None and last.status == status and statement.begin <= _end(last.confirmed):
            claims = (*last.claims, statement.fact.claim)
            spans[-1] = Span(
                status, last.holder, last.begin, None, max(last.confirmed, statement.confirmed), claims, last.because
            )
            continue
        if last is not None:
            spans[-1] = _closed(last, statement.begin)
        holder = statement.holder if statement.says == "holds" else None
        spans.append(
            Span(status, holder, statement.begin, None, statement.confirmed, (statement.fact.claim,), "control.said")
        )
    if spans:
        spans[-1] = _closed(spans[-1], None)
    return spans


def _end(confirmed: date) -> date:
    return confirmed + timedelta(days=GAP)


def _closed(span: Span, following: date | None) -> Span:
    """The span with its last day: the day before the following one, or that on which it is too old to stand."""
    end = _end(span.confirmed)
    until = end if following is None else max(span.begin, min(end, following - timedelta(days=1)))
    return Span(span.status, span.holder, span.begin, until, span.confirmed, span.claims, span.because)
