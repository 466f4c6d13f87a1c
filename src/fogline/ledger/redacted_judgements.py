"""What people noted and corrected, without the words that a redaction removes."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Connection, Row, select

from fogline.ledger import schema
from fogline.ledger.blanks import blank
from fogline.ledger.codec import dumps, loads

_OF_THE_LEDGER = frozenset({"redact", "undo"})  # what these hold beside their note is numbers and digests
_TOLD = frozenset({"source_name", "actor", "target", "place_name", "form"})  # values that are words of a report


def judgements_on(connection: Connection, report: str | None) -> list[Row[Any]]:
    """The judgements on the claims of a report, or on the report; all where none is given."""
    table, claims, readings = schema.judgements, schema.claims.c, schema.readings.c
    query = select(table).order_by(table.c.seq)
    if report is not None:
        ids = select(claims.id).join(schema.readings, readings.seq == claims.reading).where(readings.report == report)
        query = query.where(table.c.target.in_(ids) | (table.c.target == report))
    return list(connection.execute(query).all())


def unnamed(row: Row[Any], pattern: re.Pattern[str] | None) -> dict[str, str]:
    """Target, body and note of a judgement without a name; without pattern the note and all told words go.

    A redaction's own reason stays where a whole text is removed: it is what is to stay on record.
    """
    body, note = loads(row.body), row.note
    if row.kind not in _OF_THE_LEDGER:
        body = _unnamed(body, pattern)
    if pattern is not None or row.kind != "redact":
        note = blank(note, pattern)
    target = row.target if pattern is None else blank(row.target, pattern)
    return {"target": target, "body": dumps(body), "note": note}


def _unnamed(value: Any, pattern: re.Pattern[str] | None, field: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _unnamed(one, pattern, key) for key, one in value.items()}
    if isinstance(value, list):
        return [_unnamed(one, pattern, field) for one in value]
    if not isinstance(value, str) or (pattern is None and field not in _TOLD):
        return value
    return blank(value, pattern)
