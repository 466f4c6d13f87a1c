"""How many claims there are at which point of the map, all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from fogline.assessment import schema
from fogline.query.columns import UNKNOWN, Columns, Numbers, columns
from fogline.query.places import disputed_places
from fogline.query.query import Query


@dataclass(frozen=True, slots=True)
class Spot:
    """Claims about one place that have one point (degrees; None where they could not be located).

    A place may have several points: "20 km north of Goma" is told of Goma, and lies elsewhere. `families` counts the
    claims by the event's family, `latest` is the day on which the last of them became known, and `disputed` tells
    whether some claims about the place cannot both hold.
    """

    place: str
    name: str
    lat: float | None
    lon: float | None
    families: Mapping[str, int]
    latest: date
    disputed: bool

    @property
    def total(self) -> int:
        """How many claims in all."""
        return sum(self.families.values())


@dataclass(frozen=True, slots=True)
class Spots:
    """Places with the claims that a query asks for, those with most first; `unplaced` counts claims without a place."""

    spots: tuple[Spot, ...]
    unplaced: int

    @property
    def total(self) -> int:
        """How many claims were counted."""
        return self.unplaced + sum(spot.total for spot in self.spots)


def spots(connection: Connection, query: Query, held: Columns | None = None) -> Spots:
    """Counts the claims that a query asks for by place and point; `held` as for `facets`.

    Raises:
        NotThereError: the query names a place or source that the ledger does not hold.
    """
    held = held or columns(connection)
    rows = held.rows(connection, query)
    chosen = np.arange(len(held.claims)) if rows is None else rows
    column, family = held.fields["place"], held.fields["family"]
    placed = chosen[column.codes[chosen] != UNKNOWN]
    keys, inverse = np.unique(_points(held, placed), return_inverse=True)
    width = max(1, len(family.values))
    counts = np.bincount(inverse * width + family.codes[placed], minlength=len(keys) * width).reshape(len(keys), width)
    latest, any_of = np.zeros(len(keys), dtype=np.int64), np.zeros(len(keys), dtype=np.int64)
    np.maximum.at(latest, inverse, held.known[placed])
    any_of[inverse] = placed  # all claims of a spot have one place and one point
    places = schema.places.c
    names = {row.key: row.name for row in connection.execute(select(places.key, places.name))}
    disputed = disputed_places(connection, query.as_of)
    found = []
    for row, day, claim in zip(counts.tolist(), latest.tolist(), any_of.tolist(), strict=True):
        place = column.values[column.codes[claim]]
        lat, lon = (float(held.lat[claim]), float(held.lon[claim])) if held.located[claim] else (None, None)
        families = {name: count for name, count in zip(family.values, row, strict=True) if count}
        known = date.fromordinal(day)
        found.append(Spot(place, names.get(place, place), lat, lon, families, known, place in disputed))
    found.sort(key=lambda spot: (-spot.total, spot.name, spot.place))
    return Spots(tuple(found), len(chosen) - len(placed))


def _points(held: Columns, rows: Numbers) -> NDArray[np.void]:
    """Place and point of some claims as one value each."""
    kind = np.dtype([("place", np.int64), ("lat", np.float64), ("lon", np.float64)])
    found = np.empty(len(rows), dtype=kind)
    found["place"] = held.fields["place"].codes[rows]
    for name, degrees in (("lat", held.lat), ("lon", held.lon)):
        found[name] = np.nan_to_num(degrees[rows], nan=np.inf)  # NaN is unlike itself
    return found
