"""The words of a report that were written to be read, in a form that copying leaves as it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from fogline.model import Report, SegmentKind, Span

TOLD: frozenset[SegmentKind] = frozenset({"body", "caption", "crosshead"})
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*(?![^\W\d_])|[^\W_]+(?:['’ʼ][^\W_]+)*")
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


@lru_cache(maxsize=64)
def told_words(report: Report) -> ToldWords:
    """The words of the segments that tell the report: body, captions and headlines.

    Those of the last reports are kept: a new report is compared with many.
    """
    text = report.text
    low = text.lower()
    if len(low) != len(text):  # a few letters are two in lower case, which would shift the offsets
        low = text
    told = [segment for segment in report.segments if segment.kind in TOLD]
    spans = [found.span() for segment in told for found in _WORD.finditer(low, segment.start, segment.end)]
    words = [plain(low[start:end]) for start, end in spans]
    return ToldWords(text, words, [start for start, _ in spans], [end for _, end in spans])


def plain(word: str) -> str:
    """A word without case and without the marks in it."""
    return word.lower() if word.isalpha() else word.translate(_DROPPED).lower()
