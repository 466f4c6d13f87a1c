"""Claims as they are filed to be found: what may be of one event with a claim is found by cells, days and words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence, Set
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, select

from fogline.assessment import schema
from fogline.assessment.incidents.sight import WIDE, Sight, sight
from fogline.assessment.incidents.when import TOLD, window
from fogline.assessment.incidents.where import cell, cells

MOST = 400  # earlier claims that one is compared with at most, the latest first
_FEW = 500  # values that are asked for at once
_members, _facts = schema.members.c, schema.facts.c

Filed = tuple[Sight, int]
"""A claim and the incident that it was found to be of."""


def filing(claim: Sight) -> dict[str, Any]:
    """The columns of `members` by which a claim is found."""
    return {
        "report": claim.report, "kin": claim.group, "cell": cell(claim),
        "region": claim.region if claim.level in {"point", "region"} else None, "print": claim.print,
        "day": _text(claim.day),
    }  # fmt: skip


def sights(connection: Connection, claims: Collection[int]) -> list[Sight]:
    """The sights of some facts, in the order of their claims; those that are no facts are left out."""
    found: list[Sight] = []
    for some in _chunks(sorted(claims)):
        query = select(_facts.body, _facts.origin).where(_facts.claim.in_(some)).order_by(_facts.claim)
        found += [sight(row.body, row.origin) for row in connection.execute(query)]
    return found


def near(connection: Connection, claims: Sequence[Sight], *, new: bool) -> dict[int, Filed]:
    """All filed claims that may be of one event with one of some claims; where `new`, all of other reports."""
    prints = {claim.print for claim in claims if claim.level is None}
    queries = _queries(claims, [], prints=prints, own_report=not new)
    return {row.claim: _filed(row) for query in queries for row in connection.execute(query)}


def after(connection: Connection, claims: Sequence[Sight], first: Sight) -> dict[int, Filed]:
    """All filed claims with a turn after the first one that may be of one event with one of some claims.

    What an unplaced claim joins by its words may have a place, so the words of all are looked for.
    """
    wide = [_around(claim) for claim in claims]
    queries = _queries(claims, [_members.claim > first.turn[0]], wide, prints={c.print for c in claims})
    found = {row.claim: _filed(row) for query in queries for row in connection.execute(query)}
    return {number: filed for number, filed in found.items() if filed[0].turn > first.turn}


def of_incidents(connection: Connection, incidents: Collection[int]) -> dict[int, list[Sight]]:
    """The claims of incidents as they were found, before merges, in order."""
    found: dict[int, list[Sight]] = defaultdict(list)
    for some in _chunks(sorted(incidents)):
        for row in connection.execute(_filed_query(_members.found.in_(some)).order_by(_members.claim)):
            found[row.found].append(sight(row.body, row.origin))
    return found


def _queries(
    claims: Sequence[Sight],
    limit: Sequence[ColumnElement[bool]],
    days: Sequence[tuple[int, int]] | None = None,
    *,
    prints: Set[str | None],
    own_report: bool = True,
) -> Iterable[Select[Any]]:
    """Queries by cells and days, by words, and by report."""
    spans = [window(claim) for claim in claims] if days is None else days
    for (first, last), alike in _runs(claims, spans):
        kin = _members.kin.in_({claim.group for claim in alike})
        when = and_(_members.day.between(_text(first), _text(last)), kin, *limit)
        for some in _chunks(sorted(set[str]().union(*map(cells, alike)))):
            yield _latest(and_(_members.cell.in_(some), when))
        regions = {claim.region for claim in alike if claim.level == "region" and claim.region is not None}
        if regions:
            yield _latest(and_(when, _members.region.in_(regions)))
    same = prints - {None}
    if same:
        yield _latest(and_(_members.print.in_(same), *limit))
    if own_report:
        yield _latest(and_(_members.report.in_({claim.report for claim in claims}), *limit))


def _runs(claims: Sequence[Sight], spans: Sequence[tuple[int, int]]) -> Iterable[tuple[tuple[int, int], list[Sight]]]:
    """Claims whose spans of days overlap, together, with the days of all of them."""
    run: list[Sight] = []
    first = last = 0
    for span, claim in sorted(zip(spans, claims, strict=True), key=lambda pair: (pair[0], pair[1].claim)):
        if run and span[0] > last:
            yield (first, last), run
            run = []
        first, last = (min(first, span[0]), max(last, span[1])) if run else span
        run.append(claim)
    if run:
        yield (first, last), run


def _latest(condition: ColumnElement[bool]) -> Select[Any]:
    return _filed_query(condition).order_by(_members.claim.desc()).limit(10 * MOST)


def _filed_query(condition: ColumnElement[bool]) -> Select[Any]:
    query = select(_members.claim, _members.found, _facts.body, _facts.origin)
    return query.join(schema.facts, _facts.claim == _members.claim).where(condition)


def _filed(row: Row[Any]) -> Filed:
    return sight(row.body, row.origin), row.found


def _around(claim: Sight) -> tuple[int, int]:
    """Days within which all claims lie in whose window a claim is."""
    first, last = window(claim)
    return first - WIDE - TOLD, last + WIDE + TOLD


def _text(day: int) -> str:
    return date.fromordinal(min(max(day, 1), date.max.toordinal())).isoformat()


def _chunks(values: Sequence[Any]) -> Iterable[list[Any]]:
    rest = iter(values)
    while some := list(islice(rest, _FEW)):
        yield some
