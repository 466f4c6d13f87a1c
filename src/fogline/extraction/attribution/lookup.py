"""Asks the attribution layer who relays whom and whose words come first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fogline.model import Attribution


def innermost_first(attributions: Sequence[Attribution], sizes: Mapping[int, int]) -> list[int]:
    """Attributions that cover one place in the text, innermost first.

    `sizes` gives for the index of each the length of the stretch of its content that covers the place. Of two with
    the same stretch the one that the other relays is the inner one ("the agency, citing the ministry, said").
    """
    return sorted(sizes, key=lambda k: (sizes[k], -sum(1 for _ in lineage(attributions, k)), -k))


def lineage(attributions: Sequence[Attribution], index: int) -> Iterator[int]:
    """The attribution `index` and those that relay it, innermost first."""
    seen: set[int] = set()
    at: int | None = index
    while at is not None and at not in seen:
        seen.add(at)
        yield at
        at = attributions[at].parent
