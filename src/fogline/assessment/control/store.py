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


def on_day(connection: Connection, day: date) -> Iterator[tuple[str, Span]]:
    """The status of every place on a day, from what is known now: places of which nothing is told yet are left out."""
    table = schema.control
    query = select(table.c.place, table.c.body).where(
        table.c.begin <= day.isoformat(), or_(table.c.until.is_(None), table.c.until >= day.isoformat())
    )
    for row in connection.execute(query.order_by(table.c.place)):
        yield row.place, model(loads(row.body), Span)
