"""Windows hold every word once, in order, and are never longer than the reader can take."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fogline.extraction.events.reader.inputs import Inputs
from fogline.extraction.events.reader.windows import END, START, windows
from fogline.model import Sentence

SIZE, BEFORE = 24, 6


def pieces(word: str) -> tuple[int, ...]:
    """As many pieces as the word has letters."""
    return tuple(map(ord, word))


@given(st.lists(st.lists(st.text("ab", max_size=30), min_size=1, max_size=12), max_size=8))
def test_each_word_with_pieces_is_read_once(sentences: list[list[str]]) -> None:
    words = [word for sentence in sentences for word in sentence]
    found, at = [], 0
    for number, sentence in enumerate(sentences):
        found.append(Sentence(number, at, at + len(sentence), at, 0))
        at += len(sentence)
    numbers = [(i + 1, 0, 0, 0, 0) for i in range(len(words))]
    cut = list(windows(found, Inputs(words, numbers), pieces, size=SIZE, before=BEFORE))
    assert [i for window in cut for i in window.tokens] == [i for i, word in enumerate(words) if word]
    for window in cut:
        assert window.pieces[0] == START and window.pieces[-1] == END
        assert len(window.pieces) == len(window.numbers) <= SIZE
        for token, place in zip(window.tokens, window.at, strict=True):
            assert window.numbers[place] == numbers[token]
            assert window.pieces[place] == ord(words[token][0])
        assert min(window.at, default=1) <= BEFORE + 1
