"""Keeps the conclusions in step with the records: rebuilt at any time, updated report by report.

    readings ▶ documents ▶ copies ▶ facts ▶ incidents ▶ relations ▶ control

What was concluded is stamped with the version of the rules and the last records that it rests on.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, func, insert, select, update

from fogline.assessment import schema, search
from fogline.assessment.assessors import look_up
from fogline.assessment.control import draw_due, is_due
from fogline.assessment.identity import KINDS as IDENTITY
from fogline.assessment.incidents import KINDS as ON_INCIDENTS
from fogline.assessment.incidents import retie
from fogline.assessment.relations import relate
from fogline.assessment.taking import Taking, judge
from fogline.ledger import Store
from fogline.ledger import schema as ledger
from fogline.ledger.redactions import KIND as REDACT
from fogline.ledger.view import Judgement, View

BATCH = 50  # readings that are taken in within one transaction


def assess(store: Store, step: Callable[[], None] = lambda: None) -> int:
    """Brings the conclusions up to the records; returns how many readings were taken in. `step` is called after each.

    Conclusions that another version of the rules made are dropped and made anew.
    """
    with store.transaction() as connection:
        _prepare(connection)
    count = 0
    while True:
        with store.transaction() as connection:
            taken = _next(connection)
            if taken is None:
                look_up(connection)
                connection.execute(update(schema.stamp).values(maps=_last(connection)[2]))
                return count
        for _ in range(taken):
            step()
        count += taken


def behind(view: View) -> bool:
    """Whether there are records that the conclusions do not take into account."""
    if not _tables_are_there(view.connection):
        return True
    stamp = view.connection.execute(select(schema.stamp)).first()
    now = (schema.VERSION, *_last(view.connection))
    if stamp is None or (stamp.version, stamp.readings, stamp.judgements, stamp.maps) != now:
        return True
    return is_due(view.connection)


def drop(store: Store) -> None:
    """Drops all conclusions; `assess` makes them anew."""
    with store.transaction() as connection:
        search.drop(connection)
        schema.conclusions.drop_all(connection)


def _prepare(connection: Connection) -> None:
    if _tables_are_there(connection):
        stamp = connection.execute(select(schema.stamp)).first()
        if stamp is not None and stamp.version == schema.VERSION:
            return
    _clear(connection)


def _clear(connection: Connection) -> None:
    """Makes the tables anew, empty."""
    search.drop(connection)
    schema.conclusions.drop_all(connection)
    schema.conclusions.create_all(connection)
    search.create(connection)
    connection.execute(insert(schema.stamp).values(version=schema.VERSION, readings=0, judgements=0, maps=0))
    retie(View(connection))


def _tables_are_there(connection: Connection) -> bool:
    return bool(connection.dialect.has_table(connection, schema.stamp.name))


def _last(connection: Connection) -> tuple[int, int, int]:
    """The numbers of the last reading, the last judgement and the last map."""
    tables = (ledger.readings, ledger.judgements, ledger.maps)
    reading, judgement, map_ = (connection.execute(select(func.max(t.c.seq))).scalar() or 0 for t in tables)
    return reading, judgement, map_


def _next(connection: Connection) -> int | None:
    """Takes in the next readings, or else the judgements that are new; returns how many readings, None at the end."""
    view, stamp = View(connection), connection.execute(select(schema.stamp)).one()
    readings = list(view.readings(after=stamp.readings, most=BATCH))
    if readings:
        taking = Taking(view)
        for reading in readings:
            taking.take(reading)
        taking.exchange()
        connection.execute(update(schema.stamp).values(readings=readings[-1].seq))
        if len(readings) < BATCH:  # these were the last ones
            draw_due(connection)
        return len(readings)
    draw_due(connection)
    judgements = list(view.judgements(after=stamp.judgements))
    if not judgements:
        return None
    if any(j.kind == REDACT or j.kind in IDENTITY or (j.kind == "undo" and _on_identity(view, j)) for j in judgements):
        _clear(connection)  # names that were taken down, and keys of records, may stand in any table
    else:
        if any(j.kind in ON_INCIDENTS or j.kind == "undo" for j in judgements):
            relate(connection, retie(view))
        judge(view, judgements)
        draw_due(connection)
    connection.execute(update(schema.stamp).values(judgements=judgements[-1].seq))
    return 0


def _on_identity(view: View, undo: Judgement) -> bool:
    """Whether an undo takes back a merge or split of records."""
    return any(j.seq == undo.body.get("judgement") for j in view.judgements(kinds=IDENTITY))
