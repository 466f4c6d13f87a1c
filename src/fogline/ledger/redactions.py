"""Taking down: a text or a name is removed where law or safety demands it; that it was removed stays on record.

The words go, from the report, from its input and from what was read of it; the row, its hash and its place in the chain
stay. A judgement of the kind `redact` tells who removed what and why, and the digests of each row before and after, by
which `verify` accepts the change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, select, update

from fogline.errors import LedgerError
from fogline.ledger import schema
from fogline.ledger.chain import digest
from fogline.ledger.codec import dumps, loads
from fogline.ledger.rows import content
from fogline.ledger.view import View
from fogline.ledger.writer import Writer

KIND = "redact"
_QUOTED = frozenset({"title", "byline"})  # of a report: they hold its own words
_TEXT, _INPUT = "surrogatepass", "surrogateescape"  # how bytes that are no UTF-8 are passed through
FILLER = "█"
"""Each character that was removed is replaced by one, so that all other spans stay where they are."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """What was removed: from how many rows, and the number of the judgement that says so."""

    judgement: int
    rows: int


def redact_report(writer: Writer, report: str, *, user: str, reason: str) -> Redaction:
    """Removes the whole text of a report and all words that were read from it.

    Raises:
        LedgerError: there is no such report, or no reason is given.
    """
    return _redact(writer, [report], None, user=user, reason=reason)


def redact_names(
    writer: Writer, names: Sequence[str], *, user: str, reason: str, report: str | None = None
) -> Redaction:
    """Removes names (as whole words, in any case) from one report or from all: give each form that a person goes by.

    Raises:
        LedgerError: none of the names stands in a report, or no reason is given.
    """
    forms = sorted({name.strip() for name in names if name.strip()}, key=len, reverse=True)
    if not forms:
        raise LedgerError("no name to remove is given", next_step="Give the name as it stands in the report")
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", re.IGNORECASE)
    table = schema.reports.c
    rows = writer.connection.execute(select(table.id, table.text)).all()
    chosen = [
        row.id for row in rows if report in {None, row.id} and pattern.search(bytes(row.text).decode("utf-8", _TEXT))
    ]
    return _redact(writer, chosen, pattern, user=user, reason=reason)


def after_redaction(view: View) -> dict[tuple[str, int], str]:
    """The digest that the content of each redacted row must have now, by table and number."""
    found: dict[tuple[str, int], str] = {}
    table = schema.judgements.c
    for (body,) in view.connection.execute(select(table.body).where(table.kind == KIND)):
        with suppress(ValueError, KeyError, TypeError):  # a broken judgement excuses nothing; its chain tells of it
            for row in loads(body)["rows"]:
                found[row["table"], row["seq"]] = row["after"]
    return found


def _redact(
    writer: Writer, reports: list[str], pattern: re.Pattern[str] | None, *, user: str, reason: str
) -> Redaction:
    if not reason.strip():
        raise LedgerError("no reason is given", next_step="Say why with --reason: it stays on record")
    changed = [change for report in reports for change in _rows_of(writer.connection, report, pattern)]
    if not changed:
        raise LedgerError("nothing to remove was found", next_step="fogline reports lists the reports with their ids")
    body = {"what": "text" if pattern is None else "name", "rows": changed}
    target = reports[0] if len(reports) == 1 else f"{len(reports)} reports"
    return Redaction(writer.judge(user=user, kind=KIND, target=target, body=body, note=reason), len(changed))


def _rows_of(connection: Connection, report: str, pattern: re.Pattern[str] | None) -> Iterator[dict[str, Any]]:
    """Changes each row that holds words of a report, and tells what changed."""
    for row in connection.execute(select(schema.reports).where(schema.reports.c.id == report)).all():
        text = _blanked_bytes(row.text, pattern, _TEXT)
        data = _blanked_bytes(row.data, pattern, _INPUT)
        # The input may be in an encoding in which the name cannot be searched for: then the text stands for it.
        if pattern is None or (text != row.text and data == row.data):
            data = text
        words = text.decode("utf-8", _TEXT)
        body = dumps(_blanked(loads(row.body), words, pattern))
        yield from _change(connection, schema.reports, row, body=body, text=text, data=data)
    for reading in connection.execute(select(schema.readings).where(schema.readings.c.report == report)).all():
        body = dumps(_blanked(loads(reading.body), words, pattern))
        yield from _change(connection, schema.readings, reading, body=body)
        for claim in connection.execute(select(schema.claims).where(schema.claims.c.reading == reading.seq)).all():
            yield from _change(
                connection, schema.claims, claim, body=dumps(_blanked(loads(claim.body), words, pattern))
            )


def _change(connection: Connection, table: Table, row: Row[Any], **values: Any) -> Iterator[dict[str, Any]]:
    after = digest(*content(table, {**row._asdict(), **values}))
    if after != digest(*content(table, row._asdict())):
        connection.execute(update(table).where(table.c.seq == row.seq).values(**values))
        yield {"table": table.name, "seq": row.seq, "before": row.digest, "after": after}


def _blanked(value: Any, words: str, pattern: re.Pattern[str] | None) -> Any:
    """Plain values without what was removed: spans hold what the text, `words`, has there now, a name goes anywhere."""
    if isinstance(value, dict):
        found = {k: _quoted(v, pattern) if k in _QUOTED else _blanked(v, words, pattern) for k, v in value.items()}
        if {"start", "end", "text"} <= value.keys():
            found["text"] = words[value["start"] : value["end"]]
        return found
    if isinstance(value, list):
        return [_blanked(v, words, pattern) for v in value]
    return _blank(value, pattern) if isinstance(value, str) and pattern is not None else value


def _quoted(value: Any, pattern: re.Pattern[str] | None) -> Any:
    """A field that holds words of the report outside its text."""
    return _blank(value, pattern) if isinstance(value, str) else value


def _blank(text: str, pattern: re.Pattern[str] | None) -> str:
    if pattern is None:
        return re.sub(r"\S", FILLER, text)
    return pattern.sub(lambda found: re.sub(r"\S", FILLER, found[0]), text)


def _blanked_bytes(data: bytes, pattern: re.Pattern[str] | None, errors: str) -> bytes:
    return _blank(bytes(data).decode("utf-8", errors), pattern).encode("utf-8", errors)
