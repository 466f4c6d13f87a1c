"""How probable a claim is right: `python -m eval.calibration FOLDER [--hybrid] [--write] [--draw FILE] [--held OTHER]`.

Needs scikit-learn. The keep model's chances for wars that it was not fitted to are held against the annotation (an
annotated claim of the same type matches), and a line through their log odds is fitted to that (Platt 1999). Prints the
expected calibration error before and after, each fold by a line fitted to the others, the reliability table, and what
type F1 would be if claims below a confidence were hidden. `--hybrid` has the reader read beside the rules: by networks
that had not seen the war, whose readings `eval.train_reader` keeps. `--write` puts the line among the package's models;
`--held OTHER` holds the confidences that the package gives against other annotated reports.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from eval.annotation import read_folder
from eval.fitting import write_model
from eval.left_out import Judged, cases, judged_apart
from eval.matching import match
from eval.reader.examples import FOLDS as READER_FOLDS
from eval.reader.readings import left_out_reader
from eval.reliability import Numbers, bins, calibration_error, draw
from eval.run import read_with_fogline
from eval.score import Tally
from fogline.claims.confidence import Calibration, calibrated, calibration

FOLDS = {"rules": 5, "hybrid": READER_FOLDS}
HIDDEN = (0.0, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)  # confidences below which claims are hidden on trial
PLAIN = 1e4  # inverse strength of the regularisation: two numbers from thousands of claims need none


def fitted(chances: Numbers, right: Numbers) -> Calibration:
    """The line through the log odds that makes the claims most likely."""
    model = LogisticRegression(C=PLAIN).fit(np.log(chances / (1 - chances))[:, None], right)
    return Calibration(slope=round(float(model.coef_[0, 0]), 3), offset=round(float(model.intercept_[0]), 3))


def told_by(line: Calibration, chances: Numbers) -> Numbers:
    """The confidences that a line gives."""
    return np.array([calibrated(chance, line) for chance in chances])


def told_apart(chances: Numbers, right: Numbers, folds: NDArray[np.int64]) -> Numbers:
    """Confidences of each fold's claims by a line that was fitted to those of the others."""
    found = np.zeros(len(chances))
    for fold in set(folds.tolist()):
        own = folds == fold
        found[own] = told_by(fitted(chances[~own], right[~own]), chances[own])
    return found


def f1_above(found: Sequence[Judged], told: Numbers, least: float) -> tuple[float, int]:
    """Type F1 and the claims left if those below a confidence are hidden."""
    tally, begin = Tally(), 0
    for one in found:
        one.add_to(tally, lambda n, begin=begin: bool(told[begin + n] >= least))  # type: ignore[misc]
        begin += len(one.rows)
    return tally.f1, tally.read


def given(folder: Path) -> tuple[Numbers, Numbers]:
    """The confidences that the package gives to the claims of annotated reports, and which of them are right."""
    told: list[float] = []
    right: list[float] = []
    for annotated, row in read_with_fogline(read_folder(folder)):
        hits = {id(claim) for _, claim in match(annotated.claims, row["claims"], "type")}
        told += [claim["confidence"] for claim in row["claims"]]
        right += [float(id(claim) in hits) for claim in row["claims"]]
    return np.array(told), np.array(right)


def main(arguments: list[str] | None = None) -> None:
    """Prints the figures; writes and draws where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--hybrid", action="store_true", help="with the reader beside the rules")
    parser.add_argument("--write", action="store_true", help="put the line among the package's models")
    parser.add_argument("--draw", type=Path, metavar="PICTURE.svg", help="draw the reliability diagram")
    parser.add_argument(
        "--held", type=Path, metavar="OTHER", help="other annotated reports to hold the package against"
    )
    options = parser.parse_args(arguments)
    engine = "hybrid" if options.hybrid else "rules"
    found = judged_apart(cases(options.folder, FOLDS[engine], *([left_out_reader()] if options.hybrid else [])))
    chances = np.array([chance for one in found for chance in one.chances])
    right = np.array([hit for one in found for hit in one.right()], dtype=np.float64)
    told = told_apart(chances, right, np.array([one.case.fold for one in found for _ in one.rows]))
    report(found, chances, told, right)
    line = fitted(chances, right)
    print(f"\nthe line for all: slope {line.slope}, offset {line.offset}")
    if options.write:
        written: dict[str, Any] = calibration().model_copy(update={engine: line}).model_dump()
        write_model("confidence", written)
    if options.held:
        held, hit = given(options.held)
        error = calibration_error(held, hit)
        print(f"{options.held.name}: {len(hit)} claims, {hit.mean():.3f} of them right, calibration error {error:.3f}")
    if options.draw:
        draw(list(bins(chances, right)), list(bins(told, right)), options.draw)


def report(found: Sequence[Judged], chances: Numbers, told: Numbers, right: Numbers) -> None:
    """Prints errors, the reliability table, and type F1 by what is hidden."""
    print(f"{len(found)} reports, {len(right)} claims kept, {right.mean():.3f} of them right")
    for name, values in (("the keep model's chance", chances), ("calibrated on the other folds", told)):
        brier = float(((values - right) ** 2).mean())
        print(f"{name}: expected calibration error {calibration_error(values, right):.3f}, Brier score {brier:.3f}")
    print("\n| confidence | claims | told | right |\n| --- | --- | --- | --- |")
    for b in bins(told, right):
        print(f"| {b.low:.1f} to {b.high:.1f} | {b.count:,} | {b.told:.3f} | {b.right:.3f} |")
    print("\n| hidden below | claims left | type F1 |\n| --- | --- | --- |")
    for least in HIDDEN:
        f1, left = f1_above(found, told, least)
        print(f"| {least:.2f} | {left:,} | {f1:.4f} |")


if __name__ == "__main__":
    main()
