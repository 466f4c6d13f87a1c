"""The numbers that belong to an event."""

from __future__ import annotations

from itertools import islice

from fogline.claims.lookup import Lookup
from fogline.language.tree import SUBJECTS, children, conjuncts, subject
from fogline.model import Amount, Event, Token

_COUNTED = ("harm.", "attack.intercept", "people.population", "people.displaced")
_OF_PEOPLE = frozenset({"harm.killed", "harm.wounded", "harm.detained", "harm.stranded"})
_LISTED = 64  # members of a list that are climbed over to its first
_VICTIMS = frozenset({"dobj", "nsubjpass"})
_MEASURES = frozenset({"time", "distance", "money", "age"})
_WEAPONS = frozenset({"drones", "missiles", "aircraft"})  # "a rocket landed on the port" is an attack with one rocket
_OF_NO_PEOPLE = _MEASURES | {
    "area", "weight", "energy", "drones", "missiles", "aircraft", "vehicles", "ships", "weapons", "buildings",
    "places", "attacks",
}  # fmt: skip


class Counts:
    """Finds the amounts of the events of one document."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._harm: dict[int, list[Event]] = {}
        self._heads = frozenset(e.head for e in lookup.document.events if e.type.startswith("harm."))
        for event in lookup.document.events:
            if event.type.startswith("harm."):
                self._harm.setdefault(lookup.tokens[event.head].sentence, []).append(event)

    def of(self, event: Event) -> tuple[Amount, ...]:
        """The amounts of an event: those of its clause, wholes before parts and near ones first; else the sentence's.

        Where people are killed, wounded or taken, things and stretches of time are none of its amounts, nor is who
        suffered another harm; those who suffered an earlier one of the same sentence may have suffered this one too
        ("30 were killed or injured").
        """
        first, last = event.clause
        near = self._lookup.amounts_in(self._lookup.tokens[event.head].sentence)
        strange = _OF_NO_PEOPLE if event.type in _OF_PEOPLE else frozenset[str]()
        shared = self._shared_victims(event)
        fitting = [
            a
            for a in near
            if a.category not in strange and _is_counted(a, event) and not self._is_of_another(a, event, shared)
        ]
        inside = [a for a in fitting if first <= a.first < last or a.head in shared]
        if not inside and event.type.startswith(_COUNTED):
            free = (a for a in fitting if a.category not in _MEASURES and not self._is_elsewhere(a, event))
            inside = list(islice(free, 2))
        return tuple(sorted(inside, key=lambda a: _rank(a, event)))

    def _shared_victims(self, event: Event) -> frozenset[int]:
        """The heads of the subject that a passive shares with the verb before it."""
        structure = self._lookup.structure
        deed = structure.tokens[event.head]
        if event.type not in _OF_PEOPLE or deed.dep != "conj" or deed.tag != "VBN" or _subjects(self._lookup, deed.i):
            return frozenset()
        passive = children(structure, deed.i, "auxpass") or structure.tokens[deed.head].tag == "VBN"
        named = subject(structure, deed.i) if passive else None
        return frozenset() if named is None else frozenset(t.i for t in conjuncts(structure, named.i))

    def _is_of_another(self, amount: Amount, event: Event, shared: frozenset[int]) -> bool:
        """Whether those counted are the victims that another verb of harm names."""
        if event.type not in _OF_PEOPLE or amount.head in shared:
            return False
        tokens = self._lookup.tokens
        named = tokens[amount.head]
        for _ in range(_LISTED):
            if named.dep != "conj":
                break
            named = tokens[named.head]
        return named.dep in _VICTIMS and named.head in self._heads and named.head != event.head

    def _is_elsewhere(self, amount: Amount, event: Event) -> bool:
        """Whether the amount stands in the clause of another harm, apart from the event's own."""
        for other in self._harm.get(self._lookup.tokens[event.head].sentence, ()):
            first, last = other.clause
            if first <= amount.first < last and not first <= event.head < last:
                return True
        return False


def _is_counted(amount: Amount, event: Event) -> bool:
    """Whether the text counts what the amount holds: of harm, single ones and what follows from words count too."""
    if event.type.startswith("harm.") or amount.category in _WEAPONS:
        return True
    return not amount.derived and "amounts.article" not in amount.because


def _subjects(lookup: Lookup, verb: int) -> list[Token]:
    return children(lookup.structure, verb, *SUBJECTS)


def _rank(amount: Amount, event: Event) -> tuple[bool, bool, bool, int, int]:
    apart = abs(amount.head - event.head)
    worked_out = "amounts.share_of_count" in amount.because
    return amount.category in _MEASURES, worked_out, amount.part_of is not None, apart, amount.start
