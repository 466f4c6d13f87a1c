"""What the reader is told of each token: its word, its place in the parse, and what the rules make of it.

No name takes part: a stand-in is read for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fogline.extraction.coverage import Coverage
from fogline.extraction.events.entries import PLAIN
from fogline.extraction.events.reader.card import Card
from fogline.extraction.events.reader.names import hidden, label
from fogline.model import Document, Event

CUE, QUOTED = 2, 1
_ARTICLES = {"an": "a"}  # which of them stands there depends on the name behind it

Numbers = tuple[int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Inputs:
    """The words of a document as the reader meets them, and five numbers for each; zero is always "none"."""

    words: Sequence[str]
    numbers: Sequence[Numbers]


def sizes(card: Card) -> tuple[int, int, int, int, int]:
    """How many values each of the five numbers can have."""
    return len(card.dependencies) + 1, len(card.parts) + 1, len(card.stances) + 1, 4, len(card.types) + 2


def inputs(document: Document, events: Sequence[Event], card: Card) -> Inputs:
    """The reader's inputs for a document and the events that the rules find in it."""
    tokens = document.structure.tokens
    dependencies = _numbered(card.dependencies)
    parts = _numbered(card.parts)
    voices = _voices(document, card)
    cues = {attribution.cue_head for attribution in document.attributions}
    found = _by_head(events, card)
    names = hidden(document, found.keys(), card.known)
    words: list[str] = []
    numbers: list[Numbers] = []
    for token, (stance, quoted), name in zip(tokens, voices, names, strict=True):
        dep, pos = (token.dep, token.pos) if name is None else label(token)
        voice = CUE * (token.i in cues) + QUOTED * quoted
        numbers.append((dependencies.get(dep, 0), parts.get(pos, 0), stance, voice, found.get(token.i, 0)))
        words.append(_ARTICLES.get(token.lower, token.text) if name is None else name)
    return Inputs(words, numbers)


def _numbered(labels: Sequence[str]) -> Mapping[str, int]:
    return {label: number for number, label in enumerate(labels, 1)}


def _by_head(events: Sequence[Event], card: Card) -> dict[int, int]:
    """The number of the first event at each token."""
    types = _numbered(card.types)
    found: dict[int, int] = {}  # a clause that no rule knows is none of which a rule says `other.statement`
    for event in events:
        found.setdefault(event.head, len(card.types) + 1 if event.entry == PLAIN else types[event.type])
    return found


def _voices(document: Document, card: Card) -> Iterator[tuple[int, bool]]:
    """For each token the stance of the cue that governs it, 0 in the report's own voice, and whether it is quoted."""
    stances = _numbered(card.stances)
    coverage = Coverage(document.attributions)
    for token in document.structure.tokens:
        over = coverage.over(token.start)
        if over:
            attribution = document.attributions[over[0]]
            yield stances[attribution.stance], attribution.quoted == "direct"
        else:
            yield 0, False
