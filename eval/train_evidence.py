"""Fits the model of evidence: `python -m eval.train_evidence FOLDER [--left-out]`. Needs SciPy.

A choice is right that shares as much with the annotated words as any other does, and at least half. With `--left-out`
nothing is written: what a model chooses in wars that it was not fitted to is compared with the event's own clause.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.annotation import AnnotatedReport
from eval.fitting import write_model
from eval.matching import match
from eval.parses import parsed
from eval.ranking import Choice, fit_ranking
from eval.reader.examples import folds, war_of
from eval.spans import share_of_union
from eval.train_claims import row_of
from fogline.claims.evidence import MODEL, Evidence
from fogline.claims.keep import kept
from fogline.claims.lookup import Lookup
from fogline.model import Document, Span

SPREAD = 0.15  # by cross-validation over wars left out
CLOSE = 0.02  # below the best share that stretches may have which are right as well
LEAST, WHOLE = 0.5, 0.95  # shares from which on words are found, and are the same
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Case:
    """A claim: its war and the choice to be made.

    `shares` tells for each candidate, `own` for the event's own clause, what it has in common with the annotated words.
    """

    war: str
    choice: Choice
    shares: tuple[float, ...]
    own: float


def main() -> None:
    """Fits the model and writes it into the package, or measures it."""
    cases = [case for report, document in parsed(Path(sys.argv[1])) for case in cases_of(report, document)]
    if "--left-out" in sys.argv:
        _compare(cases)
    else:
        write_model(MODEL, fitted(cases))


def fitted(cases: Sequence[Case]) -> dict[str, Any]:
    """The model fitted to some claims."""
    return fit_ranking([case.choice for case in cases], SPREAD)


def cases_of(report: AnnotatedReport, document: Document) -> Iterator[Case]:
    """The claims of a report that rules keep and an annotated claim of their type matches."""
    lookup = Lookup(document)
    told = kept(lookup)
    lookup = lookup.telling(told)
    evidence = Evidence(lookup)
    rows = [row_of(lookup, event) for event in told]
    index = {id(row): event for row, event in zip(rows, told, strict=True)}
    for gold, row in match(report.claims, rows, "type"):
        options = evidence.options(index[id(row)])
        if gold.evidence is None:
            continue
        shares = tuple(share_of_union(gold.evidence, option.value) for option in options)
        best = max(shares)
        right = tuple(share >= max(LEAST, best - CLOSE) for share in shares)
        choice = Choice(report.name, tuple(option.features for option in options), right)
        own = Span(*lookup.evidence_of(index[id(row)]))
        yield Case(war_of(report), choice, shares, share_of_union(gold.evidence, own))


def _compare(cases: Sequence[Case]) -> None:
    """Prints the mean share and how often half or all is shared."""
    of = folds([case.war for case in cases], FOLDS)
    chosen: list[float] = []
    before: list[float] = []
    for fold in range(FOLDS):
        model = fitted([case for case, k in zip(cases, of, strict=True) if k != fold])
        weights = {feature: row[0] for feature, row in model["weights"].items()}
        for case, k in zip(cases, of, strict=True):
            if k == fold:
                scores = [math.fsum(weights.get(f, 0.0) for f in set(c)) for c in case.choice.candidates]
                chosen.append(case.shares[scores.index(max(scores))])
                before.append(case.own)
    print("| evidence | claims | share in common, mean | half or more | the same |\n| --- | --- | --- | --- | --- |")
    for name, shares in (("own clause", before), ("chosen", chosen), ("best", [max(case.shares) for case in cases])):
        least, whole = (sum(share >= most for share in shares) / len(shares) for most in (LEAST, WHOLE))
        print(f"| {name} | {len(shares)} | {math.fsum(shares) / len(shares):.3f} | {least:.3f} | {whole:.3f} |")


if __name__ == "__main__":
    main()
