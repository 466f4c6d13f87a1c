"""Cuts the words of a report into sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fogline.assessment.copies.words import ToldWords
from fogline.model import Span

_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[^\W_a-z])|\n[ \t]*\n")
_INITIAL = re.compile(r"(?:^|\W)(?:[^\W\d_]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Rep|Sen|Gov|St|No)\.$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words `first` to `last` (not included) of a report."""

    told: ToldWords
    first: int
    last: int

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, plain."""
        return tuple(self.told.words[self.first : self.last])

    @property
    def span(self) -> Span:
        """Where it stands, from its first word to its last."""
        return self.told.span(self.first, self.last)

    def printed(self, first: int, last: int) -> str:
        """The words `first` to `last` of the sentence as they stand in the text."""
        if first == last:
            return ""
        span = self.told.span(self.first + first, self.first + last)
        return self.told.text[span.start : span.end]


def sentences(told: ToldWords) -> list[Sentence]:
    """The sentences of a report, told by their stops alone: no parser has to run, and both versions are cut alike."""
    ends = [end for end in (found.start() for found in _ENDS.finditer(told.text)) if not _is_initial(told.text, end)]
    found: list[Sentence] = []
    first = place = 0
    for index, start in enumerate(told.starts):
        while place < len(ends) and ends[place] <= start:
            place += 1
            if index > first:
                found.append(Sentence(told, first, index))
                first = index
    if len(told) > first:
        found.append(Sentence(told, first, len(told)))
    return found


def _is_initial(text: str, end: int) -> bool:
    return _INITIAL.search(text, max(0, end - 5), end + 1) is not None
