"""A part of a list that is made as a whole, with a cursor to the next part."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from fogline.errors import UsageError

T = TypeVar("T")
FARTHEST = 10_000_000  # where a cursor may point to


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """Some items in order, the cursor of what follows (None at the end), and how many there are in all."""

    items: tuple[T, ...]
    next: str | None
    total: int


def part(items: Sequence[T], limit: int, cursor: str | None = None) -> Listed[T]:
    """The part of a list that begins at a cursor.

    Raises:
        UsageError: the cursor is none that was given out.
    """
    start = begins(cursor)
    return Listed(tuple(items[start : start + limit]), following(start + limit, len(items)), len(items))


def begins(cursor: str | None) -> int:
    """The place in the list at which a cursor points; without one the first.

    Raises:
        UsageError: the cursor is none that was given out.
    """
    return 0 if cursor is None else min(int(opened(cursor, 1)[0]), FARTHEST)


def following(end: int, total: int) -> str | None:
    """The cursor of what follows after `end` items of `total`."""
    return sealed(str(end)) if end < total else None


def sealed(*parts: str) -> str:
    """A cursor that holds some words."""
    return base64.urlsafe_b64encode(" ".join(parts).encode()).decode().rstrip("=")


def opened(cursor: str, count: int) -> list[str]:
    """The words that a cursor holds, the last one a number.

    Raises:
        UsageError: the cursor is none that was given out.
    """
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        parts = base64.urlsafe_b64decode(padded.encode()).decode().split(" ")
    except (ValueError, binascii.Error):
        parts = []
    if len(parts) != count or not (parts[-1].isascii() and parts[-1].isdigit() and len(parts[-1]) < 12):
        raise UsageError("the cursor is none that was given out", next_step="Start at the first page")
    return parts
