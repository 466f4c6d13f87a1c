"""Cuts a document into stretches that the reader reads at once: whole sentences, with some words before them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from fogline.extraction.events.reader.inputs import Inputs, Numbers
from fogline.model import Sentence

Pieces = Callable[[str], tuple[int, ...]]  # the numbers of the word pieces of a word
_NOTHING: Numbers = (0, 0, 0, 0, 0)
START, END = 101, 102  # [CLS] and [SEP] of BERT's vocabulary


@dataclass
class Window:
    """Word pieces with their numbers; `tokens` are read, each of them at the piece `at` of the same rank."""

    pieces: list[int] = field(default_factory=lambda: [START])
    numbers: list[Numbers] = field(default_factory=lambda: [_NOTHING])
    tokens: list[int] = field(default_factory=list)
    at: list[int] = field(default_factory=list)

    def add(self, token: int, pieces: Sequence[int], numbers: Numbers, *, read: bool) -> None:
        """Adds a token; its numbers stand at its first piece. One without pieces is passed over."""
        if not pieces:
            return
        if read:
            self.tokens.append(token)
            self.at.append(len(self.pieces))
        self.pieces += pieces
        self.numbers += [numbers, *[_NOTHING] * (len(pieces) - 1)]

    def close(self) -> None:
        """Ends the window."""
        self.pieces.append(END)
        self.numbers.append(_NOTHING)


def windows(
    sentences: Sequence[Sentence], given: Inputs, pieces: Pieces, *, size: int, before: int
) -> Iterator[Window]:
    """Windows of at most `size` pieces in which each token is read once, after at most `before` pieces of context."""
    room = size - 2  # the window's start and end
    cut = [pieces(word)[:room] for word in given.words]
    stretches = list(_stretches(sentences, cut, room))
    k = 0
    while k < len(stretches):
        window = Window()
        length = _length(cut, *stretches[k])
        if k:
            for i in _context(cut, *stretches[k - 1], min(before, room - length)):
                window.add(i, cut[i], given.numbers[i], read=False)
        while True:
            for i in range(*stretches[k]):
                window.add(i, cut[i], given.numbers[i], read=True)
            k += 1
            if k == len(stretches) or len(window.pieces) + _length(cut, *stretches[k]) > size - 1:
                break
        window.close()
        yield window


def _stretches(sentences: Sequence[Sentence], cut: Sequence[Sequence[int]], room: int) -> Iterator[tuple[int, int]]:
    """The sentences as first and last token; one that is longer than a window in parts."""
    for sentence in sentences:
        first, length = sentence.first, 0
        for i in range(sentence.first, sentence.last):
            if length + len(cut[i]) > room:
                yield first, i
                first, length = i, 0
            length += len(cut[i])
        if first < sentence.last:
            yield first, sentence.last


def _length(cut: Sequence[Sequence[int]], first: int, last: int) -> int:
    return sum(len(cut[i]) for i in range(first, last))


def _context(cut: Sequence[Sequence[int]], first: int, last: int, most: int) -> range:
    """The last tokens of a stretch that have no more than `most` pieces together."""
    begin, length = last, 0
    while begin > first and length + len(cut[begin - 1]) <= most:
        begin -= 1
        length += len(cut[begin])
    return range(begin, last)
