"""What stands where words were removed."""

from __future__ import annotations

import re

FILLER = "█"
"""Each character that was removed is replaced by one, so that all other spans stay where they are."""


def blank(text: str, pattern: re.Pattern[str] | None) -> str:
    """A text without what a pattern finds; without any of its words where there is none."""
    if pattern is None:
        return re.sub(r"\S", FILLER, text)
    return pattern.sub(lambda found: re.sub(r"\S", FILLER, found[0]), text)
