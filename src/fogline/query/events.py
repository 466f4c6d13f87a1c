"""Incidents: events that several claims tell of, with their claims, disputes and tolls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

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
    return Listed(tuple(_rows(connection, rows)), following(start + limit, total), total)


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
    return Incident(_rows(connection, [row])[0], claims, tuple(tolls(connection, number)))


def _rows(connection: Connection, rows: Sequence[Row[Any]]) -> list[IncidentRow]:
    """Incidents with what their claims tell, without reading these one by one."""
    numbers = [row.id for row in rows]
    facts, places = schema.facts.c, schema.places.c
    told: dict[int, list[Any]] = {number: [] for number in numbers}
    query = select(facts.incident, facts.claim, facts.event, facts.side, facts.origin)
    for fact in connection.execute(query.where(facts.incident.in_(numbers)).order_by(facts.claim)):
        told[fact.incident].append(fact)
    keys = {row.place for row in rows if row.place}
    named = {row.key: row for row in connection.execute(select(schema.places).where(places.key.in_(keys)))}
    disputed = _disputed(connection, numbers)
    return [_row(row, told[row.id], named.get(row.place), disputed=row.id in disputed) for row in rows]


def _row(row: Row[Any], facts: Sequence[Any], place: Row[Any] | None, *, disputed: bool) -> IncidentRow:
    events = [fact.event for fact in facts]
    return IncidentRow(
        row.id, max(sorted(set(events)), key=events.count), row.place, place.name if place else None,
        place.lat if place else None, place.lon if place else None,
        date.fromisoformat(row.begin) if row.begin else None, date.fromisoformat(row.until) if row.until else None,
        len(facts), len({f.origin for f in facts}), tuple(sorted({f.side for f in facts} - {"none"})), disputed,
    )  # fmt: skip


def _disputed(connection: Connection, numbers: Sequence[int]) -> set[int]:
    """Which incidents have claims that another claim denies, or that deny one."""
    relations, facts = schema.relations.c, schema.facts
    found: set[int] = set()
    for end in (relations.claim, relations.other):
        query = select(facts.c.incident).join(schema.relations, end == facts.c.claim)
        denied = query.where(relations.kind == "denies", facts.c.incident.in_(numbers)).distinct()
        found.update(connection.execute(denied).scalars())
    return found


def _facts(connection: Connection, number: int) -> list[Fact]:
    return [fact_in(row) for row in connection.execute(select(schema.facts).where(schema.facts.c.incident == number))]
