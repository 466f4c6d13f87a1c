"""What the ledger holds, in numbers."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from fogline.assessment import schema


@dataclass(frozen=True, slots=True)
class Contents:
    """How many reports, claims, places and sources there are, and the days of the oldest and the newest report."""

    reports: int
    claims: int
    places: int
    sources: int
    first: str | None
    newest: str | None


def contents(connection: Connection) -> Contents:
    """What the ledger holds."""
    tables = (schema.documents, schema.facts, schema.places, schema.sources)
    reports, claims, places, sources = (
        connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables
    )
    known = schema.documents.c.known
    first, newest = connection.execute(select(func.min(known), func.max(known))).one()
    return Contents(reports, claims, places, sources, first, newest)
