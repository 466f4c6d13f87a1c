"""Tells which places of a file are built in already, so that a place stands once, with its reviewed name."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fogline.extraction.places.gazetteer.added.rows import AddedPlace
from fogline.extraction.places.gazetteer.merge import reaches
from fogline.extraction.places.gazetteer.records import NameKind

_BY_KEY = (
    "SELECT p.id, p.lat, p.lon, p.radius_m, p.feature FROM names n JOIN places p ON p.id = n.place"
    " WHERE n.key = ? AND n.country = ? AND n.kind < ?"
)
_SAME_ID_DEGREES = 0.5  # farther apart, two places with one number come from different numberings
_CACHED = 100_000


@dataclass(frozen=True, slots=True)
class _Place:
    id: int
    lat: float
    lon: float
    radius_m: int
    feature: str


class BuiltIn:
    """The built-in file, asked for places by id, and by name and point."""

    def __init__(self, file: Path) -> None:
        self._base = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
        rows = self._base.execute("SELECT geonames, lat, lon, population FROM places WHERE geonames IS NOT NULL")
        self._points = {row[0]: row[1:] for row in rows}
        # Most names of a file are not built in: a look at this set is cheaper than one into the file.
        names = self._base.execute("SELECT DISTINCT key, country FROM names WHERE kind < ?", (int(NameKind.BARE),))
        self._keys = {hash(row) for row in names}
        self._by_key = lru_cache(maxsize=_CACHED)(self._places)

    def same(self, place: AddedPlace, folded: str) -> int | None:
        """The number of the built-in place that this is, by its GeoNames id or by its name and point."""
        point = self._points.get(place.geonames)
        if point is not None and abs(point[0] - place.lat) < _SAME_ID_DEGREES > abs(point[1] - place.lon):
            return place.geonames
        for known in self._named(folded, place.country):
            near = reaches(known.lat, known.lon, known.radius_m, place.lat, place.lon)
            if known.feature == place.feature and near:
                return known.id
        return None

    def has_name(self, number: int, folded: str, country: str | None) -> bool:
        """Whether a built-in place goes by this key already."""
        return any(known.id == number for known in self._named(folded, country))

    def population(self, geonames: int) -> int:
        """How many live in a place; 0 where it is not built in or nobody knows."""
        point = self._points.get(geonames)
        return int(point[2]) if point else 0

    def close(self) -> None:
        """Closes the file."""
        self._base.close()

    def _named(self, folded: str, country: str | None) -> tuple[_Place, ...]:
        return self._by_key(folded, country) if country and hash((folded, country)) in self._keys else ()

    def _places(self, folded: str, country: str) -> tuple[_Place, ...]:
        return tuple(_Place(*row) for row in self._base.execute(_BY_KEY, (folded, country, int(NameKind.BARE))))
