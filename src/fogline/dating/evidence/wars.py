"""Wars with the day that they are counted from, and how the words of a sentence speak of their start."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from pydantic import BaseModel, ConfigDict

from fogline.dating.durations import lasting
from fogline.dating.evidence.cues import cues
from fogline.dating.evidence.found import Found
from fogline.extraction.times.words import context_words
from fogline.knowledge.load import load_yaml
from fogline.model import Document, Token


class War(BaseModel):
    """A war, the names that a text about it uses, and the day that it is counted from (`knowledge/times_wars.yaml`).

    `known_by_its_day` marks those whose first day became their name ("October 7"): it is written without its year for
    years. `until` is the last day of a short war.
    """

    model_config = ConfigDict(extra="forbid")

    id: str
    names: list[str]
    start: date
    until: date | None = None
    known_by_its_day: bool = False
    example: str


@cache
def wars() -> tuple[War, ...]:
    """The table of wars."""
    return load_yaml("times_wars.yaml", War)


def named_in(document: Document) -> list[War]:
    """The wars whose names all stand in the text."""
    text = document.report.text
    return [war for war in wars() if all(name in text for name in war.names)]


def tells_start(document: Document, found: Found, near: int, *, after: int = 3, broad: bool = True) -> bool:
    """Whether the words around an expression say that a war began then.

    That is "invaded", or a word of beginning together with a word of war, within `near` words before it or `after`
    words behind it in its sentence; `broad` takes fighting and campaigns for words of war too.
    """
    words = around(document, found, near, after)
    if any(t.lower in cues("invade") for t in words):
        return True
    begun = any(t.lemma in context_words("begin") for t in words)
    return begun and any(t.lower in (of_war() if broad else lasting("war")) for t in words)


def follows_war(document: Document, found: Found) -> bool:
    """Whether a word of war stands within three words before an expression: "the invasion in late May"."""
    return any(t.lower in of_war() for t in around(document, found, 3, 0))


@cache
def of_war() -> frozenset[str]:
    """Words for war, fighting and campaigns."""
    return lasting("war") | lasting("fighting") | lasting("campaign")


def around(document: Document, found: Found, before: int, after: int) -> Sequence[Token]:
    """The words near an expression in its sentence, without its own."""
    tokens, sentence = document.structure.tokens, document.structure.sentences[found.sentence]
    first, last = found.expression.first, found.expression.last
    return (*tokens[max(sentence.first, first - before) : first], *tokens[last : min(sentence.last, last + after)])
