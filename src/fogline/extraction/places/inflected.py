"""The names that a word of another language may be a form of: "Торецька" of "Торецьк", "بدمشق" of "دمشق"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from fogline.knowledge.load import load_yaml
from fogline.knowledge.schemas.places import InflectionRow

TABLE = "places_inflections.yaml"
_LEAST = 2  # letters that an ending or particle must leave


def names_of(word: str, language: str) -> Iterator[str]:
    """The word as it stands, then the names of which it may be a form in this language, likeliest first."""
    yield word
    for row in _rows(language):
        stem = _stem(word, row)
        if stem is not None and len(stem) >= _LEAST:
            yield from (stem + end if row.ending else end + stem for end in row.becomes)


def _stem(word: str, row: InflectionRow) -> str | None:
    if row.cut:
        return word.partition(row.ending)[0] if row.ending in word else None
    if row.ending:
        return word.removesuffix(row.ending) if word.endswith(row.ending) else None
    return word.removeprefix(row.opens) if word.startswith(row.opens) else None


@cache
def _rows(language: str) -> Sequence[InflectionRow]:
    """The endings and particles of a language, the longest first."""
    rows = [row for row in load_yaml(TABLE, InflectionRow) if language in row.languages]
    return sorted(rows, key=lambda row: -len(row.ending + row.opens))
