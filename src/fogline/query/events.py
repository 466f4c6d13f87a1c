"""Incidents: events that several claims tell of, with their claims, disputes and tolls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from fogline.assessment import schema
from fogline.assessment.contradictions import KINDS as CONTRADICTS
from fogline.assessment.fact import Fact
from fogline.assessment.facts import fact_in
from fogline.assessment.tolls import Toll, tolls
from fogline.errors import NotThereError, UsageError
from fogline.query.conditions import in_box, place_keys
from fogline.query.events_then import Summed, known_then, summed_then
from fogline.query.listed import Listed, begins, following
from fogline.query.query import FAMILIES


@dataclass(frozen=True, slots=True)
class Incidents:
    """Which incidents are asked for: at a place, within days, of a family, with at least so many claims, in a box.

    `as_of` is the day on which they were known: later reports do not count, neither for what an incident holds nor for
    whether it is one of those. Which claims are one event is judged by all that is known now.
    """

    place: str | None = None
    since: date | None = None
    until: date | None = None
    family: str | None = None
    least: int = 2
    box: tuple[float, float, float, float] | None = None
    as_of: date | None = None

    def __post_init__(self) -> None:
        if self.family is not None and self.family not in FAMILIES:
            raise UsageError(f"family {self.family} is unknown", next_step=f"Choose of {', '.join(FAMILIES)}")
        if self.since and self.until and self.since > self.until:
            raise UsageError(f"{self.since} is after {self.until}", next_step="Exchange the days")


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
    family: str | None = None, least: int = 2, limit: int = 50, as_of: date | None = None,
) -> list[IncidentRow]:  # fmt: skip
    """Incidents with at least `least` claims, those with the newest days first.

    Raises:
        NotThereError: the ledger knows no place of that name.
    """
    wanted = Incidents(place, since, until, family, least, as_of=as_of)
    return list(incident_page(connection, wanted, limit=limit).items)


def incident_page(
    connection: Connection, wanted: Incidents, *, limit: int = 50, cursor: str | None = None
) -> Listed[IncidentRow]:
    """Incidents, those with the newest days first.

    Raises:
        NotThereError: the ledger knows no place of that name.
        UsageError: the cursor is none that was given out.
    """
    start = begins(cursor)
    if wanted.as_of is not None:
        known = _known_then(connection, wanted, wanted.as_of)
        some = _rows(connection, known[start : start + limit], wanted.as_of)
        return Listed(tuple(some), following(start + limit, len(known)), len(known))
    table = schema.incidents
    where = _conditions(connection, wanted)
    total = connection.execute(select(func.count()).select_from(table).where(*where)).scalar_one()
    query = select(table).where(*where).order_by(func.coalesce(table.c.until, "").desc(), table.c.id.desc())
    rows = connection.execute(query.offset(start).limit(limit)).all()
    return Listed(tuple(_rows(connection, rows)), following(start + limit, total), total)


def _known_then(connection: Connection, wanted: Incidents, day: date) -> list[Summed]:
    """The incidents that are asked for, by what was known on a day."""
    facts = schema.facts.c
    found = known_then(connection, day)
    for condition in _where(connection, wanted):
        query = select(facts.incident).where(condition, facts.known <= day.isoformat()).distinct()
        there = set(connection.execute(query).scalars())
        found = [one for one in found if one.id in there]
    since, until = (None if end is None else end.isoformat() for end in (wanted.since, wanted.until))
    return [
        one
        for one in found
        if one.claims >= wanted.least
        and (since is None or (one.until is not None and one.until >= since))
        and (until is None or (one.begin is not None and one.begin <= until))
        and wanted.family in (None, one.family)
    ]


def _where(connection: Connection, wanted: Incidents) -> list[ColumnElement[bool]]:
    """What one claim of an incident must tell of where it was; each may be another's."""
    facts = schema.facts.c
    found: list[ColumnElement[bool]] = []
    if wanted.place is not None:
        found.append(facts.place.in_(place_keys(connection, wanted.place)))
    if wanted.box is not None:
        found.append(in_box(facts.lat, facts.lon, wanted.box))
    return found


