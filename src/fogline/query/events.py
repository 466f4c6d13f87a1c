"""Incidents: events that several claims tell of, with their claims, disputes and tolls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select

from fogline.assessment import schema
from fogline.assessment.fact import Fact
from fogline.assessment.facts import fact_in
from fogline.assessment.tolls import Toll, tolls
from fogline.errors import UsageError
from fogline.query.conditions import place_keys


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One event: its days, its place, the commonest event type of its claims, how many claims and origins it has.

    `sides` are those that speak of it, `disputed` whether claims of it cannot all hold.
    """

    id: int
    event: str
    place: str | None
    place_name: str | None
    begin: date | None
    until: date | None
    claims: int
    origins: int
    sides: tuple[str, ...]
    disputed: bool


@dataclass(frozen=True, slots=True)
class Joined:
    """A claim of an incident, the earlier claim that it was joined to (number of its record), and why."""

    fact: Fact
    to: int | None
    because: str


@dataclass(frozen=True, slots=True)
class Incident:
    """One event with its claims in the order of their days, and its tolls."""

    row: IncidentRow
    claims: tuple[Joined, ...]
    tolls: tuple[Toll, ...]


def incidents(
    connection: Connection, *, place: str | None = None, since: date | None = None, until: date | None = None,
    family: str | None = None, least: int = 2, limit: int = 50,
) -> list[IncidentRow]:  # fmt: skip
    """Incidents with at least `least` claims, those with the newest days first.

    Raises:
        UsageError: the ledger knows no place of that name.
    """
    table = schema.incidents
    query = select(table).where(table.c.claims >= least)
    if place is not None:
        at = select(schema.facts.c.incident).where(schema.facts.c.place.in_(place_keys(connection, place)))
        query = query.where(table.c.id.in_(at))
    if since is not None:
        query = query.where(table.c.until >= since.isoformat())
    if until is not None:
        query = query.where(table.c.begin <= until.isoformat())
    if family is not None:
        query = query.where(table.c.family == family)
    ordered = query.order_by(func.coalesce(table.c.until, "").desc(), table.c.id.desc()).limit(limit)
    return [_row(connection, row) for row in connection.execute(ordered).all()]


def incident(connection: Connection, number: int) -> Incident:
    """One incident by its number.

    Raises:
        UsageError: there is none of that number.
    """
    row = connection.execute(select(schema.incidents).where(schema.incidents.c.id == number)).first()
    if row is None:
        raise UsageError(f"there is no incident {number}", next_step="fogline incidents lists them")
    members = schema.members.c
    told = select(members.claim, members.other, members.because).where(members.incident == number)
    joined = {row.claim: (row.other, row.because) for row in connection.execute(told)}
    facts = sorted(_facts(connection, number), key=lambda f: (f.day, f.known, f.claim))
    claims = tuple(Joined(f, *joined.get(f.claim, (None, ""))) for f in facts)
    return Incident(_row(connection, row), claims, tuple(tolls(connection, number)))


def _row(connection: Connection, row: Row[Any]) -> IncidentRow:
    number = row.id
    facts = _facts(connection, number)
    events = [fact.event for fact in facts]
    relations = schema.relations.c
    claims = [fact.claim for fact in facts]
    tied = or_(relations.claim.in_(claims), relations.other.in_(claims))
    disputed = select(relations.claim).where(relations.kind == "denies", tied)
    named = next((f for f in facts if f.place == row.place), None)
    begin, until = row.begin, row.until
    return IncidentRow(
        number, max(sorted(set(events)), key=events.count), row.place, named.place_name if named else None,
        date.fromisoformat(begin) if begin else None, date.fromisoformat(until) if until else None,
        len(facts), len({f.origin for f in facts}), tuple(sorted({f.side for f in facts} - {"none"})),
        connection.execute(disputed.limit(1)).first() is not None,
    )  # fmt: skip


def _facts(connection: Connection, number: int) -> list[Fact]:
    return [fact_in(row) for row in connection.execute(select(schema.facts).where(schema.facts.c.incident == number))]
