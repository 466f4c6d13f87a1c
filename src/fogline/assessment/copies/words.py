"""The words of a report that were written to be read, in a form that copying leaves as it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from fogline.model import Report, SegmentKind, Span

TOLD: frozenset[SegmentKind] = frozenset({"body", "caption", "crosshead"})
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_DROPPED = str.maketrans("", "", ".,'’ʼ")
# Quotation marks in pairs; a straight mark opens after a blank or bracket only, so that a lost one turns nothing round.
_QUOTED = re.compile(
    r"“[^”\n]{1,900}”|«[^»\n]{1,900}»|„[^“”\n]{1,900}[“”]|(?<![\w.,!?;:])\"(?=\S)[^\"\n]{1,900}(?<=\S)\""
)


@dataclass(frozen=True)
class ToldWords:
    """The words of a report's own text with their offsets; credits, links and page furniture are left out.

    Case, apostrophes, the stops of abbreviations and the commas of numbers are gone from `words`: outlets that print
    one wire text differ in these.
    """

    text: str
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """Where the words `first` to `last` (not included) stand."""
        return Span(self.starts[first], self.ends[last - 1])

    @cached_property
    def quoted(self) -> Sequence[int]:
        """For each index how many of the words before it stand in quotation marks; one entry more than words."""
        flags = [0] * (len(self.words) + 1)
        for found in _QUOTED.finditer(self.text):
            first, last = bisect_left(self.starts, found.start()), bisect_left(self.starts, found.end())
            flags[first + 1 : last + 1] = [1] * (last - first)
        total = 0
        for place, flag in enumerate(flags):
            total += flag
            flags[place] = total
        return flags


def told_words(report: Report) -> ToldWords:
    """The words of the segments that tell the report: body, captions and headlines."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in told_spans(report):
        for found in _WORD.finditer(report.text, start, end):
            words.append(found[0])
            starts.append(found.start())
            ends.append(found.end())
    return ToldWords(report.text, [plain(word) for word in words], starts, ends)


def told_spans(report: Report) -> Iterator[tuple[int, int]]:
    """Offsets of the told segments, neighbours of which are one where only white space is between them."""
    return ((segment.start, segment.end) for segment in report.segments if segment.kind in TOLD)


def plain(word: str) -> str:
    """A word without case and without the marks in it."""
    return word.translate(_DROPPED).casefold() if not word.isalpha() else word.casefold()


def words_in(text: str) -> tuple[str, ...]:
    """The plain words of any text."""
    return tuple(plain(word) for word in _WORD.findall(text))
