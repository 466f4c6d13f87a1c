"""The place of an event: by its clause, then by its sentence, then by what was told before."""

from __future__ import annotations

from dataclasses import replace

from fogline.claims.lookup import Lookup
from fogline.language.tree import ancestors
from fogline.model import Event, Place

_FINE = {"exact": 0, "near": 0, "settlement": 1, "district": 2, "region": 3, "country": 4}


def place_of(lookup: Lookup, event: Event, before: Place | None) -> tuple[Place | None, str]:
    """The most precise place of an event, and the reason; `before` is the place of the claim before it."""
    first, last = event.clause
    sentence = lookup.tokens[event.head].sentence
    candidates = [p for p in lookup.places_in(sentence) if not p.adjectival]
    inside = [p for p in candidates if first <= p.first < last]
    if inside:
        return _nearest(lookup, event, inside), "place: clause"
    governed = [p for p in candidates if _shares_governor(lookup, event, p)]
    if governed:
        return _nearest(lookup, event, governed), "place: sentence"
    if before is not None and event.type.startswith(("control.", "attack.", "harm.", "people.", "aid.")):
        return before, "place: carried on"
    return None, "place: not told"


def _nearest(lookup: Lookup, event: Event, places: list[Place]) -> Place:
    """The place closest to the trigger in the tree; a country only where nothing finer is named."""
    fine = [p for p in places if _FINE[p.precision] < 4] or places
    best = min(fine, key=lambda p: (_distance(lookup, event.head, p.last - 1), _FINE[p.precision], p.start))
    return (
        replace(best, lat=None, lon=None, because=(*best.because, "place.country_is_no_point"))
        if best.precision == "country"
        else best
    )


def _distance(lookup: Lookup, a: int, b: int) -> int:
    """Steps between two tokens of a sentence along the tree."""
    up_a = [a, *(t.i for t in ancestors(lookup.structure, a))]
    up_b = [b, *(t.i for t in ancestors(lookup.structure, b))]
    shared = next((i for i in up_a if i in up_b), None)
    return up_a.index(shared) + up_b.index(shared) if shared is not None else 99


def _shares_governor(lookup: Lookup, event: Event, place: Place) -> bool:
    return lookup.tokens[place.first].sentence == lookup.tokens[event.head].sentence
