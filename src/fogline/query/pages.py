"""Pages of claims, newest first, each with a cursor to the next."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, or_, select

from fogline.assessment import schema
from fogline.assessment.fact import Fact
from fogline.assessment.facts import fact_in
from fogline.errors import UsageError
from fogline.query.conditions import conditions
from fogline.query.listed import opened, sealed
from fogline.query.query import MOST, Query

LAST = 2**31 - 1  # the highest number of a record


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


def _encoded(fact: Fact) -> str:
    return sealed(fact.known.isoformat(), str(fact.claim))


def _decoded(cursor: str) -> tuple[str, int]:
    known, claim = opened(cursor, 2)
    return known, min(int(claim), LAST)
