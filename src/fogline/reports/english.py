"""Whether a text is in English, told by the share of its commonest words."""

from __future__ import annotations

import re
from functools import cache

from pydantic import BaseModel, ConfigDict, Field

from fogline.knowledge.load import load_yaml

_SHARE = 0.16  # English news has 0.3 to 0.45 of such words; German, French and Dutch, which share some, below 0.1
_ENOUGH = 25  # words from which on the share tells something
_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


class CommonWords(BaseModel):
    """An entry of `knowledge/reports_english.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    words: frozenset[str]
    example: str
    unlike: str = Field(alias="not")


def is_english(text: str) -> bool:
    """Whether a text is in English; a short one counts as English if most of its letters are those of English."""
    words: list[str] = _WORD.findall(text[:_SAMPLE].lower())
    if not words:
        return False
    if len(words) < _ENOUGH:
        return sum(word.isascii() for word in words) > 0.5 * len(words)
    return sum(word in _common() for word in words) >= _SHARE * len(words)


@cache
def _common() -> frozenset[str]:
    return frozenset[str]().union(*(entry.words for entry in load_yaml("reports_english.yaml", CommonWords)))
