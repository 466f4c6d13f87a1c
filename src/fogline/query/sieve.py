"""Which claims a query leaves, told from the columns in memory as far as these go: much faster than from the table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from fogline.query.conditions import country_code
from fogline.query.query import Query, Some, values

if TYPE_CHECKING:
    from fogline.query.columns import Column, Columns

Mask = NDArray[np.bool_]
_FIELDS = ("stance", "review", "kind", "publisher")
_WHATEVER_CASE = ("side", "actor_side")


def without_columns(query: Query) -> Query:
    """What of a query the columns cannot tell: places and sources by name, words, single reports and incidents."""
    return Query(
        place=query.place, radius_km=query.radius_km, region=query.region, source=query.source, text=query.text,
        report=query.report, incident=query.incident,
    )  # fmt: skip


def sifted(held: Columns, query: Query) -> Mask | None:
    """Which claims fulfil all conditions that the columns can tell; None where there is no such condition.

    Raises:
        UsageError: the query names a country that is none.
    """
    if query == without_columns(query):
        return None
    found = np.ones(len(held.claims), dtype=np.bool_)
    for one in _masks(held, query):
        found &= one
    return found


def _masks(held: Columns, query: Query) -> Iterator[Mask]:
    for name in _FIELDS:
        yield from _any_of(held.fields[name], getattr(query, name))
    for name in _WHATEVER_CASE:
        yield from _any_of(held.fields[name], getattr(query, name), fold=True)
    if events := values(query.event):
        families = [event for event in events if "." not in event]
        yield _has(held.fields["event"], events) | _has(held.fields["family"], families)
    if query.country:
        yield _has(held.fields["country"], [country_code(name) for name in values(query.country)])
    yield from _days(held, query)
    if query.located is not None:
        yield held.located if query.located else ~held.located
    if query.box is not None:
        west, south, east, north = query.box
        across = (held.lon >= west, held.lon <= east)
        yield (held.lat >= south) & (held.lat <= north)
        yield across[0] & across[1] if west <= east else across[0] | across[1]
    if query.confidence is not None:
        yield held.confidence >= query.confidence
    if query.origins_only:
        yield held.first


def _days(held: Columns, query: Query) -> Iterator[Mask]:
    if query.since is not None:
        yield held.until >= _number(query.since)  # an unknown day lies before all others
    if query.until is not None:
        yield (held.begin <= _number(query.until)) & (held.begin >= 0)
    if query.known_since is not None:
        yield held.known >= _number(query.known_since)
    for last in (query.known_until, query.as_of):
        if last is not None:
            yield held.known <= _number(last)


def _any_of(column: Column, some: Some, *, fold: bool = False) -> Iterator[Mask]:
    if given := values(some):
        yield _has(column, given, fold=fold)


def _has(column: Column, some: tuple[str, ...] | list[str], *, fold: bool = False) -> Mask:
    wanted = {one.lower() for one in some} if fold else set(some)
    fits = [(value.lower() if fold else value) in wanted for value in column.values]
    found: Mask = np.array([*fits, False], dtype=np.bool_)[column.codes]  # the last one is that of what is unknown
    return found


def _number(day: date) -> int:
    return day.toordinal()
