"""The numbers that belong to an event."""

from __future__ import annotations

from fogline.claims.lookup import Lookup
from fogline.model import Amount, Event

_COUNTED = ("harm.", "attack.intercept", "people.population", "people.displaced")
_MEASURES = frozenset({"time", "distance", "money", "age"})


def quantities_of(lookup: Lookup, event: Event) -> tuple[Amount, ...]:
    """The amounts of an event: those of its clause, counts before measures and near ones first; else the sentence's."""
    first, last = event.clause
    near = lookup.amounts_in(lookup.tokens[event.head].sentence)
    inside = [a for a in near if first <= a.first < last]
    if not inside and event.type.startswith(_COUNTED):
        inside = [a for a in near if a.category not in _MEASURES][:2]
    return tuple(sorted(inside, key=lambda a: (a.category in _MEASURES, abs(a.head - event.head), a.start)))
