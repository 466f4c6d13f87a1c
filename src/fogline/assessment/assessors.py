"""What assessors' maps say of a place: on which days it lies within whose area."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import shapely
from sqlalchemy import Connection, insert, select, update

from fogline.assessment import schema
from fogline.assessment.control.rows import Row, Span
from fogline.ledger import schema as ledger
from fogline.ledger.codec import dumps, loads


@dataclass(frozen=True, slots=True)
class Assessed:
    """An assessor's word on a place: within `side`'s area on the maps from `begin` to `until`; None is nobody's."""

    assessor: str
    side: str | None
    begin: date
    until: date


def look_up(connection: Connection) -> None:
    """Looks places with claims of control up on the maps that they were not looked up on yet."""
    last = connection.execute(select(ledger.maps.c.seq).order_by(ledger.maps.c.seq.desc()).limit(1)).scalar()
    if last is None:
        return
    table = schema.places
    waiting = select(schema.control.c.place).distinct()
    query = select(table.c.key, table.c.lat, table.c.lon, table.c.maps).where(
        table.c.key.in_(waiting), table.c.lat.is_not(None), table.c.maps < last
    )
    places = connection.execute(query).all()
    if not places:
        return
    first = min(place.maps for place in places)
    points = [shapely.Point(place.lon, place.lat) for place in places]
    for row in connection.execute(select(ledger.maps).where(ledger.maps.c.seq > first).order_by(ledger.maps.c.seq)):
        found = [
            {"place": places[n].key, "assessor": row.assessor, "day": row.day, "map": row.seq, "side": side}
            for n, side in enumerate(_sides(row.body, points))
            if places[n].maps < row.seq
        ]
        if found:
            connection.execute(insert(schema.assessed), found)
    connection.execute(update(table).where(table.c.key.in_([place.key for place in places])).values(maps=last))


def assessed(connection: Connection, place: str) -> list[Assessed]:
    """What each assessor's maps say of a place, by assessor and day; of two maps of one day the later added counts."""
    table = schema.assessed
    rows = connection.execute(
        select(table).where(table.c.place == place).order_by(table.c.assessor, table.c.day, table.c.map)
    )
    by_day = {(row.assessor, row.day): row.side or None for row in rows}
    found: list[Assessed] = []
    for (assessor, text), side in by_day.items():
        day, last = date.fromisoformat(text), found[-1] if found else None
        if last is not None and (last.assessor, last.side) == (assessor, side):
            found[-1] = Assessed(assessor, side, last.begin, day)
        else:
            found.append(Assessed(assessor, side, day, day))
    return found


def map_rows(told: Iterable[Assessed]) -> Iterator[Row]:
    """The same as rows beside those of the speakers."""
    by_assessor: dict[str, list[Span]] = {}
    for one in told:
        words = f"the map has it in {one.side}'s area" if one.side else "the map has it in no side's area"
        span = Span(words, one.side, one.begin, one.until, one.until, (), "control.map")
        by_assessor.setdefault(one.assessor, []).append(span)
    for assessor, spans in by_assessor.items():
        yield Row(f"{assessor} (map)", party=False, spans=tuple(spans))


def _sides(body: str, points: Sequence[shapely.Point]) -> list[str]:
    """For each point the side in whose area it lies, or an empty text."""
    found = [""] * len(points)
    for side, geometries in loads(body).items():
        area = shapely.make_valid(shapely.from_geojson([dumps(geometry) for geometry in geometries]))
        shapely.prepare(area)
        for n, point in enumerate(points):
            if not found[n] and bool(shapely.covers(area, point).any()):
                found[n] = side
    return found
