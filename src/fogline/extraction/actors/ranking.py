"""The parties to the conflict that a report is about, by how often those on their side act and speak in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from fogline.model import Actor, Document

FIGHTING_WEIGHT = 6.0  # a mention of forces weighs as much as six of a government or an office
PARTY_SHARE = 0.08  # of all weight: below it a side is a bystander of this report


def parties(document: Document) -> tuple[str, ...]:
    """The plain names of the parties, the one met most often first; needs the layer `actors` alone."""
    weights = side_weights(document.actors)
    total = sum(weights.values())
    ranked = sorted(weights.items(), key=lambda item: -item[1])  # of equals the one met first
    return tuple(side for side, weight in ranked if weight >= PARTY_SHARE * total)


def side_weights(actors: Iterable[Actor]) -> dict[str, float]:
    """How much each side is met, with those who fight weighing most."""
    weights: defaultdict[str, float] = defaultdict(float)
    for actor in actors:
        if actor.side is not None and actor.kind is not None:
            weights[actor.side] += FIGHTING_WEIGHT if actor.kind in {"military", "armed_group"} else 1.0
    return weights
