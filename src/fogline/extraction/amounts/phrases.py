"""Looks up the phrases that stand directly before or after a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from fogline.model import Token

_LONGEST = 5
Found = TypeVar("Found")


def phrase_before(
    tokens: Sequence[Token], at: int, first: int, phrases: Mapping[tuple[str, ...], Found]
) -> tuple[Found, int] | None:
    """What the longest phrase that ends before token `at` stands for, and the token it starts with."""
    for length in range(min(_LONGEST, at - first), 0, -1):
        found = phrases.get(tuple(t.lower for t in tokens[at - length : at]))
        if found is not None:
            return found, at - length
    return None


def phrase_after(
    tokens: Sequence[Token], at: int, last: int, phrases: Mapping[tuple[str, ...], Found]
) -> tuple[Found, int] | None:
    """What the longest phrase that starts with token `at` stands for, and the token after its end."""
    for length in range(min(_LONGEST, last - at), 0, -1):
        found = phrases.get(tuple(t.lower for t in tokens[at : at + length]))
        if found is not None:
            return found, at + length
    return None
