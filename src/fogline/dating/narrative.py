"""Whether a text is a historical narrative, whose bare dates go on from the year told last."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.model import Published, TimeExpression

MANY_YEARS = 4  # fewer dates with a year are no narrative
_OF_SPEECH = frozenset({"deictic", "weekday", "shift", "ago"})


def is_narrative(expressions: Sequence[TimeExpression], known: Published) -> bool:
    """Whether dates with a year are many, outnumber what counts from the day of speech, and lie well before it."""
    years = [int(year) for e in expressions if (year := dict(e.fields).get("year"))]
    if known.basis in {"given", "stated"} and known.start and max(years, default=9999) >= known.start.year - 1:
        return False
    dated = len(years)
    spoken = sum(e.rule.partition(".")[0] in _OF_SPEECH for e in expressions)
    return dated >= MANY_YEARS and dated > 3 * spoken
