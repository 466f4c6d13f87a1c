"""What appends to the ledger. Nothing here changes or removes a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from fogline.ledger import schema
from fogline.ledger.chain import START, digest, link
from fogline.ledger.clock import Clock
from fogline.ledger.codec import dumps, plain
from fogline.ledger.rows import content
from fogline.model import Claim, Document, Report


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a document did: whether its report and this reading of it are new, and how many claims it makes."""

    report: str
    new_report: bool
    reading: int | None
    claims: int


class Writer:
    """Appends records within one transaction (see `Store.writing`)."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self.connection = connection
        self._clock = clock

    def add(self, document: Document, *, engine: str, knowledge: str) -> Added:
        """Appends a report, this reading of it and its claims; what is there already is left as it is.

        `engine` is the version that read it, `knowledge` the digest of the tables it read with: the report read again
        by another engine or with other tables is a new reading beside the old one.
        """
        new = self._add_report(document.report)
        if not new and self._reading(document.report.id, engine, knowledge) is not None:
            return Added(document.report.id, new_report=False, reading=None, claims=0)
        reading = self._append(
            schema.readings,
            [{"report": document.report.id, "engine": engine, "knowledge": knowledge, "body": _layers(document)}],
        )
        self._append(schema.claims, [_claim(reading, n, c) for n, c in enumerate(document.claims, 1)])
        return Added(document.report.id, new, reading, len(document.claims))

    def judge(self, *, user: str, kind: str, target: str, body: Mapping[str, Any], note: str = "") -> int:
        """Appends what a person decided; returns its number in the ledger."""
        return self._append(
            schema.judgements, [{"user": user, "kind": kind, "target": target, "body": dumps(dict(body)), "note": note}]
        )

    def add_map(self, *, assessor: str, day: date, areas: Mapping[str, Sequence[Mapping[str, Any]]]) -> bool:
        """Appends an assessor's map of a day (side → areas as GeoJSON geometries); False where it is there already."""
        table = schema.maps.c
        row = {
            "assessor": assessor,
            "day": day.isoformat(),
            "body": dumps({side: list(a) for side, a in areas.items()}),
        }
        query = select(table.seq).where(table.digest == digest(*content(schema.maps, row)))
        if self.connection.execute(query).first() is not None:
            return False
        self._append(schema.maps, [row])
        return True

    def _add_report(self, report: Report) -> bool:
        known = self.connection.execute(select(schema.reports.c.seq).where(schema.reports.c.id == report.id)).first()
        if known is not None:
            return False
        text = report.text.encode("utf-8", "surrogatepass")
        body = dumps(plain(replace(report, text="", data=b"")))
        self._append(schema.reports, [{"id": report.id, "body": body, "text": text, "data": report.data or text}])
        return True

    def _reading(self, report: str, engine: str, knowledge: str) -> int | None:
        table = schema.readings.c
        query = select(table.seq).where(table.report == report, table.engine == engine, table.knowledge == knowledge)
        return self.connection.execute(query).scalar()

    def _append(self, table: Table, values: Sequence[Mapping[str, Any]]) -> int:
        """Appends rows to a chain and returns the number of the last one; 0 where there is nothing to append."""
        last = self.connection.execute(select(table.c.seq, table.c.hash).order_by(table.c.seq.desc()).limit(1)).first()
        seq, before = (last.seq, last.hash) if last is not None else (0, START)
        at = self._clock().isoformat(timespec="seconds")
        rows = []
        for value in values:
            seq += 1
            row = {**value, "seq": seq, "at": at}
            row["digest"] = digest(*content(table, row))
            before = row["hash"] = link(before, [table.name, seq, at, row["digest"]])
            rows.append(row)
        if rows:
            self.connection.execute(insert(table), rows)
        return seq


def _layers(document: Document) -> str:
    """What was read from a report beside its claims, as JSON."""
    return dumps(
        {
            "published": plain(document.published),
            "warnings": plain(document.warnings),
            "attributions": plain(document.attributions),
            "places": plain(document.places),
            "times": plain(document.times),
            "amounts": plain(document.amounts),
            "claims": len(document.claims),  # so that the loss of the last ones is seen
        }
    )


def _claim(reading: int, number: int, claim: Claim) -> dict[str, Any]:
    return {"reading": reading, "id": claim.id, "number": number, "body": dumps(plain(claim))}
