"""The status of places in the tables of conclusions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import Connection, delete, insert, or_, select

from fogline.assessment import schema
from fogline.assessment.control.rows import Span
from fogline.assessment.control.statements import statements
from fogline.assessment.control.status import status
from fogline.assessment.facts import fact_in
from fogline.ledger.codec import dumps, loads, model, plain

_MANY = 500  # rows in one statement


def update_control(connection: Connection, places: Iterable[str]) -> None:
    """Draws the status of some places anew from their facts."""
    for place in sorted(set(places)):
        spans = status_of(connection, place)
        connection.execute(delete(schema.control).where(schema.control.c.place == place))
        if spans:
            connection.execute(
                insert(schema.control),
                [
                    {
                        "place": place, "number": number, "side": span.holder or "", "status": span.status,
                        "begin": span.begin.isoformat(), "until": span.until.isoformat() if span.until else None,
                        "body": dumps(plain(span)),
                    }
                    for number, span in enumerate(spans, 1)
                ],
            )  # fmt: skip


def status_of(connection: Connection, place: str, as_of: date | None = None) -> list[Span]:
    """The spans of a place's status, from what was known on `as_of` or is known now."""
    table = schema.facts
    query = select(table).where(table.c.place == place, table.c.family == "control")
    if as_of is not None:
        query = query.where(table.c.known <= as_of.isoformat())
    return status(statements(fact_in(row) for row in connection.execute(query)))


def on_day(connection: Connection, day: date) -> Iterator[tuple[str, Span]]:
    """The status of every place on a day, from what is known now: places of which nothing is told yet are left out."""
    table = schema.control
    query = select(table.c.place, table.c.body).where(
        table.c.begin <= day.isoformat(), or_(table.c.until.is_(None), table.c.until >= day.isoformat())
    )
    for row in connection.execute(query.order_by(table.c.place)):
        yield row.place, model(loads(row.body), Span)
