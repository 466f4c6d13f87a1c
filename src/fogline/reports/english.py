"""Whether a text is in English, told by the share of its commonest words."""

from __future__ import annotations

import re
from functools import cache

from pydantic import BaseModel, ConfigDict, Field

from fogline.knowledge.load import load_yaml

_SHARE = 0.16  # English news has 0.3 to 0.45 of such words; German, French and Dutch, which share some, below 0.1
_ENOUGH = 25  # words from which on the share tells something
_SHORT_SHARE = 0.08  # of the words that tell a short text: one in twelve
_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


class CommonWords(BaseModel):
    """An entry of `knowledge/reports_english.yaml`; `short` says that its words tell a text of a few words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    words: frozenset[str]
    short: bool = False
    example: str
    unlike: str = Field(alias="not")


def words_of(text: str) -> list[str]:
    """The words at the start of a text, in small letters: as many as it takes to tell its language."""
    found: list[str] = _WORD.findall(text[:_SAMPLE].lower())
    return found


def is_english(text: str) -> bool:
    """Whether a text is surely in English; of a few words some must be words that other languages lack."""
    words = words_of(text)
    if not words:
        return False
    short = len(words) < _ENOUGH
    told = sum(word in _common(short) for word in words)
    return told >= (_SHORT_SHARE if short else _SHARE) * len(words)


def is_long(text: str) -> bool:
    """Whether a text has words enough for their shares to tell something."""
    return len(words_of(text)) >= _ENOUGH


@cache
def _common(short: bool) -> frozenset[str]:
    entries = load_yaml("reports_english.yaml", CommonWords)
    return frozenset[str]().union(*(entry.words for entry in entries if entry.short == short))
