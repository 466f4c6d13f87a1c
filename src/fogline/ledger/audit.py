"""`fogline verify`: whether the ledger is what was once written into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Table, select

from fogline.ledger import schema
from fogline.ledger.chain import START, digest, link
from fogline.ledger.codec import loads
from fogline.ledger.redactions import after_redaction
from fogline.ledger.rows import content
from fogline.ledger.view import View

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is broken: in which table, at which row (its number), and what."""

    table: str
    seq: int
    message: str

    def __str__(self) -> str:
        return f"{self.table} {self.seq}: {self.message}"


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a chain: its number of rows and the hash of the last. Noted elsewhere, it proves what came before."""

    table: str
    rows: int
    hash: str


def verify(view: View, noted: Mapping[str, Head] | None = None) -> Iterator[Fault | Head]:
    """Checks each chain, the content of each row, and the words of each claim; ends each table with its head.

    `noted` are the heads of an earlier time, kept elsewhere: the rows up to them must still be the same ones.
    """
    for head in (noted or {}).values():
        yield from _as_noted(view, head)
    redacted = after_redaction(view)
    for table in schema.CHAINS:
        yield from _chain(view, table, redacted)
    yield from _evidence(view)


def _as_noted(view: View, head: Head) -> Iterator[Fault]:
    table = next((table for table in schema.CHAINS if table.name == head.table), None)
    if table is None or head.rows == 0:
        return
    found = view.connection.execute(select(table.c.hash).where(table.c.seq == head.rows)).scalar()
    if found is None:
        yield Fault(head.table, head.rows, "rows that were noted are not there any more")
    elif found != head.hash:
        yield Fault(head.table, head.rows, "the rows up to here are others than those that were noted")


def _chain(view: View, table: Table, redacted: Mapping[tuple[str, int], str]) -> Iterator[Fault | Head]:
    before, expected, head = START, 0, START
    for row in _rows(view, table):
        expected += 1
        if row.seq != expected:
            yield Fault(table.name, row.seq, f"rows {expected} to {row.seq - 1} are missing")
            expected = row.seq
        now = digest(*content(table, row._asdict()))
        if now != redacted.get((table.name, row.seq), row.digest):
            yield Fault(table.name, row.seq, "its content is not what was added")
        if row.hash != link(before, [table.name, row.seq, row.at, row.digest]):
            yield Fault(table.name, row.seq, "its hash does not follow from the row before it")
        before = head = row.hash
    yield Head(table.name, expected, head)


def _evidence(view: View) -> Iterator[Fault]:
    """Claims whose words do not stand in their report, and records that point to nothing."""
    for reading in _rows(view, schema.readings):
        report = schema.reports.c
        data = view.connection.execute(select(report.text).where(report.id == reading.report)).scalar()
        if data is None:
            yield Fault("readings", reading.seq, f"its report {reading.report} is not there")
            continue
        text = _text(bytes(data))
        table = schema.claims
        query = select(table).where(table.c.reading == reading.seq).order_by(table.c.number)
        count = 0
        for count, claim in enumerate(view.connection.execute(query), 1):  # noqa: B007
            yield from _words(claim, text)
        if (made := _made(reading)) is not None and made != count:
            yield Fault("readings", reading.seq, f"it made {made} claims, of which {count} are there")
    known = select(schema.readings.c.seq)
    for row in view.connection.execute(select(schema.claims).where(schema.claims.c.reading.not_in(known))):
        yield Fault("claims", row.seq, f"its reading {row.reading} is not there")


def _text(data: bytes) -> str:
    """The text of a report; bytes that somebody broke, which its chain tells of, are replaced."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def _made(reading: Row[Any]) -> int | None:
    """How many claims a reading made; None where it does not say so."""
    try:
        made = loads(reading.body)["claims"]
    except (ValueError, KeyError, TypeError):
        return None
    return made if isinstance(made, int) else None


def _words(claim: Row[Any], text: str) -> Iterator[Fault]:
    try:
        body = loads(claim.body)
    except ValueError:
        yield Fault("claims", claim.seq, "its content is no JSON")
        return
    for field, span in _spans(body):
        if not isinstance(span["start"], int) or not isinstance(span["end"], int):
            yield Fault("claims", claim.seq, f"{field}: its place in the report is no pair of numbers")
        elif text[span["start"] : span["end"]] != span["text"]:
            yield Fault("claims", claim.seq, f"{field}: “{span['text']}” does not stand in its report there")


def _spans(body: Any, path: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The spans with a text anywhere in a claim, each with the path to it."""
    if isinstance(body, dict):
        if {"start", "end", "text"} <= body.keys():
            yield path or "claim", body
        for key, value in body.items():
            yield from _spans(value, f"{path}.{key}" if path else key)
    elif isinstance(body, list):
        for value in body:
            yield from _spans(value, path)


def _rows(view: View, table: Table) -> Iterator[Row[Any]]:
    """All rows of a table, a batch at a time, so that the database may be read for other things in between."""
    last = 0
    while rows := view.connection.execute(
        select(table).where(table.c.seq > last).order_by(table.c.seq).limit(_BATCH)
    ).all():
        yield from rows
        last = rows[-1].seq
