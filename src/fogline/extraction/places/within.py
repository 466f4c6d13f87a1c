"""Places whose region the text itself tells: "Kajaki district, Helmand province"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from fogline.extraction.places.context import bridged
from fogline.extraction.places.held import HELD
from fogline.extraction.places.located import unlocated
from fogline.extraction.places.words import features
from fogline.model import Document, Place

_REGION = "region"
_LARGE = frozenset({"country", "area", "water", "mountains", _REGION})


def within(document: Document, found: Sequence[Place]) -> list[Place]:
    """The mentions in text order, those of places that no table has with the region and country told beside them.

    A record of another country than the region's is no mention of it: such a place is unlocated too. Further mentions
    by the same name lie in the same region.
    """
    out = sorted(found, key=lambda place: place.first)
    told = {place.name: place for place in reversed(out) if HELD in place.because and place.admin1 is not None}
    for i, (place, after) in enumerate(pairwise(out)):
        if (
            after.feature == _REGION
            and after.admin1 is not None
            and bridged(document.structure, place.last, after.first)
        ):
            out[i] = _told(document, place, after)
            if out[i] is not place:
                told.setdefault(place.name, out[i])
    return [_as_told(document, place, told.get(place.name)) for place in out]


def _told(document: Document, place: Place, region: Place) -> Place:
    if place.feature in _LARGE or (place.admin1 is not None and place.country == region.country):
        return place
    if place.country is not None and place.country != region.country:
        if document.structure.tokens[region.last - 1].lower not in features("type_after"):
            return place  # "Perth, WA": the short name may be of another region
        place = unlocated(document, place.first, place.last, place.feature, place.because)
    because = (*place.because, "places.within")
    return replace(place, country=region.country, admin1=region.admin1, because=because)


def _as_told(document: Document, place: Place, told: Place | None) -> Place:
    if told is None or (place.admin1 is not None and place.country == told.country):
        return place
    return _told(document, place, told)
