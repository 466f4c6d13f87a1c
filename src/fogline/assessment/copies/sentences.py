"""Cuts the words of a report into sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fogline.assessment.copies.align import Chain
from fogline.assessment.copies.words import ToldWords
from fogline.model import Span

WHOLE = 0.8  # share of a sentence's words: an editor's "civil war" for "conflict" and a clause put after it
_Runs = list[tuple[int, int]]  # first words and last (not included)
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


def sentence_shared(chain: Chain, one: ToldWords, other: ToldWords, least: int) -> int:
    """How many words of a passage stand in one sentence that is the same but for a few words, and for no number.

    0 where there is no such sentence, or where fewer than `least` of its words are shared.
    """
    here = [(run.a, run.a + run.length) for run in chain]
    there = [(run.b, run.b + run.length) for run in chain]
    return max(_most(one, here, other, there, least), _most(other, there, one, here, least))


def _most(told: ToldWords, runs: _Runs, other: ToldWords, other_runs: _Runs, least: int) -> int:
    numbers = {n for sentence in sentences(other) if _shared(sentence, other_runs) for n in _numbers(sentence)}
    return max(
        (
            shared
            for sentence in sentences(told)
            if (shared := _shared(sentence, runs)) >= max(least, WHOLE * (sentence.last - sentence.first))
            and _numbers(sentence) <= numbers
        ),
        default=0,
    )


def _shared(sentence: Sentence, runs: _Runs) -> int:
    return sum(max(0, min(last, sentence.last) - max(first, sentence.first)) for first, last in runs)


def _numbers(sentence: Sentence) -> set[str]:
    return {word for word in sentence.words if word[0].isdigit()}


def _is_initial(text: str, end: int) -> bool:
    return _INITIAL.search(text, max(0, end - 5), end + 1) is not None
