"""One record per place over all reports."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from fogline.assessment.sources import folded
from fogline.model import Place

DEGREES = 2  # decimals of the point by which a place without an identifier is known: about a kilometre
NEAR_KM = 25.0
"""Two records of one name within so many kilometres are one place; regions and countries within ten times as many."""
WIDE = frozenset({"region", "country", "area", "water", "mountains"})
KM_A_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Entry:
    """What the register knows of a place, to tell whether another mention is of it."""

    key: str
    lat: float | None
    lon: float | None
    feature: str


def place_key(place: Place) -> str:
    """The key of a place: its GeoNames identifier, else its name and point, else its name alone.

    Where a relation gave the mention a point of its own ("20 km north of Goma"), the key is that of the place named.
    """
    if place.geonames is not None:
        return f"geonames:{place.geonames}"
    point, name = point_of(place), folded(place.name)
    return f"name:{name}" if point is None else f"at:{point[0]:.{DEGREES}f},{point[1]:.{DEGREES}f}:{name}"[:200]


def same_place(place: Place, known: Iterable[Entry]) -> str | None:
    """The key of the record of the same name that lies near enough to be the same place; None where there is none."""
    point = point_of(place)
    for entry in known:
        if (entry.feature in WIDE) != (place.feature in WIDE):
            continue
        if point is None or entry.lat is None or entry.lon is None:
            if (point is None) == (entry.lat is None):
                return entry.key
            continue
        reach = NEAR_KM * (10 if place.feature in WIDE else 1)
        if _kilometres(point, (entry.lat, entry.lon)) <= reach:
            return entry.key
    return None


def point_of(place: Place) -> tuple[float, float] | None:
    """The point of the place that is named, in degrees."""
    if place.anchor_point is not None:
        return place.anchor_point
    return None if place.lat is None or place.lon is None else (place.lat, place.lon)


def is_name(place: Place) -> bool:
    """Whether the mention calls the place by a name, and not by an epithet ("the town") or an adjective."""
    return place.anchor is None and not place.adjectival and place.text[:1].isupper()


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """A plain distance, right enough over some dozen kilometres."""
    north = (one[0] - other[0]) * KM_A_DEGREE
    east = (one[1] - other[1]) * KM_A_DEGREE * math.cos(math.radians(one[0]))
    return math.hypot(north, east)
