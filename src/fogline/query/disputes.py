"""Disputes: a list with filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from fogline.assessment.contradictions import Group
from fogline.assessment.disputes import Dispute, chosen, told, what
from fogline.query.conditions import place_keys
from fogline.query.listed import Listed, part

DISPUTES = 200
"""The most disputes that one page holds."""


@dataclass(frozen=True, slots=True)
class Disputes:
    """Which disputes are asked for: at a place, about what (all where empty), as known on a day."""

    place: str | None = None
    what: tuple[str, ...] = ()
    as_of: date | None = None


def disputes_of(
    connection: Connection, wanted: Disputes, among: Sequence[Group] | None = None, *, limit: int = 50,
    cursor: str | None = None,
) -> Listed[Dispute]:  # fmt: skip
    """What cannot both hold, the newest first; `among` are all disputes, where they are at hand already.

    Raises:
        NotThereError: the ledger knows no place of that name.
        UsageError: the cursor is none that was given out.
    """
    at = () if wanted.place is None else place_keys(connection, wanted.place)
    some = chosen(connection, at, wanted.as_of, among)
    found = part([one for one in some if not wanted.what or what(one) in wanted.what], limit, cursor)
    return Listed(tuple(told(connection, found.items)), found.next, found.total)
