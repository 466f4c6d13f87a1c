"""Ladders: features that say how far up a scale something stands ("own@7+rule": above seven steps).

A model is fitted with a weight for each step, so that neighbouring places on the scale learn from one another; what is
written has for each place the sum of the steps below it, so that reading looks up one weight.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

_PLACE = re.compile(r"(?P<name>[^@]*)@(?P<steps>\d+)(?P<rest>.*)", re.DOTALL)


def climbed(features: Iterable[str]) -> Iterator[str]:
    """The features, for each place on a ladder all steps up to it."""
    for feature in features:
        place = _PLACE.fullmatch(feature)
        if place is None:
            yield feature
        else:
            yield from (f"{place['name']}@{step}{place['rest']}" for step in range(1, int(place["steps"]) + 1))


def summed(weights: Mapping[str, list[float]]) -> dict[str, list[float]]:
    """The weights of features, for each place on a ladder the sum of its steps' weights."""
    ladders: dict[tuple[str, str], dict[int, list[float]]] = {}
    found: dict[str, list[float]] = {}
    for feature, row in weights.items():
        place = _PLACE.fullmatch(feature)
        if place is None:
            found[feature] = row
        else:
            ladders.setdefault((place["name"], place["rest"]), {})[int(place["steps"])] = row
    for (name, rest), steps in ladders.items():
        total = [0.0] * len(next(iter(steps.values())))
        for step in range(1, max(steps) + 1):
            total = [a + b for a, b in zip(total, steps.get(step, [0.0] * len(total)), strict=True)]
            found[f"{name}@{step}{rest}"] = total
    return found
