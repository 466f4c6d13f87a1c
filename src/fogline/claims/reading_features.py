"""What the models of the claims stage are told of the reader's chances: which steps they exceed."""

from __future__ import annotations

import math
from collections.abc import Iterator

from fogline.model import Event

# Log odds and chances, each step a feature of its own: weights add up along them, so that fitting finds any curve.
_ODDS = (-5, -4, -3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3, 4)
_CHANCES = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
_LEAST = 1e-6
LEARNED, PLAIN = "reader.", "other.clause"


def kept_features(event: Event) -> Iterator[str]:
    """How likely the reader finds an event, with who proposed it and its type."""
    if event.reading is None:
        return
    by = "reader" if event.entry.startswith(LEARNED) else "plain" if event.entry == PLAIN else "rule"
    yield f"from={by}"
    yield f"first={event.reading.own >= event.reading.rival}+{by}"
    for step in _steps("own", event.reading.own):
        yield from (step, f"{step}+{by}", f"{step}+{event.type}")
    for step in _steps("rival", event.reading.rival):
        yield from (step, f"{step}+{by}", f"{step}+{event.type}")
    for step in _steps("family", event.reading.family):
        yield from (step, f"{step}+{by}")


def firmness_features(event: Event) -> Iterator[str]:
    """How likely the reader finds each stance."""
    if event.reading is None:
        return
    for stance, chance in event.reading.stances:
        for step in _CHANCES:
            if chance > step:
                yield from (f"reads {stance}>{step}", f"reads {stance}>{step}+{event.type}")


def _steps(name: str, chance: float) -> Iterator[str]:
    odds = math.log(max(chance, _LEAST) / max(1 - chance, _LEAST))
    for step in _ODDS:
        if odds > step:
            yield f"{name}>{step}"
