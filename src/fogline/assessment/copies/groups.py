"""Joins things into groups (union-find)."""

from __future__ import annotations

from typing import Generic, TypeVar

Item = TypeVar("Item")


class Groups(Generic[Item]):
    """Disjoint groups; what was never joined is a group of its own."""

    def __init__(self) -> None:
        self._members: dict[Item, list[Item]] = {}

    def join(self, one: Item, other: Item) -> None:
        """Makes the groups of two things one; the smaller is poured into the larger."""
        kept, poured = self.members(one), self.members(other)
        if kept is poured:
            return
        if len(kept) < len(poured):
            kept, poured = poured, kept
        kept.extend(poured)
        for item in poured:
            self._members[item] = kept

    def members(self, item: Item) -> list[Item]:
        """All of the group that a thing belongs to; the same list for each of them."""
        return self._members.setdefault(item, [item])

    def of(self, item: Item) -> Item:
        """What stands for the group: the same for each of its members."""
        return self.members(item)[0]
