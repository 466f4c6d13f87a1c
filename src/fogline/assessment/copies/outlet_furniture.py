"""Words that an outlet prints under every report ("About us", lists of links): sharing them makes no copy."""

from __future__ import annotations

from collections.abc import Mapping

from fogline.assessment.copies.hashing import word_hashes
from fogline.assessment.copies.sketching import RUN, marks
from fogline.assessment.copies.words import ToldWords

FEWEST = 4  # reports of the outlet: fewer may be one running story
SHARE = 0.25  # of the outlet's reports; a background paragraph that is used again and again stays below a fifth


def furniture(holding: Mapping[int, int], reports: int) -> frozenset[int]:
    """Which passages are an outlet's furniture.

    `holding` tells for the value of each passage key (band `PASSAGES`) how many of the outlet's reports have it,
    `reports` how many it has in all.
    """
    return frozenset(value for value, count in holding.items() if count >= FEWEST and count >= SHARE * reports)


def stretches(told: ToldWords, known: frozenset[int]) -> list[tuple[int, int]]:
    """The stretches of furniture in a report, as first word and last (not included).

    Up to 10 words before and after them may be furniture as well: marks are that far apart.
    """
    if not known:
        return []
    found: list[tuple[int, int]] = []
    running = False
    for first, value in marks(word_hashes(told.words)):
        if value in known:
            start = found.pop()[0] if running else first
            found.append((start, first + RUN))
        running = value in known
    return found
