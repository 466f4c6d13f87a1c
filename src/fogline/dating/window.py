"""Sets of days on which a report may have been published: disjoint closed intervals in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fogline.dating.calendar import Days

FIRST, LAST = date.min, date.max


@dataclass(frozen=True, slots=True)
class Window:
    """Days as disjoint intervals; an open side runs to `date.min` or `date.max`."""

    parts: tuple[Days, ...]

    @classmethod
    def of(cls, parts: Iterable[Days]) -> Window:
        """The union of intervals."""
        joined: list[Days] = []
        for part in sorted(parts, key=lambda d: (d.begin, d.until)):
            if joined and part.begin <= joined[-1].until:
                joined[-1] = Days(joined[-1].begin, max(joined[-1].until, part.until))
            else:
                joined.append(part)
        return cls(tuple(joined))

    @classmethod
    def between(cls, begin: date | None, until: date | None) -> Window:
        """One interval; None leaves a side open."""
        return cls((Days(begin or FIRST, until or LAST),))

    def __and__(self, other: Window) -> Window:
        pairs = ((a, b) for a in self.parts for b in other.parts)
        return Window.of(
            Days(max(a.begin, b.begin), min(a.until, b.until))
            for a, b in pairs
            if a.begin <= b.until and b.begin <= a.until
        )

    def __bool__(self) -> bool:
        return bool(self.parts)

    @property
    def days(self) -> int:
        """How many days it holds."""
        return sum((part.until - part.begin).days + 1 for part in self.parts)

    @property
    def longest(self) -> int:
        """How many days its longest interval holds."""
        return max(((part.until - part.begin).days + 1 for part in self.parts), default=0)

    @property
    def written(self) -> str:
        """The window in words: "2017-01-20 to 2021-02-19 or from 2025-01-20"."""
        return " or ".join(_written(part) for part in self.parts)

    @property
    def begin(self) -> date | None:
        """The first day, None where the window is open on that side."""
        return None if not self.parts or self.parts[0].begin == FIRST else self.parts[0].begin

    @property
    def until(self) -> date | None:
        """The last day, None where the window is open on that side."""
        return None if not self.parts or self.parts[-1].until == LAST else self.parts[-1].until


def _written(part: Days) -> str:
    if part.until == LAST:
        return f"from {part.begin.isoformat()}"
    return f"{'' if part.begin == FIRST else part.begin.isoformat()} to {part.until.isoformat()}".lstrip()


EVER = Window.between(None, None)
