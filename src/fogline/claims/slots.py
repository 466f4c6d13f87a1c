"""Ranks the candidates for one slot of a claim by a log-linear model over what is true of each of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from fogline.claims.loglinear import load_model

T = TypeVar("T")
STRONGER = "chosen"  # the one class whose weights a ranking model holds


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """A candidate for a slot, where it was found, and the features that hold of it."""

    value: T
    found: str
    features: tuple[str, ...]


def choose(model: str, options: Sequence[Option[T]]) -> tuple[Option[T], float]:
    """The candidate that the model prefers, the earlier of equals, and its probability among the candidates."""
    scores = load_model(model).scores(STRONGER, (option.features for option in options))
    top = max(scores)
    best = scores.index(top)
    return options[best], 1 / math.fsum(math.exp(score - top) for score in scores)
