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

Numbers = NDArray[np.int64]
UNKNOWN = -1
"""Stands for what a claim lacks, a day among it."""
_READ = ("event", "family", "stance", "side", "country", "review", "place", "source", "report")


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


@dataclass(frozen=True, slots=True)
class Columns:
    """The claims in the order of their records: fields, days (ordinals), and whether each has a point on the map."""

    claims: Numbers
    fields: Mapping[str, Column]
    begin: Numbers
    known: Numbers
    located: NDArray[np.bool_]

    def rows(self, connection: Connection, query: Query) -> Numbers | None:
        """Which claims a query asks for, by their place in the columns; None where it asks for all.

        Raises:
            NotThereError: it names a place or source that the ledger does not hold.
        """
        if query == Query():
            return None
        found = connection.execute(select(schema.facts.c.claim).where(*conditions(connection, query))).scalars()
        return np.searchsorted(self.claims, np.sort(np.fromiter(found, dtype=np.int64)))


def columns(connection: Connection) -> Columns:
    """The columns of all claims: takes a while on a large ledger, and holds as long as its state does."""
    facts = schema.facts.c
    wanted = [facts[name] for name in _READ]
    query = select(facts.claim, facts.begin, facts.known, facts.lat, *wanted).order_by(facts.claim)
    rows: list[Any] = list(connection.execute(query).all())
    fields = {name: _column(row[number] for row in rows) for number, name in enumerate(_READ, 4)}
    documents, sources = schema.documents.c, schema.sources.c
    fields["kind"] = _through(connection, fields["source"], sources.key, sources.kind)
    fields["publisher"] = _through(connection, fields["report"], documents.report, documents.publisher)
    days: dict[str | None, int] = {None: UNKNOWN}
    return Columns(
        np.fromiter((row[0] for row in rows), dtype=np.int64), fields, _days((row[1] for row in rows), days),
        _days((row[2] for row in rows), days), np.fromiter((row[3] is not None for row in rows), dtype=np.bool_),
    )  # fmt: skip


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
