"""Finds what earlier stages put at a token or a span: the index that the claims stage asks."""

from __future__ import annotations

from bisect import bisect_right

from fogline.model import Actor, Attribution, Document, Event, Place, Span, Time


class Lookup:
    """Layers of one document by token and offset."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.structure = document.structure
        self.tokens = document.structure.tokens
        self._actor_at = {actor.head: actor for actor in document.actors}
        self._starts = [token.start for token in self.tokens]
        self._contents = sorted(
            (span.start, span.end, index)
            for index, attribution in enumerate(document.attributions)
            for span in attribution.content
        )
        self._places: dict[int, list[Place]] = {}
        for place in document.places:
            self._places.setdefault(self.tokens[place.first].sentence, []).append(place)
        self._times: dict[int, list[Time]] = {}
        for time in document.times:
            self._times.setdefault(self.tokens[time.first].sentence, []).append(time)

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
        inside = [a for a in self.document.actors for s in spans if s.start <= a.start and a.end <= s.end]
        return max(inside, key=lambda a: (a.kind is not None, a.end - a.start), default=None)

    def attributions_over(self, event: Event) -> list[int]:
        """Indices of the attributions in whose content an event's trigger stands, innermost first."""
        sizes: dict[int, int] = {}
        for start, end, index in self._contents:
            if start > event.start:
                break
            if event.start < end:
                sizes[index] = min(sizes.get(index, end - start), end - start)
        return sorted(sizes, key=lambda index: (sizes[index], -index))

    def places_in(self, sentence: int) -> list[Place]:
        """The place mentions of a sentence, in order."""
        return self._places.get(sentence, [])

    def times_in(self, sentence: int) -> list[Time]:
        """The resolved times of a sentence, in order."""
        return self._times.get(sentence, [])

    def actors_in(self, place: Place) -> list[Actor]:
        """The actor mentions governed by a token of a place mention."""
        return [self._actor_at[i] for i in range(place.first, place.last) if i in self._actor_at]

    def attribution(self, index: int) -> Attribution:
        """The attribution with this index."""
        return self.document.attributions[index]
