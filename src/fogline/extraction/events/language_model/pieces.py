"""Cuts a report into the parts that the language model is given: whole paragraphs, as a person would read them.

White space is one blank and words hyphenated over a line end are joined, as for the parser. Each character knows the
token that it belongs to, so that what the model quotes is found again in the report.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fogline.model import Structure, Token

Range = tuple[int, int]  # first token, last (not included)
BETWEEN_PARAGRAPHS = "\n\n"


@dataclass(frozen=True)
class Piece:
    """A part's text; `starts` is where each of its tokens begins in it, `first` the number of the first one."""

    text: str
    starts: tuple[int, ...]
    first: int

    def tokens_of(self, start: int, end: int) -> Range:
        """The tokens that a stretch of the text touches: first, and last (not included)."""
        return self.first + bisect_right(self.starts, start) - 1, self.first + bisect_right(self.starts, end - 1)


def pieces(structure: Structure, most: int) -> Iterator[Piece]:
    """The parts of a document, at most `most` characters each.

    They end with a paragraph, with a sentence where a paragraph alone is longer, with a word where a sentence is.
    """
    begin: int | None = None
    length = 0
    last = 0
    for first, last_of_unit in _units(structure, most):
        size = len(_piece(structure, first, last_of_unit).text)
        if begin is not None and length + len(BETWEEN_PARAGRAPHS) + size > most:
            yield _piece(structure, begin, last)
            begin = None
        if begin is None:
            begin, length = first, size
        else:
            length += len(BETWEEN_PARAGRAPHS) + size
        last = last_of_unit
    if begin is not None:
        yield _piece(structure, begin, last)


def _units(structure: Structure, most: int) -> Iterator[Range]:
    sentences = structure.sentences
    for paragraph in structure.paragraphs:
        own = sentences[paragraph.first : paragraph.last]
        if own and len(_piece(structure, own[0].first, own[-1].last).text) <= most:
            yield own[0].first, own[-1].last
            continue
        for sentence in own:
            yield from _cut(structure.tokens, sentence.first, sentence.last, most)


def _cut(tokens: Sequence[Token], first: int, last: int, most: int) -> Iterator[Range]:
    begin, length = first, 0
    for i in range(first, last):
        size = len(tokens[i].text) + 1
        if i > begin and length + size > most:
            yield begin, i
            begin, length = i, 0
        length += size
    if begin < last:
        yield begin, last


def _piece(structure: Structure, first: int, last: int) -> Piece:
    parts: list[str] = []
    starts: list[int] = []
    at = 0
    for i in range(first, last):
        token = structure.tokens[i]
        gap = _gap(structure, i - 1, i) if i > first else ""
        parts += (gap, token.text)
        starts.append(at + len(gap))
        at += len(gap) + len(token.text)
    return Piece("".join(parts), tuple(starts), first)


def _gap(structure: Structure, before: int, after: int) -> str:
    """What stands between two words that follow one another."""
    one, other = structure.tokens[before], structure.tokens[after]
    if structure.sentences[one.sentence].paragraph != structure.sentences[other.sentence].paragraph:
        return BETWEEN_PARAGRAPHS
    return " " if one.end < other.start else ""
