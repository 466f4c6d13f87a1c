"""The parts of countries that news names by a direction: "eastern Ukraine", "northern Syria"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from statistics import fmean

from fogline.extraction.places.gazetteer.records import Named, NameKind, Record
from fogline.extraction.places.gazetteer.regions import mean_longitude
from fogline.extraction.places.gazetteer.sources import REVIEWED

_FIRST_ID = 950_000_000
_LEAST = 20  # settlements that a country needs for its parts to be told
_OUTER, _CORNER = 0.75, 0.6  # where a side or a corner begins, as a share of the country's extent
SIDES = {
    "northern": (1, 0), "southern": (-1, 0), "eastern": (0, 1), "western": (0, -1), "northeastern": (1, 1),
    "northwestern": (1, -1), "southeastern": (-1, 1), "southwestern": (-1, -1),
}  # fmt: skip


def sectors(countries: Iterable[Record], settlements: Iterable[Record]) -> Iterator[Named]:
    """One area for each side and corner of each country; its centre is that of the settlements there.

    Countries that span the date line get none: their sides by longitude would be wrong.
    """
    inside: dict[str, list[Record]] = defaultdict(list)
    for record in settlements:
        inside[record.country or ""].append(record)
    number = _FIRST_ID
    for country in countries:
        points = inside.get(country.country or "", [])
        for side, (up, right) in SIDES.items():
            number += 1
            part = _part(points, up, right)
            if not part:
                continue
            lat, lon = fmean(p.lat for p in part), mean_longitude([p.lon for p in part])
            name = f"{side} {country.name}"
            radius = max(20_000, country.radius_m // 2)
            record = Record(
                number, name, round(lat, 2), round(lon, 2), None, country.country, None, "area", 0, radius,
                source=REVIEWED.id,
            )  # fmt: skip
            yield Named(record, ((name, NameKind.REVIEWED, None),))


def _part(points: list[Record], up: int, right: int) -> list[Record]:
    if len(points) < _LEAST:
        return []
    lats, lons = _extent(p.lat for p in points), _extent(p.lon for p in points)
    if lons[1] - lons[0] > 180:
        return []
    start = _OUTER if not (up and right) else _CORNER
    return [p for p in points if _beyond(p.lat, lats, up, start) and _beyond(p.lon, lons, right, start)]


def _extent(values: Iterable[float]) -> tuple[float, float]:
    """The span that leaves out the outermost hundredth at either end: far islands are no side of a country."""
    ordered = sorted(values)
    cut = len(ordered) // 100
    return ordered[cut], ordered[-1 - cut]


def _beyond(value: float, extent: tuple[float, float], direction: int, start: float) -> bool:
    share = (value - extent[0]) / (extent[1] - extent[0] or 1.0)
    return direction == 0 or (share >= start if direction > 0 else share <= 1 - start)
