"""What the ledger holds about one source: its forms, what it claims, and its track record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, select

from fogline.assessment import schema
from fogline.assessment.assessors import assessed
from fogline.assessment.fact import Fact
from fogline.assessment.facts import fact_in
from fogline.assessment.record import TrackRecord, track_record
from fogline.errors import NotThereError
from fogline.query.conditions import source_keys
from fogline.query.records import SourceRow, sources

T = TypeVar("T")


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


def profile(connection: Connection, name: str) -> Profile:
    """The profile of a source, by its key or words of its name; of several the one with most claims.

    Raises:
        NotThereError: the ledger knows no source of that name.
    """
    found = sources(connection, keys=source_keys(connection, name))
    if not found:
        raise NotThereError("source", f"the ledger holds no claim by {name}")
    first, *others = found
    facts = _facts(connection, schema.facts.c.source == first.key)
    places = sorted({f.place for f in facts if f.place and f.event == "control.captured"})
    told: dict[str, list[Fact]] = {place: [] for place in places}
    table = schema.facts.c
    for fact in _facts(connection, table.place.in_(places) & (table.family == "control")):
        told[fact.place or ""].append(fact)
    maps = {place: assessed(connection, place) for place in places}
    return Profile(
        first, _counted(f.event for f in facts), _counted(f.stance for f in facts),
        dict(sorted(_counted(f.known for f in facts).items())), _counted(f.publisher for f in facts if f.publisher),
        track_record(first.key, facts, told, maps), tuple(others),
    )  # fmt: skip


def _counted(values: Iterable[T]) -> dict[T, int]:
    return dict(Counter(values).most_common())


def _facts(connection: Connection, condition: ColumnElement[bool]) -> list[Fact]:
    return [fact_in(row) for row in connection.execute(select(schema.facts).where(condition))]
