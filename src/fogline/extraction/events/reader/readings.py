"""What the reader sees in a document: for each token how likely it tells of which event, and with which stance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from fogline.extraction.events.reader.card import card
from fogline.extraction.events.reader.inputs import inputs
from fogline.extraction.events.reader.network import network
from fogline.extraction.events.reader.windows import windows
from fogline.model import Document, Event, EventType, Reading, Structure


@dataclass(frozen=True)
class Readings:
    """Chances for all tokens: `types` is tokens × event types, `stances` tokens × stances."""

    structure: Structure
    types: np.ndarray[Any, Any]
    stances: np.ndarray[Any, Any]

    def of(self, event: Event) -> Reading:
        """What the reader says of an event mention; the words of a trigger speak together."""
        known = card()
        chances: list[float] = self.types[self.trigger(event)].max(axis=0).tolist()
        kind = known.types.index(event.type)
        return Reading(
            own=chances[kind],
            rival=max(chance for k, chance in enumerate(chances) if k != kind),
            family=max(chances[k] for k in _family(event.type)),
            stances=tuple(zip(known.stances, self.stances[event.head].tolist(), strict=True)),
        )

    def likely(self, least: float) -> list[tuple[int, EventType, float]]:
        """Tokens with each type whose chance is at least `least`, in text order."""
        known = card().types
        return [
            (int(i), known[k], float(self.types[i, k])) for i, k in zip(*np.nonzero(self.types >= least), strict=True)
        ]

    def trigger(self, event: Event) -> list[int]:
        """The tokens of an event's trigger, its head among them."""
        tokens = self.structure.tokens
        first = last = event.head
        while first > 0 and tokens[first - 1].start >= event.start:
            first -= 1
        while last + 1 < len(tokens) and tokens[last + 1].end <= event.end:
            last += 1
        return list(range(first, last + 1))


@cache
def _family(kind: EventType) -> tuple[int, ...]:
    """The ranks of the types of one family."""
    names = [name.partition(".")[0] for name in card().types]
    return tuple(k for k, name in enumerate(names) if name == kind.partition(".")[0])


def read(document: Document, events: Sequence[Event]) -> Readings:
    """Reads a document in which the rules have found `events`."""
    known, net = card(), network()
    given = inputs(document, events, known)
    types = np.zeros((len(given.words), len(known.types)), np.float32)
    stances = np.zeros((len(given.words), len(known.stances)), np.float32)
    sentences = document.structure.sentences
    cut = list(windows(sentences, given, net.pieces, size=known.window, before=known.before))
    for window, chances in zip(cut, net.read(cut), strict=True):
        types[window.tokens], stances[window.tokens] = chances
    return Readings(document.structure, types, stances)
