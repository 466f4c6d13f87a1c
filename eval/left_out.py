"""What the keep model says of reports about wars that it was not fitted to, and which of the claims kept are right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from eval.agreement import Row
from eval.annotation import AnnotatedReport
from eval.fitting import Example, fit
from eval.matching import match
from eval.parses import parsed
from eval.reader.examples import folds, war_of
from eval.score import Tally
from eval.train_claims import KEEP_STRENGTH, keep_examples, row_of
from fogline.claims.keep import least, told_once
from fogline.claims.loglinear import LogLinear
from fogline.claims.lookup import Lookup
from fogline.extraction.events.entries import is_read
from fogline.model import Document, Event


@dataclass(frozen=True)
class Case:
    """A report with an example for each event mention; `fold` is the one that its war falls into."""

    report: AnnotatedReport
    document: Document
    examples: tuple[Example, ...]
    fold: int


@dataclass(frozen=True)
class Judged:
    """The claims kept of a report: the model's chance of each, and their rows as matching asks for them."""

    case: Case
    chances: tuple[float, ...]
    rows: tuple[Row, ...]

    def right(self) -> list[bool]:
        """For each claim kept, whether an annotated claim of its type matches it."""
        hits = {id(row) for _, row in match(self.case.report.claims, self.rows, "type")}
        return [id(row) in hits for row in self.rows]

    def add_to(self, tally: Tally, wanted: Callable[[int], bool] = lambda _: True) -> None:
        """Counts annotated, read and found, as if those claims alone were read that are wanted by their number."""
        rows = [row for n, row in enumerate(self.rows) if wanted(n)]
        gold = self.case.report.claims
        tally.add(len(gold), len(rows), len(match(gold, rows, "type")))


def _as_it_is(_: str, document: Document) -> Document:
    return document


def cases(folder: Path, count: int, read: Callable[[str, Document], Document] = _as_it_is) -> list[Case]:
    """The reports of a folder, read by rules, in `count` folds of whole wars; `read` adds what else reads them."""
    pairs = [(report, read(report.name, document)) for report, document in parsed(folder)]
    of = folds([war_of(report) for report, _ in pairs], count)
    return [
        Case(report, document, tuple(keep_examples([(report, document)])), fold)
        for (report, document), fold in zip(pairs, of, strict=True)
    ]


def keep_model(training: Sequence[Case]) -> LogLinear:
    """The keep model fitted to some reports."""
    told = fit([example for case in training for example in case.examples], KEEP_STRENGTH)
    weights = {feature: tuple(map(float, row)) for feature, row in told["weights"].items()}
    return LogLinear("keep", tuple(told["classes"]), tuple(map(float, told["bias"])), weights)


def judged(model: LogLinear, some: Sequence[Case]) -> Iterator[Judged]:
    """The claims that a model keeps of each report, as `claims.keep` does."""
    for case in some:
        events: list[Event] = []
        alone = all(map(is_read, case.document.events))
        for event, example in zip(case.document.events, case.examples, strict=True):
            chance = model.probabilities(example.features)["claim"]
            if chance >= least(event, alone=alone):
                events.append(replace(event, weight=chance))
        kept = list(told_once(events))
        lookup = Lookup(case.document)
        yield Judged(case, tuple(event.weight for event in kept), tuple(row_of(lookup, event) for event in kept))


def judged_apart(all_cases: Sequence[Case]) -> list[Judged]:
    """The claims kept of every report, each by a model that was fitted to the reports of all other folds."""
    found: list[Judged] = []
    for fold in sorted({case.fold for case in all_cases}):
        model = keep_model([case for case in all_cases if case.fold != fold])
        found += judged(model, [case for case in all_cases if case.fold == fold])
    return found
