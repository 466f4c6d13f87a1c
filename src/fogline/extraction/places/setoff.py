"""Mentions that lie off the place they name: "20 km north of", "on the outskirts of", "between A and B"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.extraction.places.geometry import kilometres, middle, offset
from fogline.extraction.places.offsets import offset_before
from fogline.extraction.places.relations import relation
from fogline.model import Document, Place, Structure, Token

_SPOTS = frozenset({"settlement", "district", "facility", "island"})  # features that a distance can be told from
_LEEWAY_M = {"outskirts": 3_000, "edge": 3_000, "suburb": 8_000, "suburbs": 8_000, "in": 25_000, "towards": 25_000}
_OTHER_LEEWAY_M = 15_000  # how far "near" or "west of" may lead from a place, where no distance is told
_VAGUE = 0.2  # of a distance told, how far the true position may lie off
_WAYS = frozenset({"road", "highway", "route", "railway", "motorway", "track"})
_FARTHEST_KM = 200.0  # between two places that something lies between


def set_off(structure: Structure, place: Place, *, near: bool = False) -> Place:
    """The place with the relation that its words tell, and with a point of its own where that can be computed.

    `near` tells that the mention is of a site in or by the place.
    """
    told = relation(structure, place.first, place.last)
    if told is None and not near:
        return place
    leeway = _LEEWAY_M.get(told.split()[0], _OTHER_LEEWAY_M) if told else _OTHER_LEEWAY_M
    precision = "near" if place.precision in {"settlement", "exact"} else place.precision
    moved = replace(place, relation=told, precision=precision, precision_m=(place.precision_m or 0) + leeway)
    way = offset_before(structure, place.first)
    if way is None or way.km is None or place.feature not in _SPOTS:
        return moved
    metres = way.km * 1000
    if way.bearing is None or place.lat is None or place.lon is None:
        return replace(moved, precision_m=(place.precision_m or 0) + round(metres))
    lat, lon = offset(place.lat, place.lon, way.km, way.bearing)
    return _moved(place, lat, lon, way.plain, (place.precision_m or 0) + round(_VAGUE * metres))


def between(document: Document, found: Sequence[Place]) -> list[Place]:
    """The mentions, those of "between A and B" at the point half-way, where both are spots not far apart.

    So are those of "the road from A to B".
    """
    tokens = document.structure.tokens
    by_first = {place.first: i for i, place in enumerate(found)}
    out = list(found)
    for i, one in enumerate(found):
        at = one.last
        if one.first < 1 or at >= len(tokens) or not _pairs(tokens, one.first - 1, at):
            continue
        other = by_first.get(at + 1)
        if other is not None:
            out[i], out[other] = _half_way(one, found[other])
    return out


def _pairs(tokens: Sequence[Token], before: int, behind: int) -> bool:
    """Whether the words before and behind a place make it the first of the two that something lies between."""
    words = tokens[before].lower, tokens[behind].lower
    if words == ("between", "and"):
        return True
    return words == ("from", "to") and before > 0 and tokens[before - 1].lower in _WAYS


def _half_way(one: Place, other: Place) -> tuple[Place, Place]:
    if {one.feature, other.feature} - _SPOTS or None in {one.lat, one.lon, other.lat, other.lon}:
        return one, other
    a, b = (one.lat or 0.0, one.lon or 0.0), (other.lat or 0.0, other.lon or 0.0)
    gap = kilometres(*a, *b)
    if gap > _FARTHEST_KM:
        return one, other
    lat, lon = middle(*a, *b)
    words = f"between {one.name} and {other.name}"
    metres = round(gap * 500)
    return _moved(one, lat, lon, words, metres), _moved(other, lat, lon, words, metres)


def _moved(place: Place, lat: float, lon: float, words: str, metres: int) -> Place:
    """The place at another point; its own becomes the anchor's."""
    return replace(
        place, lat=round(lat, 5), lon=round(lon, 5), geonames=None, population=None, relation=words, precision="near",
        precision_m=metres, adjectival=False, anchor_point=(place.lat or 0.0, place.lon or 0.0),
    )  # fmt: skip
