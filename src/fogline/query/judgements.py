"""What people decided, and what of it was taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select

from fogline.ledger import Judgement, View
from fogline.ledger import schema as ledger
from fogline.ledger.codec import loads
from fogline.query.listed import Listed, begins, following


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement, and whether a later one took it back."""

    judgement: Judgement
    undone: bool


def judged(
    view: View, *, target: str | None = None, user: str | None = None, limit: int = 50, cursor: str | None = None
) -> Listed[Judged]:
    """Judgements, the newest first; those on a claim, source or place, and those of one person."""
    table, start = ledger.judgements, begins(cursor)
    wanted = [
        column == value for column, value in ((table.c.target, target), (table.c.user, user)) if value is not None
    ]
    total = view.connection.execute(select(func.count()).select_from(table).where(*wanted)).scalar_one()
    query = select(table).where(*wanted).order_by(table.c.seq.desc()).offset(start).limit(limit)
    undone = _undone(view)
    found = tuple(Judged(one, one.seq in undone) for one in map(_judgement, view.connection.execute(query)))
    return Listed(found, following(start + limit, total), total)


def judgement(view: View, number: int) -> Judged | None:
    """One judgement by its number."""
    row = view.connection.execute(select(ledger.judgements).where(ledger.judgements.c.seq == number)).first()
    return None if row is None else Judged(_judgement(row), number in _undone(view))


def _undone(view: View) -> set[int]:
    return {int(one.body["judgement"]) for one in view.judgements(kinds=["undo"])}


def _judgement(row: Row[Any]) -> Judgement:
    body = loads(row.body)
    for digests in ("rows", "archive"):  # of a redaction: for `verify` alone
        body.pop(digests, None)
    return Judgement(row.seq, row.at, row.user, row.kind, row.target, body, row.note)
