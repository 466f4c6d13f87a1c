"""What changed: new claims, disputes, concessions, revised tolls and changed status since a day or a point in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, and_, func, select

from fogline.assessment import schema
from fogline.assessment.control import Span, status_at
from fogline.assessment.fact import Fact
from fogline.assessment.facts import fact_in
from fogline.ledger import schema as ledger
from fogline.query.conditions import place_keys
from fogline.query.records import PlaceRow, places
from fogline.query.standing import Told
from fogline.query.standing import told as statements_of


@dataclass(frozen=True, slots=True)
class Tie:
    """A later claim and the earlier one that it `denies`, `concedes` or `revises`, and the rule that says so."""

    kind: str
    later: Fact
    earlier: Fact
    because: str


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A place whose status is another one than before; None where nothing was claimed."""

    place: PlaceRow
    before: Span | None
    now: Span | None


@dataclass(frozen=True, slots=True)
class Changes:
    """All that is new, the newest claims first; `count` is how many, where not all of them were asked for."""

    count: int
    facts: tuple[Fact, ...]
    ties: tuple[Tie, ...]
    status: tuple[StatusChange, ...]

    def of_kind(self, kind: str) -> tuple[Tie, ...]:
        """The ties of one kind."""
        return tuple(tie for tie in self.ties if tie.kind == kind)


NEWS = ("denies", "concedes", "revises")


def changes(
    connection: Connection,
    since: date | datetime,
    place: str | None = None,
    most: int | None = None,
    most_ties: int | None = None,
    known: Told | None = None,
) -> Changes:
    """What is new since a day on which reports were known, or (for a point in time) since it was added to the ledger.

    `most` bounds how many claims are listed, `most_ties` how many ties and places are looked at, the newest ones.
    `known` are all statements of who holds which place, where they are at hand already.

    Raises:
        NotThereError: the ledger knows no place of that name.
    """
    table = schema.facts
    new = and_(_new(since), table.c.origin == table.c.report)  # copies tell nothing new
    if place is not None:
        new = and_(new, table.c.place.in_(place_keys(connection, place)))
    newest = select(table).where(new).order_by(table.c.known.desc(), table.c.claim.desc()).limit(most)
    facts = tuple(fact_in(row) for row in connection.execute(newest))
    count = connection.execute(select(func.count()).select_from(table).where(new)).scalar_one()
    return Changes(count, facts, _ties(connection, new, most_ties), _status(connection, new, most_ties, known))


def _new(since: date | datetime) -> ColumnElement[bool]:
    """The condition that a fact is new."""
    facts = schema.facts.c
    if isinstance(since, datetime):
        added = select(ledger.claims.c.seq).where(ledger.claims.c.at >= since.isoformat(timespec="seconds"))
        return facts.claim.in_(added)
    return facts.known >= since.isoformat()


def _ties(connection: Connection, new: ColumnElement[bool], most: int | None) -> tuple[Tie, ...]:
    relations, facts = schema.relations.c, schema.facts
    query = select(schema.relations).where(
        relations.kind.in_(NEWS), relations.claim.in_(select(facts.c.claim).where(new))
    )
    ordered = query.order_by(relations.known.desc(), relations.claim.desc(), relations.other).limit(most)
    rows = connection.execute(ordered).all()
    ids = {number for row in rows for number in (row.claim, row.other)}
    found = {row.claim: fact_in(row) for row in connection.execute(select(facts).where(facts.c.claim.in_(ids)))}
    return tuple(
        Tie(row.kind, found[row.claim], found[row.other], row.because)
        for row in rows
        if row.claim in found and row.other in found
    )


def _status(
    connection: Connection, new: ColumnElement[bool], most: int | None, known: Told | None
) -> tuple[StatusChange, ...]:
    """The places of new claims of control, with the status that follows without them and with them."""
    table = schema.facts
    of_control = table.c.place.is_not(None) & (table.c.family == "control")
    latest = func.max(table.c.known).desc()
    query = select(table.c.place).where(new, of_control).group_by(table.c.place).order_by(latest, table.c.place)
    touched = sorted(connection.execute(query.limit(most)).scalars())
    added = set(connection.execute(select(table.c.claim).where(new, table.c.place.in_(touched))).scalars())
    rows = {row.key: row for row in places(connection, touched)}
    told = (known or statements_of(connection, touched)).statements
    found = []
    for key in touched:
        said = told.get(key, ())
        day = max((s.fact.known for s in said), default=date.min)
        before, now = status_at(day, [s for s in said if s.fact.claim not in added]), status_at(day, said)
        if (before.status if before else None) != (now.status if now else None):
            found.append(StatusChange(rows[key], before, now))
    return tuple(found)
