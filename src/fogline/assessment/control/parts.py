"""Words that make of a place a part of it: "several streets of Toretsk", "central Goma"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pydantic import BaseModel, ConfigDict, Field

from fogline.knowledge.load import load_yaml

_BETWEEN = r"(?: [\w-]+){0,3}"  # "parts of the besieged city of X"


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
    return place is not None and any(_pattern(part.id, place).search(words) for part in parts_known())


@lru_cache(maxsize=4096)
def _pattern(name: str, place: str) -> re.Pattern[str]:
    part = next(part for part in parts_known() if part.id == name)
    listed = "|".join(map(re.escape, part.words))
    joined = "" if part.direct else rf" (?:of|in|inside|within){_BETWEEN}"
    return re.compile(rf"\b(?:{listed}){joined} {re.escape(place)}\b", re.IGNORECASE)
