"""What the other places of a report tell of a candidate: it lies within one of them, near them, or where one points."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from fogline.extraction.places.gazetteer import Record
from fogline.extraction.places.gazetteer.fold import key
from fogline.extraction.places.geometry import kilometres, offset
from fogline.extraction.places.offsets import Offset

MOST_OTHERS = 200  # other places of a report that a place is measured against; a book's worth would take for ever
_NEAR_KM, _CLOSE_KM, _CLOSE = 200.0, 40.0, 0.45  # of one part of the country, of one day's march; the latter's share
MOST_OPEN, MOST_CANDIDATES = 20, 8
_OF_OPEN, _RIM = 0.7, 0.5
_NO_NEARER = 9.0  # degrees of latitude, a thousand kilometres
_NO_NEARER_EAST = 30.0  # degrees of longitude, a thousand kilometres in the far north and more elsewhere
_ROUND = 360.0 - _NO_NEARER_EAST  # and those on the other side of the date line
_LEEWAY = 1.4  # how far beyond its radius an area may reach
_SMALL_M = 350_000  # radius of an area in which a mention says where, and not only on which continent


@dataclass(frozen=True, slots=True)
class Nearby:
    """Other places that are settled, each with its share of the report's mentions, the most named one having 1.

    `open` holds the candidates of names that are not settled: two of them may settle one another.
    """

    records: tuple[tuple[Record, float], ...]
    open: tuple[tuple[Record, ...], ...] = ()

    def nearness(self, record: Record) -> float:
        """0 to 1: the mean nearness to the three nearest other places."""
        others = [o for o, _ in self.records[:MOST_OTHERS] if o.id != record.id]
        unsure = self.open[:MOST_OPEN]
        near = [_near(record, o) for o in _about(record, others)]
        for records in unsure:
            band = [_near(record, o) for o in _about(record, records)]
            if band:
                near.append(_OF_OPEN * max(band))
        count = min(3, len(others) + len(unsure))
        return sum(sorted(near, reverse=True)[:3]) / count if count else 0.0

    def within(self, record: Record) -> float:
        """0 to 1: how much the report names a region or area that the place lies in."""
        return max((share * _inside(record, o) for o, share in self.records if _is_narrow(o)), default=0.0)


def is_inside(record: Record, outer: Record) -> bool:
    """Whether a place lies in a larger one."""
    if record.id == outer.id or outer.feature in {"settlement", "facility"} or record.feature == "country":
        return False
    if outer.feature == "country":
        return record.country == outer.country
    if record.feature == outer.feature:
        return False
    if record.admin1 and (outer.feature == "region" or (outer.feature == "area" and outer.admin1)):
        return record.country == outer.country and record.admin1 == outer.admin1
    if outer.country and record.country and outer.country != record.country:
        return False
    return kilometres(record.lat, record.lon, outer.lat, outer.lon) * 1000 <= _LEEWAY * outer.radius_m


def in_district(record: Record, outer: Record) -> float:
    """0 to 1: how surely a place lies in a second-level region; its name says so, else its nearness to the middle."""
    if outer.feature != "district" or record.feature == "district" or not is_inside(record, outer):
        return 0.0
    if record.admin2 and record.admin1 == outer.admin1 and key(record.admin2) == key(outer.name):
        return 1.0
    gap = kilometres(record.lat, record.lon, outer.lat, outer.lon) * 1000
    return max(0.0, 1.0 - gap / (_LEEWAY * outer.radius_m))


def _inside(record: Record, outer: Record) -> float:
    """1 within, less on the rim of an area that has no borders in the gazetteer, 0 outside."""
    if not is_inside(record, outer):
        return 0.0
    if outer.feature != "area" or outer.admin1:
        return 1.0
    gap = kilometres(record.lat, record.lon, outer.lat, outer.lon) * 1000
    return 1.0 if gap <= outer.radius_m else _RIM


def fit(record: Record, anchors: Sequence[Record], told: Offset) -> float:
    """0 to 1: how well a place lies where the words point, as seen from the best of the anchor's candidates."""
    return max((_fit(record, anchor, told) for anchor in anchors), default=0.0)


def _fit(record: Record, anchor: Record, told: Offset) -> float:
    if told.km is None:
        return 0.0
    if told.bearing is None:
        gap = abs(kilometres(record.lat, record.lon, anchor.lat, anchor.lon) - told.km)
    else:
        gap = kilometres(record.lat, record.lon, *offset(anchor.lat, anchor.lon, told.km, told.bearing))
    return math.exp(-((gap / (5.0 + 0.35 * told.km)) ** 2))


def _is_narrow(outer: Record) -> bool:
    return outer.feature in {"region", "district", "area"} and outer.radius_m < _SMALL_M


def _about(record: Record, others: Sequence[Record]) -> list[Record]:
    """Those that may lie within a thousand kilometres: leaves most pairs out, and their cosines."""
    lat, lon = record.lat, record.lon
    south, north = lat - _NO_NEARER, lat + _NO_NEARER
    return [o for o in others if south <= o.lat <= north and not _NO_NEARER_EAST < abs(o.lon - lon) < _ROUND]


def _near(record: Record, other: Record) -> float:
    gap = kilometres(record.lat, record.lon, other.lat, other.lon)
    return (1 - _CLOSE) * math.exp(-gap / _NEAR_KM) + _CLOSE * math.exp(-gap / _CLOSE_KM)
