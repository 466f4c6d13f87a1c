"""What the ledger holds about one source: its forms, what it claims, and its track record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlalchemy import ColumnElement, Connection, and_, select

from fogline.assessment import schema
from fogline.assessment.assessors import Assessed, assessed
from fogline.assessment.fact import Fact
from fogline.assessment.facts import fact_in
from fogline.assessment.record import TrackRecord, track_record
from fogline.errors import NotThereError
from fogline.query.columns import Columns, columns
from fogline.query.conditions import source_keys
from fogline.query.query import Query
from fogline.query.records import SourceRow, sources
from fogline.query.standing import Told


@dataclass(frozen=True, slots=True)
class Profile:
    """One source: how often it claims what and how, and what became of its claims to have taken places.

    `days` counts its claims by the day on which they became known, `outlets` by who published them; `others` are other
    sources that the name may mean.
    """

    source: SourceRow
    events: Mapping[str, int]
    stances: Mapping[str, int]
    days: Mapping[date, int]
    outlets: Mapping[str, int]
    record: TrackRecord
    others: tuple[SourceRow, ...]


def profile(
    connection: Connection, name: str, known: Told | None = None, held: Columns | None = None,
    among: Sequence[SourceRow] | None = None,
) -> Profile:  # fmt: skip
    """The profile of a source, by its key or words of its name; of several the one with most claims.

    `known` are all statements of who holds which place, `held` the columns of all claims, and `among` all sources,
    where they are at hand already.

    Raises:
        NotThereError: the ledger knows no source of that name.
    """
    found = sources(connection, keys=source_keys(connection, name), among=among)
    if not found:
        raise NotThereError("source", f"the ledger holds no claim by {name}")
    first, *others = found
    own, held = _own(connection, first.key, known), held or columns(connection)
    rows = held.rows(connection, Query(source=first.key))
    assert rows is not None
    told = rows[held.first[rows]]  # copies of a claim are none more
    places = sorted({f.place for f in own if f.place and f.event == "control.captured"})
    known_days, times = np.unique(held.known[told], return_counts=True)
    return Profile(
        first, dict(held.fields["event"].counted(told)), dict(held.fields["stance"].counted(told)),
        {date.fromordinal(day): n for day, n in zip(known_days.tolist(), times.tolist(), strict=True)},
        dict(held.fields["publisher"].counted(rows)),
        track_record(first.key, own, _told(connection, places, known), _maps(connection, places)),
        tuple(others),
    )  # fmt: skip


def _own(connection: Connection, source: str, known: Told | None) -> list[Fact]:
    """The claims of a source about who holds which place."""
    if known is not None:
        return [s.fact for some in known.statements.values() for s in some if s.fact.source == source]
    facts = schema.facts.c
    return _facts(connection, and_(facts.source == source, facts.family == "control", facts.origin == facts.report))


def _told(connection: Connection, places: list[str], known: Told | None) -> dict[str, list[Fact]]:
    """All claims of who holds some places, by place."""
    if known is not None:
        return {place: [s.fact for s in known.statements.get(place, ())] for place in places}
    told: dict[str, list[Fact]] = {place: [] for place in places}
    table = schema.facts.c
    for fact in _facts(connection, table.place.in_(places) & (table.family == "control")):
        told[fact.place or ""].append(fact)
    return told


def _maps(connection: Connection, places: list[str]) -> dict[str, list[Assessed]]:
    if connection.execute(select(schema.assessed.c.place).limit(1)).first() is None:
        return {}
    return {place: assessed(connection, place) for place in places}


def _facts(connection: Connection, condition: ColumnElement[bool]) -> list[Fact]:
    return [fact_in(row) for row in connection.execute(select(schema.facts).where(condition))]
