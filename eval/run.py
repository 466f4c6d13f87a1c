"""Reads annotated reports with fogline and scores what it finds: `python -m eval.run [FOLDER] [--raise]`.

Without a folder: the project's own samples, against the floors of `eval/floors.json`; exits 1 below a floor.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from eval.agreement import Row
from eval.annotation import AnnotatedReport, read_folder
from eval.check import faults
from eval.floors import Floors, digest, read_floors, write_floors
from eval.score import Scores, score
from fogline.exports.json import report_row
from fogline.pipeline import analyse
from fogline.reports import report_from_text

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent / "src" / "fogline" / "samples"
FLOORS = HERE / "floors.json"


def read_with_fogline(reports: Iterable[AnnotatedReport]) -> Iterator[tuple[AnnotatedReport, Row]]:
    """Each annotated report with the line of output that fogline gives for it."""
    for report in reports:
        known = report.annotation
        given = report_from_text(
            report.text, published=known.published, publisher=known.publisher, external_id=known.id
        )
        yield report, report_row(analyse(given))


def table(scores: Scores, floors: Floors) -> Table:
    """Every figure beside its floor."""
    read = scores.tallies["type"]
    caption = f"{read.gold} claims annotated, {read.read} read, {scores.ungrounded} spans ungrounded"
    figures = Table("figure", caption=caption)
    figures.add_column("value", justify="right")
    figures.add_column("floor", justify="right")
    for name, value in scores.figures().items():
        floor = floors.least.get(name)
        figures.add_row(name, f"{value:.3f}", "" if floor is None else f"{floor:.3f}")
    return figures


def failures(scores: Scores, floors: Floors, stamp: str) -> list[str]:
    """Why the gate stays shut, in words; empty where it opens."""
    found = [
        f"{name} is {now:.3f}, below its floor {least:.3f}"
        for name, (now, least) in floors.broken(scores.figures()).items()
    ]
    if scores.ungrounded:
        found.append(f"{scores.ungrounded} spans do not hold the words that they claim")
    if floors.digest and floors.digest != stamp:
        found.append("the annotated reports changed since the floors were set; measure again with --raise")
    return found


def main(arguments: list[str] | None = None) -> int:
    """Prints the figures and returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=SAMPLES, help="NAME.txt and NAME.json of each report")
    parser.add_argument("--raise", dest="lift", action="store_true", help="write higher floors where they are reached")
    options = parser.parse_args(arguments)
    if wrong := [fault for path in sorted(options.folder.glob("*.json")) for fault in faults(path)]:
        print("\n".join(wrong), file=sys.stderr)
        return 1
    own = options.folder.resolve() == SAMPLES
    reports = list(read_folder(options.folder))
    if not reports:
        parser.error(f"{options.folder} holds no annotated report")
    scores, stamp = score(read_with_fogline(reports)), digest(reports)
    floors = read_floors(FLOORS) if own else Floors("", {})
    if own and options.lift:
        floors = floors.raised(scores.figures(), stamp)
        write_floors(FLOORS, floors)
    Console().print(table(scores, floors))
    wrong = failures(scores, floors, stamp)
    print("\n".join(wrong), file=sys.stderr, end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
