"""The place of an event: by its clause, then by its sentence, then by what was told before."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from fogline.claims.lookup import Lookup
from fogline.language.tree import ancestors
from fogline.model import Event, Place

CORE = ("control.", "attack.", "harm.", "people.", "aid.")
LEAD = 6  # sentences in which an event without a place is at the report's main place
_FINE = {"exact": 0, "near": 0, "settlement": 1, "district": 2, "region": 3, "country": 4}
# Steps in the tree that a finer place may lie farther off: "the village of Aldo in the north" is at Aldo.
_COARSE = {"exact": 0, "near": 0, "settlement": 0, "district": 1, "region": 2, "country": 3}
_LOCATIVE = frozenset(
    {"in", "into", "inside", "across", "throughout", "within", "from", "of", "around", "near", "outside"}
)


class Where:
    """Places the events of one document, in order: an event without a place of its own may carry on the last one's."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._main = _main_place(lookup)
        self._last: Place | None = None
        self._last_core: Place | None = None
        self._last_at: tuple[int, int] = (-1, -1)

    def place_of(self, event: Event) -> tuple[Place | None, str]:
        """The most precise place of an event, and the reason."""
        place, why = self._find(event)
        core = event.type.startswith(CORE)
        self._last = place
        self._last_core = place if place is not None and core else self._last_core
        self._last_at = self._position(event)
        if place is not None and place.precision == "country":  # a country's centre is no place where things happen
            place = replace(place, lat=None, lon=None)
        return place, why

    def _find(self, event: Event) -> tuple[Place | None, str]:
        first, last = event.clause
        core = event.type.startswith(CORE)
        mentions = self._lookup.places_in(self._lookup.tokens[event.head].sentence)
        inside = [p for p in mentions if first <= p.first < last]
        for near, reason in ((inside, "place: clause"), (mentions, "place: sentence")):
            local = [p for p in near if self._is_local(p)]
            if local:
                return self._nearest(event, local), reason
            countries = [p for p in near if p.precision == "country" and self._is_locative(p, event)]
            if countries:
                return self._nearest(event, countries), reason
        sentence, paragraph = self._position(event)
        if core:
            return self._carried(sentence, paragraph)
        return None, "place: not told"

    def _carried(self, sentence: int, paragraph: int) -> tuple[Place | None, str]:
        if paragraph == self._last_at[1] and self._last is not None:
            return self._last, "place: carried on in the paragraph"
        if sentence < LEAD and self._main is not None:
            return self._main, "place: the report's main place"
        if self._last_core is not None:
            return self._last_core, "place: carried on"
        return (self._main, "place: the report's main place") if self._main is not None else (None, "place: not told")

    def _position(self, event: Event) -> tuple[int, int]:
        sentence = self._lookup.tokens[event.head].sentence
        return sentence, self._lookup.structure.sentences[sentence].paragraph

    def _is_local(self, place: Place) -> bool:
        """Whether a mention locates: finer than a country, and locative where it may stand for a government."""
        if place.adjectival or place.precision == "country" or place.lat is None:
            return False
        return not self._may_be_metonym(place) or self._is_locative(place)

    def _may_be_metonym(self, place: Place) -> bool:
        return any(a.first <= place.first < a.last and a.kind == "government" for a in self._lookup.actors_in(place))

    def _is_locative(self, place: Place, event: Event | None = None) -> bool:
        """Whether a preposition of place governs a mention; what is attacked is where the attack is."""
        token = self._lookup.tokens[place.last - 1]
        while token.dep == "conj":
            token = self._lookup.tokens[token.head]
        if token.dep != "pobj":
            return False
        preposition = self._lookup.tokens[token.head].lower
        attacked = event is not None and event.type.startswith("attack.") and preposition in {"on", "against", "at"}
        return preposition in _LOCATIVE or attacked

    def _nearest(self, event: Event, places: list[Place]) -> Place:
        """The place closest to the trigger in the tree, a finer one before a coarser one a few steps nearer."""
        return min(places, key=lambda p: (self._distance(event.head, p.last - 1) + _COARSE[p.precision], p.start))

    def _distance(self, a: int, b: int) -> int:
        """Steps between two tokens of a sentence along the tree."""
        structure = self._lookup.structure
        up_a = [a, *(t.i for t in ancestors(structure, a))]
        up_b = [b, *(t.i for t in ancestors(structure, b))]
        shared = next((i for i in up_a if i in up_b), None)
        return up_a.index(shared) + up_b.index(shared) if shared is not None else len(structure.tokens)


def _main_place(lookup: Lookup) -> Place | None:
    """The place finer than a country that the report names most often."""
    located = [p for p in lookup.document.places if p.lat is not None and not p.adjectival and p.precision != "country"]
    counts = Counter(p.name for p in located)
    return max(located, key=lambda p: (counts[p.name], -_FINE[p.precision], -p.start), default=None)
