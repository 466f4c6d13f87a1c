"""Places as a map shows them: status, age of the last report, kinds of events, disputes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlalchemy import Connection, select

from fogline.assessment import schema
from fogline.assessment.contradictions import KINDS
from fogline.assessment.control import Span
from fogline.assessment.sources import folded
from fogline.query.columns import UNKNOWN, Columns, columns
from fogline.query.conditions import country_code
from fogline.query.dossier import last_known
from fogline.query.listed import Listed, part
from fogline.query.query import Some, values
from fogline.query.records import PlaceRow, place_of
from fogline.query.standing import Told, status_on

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Places:
    """Which places are asked for, and on which day their status is told (else on that of the newest report).

    `box` is west, south, east, north in degrees; `text` is a part of any form of the name; `disputed` and `held` keep
    those with a dispute, and those of which somebody is said to hold them. `as_of`: later reports do not count.
    """

    box: Box | None = None
    country: Some = None
    text: str | None = None
    day: date | None = None
    as_of: date | None = None
    disputed: bool | None = None
    held: bool | None = None


@dataclass(frozen=True, slots=True)
class PlaceOnMap:
    """A place, its status on the day asked for (None where nothing is told), and what claims there are about it.

    `first` and `latest` are the days on which its first and its last claim became known; `families` counts its claims
    by the event's family; `disputed` tells whether some of them cannot both hold.
    """

    place: PlaceRow
    first: date
    latest: date
    families: Mapping[str, int]
    disputed: bool
    span: Span | None


@dataclass(frozen=True, slots=True)
class Counted:
    """How many claims there are about a place, by family, and the days on which the first and last became known."""

    families: Mapping[str, int]
    first: date
    latest: date

    @property
    def claims(self) -> int:
        """How many claims in all."""
        return sum(self.families.values())


@dataclass(frozen=True, slots=True)
class Atlas:
    """All places, what claims there are about each, and which of them are disputed; as known on one day."""

    places: tuple[PlaceRow, ...]
    counted: Mapping[str, Counted]
    disputed: frozenset[str]


def atlas(connection: Connection) -> Atlas:
    """All places with claims, those with most first: takes a while on a large ledger."""
    counted = _counted(columns(connection))
    rows = connection.execute(select(schema.places)).all()
    found = (place_of(row, counted[row.key].claims) for row in rows if row.key in counted)
    return Atlas(_ordered(found), counted, disputed_places(connection))


def atlas_then(connection: Connection, drawn: Atlas, held: Columns, day: date) -> Atlas:
    """The atlas as it was known on a day: `drawn` is that of today, `held` are the columns of all claims."""
    counted = _counted(held, day)
    found = (_with(place, counted[place.key].claims) for place in drawn.places if place.key in counted)
    return Atlas(_ordered(found), counted, disputed_places(connection, day))


def places_on(
    connection: Connection, wanted: Places, known: Told | None = None, drawn: Atlas | None = None, *, limit: int = 50,
    cursor: str | None = None,
) -> Listed[PlaceOnMap]:  # fmt: skip
    """Places with their status, those with most claims first; `known` as for `status_on`, `drawn` the atlas of `as_of`.

    Raises:
        UsageError: the country or the cursor is none.
    """
    spans = status_on(connection, wanted.day, wanted.as_of, known)
    drawn = drawn or _drawn(connection, wanted.as_of)
    found = []
    for place in _chosen(connection, wanted, drawn.places):
        count = drawn.counted[place.key]
        shown = PlaceOnMap(
            place, count.first, count.latest, count.families,
            place.key in drawn.disputed, spans.get(place.key),
        )  # fmt: skip
        if wanted.disputed in {None, shown.disputed} and wanted.held in {None, shown.span is not None}:
            found.append(shown)
    return part(found, limit, cursor)


def disputed_places(connection: Connection, as_of: date | None = None) -> frozenset[str]:
    """The keys of the places about which some claims cannot both hold; as known on a day."""
    relations = schema.relations.c
    query = select(relations.place).where(relations.kind.in_(KINDS), relations.place.is_not(None)).distinct()
    if as_of is not None:
        query = query.where(relations.known <= as_of.isoformat())
    return frozenset(connection.execute(query).scalars())


def within(box: Box, lat: float | None, lon: float | None) -> bool:
    """Whether a point lies in a box; one whose west lies above its east crosses the 180th meridian."""
    west, south, east, north = box
    if lat is None or lon is None or not south <= lat <= north:
        return False
    return west <= lon <= east if west <= east else lon >= west or lon <= east


def control_on(
    connection: Connection, wanted: Places, known: Told | None = None, drawn: Atlas | None = None
) -> tuple[date, list[tuple[PlaceRow, Span]]]:
    """The day, and the places with a status on it; of `wanted` the box, the country and the days are looked at."""
    spans = status_on(connection, wanted.day, wanted.as_of, known)
    day = wanted.day or last_known(connection)
    drawn = drawn or atlas(connection)
    held = [place for place in drawn.places if place.key in spans]
    return day, [(place, spans[place.key]) for place in _chosen(connection, wanted, held)]


def _chosen(connection: Connection, wanted: Places, places: Iterable[PlaceRow]) -> Iterator[PlaceRow]:
    countries = {country_code(name) for name in values(wanted.country)}
    named = _named(connection, wanted.text) if wanted.text is not None and wanted.text.strip() else None
    for place in places:
        if countries and place.country not in countries:
            continue
        if named is not None and place.key not in named:
            continue
        if wanted.box is None or within(wanted.box, place.lat, place.lon):
            yield place


def _named(connection: Connection, text: str) -> set[str]:
    """The places of whose names one form holds some words."""
    forms, places, wish = schema.place_forms.c, schema.places.c, folded(text)
    found = set(connection.execute(select(forms.place).where(forms.folded.contains(wish, autoescape=True))).scalars())
    of_name = select(places.key).where(places.folded.contains(wish, autoescape=True))
    return found | set(connection.execute(of_name).scalars())


def _ordered(places: Iterable[PlaceRow]) -> tuple[PlaceRow, ...]:
    return tuple(sorted(places, key=lambda place: (-place.claims, place.name, place.key)))


def _with(place: PlaceRow, claims: int) -> PlaceRow:
    """The same place with so many claims; `replace` takes long over thousands of places."""
    if claims == place.claims:
        return place
    return PlaceRow(
        place.key, place.name, place.lat, place.lon, place.geonames, place.country, place.admin1, place.feature,
        place.population, place.forms, claims,
    )  # fmt: skip


def _drawn(connection: Connection, as_of: date | None) -> Atlas:
    drawn = atlas(connection)
    return drawn if as_of is None else atlas_then(connection, drawn, columns(connection), as_of)


def _counted(held: Columns, as_of: date | None = None) -> dict[str, Counted]:
    place, family = held.fields["place"], held.fields["family"]
    chosen = place.codes != UNKNOWN
    if as_of is not None:
        chosen &= held.known <= as_of.toordinal()
    places, known = place.codes[chosen], held.known[chosen]
    first = np.full(len(place.values), date.max.toordinal())
    latest = np.zeros(len(place.values), dtype=np.int64)
    np.minimum.at(first, places, known)
    np.maximum.at(latest, places, known)
    width = len(family.values)
    counts = np.bincount(places * width + family.codes[chosen], minlength=len(place.values) * width)
    found = {}
    for number, row in enumerate(counts.reshape(len(place.values), width).tolist() if width else []):
        families = {name: count for name, count in zip(family.values, row, strict=True) if count}
        if families:
            found[place.values[number]] = Counted(
                families, date.fromordinal(int(first[number])), date.fromordinal(int(latest[number]))
            )
    return found
