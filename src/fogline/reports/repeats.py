"""Running heads and feet: the same short line again and again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

TIMES = 3
LONGEST = 100
_NUMBER = re.compile(r"\d+")
_ENDS = re.compile(r"[.!?;][\"'”’)\]]*$")


def repeated(found: Iterable[str]) -> frozenset[str]:
    """Lines that stand in a text three times or more, not counting their numbers ("Example News 3/7")."""
    short = [line for line in found if len(line) <= LONGEST and not _ENDS.search(line)]
    times = Counter(map(_masked, short))
    return frozenset(line for line in short if times[_masked(line)] >= TIMES)


def _masked(line: str) -> str:
    return _NUMBER.sub("0", line)
