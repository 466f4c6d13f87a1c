"""Which reports and which claims are of one origin: the unit in which agreement is counted."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fogline.assessment.copies.groups import Groups
from fogline.assessment.copies.likeness import Likeness
from fogline.model import Span

WITHIN = 0.5  # share of a claim's evidence that stands in a passage


@dataclass(frozen=True, slots=True)
class Origin:
    """Where words first came from: `report` is the id of the first report that has them.

    `agency` is the news agency whose text they are, None where no credit tells. Two claims are of one origin if their
    `report` is the same.
    """

    report: str
    agency: str | None
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Link:
    """A passage, `here` in one report and `there` in another."""

    here: Span
    report: str
    there: Span
    agency: str | None


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
        self._links: dict[str, list[_Link]] = defaultdict(list)
        for a, b, likeness in likenesses:
            if not {a, b} <= self._rank.keys():
                raise KeyError(a if a not in self._rank else b)
            if likeness.kind == "copy":
                self._copies.join(a, b)
            for passage in likeness.passages:
                self._links[a].append(_Link(passage.a, b, passage.b, likeness.agency))
                self._links[b].append(_Link(passage.b, a, passage.a, likeness.agency))
        for links in self._links.values():
            links.sort(key=lambda link: (self._rank[link.report], link.here, link.there))

    def of_report(self, report: str) -> Origin:
        """The origin of what a report says beyond the passages that it shares with others."""
        first = self._first_copy(report)
        if first == report:
            return Origin(report, None, ("copies.own_words",))
        return Origin(first, None, (f"copies.copy_of: {first}",))

    def of_claim(self, report: str, start: int, end: int) -> Origin:
        """The origin of a claim whose evidence is `text[start:end]` of a report.

        The evidence is followed from passage to passage through all reports that have it, directly or not.
        """
        seen, agencies = {report}, Counter[str]()
        ahead = deque([(report, start, end)])
        while ahead:
            name, first, last = ahead.popleft()
            for link in self._links.get(name, ()):
                if not _holds(link.here, first, last):
                    continue
                agencies.update([link.agency] if link.agency else [])
                if link.report not in seen:
                    seen.add(link.report)
                    ahead.append((link.report, *_carried(link, first, last)))
        if len(seen) == 1:
            return self.of_report(report)
        origin = min(map(self._first_copy, seen), key=self._rank.__getitem__)
        agency = min(agencies, key=lambda name: (-agencies[name], name), default=None)
        why = "copies.first_of_passage" if origin == report else f"copies.passage_of: {origin}"
        return Origin(origin, agency, (why, *((f"copies.agency: {agency}",) if agency else ())))

    def groups(self) -> list[list[str]]:
        """The reports that are copies of one another, each group and all groups in the order of `reports`."""
        members: dict[str, list[str]] = defaultdict(list)
        for report in self._rank:
            members[self._copies.of(report)].append(report)
        return [group for group in members.values() if len(group) > 1]

    def _first_copy(self, report: str) -> str:
        return min(self._copies.members(report), key=self._rank.__getitem__)


def _holds(span: Span, start: int, end: int) -> bool:
    """Whether a passage holds enough of `start` to `end`."""
    common = min(span.end, end) - max(span.start, start)
    return common > 0 and common >= WITHIN * (end - start)


def _carried(link: _Link, start: int, end: int) -> tuple[int, int]:
    """Where `start` to `end` of one report stand in the other; words put in or taken out are spread out."""
    here, there = link.here, link.there
    scale = (there.end - there.start) / (here.end - here.start)
    first = there.start + int((max(start, here.start) - here.start) * scale)
    last = there.start + int((min(end, here.end) - here.start) * scale)
    return first, max(first + 1, last)
