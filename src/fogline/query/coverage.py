"""What the ledger rests on: reports by day, outlet and language, claims by side; and what is missing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, case, func, select

from fogline.assessment import schema
from fogline.query.query import Some, values

READ = "en"  # the language of reports whose claims are read


@dataclass(frozen=True, slots=True)
class Reported:
    """Reports of one day, one outlet or one language (`name`): how many, how many of them copies, with how many claims.

    `first` and `latest` are the first and the last day on which one of them was known.
    """

    name: str | None
    reports: int
    copies: int
    claims: int
    first: date
    latest: date


@dataclass(frozen=True, slots=True)
class SideCount:
    """One side: how many claims are made for it, by how many sources, from how many origins."""

    side: str
    claims: int
    sources: int
    origins: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What there is, and what is missing. `matrix` counts claims by outlet and side; `missing` counts by what lacks."""

    reports: int
    copies: int
    origins: int
    days: tuple[Reported, ...]
    outlets: tuple[Reported, ...]
    languages: tuple[Reported, ...]
    sides: tuple[SideCount, ...]
    matrix: Mapping[tuple[str | None, str], int]
    missing: Mapping[str, int]


def coverage(
    connection: Connection, *, since: date | None = None, until: date | None = None, publisher: Some = None,
    language: Some = None,
) -> Coverage:  # fmt: skip
    """The coverage of the reports that became known from one day to another, of some outlets and languages."""
    documents = schema.documents
    chosen = ((documents.c.publisher, publisher), (documents.c.language, language))
    where: list[ColumnElement[bool]] = [column.in_(values(some)) for column, some in chosen if some]
    if since is not None:
        where.append(documents.c.known >= since.isoformat())
    if until is not None:
        where.append(documents.c.known <= until.isoformat())
    rows = connection.execute(select(documents).where(*where)).all()
    outlets = {row.report: row.publisher for row in rows}
    told = _told(connection, outlets if where else None)
    days = _reported(rows, "known")
    return Coverage(
        len(rows), sum(row.origin != row.report for row in rows), len({row.origin for row in rows}), days,
        _reported(rows, "publisher", by_number=True), _reported(rows, "language", by_number=True), _sides(told),
        _matrix(told, outlets), {**_lacking(rows, days), **_unplaced(connection, outlets if where else None)},
    )  # fmt: skip


def _told(connection: Connection, reports: Mapping[str, str | None] | None) -> list[Row[Any]]:
    """Claims by report, side, source and origin."""
    facts = schema.facts.c
    columns = (facts.report, facts.side, facts.source, facts.origin)
    rows = connection.execute(select(*columns, func.count().label("n")).group_by(*columns))
    return [row for row in rows if reports is None or row.report in reports]


def _reported(rows: Sequence[Row[Any]], column: str, *, by_number: bool = False) -> tuple[Reported, ...]:
    groups: dict[str | None, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, column)].append(row)
    found = [
        Reported(
            name, len(some), sum(r.origin != r.report for r in some), sum(r.claims for r in some),
            date.fromisoformat(min(r.known for r in some)), date.fromisoformat(max(r.known for r in some)),
        )
        for name, some in groups.items()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda g: (-g.reports if by_number else 0, g.name is None, g.name or "")))


def _sides(told: Iterable[Row[Any]]) -> tuple[SideCount, ...]:
    claims: Counter[str] = Counter()
    sources: dict[str, set[str]] = defaultdict(set)
    origins: dict[str, set[str]] = defaultdict(set)
    for row in told:
        claims[row.side] += row.n
        sources[row.side].add(row.source)
        origins[row.side].add(row.origin)
    return tuple(SideCount(side, n, len(sources[side]), len(origins[side])) for side, n in claims.most_common())


def _matrix(told: Iterable[Row[Any]], outlets: Mapping[str, str | None]) -> dict[tuple[str | None, str], int]:
    found: Counter[tuple[str | None, str]] = Counter()
    for row in told:
        found[outlets.get(row.report), row.side] += row.n
    return dict(found.most_common())


def _lacking(rows: Sequence[Row[Any]], days: Sequence[Reported]) -> dict[str, int]:
    span = (days[-1].latest - days[0].first).days + 1 if days else 0
    return {
        "reports_without_claims": sum(row.claims == 0 for row in rows),
        "reports_unread": sum(row.language != READ for row in rows),
        "reports_undated": sum(row.published_to is None for row in rows),
        "silent_days": span - len(days),
    }


def _unplaced(connection: Connection, reports: Mapping[str, str | None] | None) -> dict[str, int]:
    facts = schema.facts.c
    lacks = {
        "claims_without_place": facts.place.is_(None), "claims_without_point": facts.lat.is_(None),
        "claims_undated": facts.begin.is_(None), "claims_unreviewed": facts.review == "open",
    }  # fmt: skip
    columns = [func.sum(case((lack, 1), else_=0)).label(name) for name, lack in lacks.items()]
    found: Counter[str] = Counter(dict.fromkeys(lacks, 0))
    for row in connection.execute(select(facts.report, *columns).group_by(facts.report)):
        if reports is None or row.report in reports:
            found.update({name: int(getattr(row, name) or 0) for name in lacks})
    return dict(found)
