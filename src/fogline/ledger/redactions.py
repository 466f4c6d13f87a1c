"""Taking down: a text or a name is removed where law or safety demands it; that it was removed stays on record.

The words go, from the report, from its input, from what was read of it and from what people noted of it; the row, its
hash and its place in the chain stay. A judgement of the kind `redact` tells who removed what and why, and the
digests of each row before and after, by which `verify` accepts the change. Records of the archive that hold the words
are replaced by tombstones (see `fogline.fetch.redacting`); the judgement has their digests, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, select, update

from fogline.errors import LedgerError
from fogline.ledger import schema
from fogline.ledger.blanks import blank
from fogline.ledger.chain import digest
from fogline.ledger.codec import dumps, loads
from fogline.ledger.redacted_judgements import judgements_on, unnamed
from fogline.ledger.rows import content
from fogline.ledger.view import View
from fogline.ledger.writer import Writer

KIND = "redact"
_QUOTED = frozenset({"title", "byline"})  # of a report: they hold its own words
_TEXT, _INPUT = "surrogatepass", "surrogateescape"  # how bytes that are no UTF-8 are passed through


@dataclass(frozen=True, slots=True)
class Redaction:
    """What was removed: from how many rows, and the number of the judgement that says so."""

    judgement: int
    rows: int


@dataclass(frozen=True, slots=True)
class Archived:
    """A record of the archive that becomes a tombstone: its file, its offset in bytes, its SHA-256 before and after."""

    file: str
    place: int
    before: str
    after: str


def redact_report(
    writer: Writer, report: str, *, user: str, reason: str, archived: Sequence[Archived] = ()
) -> Redaction:
    """Removes the whole text of a report, all words that were read from it, and what people noted of its claims.

    `archived` are the records of the archive that hold it.

    Raises:
        LedgerError: there is no such report, or no reason is given.
    """
    judged = judgements_on(writer.connection, report)
    return _redact(writer, [report], None, judged, user=user, reason=reason, archived=archived)


def redact_names(
    writer: Writer,
    names: Sequence[str],
    *,
    user: str,
    reason: str,
    report: str | None = None,
    archived: Sequence[Archived] = (),
) -> Redaction:
    """Removes names (as whole words, in any case) from one report or from all: give each form that a person goes by.

    They go from judgements, too: all of them, or those on the one report's claims.

    Raises:
        LedgerError: none of the names stands anywhere, no reason is given, or the reason itself holds a name.
    """
    pattern = pattern_of(names)
    if pattern.search(reason):
        raise LedgerError("the reason holds the name that is to go", next_step="Say why without it: it stays on record")
    table = schema.reports.c
    rows = writer.connection.execute(select(table.id, table.text)).all()
    chosen = [
        row.id for row in rows if report in {None, row.id} and pattern.search(bytes(row.text).decode("utf-8", _TEXT))
    ]
    judged = judgements_on(writer.connection, report)
    return _redact(writer, chosen, pattern, judged, user=user, reason=reason, archived=archived)


def pattern_of(names: Sequence[str]) -> re.Pattern[str]:
    """What finds names as whole words, in any case.

    Raises:
        LedgerError: none is given.
    """
    forms = sorted({name.strip() for name in names if name.strip()}, key=len, reverse=True)
    if not forms:
        raise LedgerError("no name to remove is given", next_step="Give the name as it stands in the report")
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", re.IGNORECASE)


def archive_after_redaction(view: View) -> dict[tuple[str, int], str]:
    """The SHA-256 that each redacted record of the archive must have now, by file and offset."""
    return {(row["file"], row["place"]): row["after"] for body in _bodies(view) for row in body.get("archive", ())}


def after_redaction(view: View) -> dict[tuple[str, int], str]:
    """The digest that the content of each redacted row must have now, by table and number."""
    return {(row["table"], row["seq"]): row["after"] for body in _bodies(view) for row in body["rows"]}


def _bodies(view: View) -> Iterator[dict[str, Any]]:
    """What redactions say that they changed; a broken judgement excuses nothing, and its chain tells of it."""
    table = schema.judgements.c
    for (text,) in view.connection.execute(select(table.body).where(table.kind == KIND).order_by(table.seq)):
        with suppress(ValueError, KeyError, TypeError):
            body = loads(text)
            for row in body["rows"]:
                row["table"], row["seq"], row["after"]
            for row in body.get("archive", ()):
                row["file"], row["place"], row["after"]
            yield body


def _redact(
    writer: Writer, reports: list[str], pattern: re.Pattern[str] | None, judged: Sequence[Row[Any]], *, user: str,
    reason: str, archived: Sequence[Archived],
) -> Redaction:  # fmt: skip
    if not reason.strip():
        raise LedgerError("no reason is given", next_step="Say why with --reason: it stays on record")
    connection = writer.connection
    changed = [change for report in reports for change in _rows_of(connection, report, pattern)]
    for row in judged:
        changed += _change(connection, schema.judgements, row, **unnamed(row, pattern))
    if not changed and not archived:
        raise LedgerError("nothing to remove was found", next_step="fogline reports lists the reports with their ids")
    body = {
        "what": "text" if pattern is None else "name", "rows": changed, "archive": [asdict(one) for one in archived],
    }  # fmt: skip
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
    return blank(value, pattern) if isinstance(value, str) and pattern is not None else value


def _quoted(value: Any, pattern: re.Pattern[str] | None) -> Any:
    """A field that holds words of the report outside its text."""
    return blank(value, pattern) if isinstance(value, str) else value


def _blanked_bytes(data: bytes, pattern: re.Pattern[str] | None, errors: str) -> bytes:
    return blank(bytes(data).decode("utf-8", errors), pattern).encode("utf-8", errors)
