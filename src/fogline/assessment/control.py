"""Control status: per place, day and party, what each side says about who holds it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection


def update_control(connection: Connection, places: Iterable[str]) -> None:
    """Draws the status of some places anew from their facts."""
