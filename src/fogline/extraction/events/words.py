"""Groups of words that events are read by."""

from __future__ import annotations

from functools import cache

from fogline.knowledge.load import load_yaml
from fogline.knowledge.schemas.words import WordGroup


@cache
def groups() -> dict[str, frozenset[str]]:
    """The lemmas of each group of `words.yaml`."""
    return {group.id: frozenset(group.lemmas) for group in load_yaml("events/words.yaml", WordGroup)}


def lemmas_of(group: str) -> frozenset[str]:
    """The lemmas of one group."""
    return groups()[group]
