"""Fits models that rank candidates (conditional logit; McFadden 1974). Needs SciPy; run by hand only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from scipy.optimize import minimize

from eval.fitting import NEGLIGIBLE, matrix, vocabulary
from fogline.claims.slots import STRONGER


@dataclass(frozen=True, slots=True)
class Choice:
    """One slot of one claim: the features of each candidate, and which of them the annotation agrees with."""

    report: str
    candidates: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


def fit_ranking(choices: Sequence[Choice], spread: float) -> dict[str, Any]:
    """The model as it is written. `spread` is the standard deviation of the weights' normal prior.

    The probability that one of the right candidates is chosen is made as great as the prior allows; choices where
    all candidates are right, or none is, tell nothing.
    """
    telling = [choice for choice in choices if any(choice.right) and not all(choice.right)]
    columns = vocabulary((choice.report, chain.from_iterable(choice.candidates)) for choice in telling)
    rows = matrix(chain.from_iterable(choice.candidates for choice in telling), columns)
    starts = np.cumsum([0, *(len(choice.right) for choice in telling)])[:-1]
    right = np.array([r for choice in telling for r in choice.right], dtype=float)
    of = np.repeat(np.arange(len(telling)), [len(choice.right) for choice in telling])

    def loss(weights: Any) -> tuple[float, Any]:
        scores = rows @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        totals, rights = np.add.reduceat(odds, starts), np.add.reduceat(odds * right, starts)
        slope = odds / totals[of] - odds * right / rights[of]
        value = float(np.sum(np.log(totals) - np.log(rights)) + weights @ weights / (2 * spread**2))
        return value, rows.T @ slope + weights / spread**2

    found = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    weights = {f: [round(float(found[i]), 3)] for f, i in columns.items() if abs(found[i]) >= NEGLIGIBLE}
    return {"classes": [STRONGER], "bias": [0.0], "weights": weights}
