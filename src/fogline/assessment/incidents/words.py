"""Which words of a claim tell its event from others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from hashlib import sha256

from pydantic import BaseModel, ConfigDict, model_validator

from fogline.knowledge.load import load_yaml

_WORD = re.compile(r"[^\W_]+")
PRINT = 6  # words that a claim's evidence has at least, so that the same words cannot be chance


class Common(BaseModel):
    """A group of words that say little about which event is meant."""

    model_config = ConfigDict(extra="forbid")
    id: str
    words: list[str]
    example: str

    @model_validator(mode="after")
    def _example_is_one(self) -> Common:
        if self.example not in self.words:
            raise ValueError(f"{self.example} is none of the words")
        return self


@cache
def common() -> frozenset[str]:
    """All words that tell no event from another."""
    return frozenset(word for entry in load_yaml("incidents_words.yaml", Common) for word in entry.words)


def telling(text: str, names: Iterable[str | None] = ()) -> frozenset[str]:
    """The words of a text that tell its event from others: no common ones, no numbers, none of the `names`."""
    named = {word for name in names if name for word in _folded(name)}
    found = {word for word in _folded(text) if len(word) > 2 and not word.isdigit()} - common() - named
    return frozenset(word[:-1] if word.endswith("s") and len(word) > 4 else word for word in found)


def print_of(text: str) -> str | None:
    """A short digest of a text's words in their order; None where they are too few to be one text's own."""
    words = _folded(text)
    return sha256(" ".join(words).encode("utf-8", "replace")).hexdigest()[:16] if len(words) >= PRINT else None


def _folded(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
