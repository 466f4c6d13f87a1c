"""Asks the attribution layer who says the word at a place in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.model import Attribution

_STRETCH = 256  # characters of text that share one entry of the index


class Coverage:
    """The attributions of one document by the characters that their contents cover."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._depths = [sum(1 for _ in lineage(attributions, k)) for k in range(len(attributions))]
        self._covers: dict[int, list[tuple[int, int, int]]] = {}
        for index, attribution in enumerate(attributions):
            for span in attribution.content:
                for stretch in range(span.start // _STRETCH, (span.end - 1) // _STRETCH + 1):
                    self._covers.setdefault(stretch, []).append((span.start, span.end, index))

    def over(self, offset: int) -> list[int]:
        """Indices of the attributions in whose content the character at `offset` stands, innermost first.

        The one that more others relay is the inner one ("the agency, citing the ministry" has the same content twice);
        of two that as many relay, the one with fewer words.
        """
        sizes: dict[int, int] = {}
        for start, end, index in self._covers.get(offset // _STRETCH, ()):
            if start <= offset < end:
                sizes[index] = min(sizes.get(index, end - start), end - start)
        return sorted(sizes, key=lambda index: (-self._depths[index], sizes[index], index))


def lineage(attributions: Sequence[Attribution], index: int) -> Iterator[int]:
    """The attribution `index` and those that relay it, innermost first."""
    seen: set[int] = set()
    at: int | None = index
    while at is not None and at not in seen:
        seen.add(at)
        yield at
        at = attributions[at].parent
