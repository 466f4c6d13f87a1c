"""When: time expressions as found, and as resolved against the publication date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
IntervalKind = Literal["throughout", "sometime"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression before it is resolved: what it says, not yet which days it means.

    `rule` is the grammar rule that found it and `fields` its parts as (name, value) pairs ("weekday", "4"),
    enough for the dating stage to work out the days once the publication date is known.
    """

    start: int
    end: int
    text: str
    first: int
    last: int
    type: TimeType
    rule: str
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with its TIMEX3 value and the closed interval of days it means.

    `value` and `mod` follow TimeML 1.2.1 (Saurí et al. 2006). `begin`/`end` are None where the days cannot be told
    (a relative expression in a report whose date is unknown). `kind`: true on every day of the interval
    (`throughout`) or on one of them at least (`sometime`). `expression` is the index in `Document.expressions`.
    `since` is the range of tokens (first, last not included) of a phrase that opens a period with an event of its own
    ("since the raid began in June"): of that event `begin`/`until` hold, of all outside the range the time from
    `begin` to the publication date.
    """

    start: int
    end: int
    text: str
    first: int
    last: int
    type: TimeType
    value: str | None
    mod: str | None
    begin: date | None
    until: date | None
    kind: IntervalKind
    expression: int
    because: tuple[str, ...] = ()
    since: tuple[int, int] | None = None
