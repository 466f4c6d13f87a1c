"""Warnings where a text tells of days after the day that it is said to be of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from fogline.dating.evidence.found import Found
from fogline.model import Published, Warning

CODE = "told_after_publication"
OFF = timedelta(days=1)  # the world's time zones


def told_after(found: Sequence[Found], known: Published) -> Iterator[Warning]:
    """A warning for the latest full day that the text tells as past though it lies after the publication date."""
    if known.end is None or known.basis not in {"given", "stated"}:
        return
    late = [(f.days.begin, f.words) for f in found if f.full and f.days and f.fields.get("tense") == "past"]
    day, words = max(late, default=(known.end, ""))
    if day - known.end > OFF:
        message = (
            f"{words} is told as past, but {day.isoformat()} lies after the publication date "
            f"({known.basis}: {known.end.isoformat()}), which is kept"
        )
        yield Warning(CODE, message)
