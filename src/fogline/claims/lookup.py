"""Finds what earlier stages put at a token or a span: the index that the claims stage asks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import replace
from typing import Self, TypeVar

from fogline.extraction.coverage import Coverage
from fogline.model import Actor, Amount, Attribution, Document, Event, Place, Span, Time, Token

Found = TypeVar("Found", Place, Amount, Time)


class Lookup:
    """Layers of one document by token and offset."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.structure = document.structure
        self.tokens = document.structure.tokens
        self._actor_at = {actor.head: actor for actor in document.actors}
        self._starts = [token.start for token in self.tokens]
        self._coverage = Coverage(document.attributions)
        self._cues: dict[int, int] = {}
        for index, attribution in enumerate(document.attributions):
            if attribution.cue_head is not None and attribution.source:
                self._cues.setdefault(attribution.cue_head, index)
        self._actors = sorted(document.actors, key=lambda actor: (actor.start, actor.end))
        self._actor_starts = [actor.start for actor in self._actors]
        self._places = _by_sentence(self.tokens, document.places)
        self._amounts = _by_sentence(self.tokens, document.amounts)
        self._times = _by_sentence(self.tokens, document.times)

    def telling(self, events: tuple[Event, ...]) -> Self:
        """The same layers with other events; the index holds none of them."""
        found = copy(self)
        found.document = replace(self.document, events=events)
        return found

    def evidence_of(self, event: Event) -> tuple[int, int]:
        """The characters that tell of an event: its clause, and its trigger where that goes beyond."""
        first, last = event.clause
        return min(self.tokens[first].start, event.start), max(self.tokens[last - 1].end, event.end)

    def token_at(self, offset: int) -> int:
        """The last token that starts at or before a character offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def actor_at(self, head: int | None) -> Actor | None:
        """The actor mention governed by a token."""
        return self._actor_at.get(head) if head is not None else None

    def actor_of(self, spans: tuple[Span, ...], head: int | None) -> Actor | None:
        """The actor mention that a source's words name: by its head, else the longest mention within the words."""
        found = self.actor_at(head)
        if found is not None:
            return found
        inside = [a for span in spans for a in self.actors_within(span)]
        return max(inside, key=lambda a: (a.kind is not None, a.end - a.start), default=None)

    def attributions_over(self, event: Event) -> list[int]:
        """Indices of the attributions in whose content an event's trigger stands, innermost first."""
        return self.attributions_at(event.start)

    def attributions_at(self, offset: int) -> list[int]:
        """Indices of the attributions in whose content a character stands, innermost first."""
        return self._coverage.over(offset)

    def attribution_by(self, cue_head: int) -> int | None:
        """The index of the attribution with a source that the word at a token makes."""
        return self._cues.get(cue_head)

    def actors_within(self, span: Span) -> list[Actor]:
        """The actor mentions within a span, in text order."""
        first, last = bisect_left(self._actor_starts, span.start), bisect_left(self._actor_starts, span.end)
        return [a for a in self._actors[first:last] if a.end <= span.end]

    def places_in(self, sentence: int) -> list[Place]:
        """The place mentions of a sentence, in order."""
        return self._places.get(sentence, [])

    def amounts_in(self, sentence: int) -> list[Amount]:
        """The amounts of a sentence, in order."""
        return self._amounts.get(sentence, [])

    def times_in(self, sentence: int) -> list[Time]:
        """The resolved times of a sentence, in order."""
        return self._times.get(sentence, [])

    def actors_in(self, place: Place) -> list[Actor]:
        """The actor mentions governed by a token of a place mention."""
        return [self._actor_at[i] for i in range(place.first, place.last) if i in self._actor_at]

    def attribution(self, index: int) -> Attribution:
        """The attribution with this index."""
        return self.document.attributions[index]


def _by_sentence(tokens: Sequence[Token], found: Iterable[Found]) -> dict[int, list[Found]]:
    """What an earlier stage found, by the number of the sentence that it begins in."""
    layer: dict[int, list[Found]] = {}
    for item in found:
        layer.setdefault(tokens[item.first].sentence, []).append(item)
    return layer
