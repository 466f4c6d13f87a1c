"""Reads GeoJSON: the features of a collection, or one feature a line; areas are taken by the middle of their extent."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import ijson

from fogline.errors import UsageError
from fogline.extraction.places.gazetteer.added import columns
from fogline.extraction.places.gazetteer.added.opened import inner_name, opened
from fogline.extraction.places.gazetteer.added.rows import Bad, Item, Row

_METRES_OF_DEGREE = 111_195


@dataclass(frozen=True)
class GeoJsonReader:
    """Reads GeoJSON; a position is a number of features. `given` names the properties of fields."""

    path: Path
    given: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def total(self) -> int:
        """0: the number of features is not known beforehand."""
        return 0

    def rows(self, position: int, line: int) -> Iterator[Row]:
        """The features from number `position` on.

        Raises:
            UsageError: the file breaks off or is no JSON; the features before that were given.
        """
        for number, feature in enumerate(self._features(), start=1):
            if number > position:
                yield number, number, feature if isinstance(feature, Bad) else _item(feature, self.given)

    def _features(self) -> Iterator[Any]:
        with opened(self.path) as file:
            if inner_name(self.path).endswith((".jsonl", ".geojsonl", ".ndjson", ".geojsons")):
                for raw in file:
                    try:
                        yield json.loads(raw.strip(b"\x1e \r\n") or b"null")
                    except ValueError:
                        yield Bad("no JSON")
                return
            try:
                yield from ijson.items(file, "features.item", use_float=True)
            except ijson.JSONError as error:
                raise UsageError(
                    f"{self.path} is no whole GeoJSON file: {str(error).splitlines()[0][:120]}",
                    next_step="Fetch or export it again",
                ) from error


def _item(feature: Any, given: Mapping[str, str]) -> Item:
    if feature is None:
        return None
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
        return Bad("no feature with properties")
    extent = _extent(feature.get("geometry"))
    if extent is None:
        return Bad("no geometry")
    west, south, east, north = extent
    cells = {k: _text(v) for k, v in feature["properties"].items()}
    cells |= {"lat": str((south + north) / 2), "lon": str((west + east) / 2)}
    assigned = columns.assigned(cells, given) | {"lat": "lat", "lon": "lon"}
    spoken = {c: s for c, s in columns.languages(cells).items() if c not in assigned.values()}
    half = math.hypot(north - south, (east - west) * math.cos(math.radians((south + north) / 2))) / 2
    return columns.place(cells, assigned, spoken, radius_m=round(half * _METRES_OF_DEGREE))


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "|".join(str(v) for v in value)
    return str(value) if isinstance(value, str | int | float) else ""


def _extent(geometry: Any) -> tuple[float, float, float, float] | None:
    """West, south, east, north of a geometry."""
    if not isinstance(geometry, dict):
        return None
    parts = geometry.get("geometries")
    found = (
        [geometry.get("coordinates")] if parts is None else [p.get("coordinates") for p in parts if isinstance(p, dict)]
    )
    points = [p for coordinates in found for p in _points(coordinates, 5)]
    if not points:
        return None
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    return min(lons), min(lats), max(lons), max(lats)


def _points(coordinates: Any, depth: int) -> Iterator[tuple[float, float]]:
    if not isinstance(coordinates, list) or not depth:
        return
    if len(coordinates) >= 2 and all(isinstance(c, int | float) for c in coordinates[:2]):
        yield float(coordinates[0]), float(coordinates[1])
        return
    for part in coordinates:
        yield from _points(part, depth - 1)
