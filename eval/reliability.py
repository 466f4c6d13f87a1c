"""How far confidences can be taken at their word: claims in bins, what they were told and which share is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BINS = 10
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of like confidence: how many, what they were given, and which share is right."""

    low: float
    high: float
    count: int
    told: float
    right: float


def bins(told: Numbers, right: Numbers) -> Iterator[Bin]:
    """The claims in ten bins of equal width; empty ones are left out."""
    at = np.minimum((told * BINS).astype(int), BINS - 1)
    for n in range(BINS):
        inside = at == n
        if inside.any():
            shares = float(told[inside].mean()), float(right[inside].mean())
            yield Bin(n / BINS, (n + 1) / BINS, int(inside.sum()), *shares)


def calibration_error(told: Numbers, right: Numbers) -> float:
    """The expected calibration error (Naeini, Cooper & Hauskrecht 2015): by how much bins are off, weighed by size."""
    return sum(b.count * abs(b.told - b.right) for b in bins(told, right)) / len(told)


def draw(raw: Sequence[Bin], after: Sequence[Bin], target: Path) -> None:
    """The reliability diagram: the share that is right over what was told. Needs matplotlib."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "fogline"  # the same figures give the same file
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(5, 5))
    axes.plot([0, 1], [0, 1], color="0.7", linestyle="--", label="as told")
    lines: list[tuple[str, Sequence[Bin], str]] = [("keep model", raw, "o"), ("calibrated", after, "s")]
    for words, some, marker in lines:
        axes.plot([b.told for b in some], [b.right for b in some], marker=marker, label=words)
    axes.set(xlabel="confidence", ylabel="share that is right", xlim=(0.2, 1), ylim=(0.2, 1))
    axes.grid(visible=True, alpha=0.3)
    axes.legend(frameon=False)
    figure.savefig(target, bbox_inches="tight", metadata={"Date": None})
