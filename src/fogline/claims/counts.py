"""The numbers that belong to an event."""

from __future__ import annotations

from fogline.claims.lookup import Lookup
from fogline.model import Amount, Event

_COUNTED = ("harm.", "attack.intercept", "people.population", "people.displaced")
_OF_PEOPLE = frozenset({"harm.killed", "harm.wounded", "harm.detained", "harm.stranded"})
_MEASURES = frozenset({"time", "distance", "money", "age"})
_OF_NO_PEOPLE = _MEASURES | {
    "area", "weight", "energy", "drones", "missiles", "aircraft", "vehicles", "ships", "weapons", "buildings",
    "places", "attacks",
}  # fmt: skip


class Counts:
    """Finds the amounts of the events of one document."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._harm: dict[int, list[Event]] = {}
        for event in lookup.document.events:
            if event.type.startswith("harm."):
                self._harm.setdefault(lookup.tokens[event.head].sentence, []).append(event)

    def of(self, event: Event) -> tuple[Amount, ...]:
        """The amounts of an event: those of its clause, wholes before parts and near ones first; else the sentence's.

        Where people are killed, wounded or taken, things and stretches of time are none of its amounts. What stands in
        the clause of another harm is its amount alone.
        """
        first, last = event.clause
        near = self._lookup.amounts_in(self._lookup.tokens[event.head].sentence)
        strange = _OF_NO_PEOPLE if event.type in _OF_PEOPLE else frozenset[str]()
        inside = [a for a in near if first <= a.first < last and a.category not in strange]
        if not inside and event.type.startswith(_COUNTED):
            free = [a for a in near if a.category not in _MEASURES | strange and not self._is_of_another(a, event)]
            inside = free[:2]
        return tuple(sorted(inside, key=lambda a: _rank(a, event)))

    def _is_of_another(self, amount: Amount, event: Event) -> bool:
        for other in self._harm.get(self._lookup.tokens[event.head].sentence, ()):
            first, last = other.clause
            if first <= amount.first < last and not first <= event.head < last:
                return True
        return False


def _rank(amount: Amount, event: Event) -> tuple[bool, bool, int, int]:
    apart = abs(amount.head - event.head)
    return amount.category in _MEASURES, amount.part_of is not None, apart, amount.start
