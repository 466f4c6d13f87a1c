"""Which incident a claim joins, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from fogline.assessment.incidents.likeness import HALF_OF_WORDS, SAME_NUMBER, TWO_WORDS, Likeness, likeness
from fogline.assessment.incidents.sight import Sight
from fogline.assessment.incidents.state import State

JOIN = 6  # points from which on two claims are of one event: the same place and the same days
TOLD_ALIKE = frozenset({"strike", "toll", "control", "strike+", "control+"})
"""Groups of which place and days alone make one event; of the others a day and a place see many."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The incident that a claim is of: that of the claim `other`, or its own where `other` is None."""

    incident: int
    other: int | None
    because: str


def choose(
    claim: Sight,
    earlier: Iterable[tuple[Sight, int]],
    state: Callable[[int], State],
    apart: Callable[[Sight, int], bool] = lambda claim, incident: False,
) -> Choice:
    """The best incident among those of earlier claims, each given with its incident; one of its own where none fits.

    `state` tells what an incident is before this claim, `apart` whether a person keeps the claim out of it.
    """
    best: tuple[int, int, int, str] | None = None
    for other, incident in earlier:
        like = likeness(claim, other)
        if like is None or not _enough_words(claim, like):
            continue
        if like.points < JOIN or (best is not None and like.points < best[0]) or apart(claim, incident):
            continue
        found = _weighed(claim, other, incident, like, state(incident))
        if found is not None and (best is None or (found[0], -found[1], -found[2]) > (best[0], -best[1], -best[2])):
            best = found
    if best is None:
        return Choice(claim.claim, None, "stands alone so far")
    points, incident, other_claim, reasons = best
    return Choice(incident, other_claim, f"{reasons} ({points} points)")


def _weighed(
    claim: Sight, other: Sight, incident: int, like: Likeness, state: State
) -> tuple[int, int, int, str] | None:
    if not state.admits(claim):
        return None
    counter = state.against(claim, other)
    points = like.points - sum(n for n, _ in counter)
    if points < JOIN:
        return None
    reasons = [*like.reasons, *(f"though {reason}" for _, reason in counter)]
    return points, incident, other.claim, "; ".join(reasons)


def _enough_words(claim: Sight, like: Likeness) -> bool:
    """Of talks, aims, daily life and the like only what is told in much the same words, or numbers, is one event."""
    group = claim.group.removeprefix("will.")
    if group in TOLD_ALIKE and not claim.group.startswith("will."):
        return True
    numbers = group.startswith("people.") and like.wording >= SAME_NUMBER + TWO_WORDS
    return like.wording >= HALF_OF_WORDS or numbers
