"""Reports: a list with filters, and all of one report."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from fogline.assessment import schema
from fogline.assessment.fact import Fact
from fogline.assessment.facts import fact_in
from fogline.errors import NotThereError
from fogline.ledger import Reading, View
from fogline.ledger import schema as ledger
from fogline.ledger.redactions import KIND as REDACT
from fogline.model import Document
from fogline.query.listed import Listed, opened, sealed
from fogline.query.query import Some, values
from fogline.query.records import ReportRow, report_of

NUMBERS = "0"  # what ends a cursor, which is told by its last word


@dataclass(frozen=True, slots=True)
class Reports:
    """Which reports are asked for: outlet, agency, language, the days on which they were known, words of the title.

    `copies`: only those that copy another (True), only those that do not (False).
    """

    publisher: Some = None
    agency: Some = None
    language: Some = None
    known_since: date | None = None
    known_until: date | None = None
    text: str | None = None
    copies: bool | None = None


@dataclass(frozen=True, slots=True)
class Archived:
    """The input of a report as it was kept: its bytes, their SHA-256, and when they were added (ISO 8601, UTC)."""

    data: bytes
    sha256: str
    added: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A report that shares text with another: `direction` is `to` where the other was added earlier, else `from`."""

    kind: str
    version: bool
    direction: Literal["to", "from"]
    report: ReportRow


@dataclass(frozen=True, slots=True)
class ReportTold:
    """All of one report: `document` is its newest reading, `facts` its claims as they stand now, by claim id."""

    row: ReportRow
    document: Document
    facts: dict[str, Fact]
    copies: tuple[Copy, ...]
    readings: tuple[Reading, ...]
    archived: Archived
    redacted: bool


def reports(
    connection: Connection, wanted: Reports, *, limit: int = 50, cursor: str | None = None
) -> Listed[ReportRow]:
    """Reports, newest first.

    Raises:
        UsageError: the cursor is none that was given out.
    """
    table, where = schema.documents, list(_conditions(wanted))
    total = connection.execute(select(func.count()).select_from(table).where(*where)).scalar_one()
    if cursor is not None:
        known, report, _ = opened(cursor, 3)
        where.append(or_(table.c.known < known, and_(table.c.known == known, table.c.report > report)))
    query = select(table).where(*where).order_by(table.c.known.desc(), table.c.report).limit(limit + 1)
    rows = [report_of(row) for row in connection.execute(query)]
    last = rows[limit - 1] if len(rows) > limit else None
    following = sealed(last.known.isoformat(), last.id, NUMBERS) if last else None
    return Listed(tuple(rows[:limit]), following, total)


def report_row(connection: Connection, identity: str) -> ReportRow:
    """One report as a row of the list.

    Raises:
        NotThereError: there is no such report.
    """
    row = connection.execute(select(schema.documents).where(schema.documents.c.report == identity)).first()
    if row is None:
        raise NotThereError("report", f"there is no report {identity}")
    return report_of(row)


def archived(view: View, identity: str) -> Archived:
    """The input of a report.

    Raises:
        NotThereError: there is no such report.
    """
    table = ledger.reports.c
    row = view.connection.execute(select(table.data, table.at).where(table.id == identity)).first()
    if row is None:
        raise NotThereError("report", f"there is no report {identity}")
    data = bytes(row.data)
    return Archived(data, hashlib.sha256(data).hexdigest(), row.at)


def report(view: View, identity: str) -> ReportTold:
    """All of one report, as its newest reading has it.

    Raises:
        NotThereError: there is no such report.
    """
    row, text = report_row(view.connection, identity), view.report(identity)
    readings = tuple(view.readings(report=identity))
    assert text is not None  # a row of `documents` is made of a report and a reading, and neither is ever removed
    reading, layers = readings[-1], view.layers(readings[-1].seq)
    document = Document(
        replace(text, data=b""), published=reading.published, warnings=reading.warnings, places=layers.places,
        attributions=layers.attributions, times=layers.times, amounts=layers.amounts,
        claims=tuple(view.claims(reading.seq)),
    )  # fmt: skip
    table = schema.facts
    facts = [fact_in(found) for found in view.connection.execute(select(table).where(table.c.report == identity))]
    taken_down = any(view.judgements(targets=[identity], kinds=[REDACT]))
    return ReportTold(
        row, document, {fact.id: fact for fact in facts}, _copies(view.connection, identity), readings,
        archived(view, identity), taken_down,
    )  # fmt: skip


def _conditions(wanted: Reports) -> list[ColumnElement[bool]]:
    table = schema.documents.c
    chosen = ((table.publisher, wanted.publisher), (table.agency, wanted.agency), (table.language, wanted.language))
    found: list[ColumnElement[bool]] = [column.in_(values(some)) for column, some in chosen if some]
    if wanted.known_since is not None:
        found.append(table.known >= wanted.known_since.isoformat())
    if wanted.known_until is not None:
        found.append(table.known <= wanted.known_until.isoformat())
    if wanted.copies is not None:
        found.append(table.origin != table.report if wanted.copies else table.origin == table.report)
    for word in (wanted.text or "").lower().split():
        found.append(or_(*(func.lower(column).contains(word, autoescape=True) for column in (table.title, table.name))))
    return found


def _copies(connection: Connection, identity: str) -> tuple[Copy, ...]:
    table = schema.likenesses
    query = select(table).where(or_(table.c.report == identity, table.c.other == identity))
    found = []
    for row in connection.execute(query).all():
        direction: Literal["to", "from"] = "to" if row.report == identity else "from"
        other = report_row(connection, row.other if row.report == identity else row.report)
        found.append(Copy(row.kind, row.version, direction, other))
    return tuple(sorted(found, key=lambda copy: (copy.report.known, copy.report.id)))
