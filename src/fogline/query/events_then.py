"""Incidents as they were known on an earlier day: without the claims that became known later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from fogline.assessment import schema
from fogline.assessment.incidents.sight import Sight, sight
from fogline.assessment.incidents.summary import summary

_FEW = 500


@dataclass(frozen=True, slots=True)
class Summed:
    """What a row of the table of incidents tells, counted from some of its claims."""

    id: int
    family: str
    place: str | None
    begin: str | None
    until: str | None
    claims: int
    origins: int


def known_then(connection: Connection, day: date) -> list[Summed]:
    """The incidents of which something was known on a day, those with the newest days first."""
    facts = schema.facts.c
    known = (
        select(facts.incident, func.max(facts.known).label("last"))
        .where(facts.incident.is_not(None))
        .group_by(facts.incident)
        .having(func.min(facts.known) <= day.isoformat())
        .subquery()
    )
    table = schema.incidents
    rows = connection.execute(select(table, known.c.last).join(known, known.c.incident == table.c.id)).all()
    grew = [row.id for row in rows if row.last > day.isoformat()]
    found = [
        Summed(row.id, row.family, row.place, row.begin, row.until, row.claims, row.origins)
        for row in rows
        if row.last <= day.isoformat()
    ]
    found += (Summed(**summary(number, claims)) for number, claims in _claims_then(connection, grew, day))
    return sorted(found, key=lambda one: (one.until or "", one.id), reverse=True)


def summed_then(connection: Connection, number: int, day: date) -> Summed | None:
    """One incident as it was known on a day; None where nothing of it was."""
    return next((Summed(**summary(n, claims)) for n, claims in _claims_then(connection, [number], day)), None)


def _claims_then(connection: Connection, numbers: Sequence[int], day: date) -> Iterator[tuple[int, list[Sight]]]:
    """The claims of some incidents that were known on a day, in the order of the ledger."""
    facts = schema.facts.c
    for start in range(0, len(numbers), _FEW):
        query = select(facts.incident, facts.body, facts.origin).where(
            facts.incident.in_(numbers[start : start + _FEW]), facts.known <= day.isoformat()
        )
        claims: dict[int, list[Sight]] = defaultdict(list)
        for row in connection.execute(query.order_by(facts.claim)):
            claims[row.incident].append(sight(row.body, row.origin))
        yield from claims.items()
