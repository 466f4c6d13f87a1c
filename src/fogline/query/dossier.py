"""What the ledger holds about one place: names, status over time, claims, disputes, tolls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from fogline.assessment import schema
from fogline.assessment.assessors import assessed, map_rows
from fogline.assessment.control import Row, Span, rows, statements, status
from fogline.assessment.fact import Fact
from fogline.assessment.facts import fact_in
from fogline.query.conditions import place_keys
from fogline.query.records import PlaceRow, places


@dataclass(frozen=True, slots=True)
class Dossier:
    """A place as the ledger knew it on `as_of`.

    `status` is what follows for the place over time, `rows` what each speaker says; `facts` are all its claims in the
    order of their days; `others` are other places that the name may mean.
    """

    place: PlaceRow
    as_of: date
    status: tuple[Span, ...]
    rows: tuple[Row, ...]
    facts: tuple[Fact, ...]
    others: tuple[PlaceRow, ...]

    @property
    def now(self) -> Span | None:
        """The status on the day of the dossier; None where nothing was claimed until then."""
        standing = [span for span in self.status if span.begin <= self.as_of]
        return standing[-1] if standing else None


def dossier(connection: Connection, name: str, as_of: date | None = None) -> Dossier:
    """The dossier of a place, by any form of its name, from what was known on a day (or on the last day there is).

    Raises:
        UsageError: the ledger knows no place of that name.
    """
    keys = place_keys(connection, name)
    day = as_of or last_known(connection)
    known = {row.key: row for row in places(connection, keys)}
    table = schema.facts
    query = select(table).where(table.c.place == keys[0], table.c.known <= day.isoformat())
    facts = sorted((fact_in(row) for row in connection.execute(query)), key=lambda f: (f.day, f.known, f.claim))
    told = statements(facts)
    maps = map_rows(one for one in assessed(connection, keys[0]) if one.begin <= day)
    return Dossier(
        known[keys[0]], day, tuple(status(told)), (*rows(told), *maps), tuple(facts),
        tuple(known[key] for key in keys[1:] if key in known),
    )  # fmt: skip


def last_known(connection: Connection) -> date:
    """The day of the newest report: what is told of "now" is told of that day."""
    newest = connection.execute(select(func.max(schema.documents.c.known))).scalar()
    return date.fromisoformat(newest) if newest else date.min
