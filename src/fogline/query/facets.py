"""How many claims have which value: for filters, and for a line of days."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from sqlalchemy import Column, Connection, func, select

from fogline.assessment import schema
from fogline.query.conditions import conditions
from fogline.query.query import Query

FACETS = ("event", "family", "stance", "side", "kind", "country", "publisher", "review")
"""What is counted for filters."""
SHOWN = 50  # values of one facet
_COLUMNS = ("event", "family", "stance", "side", "country", "review")
_FIELD = {"family": "event"}  # by which field of the query a facet is narrowed, where the names differ


@dataclass(frozen=True, slots=True)
class Facets:
    """For each of `FACETS` how many claims have which value, most first; each is counted as if it were not filtered.

    `total` is how many claims the query asks for, `located` how many of them have a point on the map.
    """

    total: int
    located: int
    values: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many claims there are of one day, by family."""

    day: date
    families: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many in all."""
        return sum(self.families.values())


@dataclass(frozen=True, slots=True)
class Days:
    """The days with claims, in order; `undated` counts the claims without a day of their own."""

    days: tuple[DayCount, ...]
    undated: int


def facets(connection: Connection, query: Query) -> Facets:
    """The values that claims have, for filters.

    Raises:
        NotThereError: the query names a place or source that the ledger does not hold.
    """
    counted = {name: _counted(connection, query, name) for name in FACETS if getattr(query, _field(name)) is None}
    wider = {name: _counted(connection, _without(query, name), name) for name in FACETS if name not in counted}
    located = select(func.count(), func.count(schema.facts.c.lat)).where(*conditions(connection, query))
    total, on_map = connection.execute(located).one()
    values = {**counted, **wider}
    return Facets(total, on_map, {name: dict(values[name].most_common(SHOWN)) for name in FACETS})


def days(connection: Connection, query: Query, by: Literal["event", "known"] = "event") -> Days:
    """How many claims there are of each day: by the first day of their event, or by the day on which they were known.

    Raises:
        NotThereError: the query names a place or source that the ledger does not hold.
    """
    facts = schema.facts.c
    column = facts.begin if by == "event" else facts.known
    counted = select(column.label("day"), facts.family, func.count().label("n")).where(*conditions(connection, query))
    found: dict[str, dict[str, int]] = defaultdict(dict)
    undated = 0
    for row in connection.execute(counted.group_by(column, facts.family)):
        if row.day is None:
            undated += row.n
        else:
            found[row.day][row.family] = row.n
    told = (DayCount(date.fromisoformat(day), families) for day, families in sorted(found.items()))
    return Days(tuple(told), undated)


def _field(facet: str) -> str:
    return _FIELD.get(facet, facet)


def _without(query: Query, facet: str) -> Query:
    unset: dict[str, Any] = {_field(facet): None}
    return replace(query, **unset)


def _counted(connection: Connection, query: Query, facet: str) -> Counter[str]:
    """How often each value of a facet is found; what stands in other tables is counted by its key first."""
    facts, sources, documents = schema.facts.c, schema.sources.c, schema.documents.c
    if facet in _COLUMNS:
        return Counter(dict(_groups(connection, query, facet)))
    if facet == "kind":
        named = _named(connection, sources.key, sources.kind)
        counts = _groups(connection, query, facts.source.name)
    else:
        named = _named(connection, documents.report, documents.publisher)
        counts = _groups(connection, query, facts.report.name)
    found: Counter[str] = Counter()
    for key, number in counts:
        if (value := named.get(key)) is not None:
            found[value] += number
    return found


def _groups(connection: Connection, query: Query, name: str) -> list[tuple[str, int]]:
    column = schema.facts.c[name]
    counted = select(column, func.count().label("n")).where(*conditions(connection, query), column.is_not(None))
    rows = connection.execute(counted.group_by(column).order_by(func.count().desc(), column))
    return [(row[0], row[1]) for row in rows]


def _named(connection: Connection, key: Column[Any], value: Column[Any]) -> dict[str, str | None]:
    return {row.key: row.value for row in connection.execute(select(key.label("key"), value.label("value")))}
