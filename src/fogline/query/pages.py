"""Pages of claims, newest first, each with a cursor to the next."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, or_, select

from fogline.assessment import schema
from fogline.assessment.fact import Fact
from fogline.assessment.facts import fact_in
from fogline.errors import UsageError
from fogline.query.conditions import conditions
from fogline.query.query import MOST, Query

FACETS = ("event", "stance", "side", "country", "review")
"""The columns that are counted for filters."""


@dataclass(frozen=True, slots=True)
class Page:
    """Claims in order (the day known, then the record, newest first); `next` is the next page's cursor, or None."""

    facts: tuple[Fact, ...]
    next: str | None


def page(connection: Connection, query: Query, *, limit: int = 50, cursor: str | None = None) -> Page:
    """One page of the claims that a query asks for.

    Raises:
        UsageError: the limit or the cursor is wrong, or the query names what is not there.
    """
    if not 0 < limit <= MOST:
        raise UsageError(f"a page holds 1 to {MOST} claims", next_step="Give another limit")
    table = schema.facts
    found = select(table).where(*conditions(connection, query))
    if cursor is not None:
        known, claim = _decoded(cursor)
        found = found.where(or_(table.c.known < known, and_(table.c.known == known, table.c.claim < claim)))
    ordered = found.order_by(table.c.known.desc(), table.c.claim.desc()).limit(limit + 1)
    facts = [fact_in(row) for row in connection.execute(ordered)]
    last = facts[limit - 1] if len(facts) > limit else None
    return Page(tuple(facts[:limit]), _encoded(last) if last is not None else None)


def count(connection: Connection, query: Query) -> int:
    """How many claims a query asks for."""
    found = select(func.count()).select_from(schema.facts).where(*conditions(connection, query))
    return connection.execute(found).scalar_one()


def facets(connection: Connection, query: Query) -> dict[str, dict[str, int]]:
    """For each of `FACETS`, how many of the claims have which value, most first."""
    where = list(conditions(connection, query))
    found: dict[str, dict[str, int]] = {}
    for name in FACETS:
        column = schema.facts.c[name]
        counted = select(column, func.count()).where(*where, column.is_not(None)).group_by(column)
        rows = connection.execute(counted.order_by(func.count().desc(), column)).all()
        found[name] = dict(rows)
    return found


def _encoded(fact: Fact) -> str:
    return base64.urlsafe_b64encode(f"{fact.known.isoformat()} {fact.claim}".encode()).decode().rstrip("=")


def _decoded(cursor: str) -> tuple[str, int]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        known, claim = base64.urlsafe_b64decode(padded.encode()).decode().split(" ")
        return known, int(claim)
    except (ValueError, binascii.Error):
        raise UsageError("the cursor is none that was given out", next_step="Start at the first page") from None
