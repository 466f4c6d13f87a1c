"""What the ledger holds about one source: its forms, what it claims, and its track record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlalchemy import Connection, select

from fogline.assessment import schema
from fogline.assessment.assessors import Assessed, assessed
from fogline.assessment.control import Statement, statements
from fogline.assessment.facts import fact_in
from fogline.assessment.record import TrackRecord, track_record
from fogline.errors import NotThereError
from fogline.query.columns import Columns, columns
from fogline.query.conditions import source_keys
from fogline.query.query import Query
from fogline.query.records import SourceRow, sources
from fogline.query.standing import Told, told


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
    own_words = rows[held.first[rows]]  # copies of a claim are none more
    places = sorted({s.fact.place for s in own if s.fact.place and s.captures})
    known_days, times = np.unique(held.known[own_words], return_counts=True)
    return Profile(
        first, dict(held.fields["event"].counted(own_words)), dict(held.fields["stance"].counted(own_words)),
        {date.fromordinal(day): n for day, n in zip(known_days.tolist(), times.tolist(), strict=True)},
        dict(held.fields["publisher"].counted(rows)),
        track_record(first.key, own, (known or told(connection, places)).statements, _maps(connection, places)),
        tuple(others),
    )  # fmt: skip


def _own(connection: Connection, source: str, known: Told | None) -> list[Statement]:
    """What a source states about who holds which place."""
    if known is not None:
        return [s for some in known.statements.values() for s in some if s.fact.source == source]
    facts = schema.facts.c
    rows = connection.execute(select(schema.facts).where(facts.source == source, facts.family == "control"))
    return statements(fact_in(row) for row in rows)


def _maps(connection: Connection, places: list[str]) -> dict[str, list[Assessed]]:
    if connection.execute(select(schema.assessed.c.place).limit(1)).first() is None:
        return {}
    return {place: assessed(connection, place) for place in places}
