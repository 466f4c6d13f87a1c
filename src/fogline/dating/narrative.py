"""Whether a text is a historical narrative, whose bare dates go on from the year told last."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.model import TimeExpression

MANY_YEARS = 4  # fewer dates with a year are no narrative
_OF_SPEECH = frozenset({"deictic", "weekday", "shift", "ago"})


def is_narrative(expressions: Sequence[TimeExpression]) -> bool:
    """Whether dates with a year are many and outnumber the expressions that count from the day of speech."""
    dated = sum("year" in dict(e.fields) for e in expressions)
    spoken = sum(e.rule.partition(".")[0] in _OF_SPEECH for e in expressions)
    return dated >= MANY_YEARS and dated > 3 * spoken
