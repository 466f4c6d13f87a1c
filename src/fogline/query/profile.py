"""What the ledger holds about one source: its forms, what it claims, and its track record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, func, select

from fogline.assessment import schema
from fogline.assessment.assessors import Assessed, assessed
from fogline.assessment.fact import Fact
from fogline.assessment.facts import fact_in
from fogline.assessment.record import TrackRecord, track_record
from fogline.errors import NotThereError
from fogline.query.conditions import source_keys
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


def profile(connection: Connection, name: str, known: Told | None = None) -> Profile:
    """The profile of a source, by its key or words of its name; of several the one with most claims.

    `known` are all statements of who holds which place, where they are at hand already.

    Raises:
        NotThereError: the ledger knows no source of that name.
    """
    found = sources(connection, keys=source_keys(connection, name))
    if not found:
        raise NotThereError("source", f"the ledger holds no claim by {name}")
    first, *others = found
    facts, own = schema.facts.c, _own(connection, first.key, known)
    places = sorted({f.place for f in own if f.place and f.event == "control.captured"})
    outlets = _outlets(connection, first.key)
    return Profile(
        first, _counted(connection, facts.event, first.key), _counted(connection, facts.stance, first.key),
        {date.fromisoformat(day): n for day, n in sorted(_counted(connection, facts.known, first.key).items())},
        outlets, track_record(first.key, own, _told(connection, places, known), _maps(connection, places)),
        tuple(others),
    )  # fmt: skip


def _counted(connection: Connection, column: Column[Any], source: str) -> dict[str, int]:
    """How many claims of a source have which value, most first."""
    table = schema.facts.c
    query = select(column.label("value"), func.count().label("n")).where(table.source == source).group_by(column)
    return {row.value: row.n for row in connection.execute(query.order_by(func.count().desc(), column))}


def _outlets(connection: Connection, source: str) -> dict[str, int]:
    table, documents = schema.facts.c, schema.documents.c
    query = (
        select(documents.publisher.label("value"), func.count().label("n"))
        .join(schema.facts, table.report == documents.report)
        .where(table.source == source, documents.publisher.is_not(None))
        .group_by(documents.publisher)
    )
    return {row.value: row.n for row in connection.execute(query.order_by(func.count().desc(), documents.publisher))}


def _own(connection: Connection, source: str, known: Told | None) -> list[Fact]:
    """The claims of a source about who holds which place."""
    if known is not None:
        return [s.fact for some in known.statements.values() for s in some if s.fact.source == source]
    facts = schema.facts.c
    return _facts(connection, (facts.source == source) & (facts.family == "control"))


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
