"""The status of places in the tables of conclusions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import Connection, delete, insert, or_, select

from fogline.assessment import schema
from fogline.assessment.control.rows import Span
from fogline.assessment.control.statements import statements
from fogline.assessment.control.status import status
from fogline.assessment.fact import Fact
from fogline.assessment.facts import fact_in
from fogline.ledger.codec import dumps, loads, model, plain

TOGETHER = 200  # places whose facts are in memory at once


def update_control(connection: Connection, places: Iterable[str]) -> None:
    """Draws the status of some places anew from their facts."""
    wanted = sorted(set(places))
    if not wanted:
        return
    table = schema.facts
    told: dict[str, list[Fact]] = {place: [] for place in wanted}
    for row in connection.execute(select(table).where(table.c.place.in_(wanted), table.c.family == "control")):
        told[row.place].append(fact_in(row))
    connection.execute(delete(schema.control).where(schema.control.c.place.in_(wanted)))
    drawn = [
        {
            "place": place, "number": number, "side": span.holder or "", "status": span.status,
            "begin": span.begin.isoformat(), "until": span.until.isoformat() if span.until else None,
            "body": dumps(plain(span)),
        }
        for place, facts in told.items()
        for number, span in enumerate(status(statements(facts)), 1)
    ]  # fmt: skip
    if drawn:
        connection.execute(insert(schema.control), drawn)


def is_due(connection: Connection) -> bool:
    """Whether the status of some place is still to be drawn."""
    return connection.execute(select(schema.due.c.place).limit(1)).first() is not None


def put_off(connection: Connection, places: Iterable[str]) -> None:
    """Notes places whose status is to be drawn anew, so that many reports about one place draw it once."""
    known = set(connection.execute(select(schema.due.c.place)).scalars())
    new = sorted(set(places) - known)
    if new:
        connection.execute(insert(schema.due), [{"place": place} for place in new])


def draw_due(connection: Connection) -> None:
    """Draws the status of all places that were put off."""
    places = sorted(connection.execute(select(schema.due.c.place)).scalars())
    for start in range(0, len(places), TOGETHER):
        update_control(connection, places[start : start + TOGETHER])
    connection.execute(delete(schema.due))


def on_day(connection: Connection, day: date) -> Iterator[tuple[str, Span]]:
    """The status of every place on a day, from what is known now: places of which nothing is told yet are left out."""
    table = schema.control
    query = select(table.c.place, table.c.body).where(
        table.c.begin <= day.isoformat(), or_(table.c.until.is_(None), table.c.until >= day.isoformat())
    )
    for row in connection.execute(query.order_by(table.c.place)):
        yield row.place, model(loads(row.body), Span)
