"""Ties claims of one report that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fogline.model import Claim

_REJECTING = frozenset({"denies", "withholds"})
# Pairs of states that two sides cannot both be right about at one place.
_OPPOSED = frozenset({("control.held", "control.captured"), ("control.captured", "control.held")})


def tied(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, each with `against` set where it contradicts one before it by another source.

    A denial contradicts the assertion of the same event type; a side that says it holds a place contradicts the other
    that says it took it.
    """
    for index, claim in enumerate(claims):
        opposed = next((other for other in reversed(claims[:index]) if _contradicts(claim, other)), None)
        yield replace(claim, against=opposed.id) if opposed is not None else claim


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
