"""One claim with all that the ledger knows of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import or_, select

from fogline.assessment import schema
from fogline.assessment.fact import Fact
from fogline.assessment.facts import fact_in
from fogline.errors import NotThereError
from fogline.ledger import View
from fogline.ledger import schema as ledger
from fogline.ledger.codec import loads, model
from fogline.model import Claim
from fogline.query.judgements import Judged, judged
from fogline.query.records import ReportRow
from fogline.query.reports import archived, report_row

RELATED = 200  # relations that are listed


@dataclass(frozen=True, slots=True)
class Related:
    """Another claim that this one is tied to: `direction` is `to` where this is the later one, else `from`."""

    kind: str
    direction: Literal["to", "from"]
    because: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class ClaimTold:
    """A claim as it was read, and as it stands now (None where it was rejected, or where a newer reading lacks it).

    `number` is its place among the claims of its report, `added` when it came into the ledger, `sha256` the hash of
    the report's input as it was archived.
    """

    fact: Fact | None
    read: Claim
    number: int
    report: ReportRow
    added: str
    sha256: str
    related: tuple[Related, ...]
    judgements: tuple[Judged, ...]


def claim(view: View, identity: str) -> ClaimTold:
    """One claim by its id, from the newest reading that has it.

    Raises:
        NotThereError: there is no such claim.
    """
    claims, readings = ledger.claims, ledger.readings
    query = select(claims, readings.c.report).join(readings, readings.c.seq == claims.c.reading)
    row = view.connection.execute(query.where(claims.c.id == identity).order_by(claims.c.seq.desc()).limit(1)).first()
    if row is None:
        raise NotThereError("claim", f"there is no claim {identity}")
    standing = view.connection.execute(select(schema.facts).where(schema.facts.c.claim == row.seq)).first()
    fact = fact_in(standing) if standing is not None else None
    return ClaimTold(
        fact, model(loads(row.body), Claim), row.number, report_row(view.connection, row.report), row.at,
        archived(view, row.report).sha256, _related(view, row.seq) if fact else (),
        judged(view, target=identity, limit=RELATED).items,
    )  # fmt: skip


def _related(view: View, number: int) -> tuple[Related, ...]:
    relations, facts = schema.relations, schema.facts
    tied = or_(relations.c.claim == number, relations.c.other == number)
    query = select(relations).where(tied).order_by(relations.c.known.desc(), relations.c.claim.desc())
    rows = view.connection.execute(query.limit(RELATED)).all()
    ends = {row.other if row.claim == number else row.claim for row in rows}
    found = {row.claim: fact_in(row) for row in view.connection.execute(select(facts).where(facts.c.claim.in_(ends)))}
    return tuple(
        Related(row.kind, "to" if row.claim == number else "from", row.because, fact)
        for row in rows
        if (fact := found.get(row.other if row.claim == number else row.claim)) is not None
    )
