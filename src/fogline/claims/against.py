"""Ties claims of one report that contradict each other."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fogline.model import Claim, EventType

_REJECTING = frozenset({"denies", "withholds"})
# Pairs of states that two sides cannot both be right about at one place.
_OPPOSED: tuple[tuple[EventType, EventType], ...] = (
    ("control.held", "control.captured"),
    ("control.captured", "control.held"),
)
# Of these a report tells many at a time: a denial of one says nothing of the next.
_MANY = ("politics.goal", "politics.talks", "other.statement")
REACH = 50  # claims of one type; a denial answers what was told a page before at most


def tied(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, each with `against` set where it contradicts one before it by another source.

    A denial contradicts the assertion of the same event type; a side that says it holds a place contradicts the other
    that says it took it.
    """
    told: dict[EventType, deque[Claim]] = {}
    for claim in claims:
        rivals = [other for event in _rival_events(claim) for other in told.get(event, ())]
        opposed = next((other for other in reversed(rivals) if _contradicts(claim, other)), None)
        told.setdefault(claim.event, deque(maxlen=REACH)).append(claim)
        yield replace(claim, against=opposed.id) if opposed is not None else claim


def _rival_events(claim: Claim) -> tuple[EventType, ...]:
    """The event types of claims that this one may contradict."""
    if claim.stance == "denies":
        return () if claim.event.startswith(_MANY) else (claim.event,)
    return tuple(other for own, other in _OPPOSED if own == claim.event)


def _contradicts(claim: Claim, other: Claim) -> bool:
    if other.stance in _REJECTING or _same_source(claim, other):
        return False
    if claim.stance == "denies" and claim.event == other.event and claim.source.kind != "narrator":
        return _same_place(claim, other) and _same_actor(claim, other)
    both_assert = claim.stance == other.stance == "asserts"
    if both_assert and (claim.event, other.event) in _OPPOSED and claim.source.side != other.source.side:
        named = claim.place is not None and other.place is not None
        return named and _same_place(claim, other) and "none" not in (claim.source.side, other.source.side)
    return False


def _same_source(claim: Claim, other: Claim) -> bool:
    if claim.source.kind == other.source.kind == "narrator":
        return True
    return claim.source.name is not None and claim.source.name == other.source.name


def _same_place(claim: Claim, other: Claim) -> bool:
    return claim.place is None or other.place is None or claim.place.name == other.place.name


def _same_actor(claim: Claim, other: Claim) -> bool:
    sides = (claim.actor.side if claim.actor else None, other.actor.side if other.actor else None)
    return None in sides or sides[0] == sides[1]
