"""How the keep model grows with the annotated reports that it is fitted to: `python -m eval.learning_curve FOLDER`.

Needs scikit-learn. Whole wars are left out in turn; of the reports of all others a part is drawn, several times
anew, and type F1 measured on what was left out. The rules, the stances and the reader stay as they are.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean, pstdev
from typing import TypeVar

from eval.left_out import Case, cases, judged, keep_model
from eval.score import Tally

FOLDS = 5
SHARES = (0.25, 0.5, 1.0)
DRAWS = 5

Item = TypeVar("Item")


def drawn(training: Sequence[Item], share: float, draw: int, name_of: Callable[[Item], str]) -> list[Item]:
    """A part of the reports; the smaller parts of a draw are parts of the larger ones."""

    def rank(item: Item) -> str:
        return hashlib.sha256(f"{draw} {name_of(item)}".encode()).hexdigest()

    return sorted(training, key=rank)[: max(1, round(share * len(training)))]


def f1_of(all_cases: Sequence[Case], share: float, draw: int) -> tuple[float, float]:
    """Type F1 over all wars left out, and the mean number of reports that their models were fitted to."""
    tally, sizes = Tally(), []
    for fold in sorted({case.fold for case in all_cases}):
        others = [case for case in all_cases if case.fold != fold]
        training = drawn(others, share, draw, lambda case: case.report.name)
        sizes.append(len(training))
        for one in judged(keep_model(training), [case for case in all_cases if case.fold == fold]):
            one.add_to(tally)
    return tally.f1, mean(sizes)


def main() -> None:
    """Prints the curve as a table."""
    all_cases = cases(Path(sys.argv[1]), FOLDS)
    print("| share of the reports of other wars | reports, on average | type F1 | spread over draws |")
    print("| --- | --- | --- | --- |")
    for share in SHARES:
        found = [f1_of(all_cases, share, draw) for draw in range(DRAWS if share < 1 else 1)]
        scores = [f1 for f1, _ in found]
        spread = f"{pstdev(scores):.4f}" if len(scores) > 1 else ""
        print(f"| {share:.0%} | {found[0][1]:.0f} | {mean(scores):.4f} | {spread} |", flush=True)


if __name__ == "__main__":
    main()
