"""Which reports and which claims are of one origin: the unit in which agreement is counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fogline.assessment.copies.groups import Groups
from fogline.assessment.copies.likeness import Likeness
from fogline.model import Span

WITHIN = 0.5  # share of a claim's evidence that stands in a passage; share of the shorter of two passages in both

_Node = tuple[str, int, int]  # a passage: its report's id, start and end


@dataclass(frozen=True, slots=True)
class Origin:
    """Where words first came from: `report` is the id of the first report that has them.

    `agency` is the news agency whose text they are, None where no credit tells. Two claims are of one origin if their
    `report` is the same.
    """

    report: str
    agency: str | None
    because: tuple[str, ...]


class Origins:
    """The origins of reports and claims, from the likenesses of pairs of reports.

    It is enough to give the reports that are joined by likenesses, directly or through others: those of other stories
    change nothing.
    """

    def __init__(self, reports: Sequence[str], likenesses: Iterable[tuple[str, str, Likeness]]) -> None:
        """`reports` are ids, the earliest first; `likenesses` are those of `compare(a, b)` with the ids of a and b.

        Raises:
            KeyError: a likeness names a report that is not among `reports`.
        """
        self._rank = {report: rank for rank, report in enumerate(reports)}
        self._copies: Groups[str] = Groups()
        self._shared: Groups[_Node] = Groups()
        self._passages: dict[str, set[Span]] = defaultdict(set)
        self._agencies: dict[_Node, Counter[str]] = defaultdict(Counter)
        for a, b, likeness in likenesses:
            self._add(a, b, likeness)
        for report, spans in self._passages.items():
            self._join_overlapping(report, sorted(spans))
        self._first = self._earliest()

    def of_report(self, report: str) -> Origin:
        """The origin of what a report says beyond the passages that it shares with others."""
        first = self._first_copy(report)
        if first == report:
            return Origin(report, None, ("copies.own_words",))
        return Origin(first, None, (f"copies.copy_of: {first}",))

    def of_claim(self, report: str, start: int, end: int) -> Origin:
        """The origin of a claim whose evidence is `text[start:end]` of a report."""
        inside = [(_overlap(span, start, end), span) for span in self._passages.get(report, ())]
        inside = [found for found in inside if found[0] > 0 and found[0] >= WITHIN * (end - start)]
        if not inside:
            return self.of_report(report)
        _, span = max(inside, key=lambda found: (found[0], found[1].end - found[1].start, -found[1].start))
        group = self._shared.of((report, span.start, span.end))
        first, agencies = self._first[group]
        agency = min(agencies, key=lambda name: (-agencies[name], name), default=None)
        why = "copies.first_of_passage" if first == report else f"copies.passage_of: {first}"
        return Origin(first, agency, (why, *((f"copies.agency: {agency}",) if agency else ())))

    def groups(self) -> list[list[str]]:
        """The reports that are copies of one another, each group and all groups in the order of `reports`."""
        members: dict[str, list[str]] = defaultdict(list)
        for report in self._rank:
            members[self._copies.of(report)].append(report)
        return [group for group in members.values() if len(group) > 1]

    def _add(self, a: str, b: str, likeness: Likeness) -> None:
        self._rank[a], self._rank[b]  # both must be known
        if likeness.kind == "copy":
            self._copies.join(a, b)
        for passage in likeness.passages:
            one, other = (a, passage.a.start, passage.a.end), (b, passage.b.start, passage.b.end)
            self._shared.join(one, other)
            self._passages[a].add(passage.a)
            self._passages[b].add(passage.b)
            if likeness.agency:
                self._agencies[one][likeness.agency] += 1

    def _join_overlapping(self, report: str, spans: Sequence[Span]) -> None:
        for place, span in enumerate(spans):
            for later in spans[place + 1 :]:
                if later.start >= span.end:
                    break
                shorter = min(span.end - span.start, later.end - later.start)
                if _overlap(span, later.start, later.end) >= WITHIN * shorter:
                    self._shared.join((report, span.start, span.end), (report, later.start, later.end))

    def _earliest(self) -> dict[_Node, tuple[str, Counter[str]]]:
        """For each group of passages the first report that has it, and the agencies credited for it."""
        first: dict[_Node, tuple[str, Counter[str]]] = {}
        for report in self._rank:
            for span in self._passages.get(report, ()):
                node = (report, span.start, span.end)
                found = first.setdefault(self._shared.of(node), (self._first_copy(report), Counter()))
                found[1].update(self._agencies.get(node, {}))
        return first

    def _first_copy(self, report: str) -> str:
        return min(self._copies.members(report), key=self._rank.__getitem__)


def _overlap(span: Span, start: int, end: int) -> int:
    return min(span.end, end) - max(span.start, start)
