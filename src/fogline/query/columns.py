"""All claims as columns of numbers, so that they are counted at once however they are filtered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from fogline.assessment import schema
from fogline.query.conditions import conditions
from fogline.query.query import Query
from fogline.query.sieve import sifted, without_columns

Numbers = NDArray[np.int64]
UNKNOWN = -1
"""Stands for what a claim lacks, a day among it."""
_READ = (
    "event", "family", "stance", "side", "actor_side", "country", "review", "place", "source", "report", "origin",
)  # fmt: skip
_NUMBERS = ("claim", "begin", "until", "known", "lat", "lon", "confidence")


@dataclass(frozen=True, slots=True)
class Column:
    """One field of all claims: for each the number of its value among `values`, or `UNKNOWN`."""

    codes: Numbers
    values: tuple[str, ...]

    def counted(self, rows: Numbers | None) -> list[tuple[str, int]]:
        """How many of some claims (of all where None) have which value, most first."""
        codes = self.codes if rows is None else self.codes[rows]
        counts = np.bincount(codes[codes >= 0], minlength=len(self.values))
        found = [(value, int(number)) for value, number in zip(self.values, counts, strict=True) if number]
        return sorted(found, key=lambda one: (-one[1], one[0]))


Point = tuple[str, float | None, float | None]
"""The key of a place, and latitude and longitude of a point told of it."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The claims in the order of their records: fields, days (ordinals), points (degrees, NaN where there is none).

    `spot` is the number of the claim's place with its point among `points`, or `UNKNOWN` where it has no place.
    `first` tells whether a claim stands in the report that its text was first told in: others are copies.
    """

    claims: Numbers
    fields: Mapping[str, Column]
    begin: Numbers
    until: Numbers
    known: Numbers
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    confidence: NDArray[np.float64]
    located: NDArray[np.bool_]
    spot: Numbers
    points: tuple[Point, ...]
    first: NDArray[np.bool_]

    def rows(self, connection: Connection, query: Query) -> Numbers | None:
        """Which claims a query asks for, by their place in the columns; None where it asks for all.

        Raises:
            NotThereError: it names a place or source that the ledger does not hold.
        """
        told, rest = sifted(self, query), without_columns(query)
        if rest == Query():
            return None if told is None else np.flatnonzero(told)
        wanted = select(schema.facts.c.claim).where(*conditions(connection, rest))
        found = np.sort(np.fromiter(connection.execute(wanted).scalars(), dtype=np.int64))
        rows = np.searchsorted(self.claims, found)
        return rows if told is None else rows[told[rows]]

    def count(self, connection: Connection, query: Query) -> int:
        """How many claims a query asks for.

        Raises:
            NotThereError: it names a place or source that the ledger does not hold.
        """
        rows = self.rows(connection, query)
        return len(self.claims) if rows is None else len(rows)


def columns(connection: Connection) -> Columns:
    """The columns of all claims: takes a while on a large ledger, and holds as long as its state does."""
    facts = schema.facts.c
    wanted = [facts[name] for name in (*_NUMBERS, *_READ)]
    rows: list[Any] = list(connection.execute(select(*wanted).order_by(facts.claim)).all())
    fields = {name: _column(row[number] for row in rows) for number, name in enumerate(_READ, len(_NUMBERS))}
    documents, sources = schema.documents.c, schema.sources.c
    fields["kind"] = _through(connection, fields["source"], sources.key, sources.kind)
    fields["publisher"] = _through(connection, fields["report"], documents.report, documents.publisher)
    days: dict[str | None, int] = {None: UNKNOWN}
    begin, until, known = (_days((row[number] for row in rows), days) for number in (1, 2, 3))
    lat, lon, confidence = (_degrees(row[number] for row in rows) for number in (4, 5, 6))
    first = np.fromiter((row.origin == row.report for row in rows), dtype=np.bool_)
    claims = np.fromiter((row[0] for row in rows), dtype=np.int64)
    spot, points = _spots(rows)
    return Columns(claims, fields, begin, until, known, lat, lon, confidence, ~np.isnan(lat), spot, points, first)


def _spots(rows: Iterable[Any]) -> tuple[Numbers, tuple[Point, ...]]:
    numbers: dict[Point, int] = {}
    found = (
        UNKNOWN if row.place is None else numbers.setdefault((row.place, row.lat, row.lon), len(numbers))
        for row in rows
    )
    codes = np.fromiter(found, dtype=np.int64)
    return codes, tuple(numbers)


def _degrees(numbers: Iterable[float | None]) -> NDArray[np.float64]:
    return np.fromiter((np.nan if number is None else number for number in numbers), dtype=np.float64)


def _column(values: Iterable[str | None]) -> Column:
    numbers: dict[str | None, int] = {None: UNKNOWN}
    codes = np.fromiter((numbers.setdefault(value, len(numbers) - 1) for value in values), dtype=np.int64)
    return Column(codes, tuple(value for value in numbers if value is not None))


def _through(connection: Connection, column: Column, key: Any, value: Any) -> Column:
    """A field that stands in another table, under a key that a column holds."""
    told = {row.key: row.value for row in connection.execute(select(key.label("key"), value.label("value")))}
    of_keys = _column(told.get(name) for name in column.values)
    numbers = np.append(of_keys.codes, UNKNOWN)  # the last one is that of unknown keys
    return Column(numbers[column.codes], of_keys.values)


def _days(texts: Iterable[str | None], known: dict[str | None, int]) -> Numbers:
    def ordinal(text: str | None) -> int:
        found = known.get(text)
        if found is None:
            found = known[text] = date.fromisoformat(text or "").toordinal()
        return found

    return np.fromiter(map(ordinal, texts), dtype=np.int64)
