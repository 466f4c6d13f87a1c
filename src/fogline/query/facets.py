"""How many claims have which value: for filters, and for a line of days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

import numpy as np
from sqlalchemy import Connection

from fogline.query.columns import UNKNOWN, Columns, columns
from fogline.query.query import Query

FACETS = ("event", "family", "stance", "side", "kind", "country", "publisher", "review")
"""What is counted for filters."""
SHOWN = 50  # values of one facet
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


def facets(connection: Connection, query: Query, held: Columns | None = None) -> Facets:
    """The values that claims have, for filters; `held` are the columns of the claims, where they are at hand already.

    Raises:
        NotThereError: the query names a place or source that the ledger does not hold.
    """
    held = held or columns(connection)
    rows = held.rows(connection, query)
    asked = {query: rows}
    values = {}
    for name in FACETS:
        wider = _without(query, name)
        if wider not in asked:
            asked[wider] = held.rows(connection, wider)
        values[name] = dict(held.fields[name].counted(asked[wider])[:SHOWN])
    located = held.located if rows is None else held.located[rows]
    return Facets(len(located), int(located.sum()), values)


def days(
    connection: Connection, query: Query, by: Literal["event", "known"] = "event", held: Columns | None = None
) -> Days:
    """How many claims there are of each day: by the first day of their event, or by the day on which they were known.

    Raises:
        NotThereError: the query names a place or source that the ledger does not hold.
    """
    held = held or columns(connection)
    rows = held.rows(connection, query)
    told, family = held.begin if by == "event" else held.known, held.fields["family"]
    if rows is not None:
        told = told[rows]
    codes = family.codes if rows is None else family.codes[rows]
    dated = told != UNKNOWN
    width = max(1, len(family.values))
    pairs, counts = np.unique(told[dated] * width + codes[dated], return_counts=True)
    found: dict[int, dict[str, int]] = {}
    for pair, number in zip(pairs.tolist(), counts.tolist(), strict=True):
        day, code = divmod(pair, width)
        found.setdefault(day, {})[family.values[code]] = number
    shown = tuple(DayCount(date.fromordinal(day), families) for day, families in found.items())
    return Days(shown, int(len(told) - dated.sum()))


def _without(query: Query, facet: str) -> Query:
    unset: dict[str, Any] = {_FIELD.get(facet, facet): None}
    return replace(query, **unset)
