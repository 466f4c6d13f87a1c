"""Relations between claims: supports, denies, revises, concedes, silent; each with the rule that says so."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from fogline.assessment.fact import Fact


def relate(connection: Connection, facts: Sequence[Fact]) -> None:
    """Relates new facts to those that are there."""
