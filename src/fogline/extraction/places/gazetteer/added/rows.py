"""What a reader makes of a file's rows, whatever the file's format."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from fogline.extraction.places.gazetteer.records import Feature, NameKind


@dataclass(frozen=True, slots=True)
class AddedName:
    """A name with its ISO 639 language, whether it is out of use, and who uses it."""

    name: str
    kind: NameKind = NameKind.ALTERNATE
    language: str | None = None
    former: bool = False
    used_by: str | None = None


@dataclass(frozen=True, slots=True)
class AddedPlace:
    """A place of a file; `names` begins with its own. `hidden` where reports are not to be searched for it."""

    lat: float
    lon: float
    geonames: int | None
    country: str | None
    admin1: str | None
    admin2: str | None
    feature: Feature
    population: int
    radius_m: int
    fame: int
    names: tuple[AddedName, ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class MoreNames:
    """A further name of a place that another file has, by its GeoNames id."""

    geonames: int
    name: AddedName


@dataclass(frozen=True, slots=True)
class Bad:
    """A row that cannot be used, and why."""

    reason: str


Item = AddedPlace | MoreNames | Bad | None
Row = tuple[int, int, Item]  # the line or feature it starts at, counted from 1; where the next one begins; what it is


class Reader(Protocol):
    """Reads a file from a place that an earlier run had come to."""

    @property
    def total(self) -> int:
        """The size of the file in the unit of the positions; 0 where it cannot be told."""

    def rows(self, position: int, line: int) -> Iterator[Row]:
        """The rows from `position` on, where `line` lines are done."""


def point(lat: str, lon: str) -> tuple[float, float] | Bad:
    """A point by its decimal degrees."""
    try:
        north, east = float(lat), float(lon)
    except ValueError:
        return Bad(f"no coordinates: {lat[:20]!r}, {lon[:20]!r}")
    if not (math.isfinite(north) and math.isfinite(east) and abs(north) <= 90 and abs(east) <= 180):
        return Bad(f"coordinates off the globe: {lat[:20]}, {lon[:20]}")
    return north, east


def whole(text: str) -> int | Bad:
    """A number of people; nothing is 0."""
    try:
        number = int(float(text.replace(",", ""))) if text.strip() else 0
    except (ValueError, OverflowError):
        return Bad(f"no number: {text[:20]!r}")
    return number if 0 <= number < 1 << 40 else Bad(f"no number of people: {text[:20]}")
