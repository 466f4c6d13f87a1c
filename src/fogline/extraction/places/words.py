"""The word lists of the places stage."""

from __future__ import annotations

from functools import cache

from fogline.knowledge.load import load_yaml
from fogline.knowledge.schemas.places import WordRow


@cache
def words(role: str) -> frozenset[str]:
    """All words of a role, in lower case."""
    return frozenset(word for row in _rows() if row.role == role for word in row.words)


@cache
def features(role: str) -> dict[str, str]:
    """The feature class that each word of a role tells ("province" → region)."""
    return {word: row.feature for row in _rows() if row.role == role and row.feature for word in sorted(row.words)}


@cache
def _rows() -> tuple[WordRow, ...]:
    return load_yaml("places_words.yaml", WordRow)
