"""Parameters that several routes share: filters of claims, days, boxes, pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite
from typing import Annotated, Any

from fastapi import Depends, Path, Query
from pydantic import Field

from fogline.errors import UsageError
from fogline.query import Query as Wanted
from fogline.query.query import MOST

HIGHEST = 2**31 - 1  # number of a record
WORDS = 500  # characters of a filter
Text = Annotated[str, Field(max_length=WORDS)]
Texts = Annotated[list[Text], Field(max_length=50)]
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many items the page holds.")]
Cursor = Annotated[
    str | None, Query(max_length=400, description="`next` of the page before; without it the first page.")
]
AsKnown = Annotated[
    date | None, Query(description="What was known on that day: later reports do not count.", examples=["2025-02-07"])
]
Key = Annotated[str, Path(min_length=1, max_length=WORDS)]
Number = Annotated[int, Path(ge=0, le=HIGHEST)]
Box = Annotated[
    str | None,
    Query(
        max_length=100, examples=["37.5,47.9,38.5,48.9"],
        description="`west,south,east,north` in degrees; west above east crosses the 180th meridian.",
    ),
]  # fmt: skip


def interval(description: str) -> Any:
    """A parameter that holds a day or an interval of days."""
    return Query(
        max_length=40, description=f"{description} A day, or an interval of days; `..` leaves an end open.",
        examples=["2025-02-07", "2025-01-01/2025-02-01", "../2025-02-01"],
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Days:
    """An interval of days, open where an end is None."""

    first: date | None = None
    last: date | None = None


def days(text: str | None, name: str) -> Days:
    """The days of `2025-02-07`, `2025-01-01/2025-02-01` or `../2025-02-01`.

    Raises:
        UsageError: it is no such interval, or ends before it begins.
    """
    if text is None:
        return Days()
    parts = text.split("/")
    try:
        if len(parts) > 2:
            raise ValueError
        ends = [None if part in {"", ".."} else _day(part) for part in parts]
    except ValueError:
        raise UsageError(
            f"{name}: {text} is no day or interval", next_step="Give 2025-02-07, or 2025-02-07/.."
        ) from None
    found = Days(ends[0], ends[-1])
    if found.first and found.last and found.first > found.last:
        raise UsageError(f"{name}: {found.first} is after {found.last}", next_step="Exchange the days")
    return found


def _day(text: str) -> date:
    return datetime.fromisoformat(text).date() if len(text) > len("2025-02-07") else date.fromisoformat(text)


def box(text: str | None) -> tuple[float, float, float, float] | None:
    """The box of `west,south,east,north`.

    Raises:
        UsageError: it is none.
    """
    if text is None:
        return None
    wrong = UsageError(f"bbox: {text} is no box", next_step="Give west,south,east,north in degrees")
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        raise wrong from None
    if not all(map(isfinite, (west, south, east, north))) or south > north:
        raise wrong
    if not (-180 <= west <= 180 and -180 <= east <= 180 and south >= -90 and north <= 90):
        raise wrong
    return west, south, east, north


def some(values: list[str] | None) -> tuple[str, ...] | None:
    """What was given several times, or None."""
    return tuple(values) if values else None


def filters(
    place: Annotated[Text | None, Query(description="A place by its key or any form of its name.")] = None,
    radius_km: Annotated[float | None, Query(gt=0, le=20_000, description="And what lies so far around it.")] = None,
    region: Annotated[Text | None, Query(description="A first-level region by its name.")] = None,
    country: Annotated[
        Texts | None, Query(description="A country by its code or English name.", examples=["UA"])
    ] = None,
    bbox: Box = None,
    located: Annotated[bool | None, Query(description="With a point on the map, or without one.")] = None,
    event: Annotated[Texts | None, Query(description="A type (`control.captured`) or a family (`control`).")] = None,
    stance: Annotated[Texts | None, Query(description="`asserts`, `denies`, `hedges`, …")] = None,
    side: Annotated[Texts | None, Query(description="Whom the source speaks for; `none` for third parties.")] = None,
    actor_side: Annotated[Texts | None, Query(description="Which side did it.")] = None,
    kind: Annotated[Texts | None, Query(description="Kind of source: `government`, `military`, …")] = None,
    source: Annotated[Text | None, Query(description="A source by its key or words of its name.")] = None,
    publisher: Annotated[Texts | None, Query(description="Outlet of the report.")] = None,
    report: Annotated[Text | None, Query(description="One report by its id.")] = None,
    incident: Annotated[int | None, Query(ge=0, le=HIGHEST, description="One incident by its number.")] = None,
    datetime: Annotated[str | None, interval("Days of the event.")] = None,
    known: Annotated[str | None, interval("Days on which the claim became known.")] = None,
    as_known: AsKnown = None,
    q: Annotated[Text | None, Query(description="Words of the evidence; phrases in double quotes.")] = None,
    review: Annotated[Texts | None, Query(description="`open`, `accepted` or `corrected`.")] = None,
    confidence: Annotated[float | None, Query(ge=0, le=1, description="The least confidence of the reader.")] = None,
    origins: Annotated[bool, Query(description="Leave out what copies repeat.")] = False,
) -> Wanted:
    """The query that the filters of a request make; all of them must hold."""
    event_days, known_days = days(datetime, "datetime"), days(known, "known")
    return Wanted(
        place=place, radius_km=radius_km, region=region, country=some(country), box=box(bbox), located=located,
        event=some(event), stance=some(stance), side=some(side), actor_side=some(actor_side), kind=some(kind),
        source=source, publisher=some(publisher), report=report, incident=incident, since=event_days.first,
        until=event_days.last, known_since=known_days.first, known_until=known_days.last, as_of=as_known, text=q,
        review=some(review), confidence=confidence, origins_only=origins,
    )  # fmt: skip


Filters = Annotated[Wanted, Depends(filters)]
