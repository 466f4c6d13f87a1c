"""Cuts words into the pieces that the reader knows by number (WordPiece, Wu et al. 2016)."""

from __future__ import annotations

from pathlib import Path

from tokenizers import Tokenizer

REMEMBERED = 50_000  # words whose pieces are kept
UNKNOWN = 100  # [UNK] of BERT's vocabulary


class Cutter:
    """A tokenizer's file, asked word by word; each word is cut once."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, tuple[int, ...]] = {}

    def pieces(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces, at least one; none of an empty word."""
        if not word:
            return ()
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            found = tuple(self._tokenizer.encode(word, add_special_tokens=False).ids) or (UNKNOWN,)
            self._known[word] = found
        return found
