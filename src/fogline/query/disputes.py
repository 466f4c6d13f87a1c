"""Disputes: a list with filters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from fogline.assessment.disputes import Dispute, disputes
from fogline.query.conditions import place_keys
from fogline.query.listed import begins, sealed

DISPUTES = 200
"""The most disputes that one page holds."""
FARTHEST = 1000  # disputes that can be paged through


@dataclass(frozen=True, slots=True)
class Disputes:
    """Which disputes are asked for: at a place, about what (all where empty), as known on a day."""

    place: str | None = None
    what: tuple[str, ...] = ()
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class DisputePage:
    """Disputes, the newest first; `total` is None where there are more than were counted."""

    items: tuple[Dispute, ...]
    next: str | None
    total: int | None


def disputes_of(connection: Connection, wanted: Disputes, *, limit: int = 50, cursor: str | None = None) -> DisputePage:
    """What cannot both hold, the newest first.

    Raises:
        NotThereError: the ledger knows no place of that name.
        UsageError: the cursor is none that was given out.
    """
    start = min(begins(cursor), FARTHEST)
    most = FARTHEST if wanted.what else min(start + limit + 1, FARTHEST)
    keys = [None] if wanted.place is None else place_keys(connection, wanted.place)
    told = [one for key in keys for one in disputes(connection, place=key, as_of=wanted.as_of, limit=most)]
    found = [one for one in told if not wanted.what or one.what in wanted.what]
    end = start + limit
    following = sealed(str(end)) if end < min(len(found), FARTHEST) else None
    return DisputePage(tuple(found[start:end]), following, len(found) if len(told) < most else None)
