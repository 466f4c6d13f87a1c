"""The consonants that a name may have meant to have: each one letter away."""

from __future__ import annotations

from collections.abc import Iterator

_LETTERS = "abdefghijklmnprstvxz"  # those that a skeleton is made of
_LONGEST = 16


def near_shapes(shape: str) -> tuple[str, ...]:
    """The skeletons one letter left out, put in, changed or exchanged away from `shape`, in order."""
    return tuple(sorted(set(_changed(shape[:_LONGEST])) - {shape})) if len(shape) > 2 else ()


def _changed(shape: str) -> Iterator[str]:
    for i in range(len(shape) + 1):
        head, tail = shape[:i], shape[i:]
        yield from (head + letter + tail for letter in _LETTERS)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in _LETTERS)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
