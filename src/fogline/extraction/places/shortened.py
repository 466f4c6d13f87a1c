"""First words of names that are written in short: "N. Kivu", "Mt. Hermon"."""

from __future__ import annotations

from functools import cache

from fogline.knowledge.load import load_csv
from fogline.knowledge.schemas.places import ShortenedRow

LARGE = frozenset({"country", "region", "area", "water", "mountains"})


@cache
def shortened() -> dict[str, tuple[str, bool]]:
    """The whole word for each one in short, and whether only large places are named so."""
    return {row.word: (row.whole, row.large is not None) for row in load_csv("places_shortened.csv", ShortenedRow)}
