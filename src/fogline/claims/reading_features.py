"""What the models of the claims stage are told of the reader's chances: how many steps of a scale they exceed."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator

from fogline.extraction.events.entries import PLAIN, is_read
from fogline.model import Event

# Scales of log odds and of chances. Their weights are fitted step by step, so that they may form any curve.
_ODDS = (-5, -4, -3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3, 4)
_CHANCES = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
_LEAST = 1e-6


def kept_features(event: Event) -> Iterator[str]:
    """How likely the reader finds an event, with who proposed it and its type."""
    if event.reading is None:
        return
    by = "reader" if is_read(event) else "plain" if event.entry == PLAIN else "rule"
    yield f"from={by}"
    yield f"first={event.reading.own >= event.reading.rival}+{by}"
    own, rival, family = (_steps(chance) for chance in (event.reading.own, event.reading.rival, event.reading.family))
    yield from (f"own@{own}", f"own@{own}+{by}", f"own@{own}+{event.type}")
    yield from (f"rival@{rival}", f"rival@{rival}+{by}", f"rival@{rival}+{event.type}")
    yield from (f"family@{family}", f"family@{family}+{by}")


def firmness_features(event: Event) -> Iterator[str]:
    """How likely the reader finds each stance."""
    if event.reading is None:
        return
    for stance, chance in event.reading.stances:
        steps = bisect_left(_CHANCES, chance)
        if steps:
            yield from (f"reads {stance}@{steps}", f"reads {stance}@{steps}+{event.type}")


def _steps(chance: float) -> int:
    """How many steps of the scale of log odds a chance exceeds."""
    return bisect_left(_ODDS, math.log(max(chance, _LEAST) / max(1 - chance, _LEAST)))
