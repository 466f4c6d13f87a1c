"""Assessors' maps: dated files of areas, as the mirrors of DeepState's and ISW's maps keep them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from fogline.errors import ReportError, UsageError

_DAY = re.compile(r"(?<!\d)(\d{4})[-_]?(\d\d)[-_]?(\d\d)(?!\d)")
_FILES = (".geojson", ".json")
_AREAS = frozenset({"Polygon", "MultiPolygon"})


@dataclass(frozen=True, slots=True)
class Legend:
    """Which areas of a map are whose: all of them `side`'s, or by the value of a property ("name" → side)."""

    side: str | None = None
    key: str | None = None
    sides: Mapping[str, str] | None = None

    def side_of(self, properties: Mapping[str, Any]) -> str | None:
        """Whose an area is; None where the legend does not tell."""
        if self.key is None or self.sides is None:
            return self.side
        return self.sides.get(str(properties.get(self.key)), self.side)


@dataclass(frozen=True, slots=True)
class DayMap:
    """An assessor's map of one day: the areas of each side as GeoJSON geometries."""

    day: date
    areas: Mapping[str, tuple[Mapping[str, Any], ...]]


def maps_in(folder: Path, legend: Legend) -> Iterator[DayMap | ReportError]:
    """The maps of a folder, by day; the day stands in each file's name (2025-02-07, 20250207).

    A file that is no map of areas comes as its error, and the others still follow.

    Raises:
        UsageError: there is no such folder, or no dated GeoJSON file in it.
    """
    files = sorted(f for f in folder.rglob("*") if f.suffix.lower() in _FILES) if folder.is_dir() else []
    dated = [(day, file) for file in files if (day := _day(file.stem)) is not None]
    if not dated:
        raise UsageError(
            f"{folder} holds no dated GeoJSON file", next_step="Name the files by their day, as 2025-02-07.geojson"
        )
    for day, file in sorted(dated):
        try:
            yield _map(day, file, legend)
        except ReportError as error:
            yield error


def _day(name: str) -> date | None:
    for year, month, day in _DAY.findall(name):
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None


def _map(day: date, file: Path, legend: Legend) -> DayMap:
    try:
        found = json.loads(file.read_text(encoding="utf-8-sig"))
        features = found["features"] if found.get("type") == "FeatureCollection" else [found]
        areas: dict[str, list[Mapping[str, Any]]] = {}
        for feature in features:
            geometry = feature.get("geometry") or {}
            side = legend.side_of(feature.get("properties") or {})
            if side is not None and geometry.get("type") in _AREAS:
                areas.setdefault(side, []).append(geometry)
    except (ValueError, KeyError, AttributeError, TypeError, OSError, RecursionError) as error:
        raise ReportError(f"{file.name} is no map ({error})", next_step="Give a GeoJSON feature collection") from None
    if not areas:
        raise ReportError(
            f"{file.name} holds no area of a known side", next_step="Say with --side or --value whose the areas are"
        )
    return DayMap(day, {side: tuple(found) for side, found in areas.items()})