def _conditions(connection: Connection, wanted: Incidents) -> list[ColumnElement[bool]]:
    table, facts = schema.incidents.c, schema.facts.c
    found: list[ColumnElement[bool]] = [table.claims >= wanted.least]
    found += (table.id.in_(select(facts.incident).where(one)) for one in _where(connection, wanted))
    if wanted.since is not None:
        found.append(table.until >= wanted.since.isoformat())
    if wanted.until is not None:
        found.append(table.begin <= wanted.until.isoformat())
    if wanted.family is not None:
        found.append(table.family == wanted.family)
    return found


def incident(connection: Connection, number: int, as_of: date | None = None) -> Incident:
    """One incident by its number, as it was known on a day.

    Raises:
        NotThereError: there is none of that number, or nothing of it was known then.
    """
    row: Row[Any] | Summed | None = connection.execute(
        select(schema.incidents).where(schema.incidents.c.id == number)
    ).first()
    if row is None:
        raise NotThereError("incident", f"there is no incident {number}")
    if as_of is not None and (row := summed_then(connection, number, as_of)) is None:
        raise NotThereError("incident", f"nothing of incident {number} was known on {as_of}")
    members = schema.members.c
    told = select(members.claim, members.other, members.because).where(members.incident == number)
    joined = {row.claim: (row.other, row.because) for row in connection.execute(told)}
    facts = sorted(_facts(connection, number, as_of), key=lambda f: (f.day, f.known, f.claim))
    claims = tuple(Joined(f, *joined.get(f.claim, (None, ""))) for f in facts)
    return Incident(_rows(connection, [row], as_of)[0], claims, tuple(tolls(connection, number, as_of=as_of)))


def _rows(connection: Connection, rows: Sequence[Row[Any] | Summed], as_of: date | None = None) -> list[IncidentRow]:
    """Incidents with what their claims tell, without reading these one by one."""
    numbers = [row.id for row in rows]
    facts, places = schema.facts.c, schema.places.c
    told: dict[int, list[Any]] = {number: [] for number in numbers}
    query = select(facts.incident, facts.claim, facts.event, facts.side, facts.origin)
    if as_of is not None:
        query = query.where(facts.known <= as_of.isoformat())
    for fact in connection.execute(query.where(facts.incident.in_(numbers)).order_by(facts.claim)):
        told[fact.incident].append(fact)
    keys = {row.place for row in rows if row.place}
    named = {row.key: row for row in connection.execute(select(schema.places).where(places.key.in_(keys)))}
    disputed = _disputed(connection, numbers, as_of)
    return [_row(row, told[row.id], named.get(row.place), disputed=row.id in disputed) for row in rows]


def _row(row: Row[Any] | Summed, facts: Sequence[Any], place: Row[Any] | None, *, disputed: bool) -> IncidentRow:
    events = [fact.event for fact in facts]
    return IncidentRow(
        row.id, max(sorted(set(events)), key=events.count), row.place, place.name if place else None,
        place.lat if place else None, place.lon if place else None,
        date.fromisoformat(row.begin) if row.begin else None, date.fromisoformat(row.until) if row.until else None,
        len(facts), len({f.origin for f in facts}), tuple(sorted({f.side for f in facts} - {"none"})), disputed,
    )  # fmt: skip


def _disputed(connection: Connection, numbers: Sequence[int], as_of: date | None) -> set[int]:
    """Which incidents have claims that cannot hold with another claim."""
    relations, facts = schema.relations.c, schema.facts
    found: set[int] = set()
    for end in (relations.claim, relations.other):
        query = select(facts.c.incident).join(schema.relations, end == facts.c.claim)
        query = query.where(relations.kind.in_(CONTRADICTS), facts.c.incident.in_(numbers)).distinct()
        if as_of is not None:
            query = query.where(relations.known <= as_of.isoformat())
        found.update(connection.execute(query).scalars())
    return found


def _facts(connection: Connection, number: int, as_of: date | None) -> list[Fact]:
    query = select(schema.facts).where(schema.facts.c.incident == number)
    if as_of is not None:
        query = query.where(schema.facts.c.known <= as_of.isoformat())
    return [fact_in(row) for row in connection.execute(query)]
