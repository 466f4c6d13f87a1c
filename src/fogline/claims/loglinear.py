"""Small log-linear models (multinomial logistic regression) over named features; weights are data, not code."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from fogline.errors import KnowledgeError
from fogline.knowledge.load import FOLDER


@dataclass(frozen=True)
class LogLinear:
    """A model: its classes, a bias for each, and a weight for each class under each feature."""

    name: str
    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """The probability of each class given the features that hold; features it does not know are passed over."""
        rows = [row for row in map(self.weights.get, features) if row is not None]
        scores = [sum(column) for column in zip(self.bias, *rows, strict=True)]
        top = max(scores)
        odds = [math.exp(score - top) for score in scores]
        total = math.fsum(odds)
        return {name: value / total for name, value in zip(self.classes, odds, strict=True)}

    def scores(self, name: str, candidates: Iterable[Iterable[str]]) -> list[float]:
        """What the weights of one class add up to for each of several candidates, given as their features."""
        weights = self._under[name]
        known = weights.keys()
        return [math.fsum(map(weights.__getitem__, known & features)) for features in candidates]

    @cached_property
    def _under(self) -> dict[str, dict[str, float]]:
        """For each class, the features with their weights for it."""
        return {name: {f: row[k] for f, row in self.weights.items()} for k, name in enumerate(self.classes)}


@cache
def load_model(name: str) -> LogLinear:
    """The model `knowledge/models/NAME.json`.

    Raises:
        KnowledgeError: the file is missing or is no such model.
    """
    path = FOLDER / "models" / f"{name}.json"
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        weights = {feature: tuple(map(float, row)) for feature, row in raw["weights"].items()}
        return LogLinear(name, tuple(raw["classes"]), tuple(map(float, raw["bias"])), weights)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KnowledgeError(f"knowledge/models/{name}.json: {error}", next_step="Reinstall fogline") from None
