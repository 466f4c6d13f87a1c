"""Distances and directions on the globe."""

from __future__ import annotations

import math

EARTH_RADIUS_KM = 6371.0
_DEGREE = math.pi / 180


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """The great-circle distance between two points in kilometres (haversine formula)."""
    p1, p2 = lat1 * _DEGREE, lat2 * _DEGREE
    half = math.sin((p2 - p1) / 2) ** 2 + math.cos(p1) * math.cos(p2) * math.sin((lon2 - lon1) * _DEGREE / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(half))


def offset(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """The point that lies `km` kilometres from another one; `bearing` in degrees clockwise from north."""
    angle, turn, p = km / EARTH_RADIUS_KM, math.radians(bearing), math.radians(lat)
    up = math.asin(math.sin(p) * math.cos(angle) + math.cos(p) * math.sin(angle) * math.cos(turn))
    across = math.atan2(math.sin(turn) * math.sin(angle) * math.cos(p), math.cos(angle) - math.sin(p) * math.sin(up))
    return math.degrees(up), (lon + math.degrees(across) + 540) % 360 - 180


def middle(lat1: float, lon1: float, lat2: float, lon2: float) -> tuple[float, float]:
    """The point half-way between two points."""
    p1, p2, across = math.radians(lat1), math.radians(lat2), math.radians(lon2 - lon1)
    x, y = math.cos(p2) * math.cos(across), math.cos(p2) * math.sin(across)
    up = math.atan2(math.sin(p1) + math.sin(p2), math.hypot(math.cos(p1) + x, y))
    turn = math.radians(lon1) + math.atan2(y, math.cos(p1) + x)
    return math.degrees(up), (math.degrees(turn) + 540) % 360 - 180
