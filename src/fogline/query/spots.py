"""How many claims there are at which point of the map, all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlalchemy import Connection, select

from fogline.assessment import schema
from fogline.query.columns import UNKNOWN, Columns, columns
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
    placed = chosen[held.spot[chosen] != UNKNOWN]
    codes, family = held.spot[placed], held.fields["family"]
    width = max(1, len(family.values))
    size = len(held.points)
    counts = np.bincount(codes * width + family.codes[placed], minlength=size * width).reshape(size, width)
    latest = np.zeros(size, dtype=np.int64)
    np.maximum.at(latest, codes, held.known[placed])
    places = schema.places.c
    names = {row.key: row.name for row in connection.execute(select(places.key, places.name))}
    disputed = disputed_places(connection, query.as_of)
    found = []
    for (place, lat, lon), row, day in zip(held.points, counts.tolist(), latest.tolist(), strict=True):
        if families := {name: count for name, count in zip(family.values, row, strict=True) if count}:
            name, known = names.get(place, place), date.fromordinal(day)
            found.append(Spot(place, name, lat, lon, families, known, place in disputed))
    found.sort(key=lambda spot: (-spot.total, spot.name, spot.place))
    return Spots(tuple(found), len(chosen) - len(placed))
