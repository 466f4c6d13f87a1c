"""Fits the claims stage's models on annotated reports: `python -m eval.train_claims FOLDER`. Needs scikit-learn.

Run by hand; what it writes, `knowledge/models/keep.json`, is part of the package.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from eval.annotation import AnnotatedReport, read_folder
from eval.matching import Row, match
from fogline.claims.features import Mentions
from fogline.claims.lookup import Lookup
from fogline.knowledge.load import FOLDER
from fogline.model import Document, Event
from fogline.pipeline import STAGES, analyse
from fogline.reports import report_from_text

LEAST_SEEN = 5  # mentions that a feature must have been met at
LEAST_REPORTS = 3  # reports that it must have been met in
REGULARISATION = 0.03  # inverse strength, by cross-validation over wars left out
NEGLIGIBLE = 0.02  # weights below this are left out


@dataclass(frozen=True, slots=True)
class Example:
    """One mention of a report: its features and the class that it should get."""

    report: str
    features: tuple[str, ...]
    label: str


def main() -> None:
    """Fits every model on a folder of annotated reports and writes them into the package."""
    reports = list(read_folder(Path(sys.argv[1])))
    documents = [read_unjudged(report) for report in reports]
    write("keep", keep_examples(zip(reports, documents, strict=True)), REGULARISATION)


def read_unjudged(report: AnnotatedReport) -> Document:
    """The report with every layer but its claims."""
    note = report.annotation
    given = report_from_text(report.text, published=note.published, publisher=note.publisher, external_id=report.name)
    return analyse(given, STAGES[:-1])


def keep_examples(pairs: Iterable[tuple[AnnotatedReport, Document]]) -> list[Example]:
    """A `claim` for each event mention that an annotated claim of its type matches, a `mention` for the others."""
    found = []
    for report, document in pairs:
        rows, bias = list(model.coef_), list(model.intercept_)
    if len(model.classes_) == 2:  # one row for both, told of the second class
        rows, bias = [-model.coef_[0] / 2, model.coef_[0] / 2], [-bias[0] / 2, bias[0] / 2]
    weights = {f: [round(float(row[i]), 3) for row in rows] for f, i in columns.items()}
    kept = {f: row for f, row in weights.items() if max(map(abs, row)) >= NEGLIGIBLE}
    return {"classes": list(model.classes_), "bias": [round(float(b), 3) for b in bias], "weights": kept}


def write(name: str, examples: Sequence[Example], strength: float) -> None:
    """Fits a model and puts it among the package's models."""
    text = json.dumps(fit(examples, strength), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    (FOLDER / "models" / f"{name}.json").write_text(text.replace("],", "],\n") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
