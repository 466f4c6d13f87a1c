"""Words that make of a place a part of it: "several streets of Toretsk", "central Goma"."""

from __future__ import annotations

import re
from functools import cache

from pydantic import BaseModel, ConfigDict, Field

from fogline.knowledge.load import load_yaml

BETWEEN = 4  # words: "parts of the besieged city of X"
_AROUND = ".,;:!?()\"'“”‘’"


class Part(BaseModel):
    """An entry of `knowledge/control_parts.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    direct: bool = False
    words: tuple[str, ...]
    example: tuple[str, ...]
    not_: tuple[str, ...] = Field(alias="not")


@cache
def parts_known() -> tuple[Part, ...]:
    """All entries, in the order of the file."""
    return load_yaml("control_parts.yaml", Part)


def names_a_part(words: str, place: str | None) -> bool:
    """Whether words speak of a part of a place, which they call `place`."""
    if place is None:
        return False
    wanted = place.lower().split()
    return any(
        wanted == after[skipped : skipped + len(wanted)]
        for pattern, between in _patterns()
        for found in pattern.finditer(words)
        for after in [_words(words[found.end() :])]
        for skipped in range(between + 1)
    )


def _words(text: str) -> list[str]:
    return [word.strip(_AROUND) for word in text.lower().split()]


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], int], ...]:
    """The words of each entry with what joins them to a place, and how many words may stand between."""
    return tuple(
        (_pattern(part.words, ""), 0) if part.direct else (_pattern(part.words, " (?:of|in|inside|within)"), BETWEEN)
        for part in parts_known()
    )


def _pattern(words: tuple[str, ...], joined: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))}){joined} ", re.IGNORECASE)
