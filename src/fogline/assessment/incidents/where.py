"""How near two claims' places are, and by which cells near ones are found."""

from __future__ import annotations

from math import asin, cos, floor, radians, sin, sqrt

from fogline.assessment.incidents.sight import Sight

CELL = 0.3  # degrees: at 60° of latitude still wider than ONE
ONE = 15_000  # metres within which two points of one name are one place ("20 km north of" is another one)
NEAR = 5_000  # metres within which two points of other names may be one place at most, however vague they are
LEAST = 1_000  # metres within which two points are one place, however exact they are
_EARTH = 6_371_000


def place_relation(one: Sight, other: Sight) -> str | None:
    """`same`, `near`, `within` (one is the other's region), `region` (one region), `unplaced`; None where apart."""
    if one.level is None or other.level is None:
        return "unplaced"
    if one.place == other.place:
        return ("same" if _near(one, other, ONE) else None) if one.level == "point" else "region"
    if "control" in (one.family, other.family):
        return None  # of each place it is said for itself who holds it
    if one.level == other.level == "point":
        return "near" if _near(one, other, min(NEAR, max(LEAST, one.radius, other.radius)), unknown=False) else None
    if "country" in (one.level, other.level) or one.level == other.level:
        return None
    return "within" if one.region is not None and one.region == other.region else None


def cell(sight: Sight) -> str:
    """The cell under which a claim is filed: of its point, its region, its place's name, or else of its source."""
    if sight.level is None:
        return f"S:{sight.source}"
    if sight.level != "point" and sight.region is not None:
        return f"R:{sight.region}"
    return f"K:{sight.place}" if sight.lat is None or sight.lon is None else _grid(*_square(sight.lat, sight.lon))


def cells(sight: Sight) -> set[str]:
    """The cells in which claims may be filed that are near one."""
    found = {cell(sight)}
    if sight.level == "point":
        if sight.region is not None:
            found.add(f"R:{sight.region}")
        if sight.lat is not None and sight.lon is not None:
            x, y = _square(sight.lat, sight.lon)
            found |= {_grid(x + i, y + j) for i in (-1, 0, 1) for j in (-1, 0, 1)}
    return found


def _square(lat: float, lon: float) -> tuple[int, int]:
    return floor(lat / CELL), floor(lon / CELL)


def _grid(x: int, y: int) -> str:
    return f"{x}:{y}"


def _near(one: Sight, other: Sight, most: float, *, unknown: bool = True) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return unknown
    if abs(one.lat - other.lat) > CELL:
        return False
    return metres(one.lat, one.lon, other.lat, other.lon) <= most


def metres(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """The distance of two points over the ground."""
    a, b = radians(lat), radians(lat2)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon2 - lon) / 2) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(half)))
