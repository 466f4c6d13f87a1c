"""Places as a map shows them: status, age of the last report, kinds of events, disputes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, func, select

from fogline.assessment import schema
from fogline.assessment.control import Span
from fogline.assessment.disputes import KINDS
from fogline.assessment.sources import folded
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


@dataclass
class _Counted:
    families: dict[str, int] = field(default_factory=dict)
    first: str = "9999"
    latest: str = ""


def places_on(
    connection: Connection, wanted: Places, known: Told | None = None, *, limit: int = 50, cursor: str | None = None
) -> Listed[PlaceOnMap]:
    """Places with their status, those with most claims first; `known` as for `status_on`.

    Raises:
        UsageError: the country or the cursor is none.
    """
    spans = status_on(connection, wanted.day, wanted.as_of, known)
    disputed, counted = _disputed(connection, wanted.as_of), _counted(connection, wanted.as_of)
    found = []
    for place in _chosen(connection, wanted, counted):
        count = counted[place.key]
        shown = PlaceOnMap(
            place, date.fromisoformat(count.first), date.fromisoformat(count.latest), count.families,
            place.key in disputed, spans.get(place.key),
        )  # fmt: skip
        if wanted.disputed in {None, shown.disputed} and wanted.held in {None, shown.span is not None}:
            found.append(shown)
    found.sort(key=lambda shown: (-shown.place.claims, shown.place.name, shown.place.key))
    return part(found, limit, cursor)


def within(box: Box, lat: float | None, lon: float | None) -> bool:
    """Whether a point lies in a box; one whose west lies above its east crosses the 180th meridian."""
    west, south, east, north = box
    if lat is None or lon is None or not south <= lat <= north:
        return False
    return west <= lon <= east if west <= east else lon >= west or lon <= east


def control_on(
    connection: Connection, wanted: Places, known: Told | None = None
) -> tuple[date, list[tuple[PlaceRow, Span]]]:
    """The day, and the places with a status on it; of `wanted` the box, the country and the days are looked at."""
    spans = status_on(connection, wanted.day, wanted.as_of, known)
    day = wanted.day or last_known(connection)
    counted = {key: _Counted() for key in spans}
    return day, [(place, spans[place.key]) for place in _chosen(connection, wanted, counted)]


def _chosen(connection: Connection, wanted: Places, counted: Mapping[str, _Counted]) -> Iterator[PlaceRow]:
    table = schema.places
    query = select(table).order_by(table.c.key)
    if countries := values(wanted.country):
        query = query.where(table.c.country.in_([country_code(name) for name in countries]))
    if wanted.text is not None and wanted.text.strip():
        forms = schema.place_forms.c
        wish = folded(wanted.text)
        by_form = select(forms.place).where(forms.folded.contains(wish, autoescape=True))
        query = query.where(table.c.folded.contains(wish, autoescape=True) | table.c.key.in_(by_form))
    for row in connection.execute(query):
        if row.key in counted and (wanted.box is None or within(wanted.box, row.lat, row.lon)):
            yield place_of(row, sum(counted[row.key].families.values()))


def _counted(connection: Connection, as_of: date | None) -> dict[str, _Counted]:
    facts = schema.facts.c
    query = select(
        facts.place, facts.family, func.count().label("n"), func.min(facts.known).label("first"),
        func.max(facts.known).label("latest"),
    ).where(facts.place.is_not(None))  # fmt: skip
    if as_of is not None:
        query = query.where(facts.known <= as_of.isoformat())
    found: dict[str, _Counted] = defaultdict(_Counted)
    for row in connection.execute(query.group_by(facts.place, facts.family)):
        count = found[row.place]
        count.families[row.family] = row.n
        count.first, count.latest = min(count.first, row.first), max(count.latest, row.latest)
    return found


def _disputed(connection: Connection, as_of: date | None) -> set[str]:
    relations = schema.relations.c
    query = select(relations.place).where(relations.kind.in_(KINDS), relations.place.is_not(None)).distinct()
    if as_of is not None:
        query = query.where(relations.known <= as_of.isoformat())
    return set(connection.execute(query).scalars())
