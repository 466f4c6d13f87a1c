"""What the ledger holds about one place: names, status over time, claims, disputes, tolls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, func, select

from fogline.assessment import schema
from fogline.assessment.assessors import assessed, map_rows
from fogline.assessment.contradictions import Group
from fogline.assessment.control import Row, Span, Statement, rows, statements, status
from fogline.assessment.disputes import Dispute, disputes
from fogline.assessment.fact import Fact
from fogline.assessment.facts import fact_in
from fogline.assessment.tolls import Toll, tolls_at
from fogline.errors import NotThereError
from fogline.query.conditions import place_keys
from fogline.query.records import PlaceRow, places

if TYPE_CHECKING:
    from fogline.query.standing import Told

_NEWEST = (
    func.coalesce(schema.facts.c.until, schema.facts.c.known).desc(), schema.facts.c.known.desc(),
    schema.facts.c.claim.desc(),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dossier:
    """A place as the ledger knew it on `as_of`.

    `status` is what follows for the place over time, `rows` what each speaker says; `facts` are its claims in the order
    of their days, the newest ones where not all were asked for, and `count` is how many there are; `others` are other
    places that the name may mean.
    """

    place: PlaceRow
    as_of: date
    status: tuple[Span, ...]
    rows: tuple[Row, ...]
    facts: tuple[Fact, ...]
    count: int
    others: tuple[PlaceRow, ...]
    disputes: tuple[Dispute, ...]
    tolls: tuple[Toll, ...]

    @property
    def now(self) -> Span | None:
        """The status on the day of the dossier; None where nothing was claimed until then."""
        standing = [span for span in self.status if span.begin <= self.as_of]
        return standing[-1] if standing else None


def dossier(
    connection: Connection, name: str, as_of: date | None = None, most: int | None = None, known: Told | None = None,
    among: Sequence[Group] | None = None,
) -> Dossier:  # fmt: skip
    """The dossier of a place, by any form of its name, from what was known on a day (or on the last day there is).

    `most` bounds how many of its claims are listed, the newest ones; status and lanes rest on all of them. `known` are
    all statements of who holds which place, and `among` all disputes, where they are at hand already.

    Raises:
        NotThereError: the ledger knows no place of that name.
    """
    keys = place_keys(connection, name)
    day = as_of or last_known(connection)
    named = {row.key: row for row in places(connection, keys)}
    if keys[0] not in named:
        raise NotThereError("place", f"the ledger holds no claim about a place named {name}")
    at = (schema.facts.c.place == keys[0], schema.facts.c.known <= day.isoformat())
    told = _statements(connection, keys[0], day, known)
    maps = map_rows(one for one in assessed(connection, keys[0]) if one.begin <= day)
    count = connection.execute(select(func.count()).select_from(schema.facts).where(*at)).scalar_one()
    return Dossier(
        named[keys[0]], day, tuple(status(told)), (*rows(told), *maps),
        tuple(_facts(connection, select(schema.facts).where(*at).order_by(*_NEWEST).limit(most))), count,
        tuple(named[key] for key in keys[1:] if key in named),
        tuple(disputes(connection, place=keys[0], as_of=day, among=among)),
        tuple(tolls_at(connection, keys[0], as_of=day)),
    )  # fmt: skip


def _statements(connection: Connection, key: str, day: date, known: Told | None) -> list[Statement]:
    """What was stated until a day about who holds a place, in the order of the days."""
    if known is not None:
        return known.until(key, day)
    facts = schema.facts.c
    query = select(schema.facts).where(facts.place == key, facts.family == "control", facts.known <= day.isoformat())
    return statements(_facts(connection, query))


def _facts(connection: Connection, query: Select[Any]) -> list[Fact]:
    return sorted((fact_in(row) for row in connection.execute(query)), key=lambda f: (f.day, f.known, f.claim))


def last_known(connection: Connection) -> date:
    """The day of the newest report: what is told of "now" is told of that day."""
    newest = connection.execute(select(func.max(schema.documents.c.known))).scalar()
    return date.fromisoformat(newest) if newest else date.min
