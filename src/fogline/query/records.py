"""Lists of reports, sources and places."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, case, func, select

from fogline.assessment import schema
from fogline.ledger.codec import loads
from fogline.query.query import Some, values


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report: `origin` is the report whose text it copies, or itself; `known` the day its claims count from."""

    id: str
    name: str | None
    title: str | None
    publisher: str | None
    agency: str | None
    url: str | None
    language: str | None
    published_from: date | None
    published_to: date | None
    basis: str
    known: date
    words: int
    claims: int
    origin: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source over all reports: its forms with how often each was used, and how many claims and origins it has."""

    key: str
    name: str
    kind: str
    side: str
    aliases: Mapping[str, int]
    because: str
    claims: int
    reports: int


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place over all reports: its forms with who uses each, its point in degrees, and how many claims it has."""

    key: str
    name: str
    lat: float | None
    lon: float | None
    geonames: int | None
    country: str | None
    admin1: str | None
    feature: str
    population: int | None
    forms: Mapping[str, str]
    claims: int


def reports(connection: Connection) -> list[ReportRow]:
    """All reports, the newest first."""
    table = schema.documents.c
    rows = connection.execute(select(schema.documents).order_by(table.known.desc(), table.report))
    return [report_of(row) for row in rows]


def report_of(row: Row[Any]) -> ReportRow:
    """The report that a row of `documents` holds."""
    return ReportRow(
        row.report, row.name, row.title, row.publisher, row.agency, row.url, row.language, _day(row.published_from),
        _day(row.published_to), row.basis, date.fromisoformat(row.known), row.words, row.claims, row.origin,
    )  # fmt: skip


def sources(
    connection: Connection, *, side: Some = None, kind: Some = None, text: str | None = None,
    keys: Sequence[str] | None = None, among: Sequence[SourceRow] | None = None,
) -> list[SourceRow]:  # fmt: skip
    """Sources with claims, those with most first; of some sides and kinds, with words of a form of their name.

    `among` are all sources, where they are at hand already.
    """
    sides, kinds = {name.lower() for name in values(side)}, set(values(kind))
    words = (text or "").lower().split()
    found = every_source(connection) if among is None else among
    return [one for one in found if (keys is None or one.key in keys) and _fits(one, sides, kinds, words)]


def every_source(connection: Connection) -> tuple[SourceRow, ...]:
    """All sources with claims, those with most first: takes a while on a large ledger."""
    facts, table = schema.facts.c, schema.sources
    counted = (
        select(
            facts.source,
            func.sum(case((facts.origin == facts.report, 1), else_=0)).label("claims"),  # a copy is no claim more
            func.count(facts.origin.distinct()).label("origins"),
        )
        .group_by(facts.source)
        .subquery()
    )
    query = select(table, counted.c.claims, counted.c.origins).join(counted, counted.c.source == table.c.key)
    rows = connection.execute(query.order_by(counted.c.claims.desc(), table.c.name, table.c.key))
    return tuple(
        SourceRow(r.key, r.name, r.kind, r.side, loads(r.aliases), r.because, r.claims, r.origins) for r in rows
    )


def _fits(source: SourceRow, sides: Collection[str], kinds: Collection[str], words: Sequence[str]) -> bool:
    if (sides and source.side.lower() not in sides) or (kinds and source.kind not in kinds):
        return False
    forms = [form.lower() for form in (source.name, *source.aliases)]
    return all(any(word in form for form in forms) for word in words)


def places(connection: Connection, keys: list[str] | None = None) -> list[PlaceRow]:
    """Places with claims (or some by their keys), those with most first."""
    facts, table = schema.facts.c, schema.places
    counted = select(facts.place, func.count().label("claims")).group_by(facts.place)
    if keys is not None:
        counted = counted.where(facts.place.in_(keys))
    counts = counted.subquery()
    query = select(table, counts.c.claims).join(counts, counts.c.place == table.c.key)
    rows = connection.execute(query.order_by(counts.c.claims.desc(), table.c.name, table.c.key))
    return [place_of(row, row.claims) for row in rows]


def place_of(row: Row[Any], claims: int) -> PlaceRow:
    """The place that a row of `places` holds; `claims` is how many there are about it."""
    return PlaceRow(
        row.key, row.name, row.lat, row.lon, row.geonames, row.country, row.admin1, row.feature, row.population,
        loads(row.forms), claims,
    )  # fmt: skip


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
