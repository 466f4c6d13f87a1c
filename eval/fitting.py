"""Fits log-linear models and writes them as the package's data. Needs scikit-learn; run by hand only."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from eval.ladders import climbed, summed
from fogline.knowledge.load import FOLDER

LEAST_SEEN = 5  # mentions that a feature must have been met at
LEAST_REPORTS = 3  # reports that it must have been met in
NEGLIGIBLE = 0.02  # weights below this are left out


@dataclass(frozen=True, slots=True)
class Example:
    """One mention of a report: its features and the class that it should get."""

    report: str
    features: tuple[str, ...]
    label: str


def vocabulary(seen_in: Iterable[tuple[str, Iterable[str]]]) -> dict[str, int]:
    """The features met often enough, each with its column; told by the report and the features of each mention."""
    seen: Counter[str] = Counter()
    reports: dict[str, set[str]] = {}
    for report, features in seen_in:
        for feature in set(features):
            seen[feature] += 1
            reports.setdefault(feature, set()).add(report)
    often = [f for f, n in seen.items() if n >= LEAST_SEEN and len(reports[f]) >= LEAST_REPORTS]
    return {feature: column for column, feature in enumerate(sorted(often))}


def matrix(mentions: Iterable[Iterable[str]], columns: dict[str, int]) -> Any:
    """A row of ones and zeros for each mention, told by its features."""
    indices: list[int] = []
    ends = [0]
    for features in mentions:
        indices += sorted({columns[f] for f in features if f in columns})
        ends.append(len(indices))
    return csr_matrix(([1.0] * len(indices), indices, ends), shape=(len(ends) - 1, len(columns)))


def fit(examples: Sequence[Example], strength: float) -> dict[str, Any]:
    """The model as it is written: classes, biases, and a row of weights for each feature.

    `strength` is the inverse of the regularisation's.
    """
    columns = vocabulary((example.report, climbed(example.features)) for example in examples)
    model = LogisticRegression(C=strength, max_iter=1000)
    rows = matrix((climbed(example.features) for example in examples), columns)
    model.fit(rows, [example.label for example in examples])
    slopes, bias = list(model.coef_), list(model.intercept_)
    if len(model.classes_) == 2:  # one row for both, told of the second class
        slopes, bias = [-model.coef_[0] / 2, model.coef_[0] / 2], [-bias[0] / 2, bias[0] / 2]
    fitted = {f: [float(row[i]) for row in slopes] for f, i in columns.items()}
    weights = {f: [round(weight, 3) for weight in row] for f, row in summed(fitted).items()}
    telling = {f: row for f, row in weights.items() if max(map(abs, row)) >= NEGLIGIBLE}
    return {"classes": list(model.classes_), "bias": [round(float(b), 3) for b in bias], "weights": telling}


def write(name: str, examples: Sequence[Example], strength: float) -> None:
    """Fits a model and puts it among the package's models."""
    write_model(name, fit(examples, strength))


def write_model(name: str, model: dict[str, Any]) -> None:
    """Puts a model among the package's models."""
    text = json.dumps(model, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    (FOLDER / "models" / f"{name}.json").write_text(text.replace("],", "],\n") + "\n", encoding="utf-8")
