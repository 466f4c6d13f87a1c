"""The figures of a reader on annotated reports.

`family`, `type`, `whole`   F1 of the claims found by event family, by event type, and with every field right
`core`, `core_whole`        `type` and `whole` over what happened on the ground (control, attack, harm, people, aid)
`firm`                      F1 over the claims that are no plain assertions: type and stance right
fields                      share of the pairs of one type that agree in a field
`ungrounded`                spans whose text is not what the report says at that place
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from eval.agreement import FIELDS, Row, agreement, days_agree
from eval.annotation import AnnotatedReport
from eval.matching import Level, Pair, family, match

CORE = frozenset({"control", "attack", "harm", "people", "aid"})
LEVELS: tuple[Level, ...] = ("family", "type", "whole")


@dataclass(slots=True)
class Tally:
    """Claims annotated, read, and found; F1 is the harmonic mean of precision and recall."""

    gold: int = 0
    read: int = 0
    hits: int = 0

    @property
    def f1(self) -> float:
        """0 where nothing was found."""
        return 2 * self.hits / (self.gold + self.read) if self.gold + self.read else 0.0

    def add(self, gold: int, read: int, hits: int) -> None:
        """Counts one report."""
        self.gold += gold
        self.read += read
        self.hits += hits


@dataclass(slots=True)
class Scores:
    """The running figures over reports."""

    tallies: dict[str, Tally] = field(
        default_factory=lambda: {name: Tally() for name in (*LEVELS, "core", "core_whole", "firm")}
    )
    agreed: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    ungrounded: int = 0

    def add(self, report: AnnotatedReport, row: Row) -> None:
        """Counts what was read from one report; `row` is its line of the JSON output."""
        claims = row.get("claims", [])
        self.ungrounded += sum(not is_grounded(report.text, span) for span in spans(row))
        found = {level: match(report.claims, claims, level) for level in LEVELS}
        for level, pairs in found.items():
            self.tallies[level].add(len(report.claims), len(claims), len(pairs))
        self._add_core(report, claims)
        self._add_firm(report, claims, found["type"])
        for pair in found["type"]:
            self.add_fields(pair)

    def figures(self) -> dict[str, float]:
        """Every figure by name, rounded to three places; a field that was never asked for is left out."""
        shares = {name: self.agreed[name] / n for name, n in self.asked.items() if n}
        f1 = {f"{name}_f1": tally.f1 for name, tally in self.tallies.items()}
        return {name: round(value, 3) for name, value in {**f1, **shares}.items()}

    def _add_core(self, report: AnnotatedReport, claims: list[Row]) -> None:
        gold = [g for g in report.claims if g.claim.family in CORE]
        read = [c for c in claims if family(c) in CORE]
        self.tallies["core"].add(len(gold), len(read), len(match(gold, read, "type")))
        self.tallies["core_whole"].add(len(gold), len(read), len(match(gold, read, "whole")))

    def _add_firm(self, report: AnnotatedReport, claims: list[Row], pairs: list[Pair]) -> None:
        gold = sum(g.claim.stance != "asserts" for g in report.claims)
        read = sum(c["stance"] != "asserts" for c in claims)
        hits = sum(g.claim.stance != "asserts" and g.claim.stance == c["stance"] for g, c in pairs)
        self.tallies["firm"].add(gold, read, hits)

    def add_fields(self, pair: Pair) -> None:
        """Counts in which fields a pair of one type agrees."""
        gold, claim = pair
        agreed = agreement(gold, claim)
        for name in FIELDS:
            self._ask(name, agreed[name])
        if gold.claim.said_from is not None:
            self._ask("said", days_agree(gold.claim.said_from, gold.claim.said_to, claim.get("said")))
        if gold.claim.against is not None:
            self._ask("against", claim.get("against") is not None)

    def _ask(self, name: str, good: bool) -> None:
        self.asked[name] += 1
        self.agreed[name] += good


def score(pairs: Iterable[tuple[AnnotatedReport, Row]]) -> Scores:
    """Figures over annotated reports, each with the line of output that was read from it."""
    scores = Scores()
    for report, row in pairs:
        scores.add(report, row)
    return scores


def spans(row: Row) -> Iterator[Row]:
    """Every part of the output that says which words it stands for."""
    stack: list[Any] = [row.get(layer) for layer in ("claims", "places", "times", "amounts")]
    while stack:
        part = stack.pop()
        if isinstance(part, dict):
            if part.get("start") is not None and part.get("text") is not None:
                yield part
            stack.extend(part.values())
        elif isinstance(part, list):
            stack.extend(part)


def is_grounded(text: str, part: Row) -> bool:
    """Whether a span holds the words that it claims to hold."""
    return bool(text[part["start"] : part["end"]] == part["text"])
