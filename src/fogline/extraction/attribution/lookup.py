"""Asks the attribution layer who says the word at a place in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.model import Attribution

_UNSAID = ("belief.", "intent.plan.", "hedge.")


def covering(attributions: Sequence[Attribution], offset: int) -> list[int]:
    """Indices of the attributions whose content holds the character at `offset`, innermost first.

    Of two with the same content the one that the other relays is the inner one ("the agency, citing the ministry").
    """
    found = [
        (_depth(attributions, k), -sum(span.end - span.start for span in attribution.content), -k)
        for k, attribution in enumerate(attributions)
        if any(span.start <= offset < span.end for span in attribution.content)
    ]
    return [-k for _, _, k in sorted(found, reverse=True)]


def speaking(attributions: Sequence[Attribution], offset: int) -> list[int]:
    """Like `covering`, with the acts of speech alone.

    Left out are attributions that nobody need have uttered: beliefs and plans that a report ascribes (`belief.`,
    `intent.plan.`), adverbs such as "reportedly" (`hedge.`), and those without a source.
    """
    return [k for k in covering(attributions, offset) if is_speech(attributions[k])]


def is_speech(attribution: Attribution) -> bool:
    """Whether an attribution is an act of saying, writing, showing or keeping silent by somebody."""
    return bool(attribution.source) and not attribution.entry.startswith(_UNSAID)


def lineage(attributions: Sequence[Attribution], index: int) -> Iterator[int]:
    """The attribution `index` and those that relay it, innermost first."""
    seen: set[int] = set()
    at: int | None = index
    while at is not None and at not in seen:
        seen.add(at)
        yield at
        at = attributions[at].parent


def _depth(attributions: Sequence[Attribution], index: int) -> int:
    return sum(1 for _ in lineage(attributions, index))
