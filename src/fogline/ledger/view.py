"""What reads the ledger's records. It cannot write: the database refuses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, Row, func, select

from fogline.ledger import schema
from fogline.ledger.codec import loads, model
from fogline.model import Amount, Attribution, Claim, Place, Published, Report, Time, Warning

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a report: by which engine, with which knowledge, when, and what it found beside claims."""

    seq: int
    report: str
    at: str
    engine: str
    knowledge: str
    published: Published
    warnings: tuple[Warning, ...]


@dataclass(frozen=True, slots=True)
class Layers:
    """All that a reading found beside claims; spans are offsets into the report's text."""

    attributions: tuple[Attribution, ...]
    places: tuple[Place, ...]
    times: tuple[Time, ...]
    amounts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided: `kind` of decision, on which `target`, with the values in `body`."""

    seq: int
    at: str
    user: str
    kind: str
    target: str
    body: dict[str, Any] = field(default_factory=dict)
    note: str = ""


class View:
    """Reads records within one transaction (see `Store.viewing`)."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def counts(self) -> dict[str, int]:
        """How many records of each kind there are."""
        return {
            table.name: self.connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in schema.CHAINS
        }

    def report(self, identity: str) -> Report | None:
        """A report with its text and its input as it came."""
        row = self.connection.execute(select(schema.reports).where(schema.reports.c.id == identity)).first()
        return None if row is None else report_of(row)

    def reports(self) -> Iterator[Report]:
        """All reports, in the order in which they were added."""
        for row in self.connection.execution_options(yield_per=_BATCH).execute(
            select(schema.reports).order_by(schema.reports.c.seq)
        ):
            yield report_of(row)

    def added(self, identity: str) -> str | None:
        """When a report was added, in UTC."""
        return self.connection.execute(select(schema.reports.c.at).where(schema.reports.c.id == identity)).scalar()

    def has(self, report: str, *, engine: str, knowledge: str) -> bool:
        """Whether a report has been read by this engine with this knowledge."""
        table = schema.readings.c
        query = select(table.seq).where(table.report == report, table.engine == engine, table.knowledge == knowledge)
        return self.connection.execute(query.limit(1)).first() is not None

    def readings(self, *, after: int = 0, report: str | None = None, most: int | None = None) -> Iterator[Reading]:
        """Readings in order, those with a number above `after`, of one report or of all, `most` at most."""
        table = schema.readings
        query = select(table).where(table.c.seq > after).order_by(table.c.seq).limit(most)
        for row in self.connection.execute(query if report is None else query.where(table.c.report == report)):
            yield _reading(row)

    def layers(self, reading: int) -> Layers:
        """What a reading found beside claims."""
        body = loads(
            self.connection.execute(select(schema.readings.c.body).where(schema.readings.c.seq == reading)).scalar_one()
        )
        return Layers(
            model(body["attributions"], tuple[Attribution, ...]),
            model(body["places"], tuple[Place, ...]),
            model(body["times"], tuple[Time, ...]),
            model(body["amounts"], tuple[Amount, ...]),
        )

    def claims(self, reading: int) -> list[Claim]:
        """The claims of a reading, in the order of the text."""
        return [claim for _, _, claim in self.numbered(reading)]

    def numbered(self, reading: int) -> list[tuple[int, int, Claim]]:
        """The claims of a reading, each with its record's number and its number in the report."""
        table = schema.claims.c
        query = select(table.seq, table.number, table.body).where(table.reading == reading).order_by(table.number)
        return [(row.seq, row.number, model(loads(row.body), Claim)) for row in self.connection.execute(query)]

    def claims_at(self, seqs: Sequence[int]) -> list[tuple[int, int, Claim]]:
        """The claims of some records, each with its record's number and its number in the report."""
        table = schema.claims.c
        query = select(table.seq, table.number, table.body).where(table.seq.in_(seqs)).order_by(table.seq)
        return [(row.seq, row.number, model(loads(row.body), Claim)) for row in self.connection.execute(query)]

    def judgements(
        self, *, after: int = 0, targets: Sequence[str] | None = None, kinds: Iterable[str] | None = None
    ) -> Iterator[Judgement]:
        """What people decided, in order; those with a number above `after`, on some targets, of some kinds."""
        table = schema.judgements
        query = select(table).where(table.c.seq > after).order_by(table.c.seq)
        if targets is not None:
            query = query.where(table.c.target.in_(targets))
        if kinds is not None:
            query = query.where(table.c.kind.in_(list(kinds)))
        for row in self.connection.execute(query):
            yield Judgement(row.seq, row.at, row.user, row.kind, row.target, loads(row.body), row.note)


def report_of(row: Row[Any]) -> Report:
    """The report that a row of `reports` holds."""
    report = model(loads(row.body), Report)
    return replace(report, text=row.text.decode("utf-8", "surrogatepass"), data=bytes(row.data))


def _reading(row: Row[Any]) -> Reading:
    body = loads(row.body)
    return Reading(
        row.seq, row.report, row.at, row.engine, row.knowledge, model(body["published"], Published),
        model(body["warnings"], tuple[Warning, ...]),
    )  # fmt: skip
