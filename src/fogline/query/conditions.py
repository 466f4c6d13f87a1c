"""A query as conditions on the table of facts."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pycountry
from sqlalchemy import ColumnElement, Connection, TextClause, and_, func, or_, select

from fogline.assessment import schema, search
from fogline.assessment.sources import folded
from fogline.errors import NotThereError, UsageError
from fogline.query.query import Query, values

KM_A_DEGREE = 111.2  # of latitude
_facts = schema.facts.c


def conditions(connection: Connection, query: Query) -> Iterator[ColumnElement[bool] | TextClause]:
    """The conditions of a query.

    Raises:
        UsageError: it names a place, source or country that the ledger does not hold.
    """
    yield from _simple(query)
    if query.place is not None:
        yield _at(connection, query.place, query.radius_km)
    if query.country:
        yield _facts.country.in_([country_code(name) for name in values(query.country)])
    if query.region is not None:
        yield func.lower(_facts.admin1).contains(query.region.strip().lower(), autoescape=True)
    if query.box is not None:
        yield in_box(_facts.lat, _facts.lon, query.box)
    if query.source is not None:
        yield _facts.source.in_(source_keys(connection, query.source))
    if query.text is not None and query.text.strip():
        yield search.holds(query.text, connection.dialect.name)


def _simple(query: Query) -> Iterator[ColumnElement[bool]]:
    """Those that compare one column with one value."""
    for column, value in ((_facts.report, query.report), (_facts.incident, query.incident)):
        if value is not None:
            yield column == value
    yield from _any_of(query)
    if query.located is not None:
        yield _facts.lat.is_not(None) if query.located else _facts.lat.is_(None)
    if query.since is not None:
        yield _facts.until >= query.since.isoformat()
    if query.until is not None:
        yield _facts.begin <= query.until.isoformat()
    if query.known_since is not None:
        yield _facts.known >= query.known_since.isoformat()
    for last in (query.known_until, query.as_of):
        if last is not None:
            yield _facts.known <= last.isoformat()
    if query.confidence is not None:
        yield _facts.confidence >= query.confidence
    if query.origins_only:
        yield _facts.origin == _facts.report


def _any_of(query: Query) -> Iterator[ColumnElement[bool]]:
    """Those of which several values may be given."""
    if events := values(query.event):
        families = [event for event in events if "." not in event]
        yield or_(_facts.event.in_(events), _facts.family.in_(families)) if families else _facts.event.in_(events)
    for column, some in ((_facts.stance, query.stance), (_facts.review, query.review)):
        if given := values(some):
            yield column.in_(given)
    for column, some in ((_facts.side, query.side), (_facts.actor_side, query.actor_side)):
        if given := values(some):
            yield func.lower(column).in_([name.lower() for name in given])
    if kinds := values(query.kind):
        yield _facts.source.in_(select(schema.sources.c.key).where(schema.sources.c.kind.in_(kinds)))
    if outlets := values(query.publisher):
        documents = schema.documents.c
        yield _facts.report.in_(select(documents.report).where(documents.publisher.in_(outlets)))


def in_box(
    lat: ColumnElement[float | None], lon: ColumnElement[float | None], box: tuple[float, float, float, float]
) -> ColumnElement[bool]:
    """That a point lies in a box of west, south, east, north; with west above east it crosses the 180th meridian."""
    west, south, east, north = box
    across = lon.between(west, east) if west <= east else or_(lon >= west, lon <= east)
    return and_(lat.between(south, north), across)


def place_keys(connection: Connection, name: str) -> list[str]:
    """The keys of the places that a name may mean, the one with most claims first.

    Raises:
        NotThereError: the ledger knows no place of that name.
    """
    places, forms = schema.places.c, schema.place_forms.c
    if (known := connection.execute(select(places.key).where(places.key == name)).scalar()) is not None:
        return [known]
    by_form = select(forms.place).where(forms.folded == folded(name)[:200])
    found = connection.execute(select(places.key).where(or_(places.folded == folded(name), places.key.in_(by_form))))
    keys = list(found.scalars())
    if not keys:
        raise NotThereError("place", f"the ledger holds no claim about a place named {name}")
    counted = select(_facts.place, func.count().label("n")).where(_facts.place.in_(keys)).group_by(_facts.place)
    counts = {row.place: row.n for row in connection.execute(counted)}
    return sorted(keys, key=lambda key: (-counts.get(key, 0), key))


def source_keys(connection: Connection, name: str) -> list[str]:
    """The keys of the sources that a name may mean: the key itself, else all whose name or an alias holds its words.

    Raises:
        NotThereError: the ledger knows no source of that name.
    """
    sources = schema.sources.c
    if (known := connection.execute(select(sources.key).where(sources.key == name)).scalar()) is not None:
        return [known]
    wanted = name.strip().lower()
    if not wanted:
        raise NotThereError("source", "no name of a source is given")
    held = or_(
        func.lower(sources.name).contains(wanted, autoescape=True),
        func.lower(sources.aliases).contains(wanted, autoescape=True),
    )
    keys = list(connection.execute(select(sources.key).where(held)).scalars())
    if not keys:
        raise NotThereError("source", f"the ledger holds no claim by {name}")
    return keys


def country_code(name: str) -> str:
    """The code of two letters of a country, given as such or by its name.

    Raises:
        UsageError: there is no such country.
    """
    try:
        return str(pycountry.countries.lookup(name).alpha_2)
    except LookupError:
        raise UsageError(f"{name} is no country", next_step="Give its English name or its code, as UA") from None


def _at(connection: Connection, name: str, radius_km: float | None) -> ColumnElement[bool]:
    keys = place_keys(connection, name)
    if radius_km is None:
        return _facts.place.in_(keys)
    places = schema.places.c
    row = connection.execute(select(places.lat, places.lon).where(places.key == keys[0])).one()
    if row.lat is None:
        raise UsageError(f"{name} has no point on the map", next_step="Ask without a radius")
    high = radius_km / KM_A_DEGREE
    wide = high / max(0.01, math.cos(math.radians(row.lat)))
    inside = and_(
        _facts.lat.between(row.lat - high, row.lat + high), _facts.lon.between(row.lon - wide, row.lon + wide)
    )
    north, east = (_facts.lat - row.lat) / high, (_facts.lon - row.lon) / wide
    return and_(inside, north * north + east * east <= 1.0)
