"""Which state of the ledger an answer rests on."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from fogline.assessment import schema
from fogline.assessment.assess import behind
from fogline.ledger import View
from fogline.ledger import schema as ledger


@dataclass(frozen=True, slots=True)
class State:
    """How far records and conclusions go.

    `mark` is another one whenever an answer may be another one; `behind` tells that conclusions of some records are
    still to be drawn.
    """

    mark: str
    behind: bool


def state(view: View) -> State:
    """The state of a ledger: cheap, to be asked before each answer."""
    stamp = view.connection.execute(select(schema.stamp)).one()
    parts = [stamp.version, stamp.readings, stamp.judgements, stamp.maps]
    for table in (ledger.readings, ledger.judgements):  # the end of a chain is no other ledger's
        parts.append(view.connection.execute(select(table.c.hash).order_by(table.c.seq.desc()).limit(1)).scalar())
    return State("-".join(map(str, parts)), behind(view))


def newest_record(connection: Connection) -> str | None:
    """The point in time (ISO 8601, UTC) at which the newest report or judgement was added; None in an empty ledger."""
    times = [
        connection.execute(select(table.c.at).order_by(table.c.seq.desc()).limit(1)).scalar()
        for table in (ledger.readings, ledger.judgements)
    ]
    return max((at for at in times if at), default=None)
