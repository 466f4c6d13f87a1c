"""Who is said to hold which place, on any day, as it was known on any day."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from sqlalchemy import Connection, select

from fogline.assessment import schema
from fogline.assessment.control import Span, Statement, last_change, on_day, statements, status_at
from fogline.assessment.fact import Fact
from fogline.assessment.facts import fact_in
from fogline.query.dossier import last_known

Sort = Literal["claimed", "conceded", "contested", "third", "silent"]
_SORTS: Mapping[str, Sort] = {
    "control.claimed": "claimed", "control.conceded": "conceded", "control.denied": "contested",
    "control.fought_over": "contested", "control.contested": "contested", "control.lost": "contested",
    "control.third_parties": "third", "control.no_report": "silent",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """All statements about who holds which place, by place: what the status of earlier days of knowledge is made of.

    Making it takes a while on a large ledger; it holds as long as the state of the ledger does.
    """

    statements: Mapping[str, tuple[Statement, ...]]
    known: Mapping[str, array[int]]
    """The days (ordinals) from which on the statements are known: to choose by them without a look at each."""
    _last: dict[str, tuple[Hashable, Span | None]] = field(default_factory=dict, compare=False, repr=False)

    def until(self, place: str, day: date) -> list[Statement]:
        """What is stated about a place by claims that were known on a day."""
        last = day.toordinal()
        told = zip(self.statements.get(place, ()), self.known.get(place, ()), strict=True)
        return [statement for statement, known in told if known <= last]

    def on(self, day: date, as_of: date) -> dict[str, Span]:
        """The status of each place on a day, from what was known on `as_of`."""
        found = ((place, self._at(place, day, self.until(place, as_of))) for place in self.statements)
        return {place: span for place, span in found if span is not None}

    def _at(self, place: str, day: date, told: Sequence[Statement]) -> Span | None:
        """The status of a place: mostly it is that of the day asked for before, as a map is moved through time."""
        same = (len(told), last_change(day, told))  # what is known grows by days: so many are always the same ones
        known, span = self._last.get(place, (None, None))
        if known != same:
            span = status_at(day, told)
            self._last[place] = (same, span)
        return span


def sort(span: Span) -> Sort | None:
    """What sort of status it is, for a legend.

    One side says that it holds the place (`claimed`), another one admits it (`conceded`), both say so or it is fought
    over (`contested`), only third parties tell (`third`), or nobody has told of it for a while (`silent`).
    """
    return _SORTS.get(span.because)


def told(connection: Connection, places: Sequence[str] | None = None) -> Told:
    """All statements about who holds which place, or those about some places by their keys."""
    by_place: dict[str, list[Fact]] = defaultdict(list)
    table = schema.facts
    query = select(table).where(table.c.family == "control", table.c.place.is_not(None))
    if places is not None:
        query = query.where(table.c.place.in_(places))
    for row in connection.execution_options(yield_per=500).execute(query):
        by_place[row.place].append(fact_in(row))
    found = {place: tuple(map(_slim, statements(facts))) for place, facts in sorted(by_place.items())}
    return Told(found, {place: array("l", (s.fact.known.toordinal() for s in some)) for place, some in found.items()})


def status_on(
    connection: Connection, day: date | None = None, as_of: date | None = None, known: Told | None = None
) -> dict[str, Span]:
    """The status of each place on a day (or on that of the newest report), by the place's key.

    `as_of` is what was known on that day; `known` are the statements, where they are at hand already.
    """
    newest = last_known(connection)
    chosen = day or newest
    if as_of is None or as_of >= newest:
        return _until(connection, chosen, dict(on_day(connection, chosen)), known)
    return (known or told(connection)).on(chosen, as_of)


def _until(connection: Connection, day: date, spans: dict[str, Span], known: Told | None) -> dict[str, Span]:
    """The same spans, as confirmed until a day: what confirmed them after it makes no status of that day younger."""
    later = [place for place, span in spans.items() if span.confirmed > day]
    if not later:
        return spans
    said = (known or told(connection, later)).statements
    for place in later:
        span, own = spans[place], set(spans[place].claims)
        days = [min(s.confirmed, day) for s in said.get(place, ()) if s.fact.claim in own and s.begin <= day]
        spans[place] = replace(span, confirmed=max(days, default=min(span.begin, day)))
    return spans


def _slim(statement: Statement) -> Statement:
    """A statement without its words, of which thousands are kept in memory."""
    return replace(statement, fact=replace(statement.fact, words="", chain=(), source_form=""))
