"""Incidents: events that several claims tell of, with their claims, disputes and tolls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, or_, select

from fogline.assessment import schema
from fogline.assessment.fact import Fact
from fogline.assessment.facts import fact_in
from fogline.assessment.tolls import Toll, tolls
from fogline.errors import NotThereError
from fogline.query.conditions import in_box, place_keys
from fogline.query.listed import Listed, begins, following


@dataclass(frozen=True, slots=True)
class Incidents:
    """Which incidents are asked for: at a place, within days, of a family, with at least so many claims, in a box."""

    place: str | None = None
    since: date | None = None
    until: date | None = None
    family: str | None = None
    least: int = 2
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One event: its days, its place, the commonest event type of its claims, how many claims and origins it has.

    `sides` are those that speak of it, `disputed` whether claims of it cannot all hold.
    """

    id: int
    event: str
    place: str | None
    place_name: str | None
    lat: float | None
    lon: float | None
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
        NotThereError: the ledger knows no place of that name.
    """
    wanted = Incidents(place, since, until, family, least)
    return list(incident_page(connection, wanted, limit=limit).items)


def incident_page(
    connection: Connection, wanted: Incidents, *, limit: int = 50, cursor: str | None = None
) -> Listed[IncidentRow]:
    """Incidents, those with the newest days first.

    Raises:
        NotThereError: the ledger knows no place of that name.
        UsageError: the cursor is none that was given out.
    """
    table, start = schema.incidents, begins(cursor)
    where = _conditions(connection, wanted)
    total = connection.execute(select(func.count()).select_from(table).where(*where)).scalar_one()
    query = select(table).where(*where).order_by(func.coalesce(table.c.until, "").desc(), table.c.id.desc())
    rows = connection.execute(query.offset(start).limit(limit)).all()
    return Listed(tuple(_row(connection, row) for row in rows), following(start + limit, total), total)


def _conditions(connection: Connection, wanted: Incidents) -> list[ColumnElement[bool]]:
    table, facts = schema.incidents.c, schema.facts.c
    found: list[ColumnElement[bool]] = [table.claims >= wanted.least]
    if wanted.place is not None:
        at = select(facts.incident).where(facts.place.in_(place_keys(connection, wanted.place)))
        found.append(table.id.in_(at))
    if wanted.box is not None:
        inside = select(facts.incident).where(in_box(facts.lat, facts.lon, wanted.box))
        found.append(table.id.in_(inside))
    if wanted.since is not None:
        found.append(table.until >= wanted.since.isoformat())
    if wanted.until is not None:
        found.append(table.begin <= wanted.until.isoformat())
    if wanted.family is not None:
        found.append(table.family == wanted.family)
    return found


def incident(connection: Connection, number: int) -> Incident:
    """One incident by its number.

    Raises:
        NotThereError: there is none of that number.
    """
    row = connection.execute(select(schema.incidents).where(schema.incidents.c.id == number)).first()
    if row is None:
        raise NotThereError("incident", f"there is no incident {number}")
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
        named.lat if named else None, named.lon if named else None,
        date.fromisoformat(begin) if begin else None, date.fromisoformat(until) if until else None,
        len(facts), len({f.origin for f in facts}), tuple(sorted({f.side for f in facts} - {"none"})),
        connection.execute(disputed.limit(1)).first() is not None,
    )  # fmt: skip


def _facts(connection: Connection, number: int) -> list[Fact]:
    return [fact_in(row) for row in connection.execute(select(schema.facts).where(schema.facts.c.incident == number))]
