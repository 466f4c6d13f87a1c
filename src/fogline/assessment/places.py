"""One record per place over all reports."""

from __future__ import annotations

from fogline.assessment.sources import folded
from fogline.model import Place

DEGREES = 2  # decimals of the point by which a place without an identifier is known: about a kilometre


def place_key(place: Place) -> str:
    """The key of a place: its GeoNames identifier, else its name and point, else its name alone.

    Where a relation gave the mention a point of its own ("20 km north of Goma"), the key is that of the place named.
    """
    if place.geonames is not None:
        return f"geonames:{place.geonames}"
    point = place.anchor_point or ((place.lat, place.lon) if place.lat is not None and place.lon is not None else None)
    name = folded(place.name)
    return f"name:{name}" if point is None else f"at:{point[0]:.{DEGREES}f},{point[1]:.{DEGREES}f}:{name}"[:200]


def is_name(place: Place) -> bool:
    """Whether the mention calls the place by a name, and not by an epithet ("the town") or an adjective."""
    return place.anchor is None and not place.adjectival and place.text[:1].isupper()
