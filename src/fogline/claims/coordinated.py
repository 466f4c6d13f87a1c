"""Sources named together: "NATO and Kyiv say" makes a claim of each."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.claims.lookup import Lookup
from fogline.language.tree import children
from fogline.model import Actor, Token

MOST = 4  # sources of one clause
_JOINING = frozenset({"and", "both", "&", "as"})
_OWN = frozenset({"det", "poss", "amod", "compound", "nummod"})


def beside(lookup: Lookup, actor: Actor) -> list[Actor]:
    """The sources named together with `actor`, itself first; empty where it stands alone.

    They count as several where they differ in kind or side or bear names of their own: "officials and ministers" of one
    government speak with one voice, "the president and commander-in-chief" is one person.
    """
    found = [actor]
    for token in _joined(lookup, actor.head):
        other = lookup.actor_at(token.i)
        if other is None or other.kind is None or not _another(lookup, actor, other):
            continue
        found.append(other)
    return found[:MOST] if len(found) > 1 else []


def _joined(lookup: Lookup, head: int) -> Iterator[Token]:
    """The nouns joined to a noun by "and", in order."""
    for child in children(lookup.structure, head, "conj"):
        joining = {t.lower for t in children(lookup.structure, head, "cc", "punct")}
        further = list(_joined(lookup, child.i))
        if not joining.isdisjoint(_JOINING | {","}):
            yield child
            yield from further


def _another(lookup: Lookup, actor: Actor, other: Actor) -> bool:
    """Whether two mentions joined by "and" are two sources, not one in two words."""
    if actor.name == other.name or (actor.first <= other.head < actor.last and actor.role is not None):
        return False
    if (actor.kind, actor.side) == (other.kind, other.side):
        return False
    both_named = lookup.tokens[actor.head].pos == lookup.tokens[other.head].pos == "PROPN"
    return both_named or any(c.dep in _OWN for c in children(lookup.structure, other.head)) or _plural(lookup, other)


def _plural(lookup: Lookup, actor: Actor) -> bool:
    return lookup.tokens[actor.head].tag in {"NNS", "NNPS"}
