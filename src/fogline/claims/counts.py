"""The numbers that belong to an event."""

from __future__ import annotations

from fogline.claims.lookup import Lookup
from fogline.model import Amount, Event

_UNITS_NOT_COUNTED = frozenset({"hours", "days", "weeks", "months", "years", "minutes"})


def quantities_of(lookup: Lookup, event: Event) -> tuple[Amount, ...]:
    """The amounts in an event's clause, those of its own arguments first."""
    first, last = event.clause
    inside = [a for a in lookup.document.amounts if first <= a.first < last and a.unit not in _UNITS_NOT_COUNTED]
    return tuple(sorted(inside, key=lambda a: (abs(a.head - event.head), a.start)))
