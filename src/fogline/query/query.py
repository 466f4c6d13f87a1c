"""The one query over claims: under the command line, Python and the HTTP API alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import get_args

from fogline.errors import UsageError
from fogline.model import EventType, Stance
from fogline.model.actor import SourceKind

MOST = 1000
"""The most claims that one page holds."""

Some = str | tuple[str, ...] | None
"""One value, or several of which any will do."""

_TYPES = get_args(EventType)
FAMILIES = tuple(dict.fromkeys(event.partition(".")[0] for event in _TYPES))
"""The families of events."""
_KNOWN = {
    "event": (*FAMILIES, *_TYPES),
    "stance": get_args(Stance),
    "kind": get_args(SourceKind),
    "review": ("open", "accepted", "corrected"),
}


@dataclass(frozen=True, slots=True)
class Query:
    """Which claims are asked for; what is None does not narrow. All that are given must hold.

    `place` is a name in any form that a report used, or a place's key; `radius_km` takes in what lies around it.
    `region` is the name of a first-level region, `country` a name or a code of two letters. `event` is a type
    (`control.captured`) or a family (`control`). `side` is whom the source speaks for, `actor_side` who did it.
    `source` is a source's key, or words of its name. `since` and `until` bound the days of the event, `as_of` the day
    on which the claim was known: later reports do not count. `text` are words that the evidence holds, phrases in
    double quotes. `box` is west, south, east, north in degrees. `origins_only` leaves out what copies repeat. `review`
    is `open`, `accepted` or `corrected`. `known_since` and `known_until` bound the days on which a claim became known;
    `publisher` is the outlet of its report. Fields that are `Some` take several values: any of them will do.
    """

    place: str | None = None
    radius_km: float | None = None
    region: str | None = None
    country: Some = None
    box: tuple[float, float, float, float] | None = None
    located: bool | None = None
    event: Some = None
    stance: Some = None
    side: Some = None
    actor_side: Some = None
    source: str | None = None
    kind: Some = None
    publisher: Some = None
    report: str | None = None
    incident: int | None = None
    since: date | None = None
    until: date | None = None
    known_since: date | None = None
    known_until: date | None = None
    as_of: date | None = None
    text: str | None = None
    review: Some = None
    confidence: float | None = None
    origins_only: bool = False

    def __post_init__(self) -> None:
        if self.radius_km is not None and (self.place is None or self.radius_km <= 0):
            raise UsageError("a radius needs a place and more than 0 km", next_step="Give both")
        for field, known in _KNOWN.items():
            for value in values(getattr(self, field)):
                if value not in known:
                    raise UsageError(f"{field} {value} is unknown", next_step=f"Choose of {', '.join(known)}")
        for first, last in ((self.since, self.until), (self.known_since, self.known_until)):
            if first and last and first > last:
                raise UsageError(f"{first} is after {last}", next_step="Exchange the days")


def values(some: Some) -> tuple[str, ...]:
    """The values of a field, as many as there are."""
    return () if some is None else (some,) if isinstance(some, str) else some
