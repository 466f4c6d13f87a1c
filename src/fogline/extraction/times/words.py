"""The words that tell a time, by the class that the grammar knows them by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict, Field

from fogline.knowledge.load import load_yaml

WORD = re.compile(r"['’]s\b|[^\W\d_]+(?:['’]clock)?\.?|\d+|\S")


class TimeWord(BaseModel):
    """One meaning with its words, as `knowledge/times_words.yaml` has it."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    id: str
    kind: str = Field(alias="class")
    value: str
    words: list[str]
    cased: bool = False
    tags: list[str] | None = None
    not_tags: list[str] | None = None
    example: str
    not_: str | None = Field(None, alias="not")

    def fits(self, text: str, tag: str) -> bool:
        """Whether a word written as `text` with this Penn Treebank tag can have this meaning."""
        if self.cased and not text[0].isupper():
            return False
        if self.tags is not None and tag not in self.tags:
            return False
        return self.not_tags is None or tag not in self.not_tags


class ContextWords(BaseModel):
    """Words around an expression, as `knowledge/times_context.yaml` has them."""

    model_config = ConfigDict(extra="forbid")

    id: str
    words: list[str]
    example: str


@cache
def context_words(name: str) -> frozenset[str]:
    """The words of the entry `context.NAME`."""
    entries_ = load_yaml("times_context.yaml", ContextWords)
    return next(frozenset(entry.words) for entry in entries_ if entry.id == f"context.{name}")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by their lower-case form; phrases by their first word, longest first."""

    single: dict[str, TimeWord]
    phrases: dict[str, tuple[tuple[tuple[str, ...], TimeWord], ...]]
    kinds: frozenset[str]


@cache
def entries() -> tuple[TimeWord, ...]:
    """All entries of the table."""
    return load_yaml("times_words.yaml", TimeWord)


@cache
def lexicon() -> Lexicon:
    """The table, ready for look-up."""
    single: dict[str, TimeWord] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], TimeWord]]] = {}
    for entry in entries():
        for word in entry.words:
            parts = tuple(WORD.findall(word.lower()))
            if len(parts) > 1:
                phrases.setdefault(parts[0], []).append((parts, entry))
            if " " not in word:
                single[word.lower()] = entry
    longest_first = {first: tuple(sorted(found, key=lambda p: -len(p[0]))) for first, found in phrases.items()}
    return Lexicon(single, longest_first, frozenset(entry.kind for entry in entries()))
