"""Scores the finding of copies on pairs judged by reading: `python -m eval.copies REPORTS.jsonl [PAIRS.csv]`.

`PAIRS.csv` (default: `eval/copies.csv`, for FA-KES) names two reports a line by id and how a reader judged them: `copy`
(one text), `part` (a passage of one stands in the other) or `none` (told in own words, or alike in nothing but stock
phrases, quoted speech and page furniture). Exits 1 below the floor of precision or recall.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fogline.assessment.copies import Likeness, compare, furniture, sketch
from fogline.model import Report
from fogline.reports import report_from_text

PAIRS = Path(__file__).resolve().parent / "copies.csv"
FLOOR = 0.95
KINDS = frozenset({"copy", "part", "none"})


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair of reports with what a reader says and what fogline says of it; `met`: they share a key of the index."""

    a: str
    b: str
    by_reader: str
    found: Likeness
    met: bool

    @property
    def kind(self) -> str:
        """What a ledger would say: reports that do not meet are not compared."""
        return self.found.kind if self.met else "none"


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall of "text was copied, all or in part", and the shares of pairs with the very kind."""

    precision: float
    recall: float
    same_kind: float


def read_reports(path: Path) -> dict[str, Report]:
    """The reports of a `.jsonl` file by their own id; the first one where an id comes again."""
    reports: dict[str, Report] = {}
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["id"] not in reports:
                reports[row["id"]] = report_from_text(
                    row["text"],
                    publisher=row.get("publisher") or row.get("source"),
                    title=row.get("title"),
                    published=date.fromisoformat(row["published"]) if row.get("published") else None,
                )
    return reports


def read_pairs(path: Path) -> list[tuple[str, str, str]]:
    """The judged pairs: two ids and the judgement.

    Raises:
        ValueError: a judgement is none of KINDS, or a pair stands there twice.
    """
    with path.open(encoding="utf-8", newline="") as file:
        pairs = [(row["a"], row["b"], row["judged"]) for row in csv.DictReader(file)]
    if wrong := [pair for pair in pairs if pair[2] not in KINDS]:
        raise ValueError(f"{path.name}: no judgement: {wrong}")
    if twice := [pair for pair, times in Counter(frozenset(p[:2]) for p in pairs).items() if times > 1]:
        raise ValueError(f"{path.name}: judged twice: {[sorted(pair) for pair in twice]}")
    return pairs


def judge(reports: Mapping[str, Report], pairs: Iterable[tuple[str, str, str]]) -> list[Judged]:
    """Each judged pair as fogline sees it, with the furniture of each outlet known from all its reports."""
    sketches = {name: sketch(report) for name, report in reports.items()}
    held: dict[str | None, Counter[int]] = defaultdict(Counter)
    for name, report in reports.items():
        held[report.publisher].update(sketches[name].passages())
    count = Counter(report.publisher for report in reports.values())
    known = {outlet: furniture(values, count[outlet]) for outlet, values in held.items()}
    return [
        Judged(
            a,
            b,
            by_reader,
            compare(reports[a], reports[b], known[reports[a].publisher] | known[reports[b].publisher]),
            not set(sketches[a].keys).isdisjoint(sketches[b].keys),
        )
        for a, b, by_reader in pairs
    ]


def score(judged: Iterable[Judged]) -> Score:
    """How well fogline agrees with the reader."""
    pairs = list(judged)
    found = [pair for pair in pairs if pair.kind != "none"]
    wanted = [pair for pair in pairs if pair.by_reader != "none"]
    right = sum(pair.by_reader != "none" for pair in found)
    return Score(
        right / len(found) if found else 0.0,
        right / len(wanted) if wanted else 0.0,
        sum(pair.by_reader == pair.kind for pair in pairs) / len(pairs) if pairs else 0.0,
    )


def main(arguments: list[str] | None = None) -> int:
    """Prints the figures and the pairs on which reader and fogline differ; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=Path)
    parser.add_argument("pairs", type=Path, nargs="?", default=PAIRS)
    given = parser.parse_args(arguments)
    judged = judge(read_reports(given.reports), read_pairs(given.pairs))
    for pair in judged:
        if pair.by_reader != pair.kind:
            why = pair.found.because[0] if pair.met else "they share no key of the index"
            print(f"{pair.a} {pair.b}: reader {pair.by_reader}, fogline {pair.kind} ({why})")
    figures = score(judged)
    print(f"{len(judged)} pairs: precision {figures.precision:.3f}, recall {figures.recall:.3f} of copied text;")
    print(f"copy, part or none as the reader says in {figures.same_kind:.3f}")
    return int(min(figures.precision, figures.recall) < FLOOR)


if __name__ == "__main__":
    sys.exit(main())
