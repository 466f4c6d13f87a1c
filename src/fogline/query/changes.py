"""What changed: new claims, disputes, concessions, revised tolls and changed status since a day or a point in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
from sqlalchemy import ColumnElement, Connection, and_, select

from fogline.assessment import schema
from fogline.assessment.control import Span, status_at
from fogline.assessment.fact import Fact
from fogline.assessment.facts import facts_of
from fogline.ledger import schema as ledger
from fogline.query.columns import UNKNOWN, Columns, Numbers, columns
from fogline.query.conditions import place_keys
from fogline.query.query import Query
from fogline.query.records import PlaceRow, places
from fogline.query.standing import Told
from fogline.query.standing import told as statements_of


@dataclass(frozen=True, slots=True)
class Tie:
    """A later claim and the earlier one that it `denies`, `concedes` or `revises`, or whose count `differs`.

    `because` is the rule that says so.
    """

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


NEWS = ("denies", "differs", "concedes", "revises")


def changes(
    connection: Connection,
    since: date | datetime,
    place: str | None = None,
    most: int | None = None,
    most_ties: int | None = None,
    known: Told | None = None,
    held: Columns | None = None,
) -> Changes:
    """What is new since a day on which reports were known, or (for a point in time) since it was added to the ledger.

    `most` bounds how many claims are listed, `most_ties` how many ties and places are looked at, the newest ones.
    `known` are all statements of who holds which place, and `held` the columns of all claims, where they are at hand.

    Raises:
        NotThereError: the ledger knows no place of that name.
    """
    held = held or columns(connection)
    new = and_(_new(since), schema.facts.c.origin == schema.facts.c.report)  # copies tell nothing new
    if place is not None:
        new = and_(new, schema.facts.c.place.in_(place_keys(connection, place)))
    rows = _rows(connection, held, since, place)
    newest = held.claims[rows[np.lexsort((-held.claims[rows], -held.known[rows]))][:most]].tolist()
    facts = facts_of(connection, newest)
    ties, status = _ties(connection, new, most_ties), _status(connection, held, rows, most_ties, known)
    return Changes(len(rows), tuple(facts[claim] for claim in newest), ties, status)


def _rows(connection: Connection, held: Columns, since: date | datetime, place: str | None) -> Numbers:
    """Which claims are new, by their place in the columns; copies tell nothing new."""
    query = Query(known_since=None if isinstance(since, datetime) else since, place=place, origins_only=True)
    rows = held.rows(connection, query)
    assert rows is not None
    if isinstance(since, datetime):
        added = connection.execute(select(ledger.claims.c.seq).where(_added(since))).scalars()
        rows = rows[np.isin(held.claims[rows], np.fromiter(added, dtype=np.int64))]
    return rows


def _new(since: date | datetime) -> ColumnElement[bool]:
    """The condition that a fact is new."""
    facts = schema.facts.c
    if isinstance(since, datetime):
        return facts.claim.in_(select(ledger.claims.c.seq).where(_added(since)))
    return facts.known >= since.isoformat()


def _added(since: datetime) -> ColumnElement[bool]:
    return ledger.claims.c.at >= since.isoformat(timespec="seconds")


def _ties(connection: Connection, new: ColumnElement[bool], most: int | None) -> tuple[Tie, ...]:
    relations, facts = schema.relations.c, schema.facts
    query = select(schema.relations).where(
        relations.kind.in_(NEWS), relations.claim.in_(select(facts.c.claim).where(new))
    )
    ordered = query.order_by(relations.known.desc(), relations.claim.desc(), relations.other).limit(most)
    rows = connection.execute(ordered).all()
    found = facts_of(connection, {number for row in rows for number in (row.claim, row.other)})
    return tuple(
        Tie(row.kind, found[row.claim], found[row.other], row.because)
        for row in rows
        if row.claim in found and row.other in found
    )


def _status(
    connection: Connection, held: Columns, new: Numbers, most: int | None, known: Told | None
) -> tuple[StatusChange, ...]:
    """The places of new claims of control, with the status that follows without them and with them."""
    place, family = held.fields["place"], held.fields["family"]
    of_control = np.array([name == "control" for name in family.values], dtype=np.bool_)[family.codes[new]]
    rows = new[of_control & (place.codes[new] != UNKNOWN)]
    latest: dict[str, int] = {}
    for code, day in zip(place.codes[rows].tolist(), held.known[rows].tolist(), strict=True):
        latest[place.values[code]] = max(day, latest.get(place.values[code], 0))
    touched = sorted(sorted(latest, key=lambda key: (-latest[key], key))[:most])
    added = frozenset(held.claims[rows].tolist())
    named = {row.key: row for row in places(connection, touched)}
    told = (known or statements_of(connection, touched)).statements
    found = []
    for key in touched:
        said = told.get(key, ())
        day = max((s.fact.known for s in said), default=date.min)
        before, now = status_at(day, [s for s in said if s.fact.claim not in added]), status_at(day, said)
        if (before.status if before else None) != (now.status if now else None):
            found.append(StatusChange(named[key], before, now))
    return tuple(found)
