"""Sides of countries and areas: "eastern Ukraine", "the north of Syria", "northern Gaza"."""

from __future__ import annotations

from fogline.extraction.places.gazetteer import Record, gazetteer
from fogline.extraction.places.gazetteer.fold import key
from fogline.model import Structure

_SIDED = frozenset({"country", "area", "region"})
_NOUNS = {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"}
_ADJECTIVES = {noun + "ern": noun + "ern" for noun in sorted(_NOUNS)} | {noun: noun + "ern" for noun in sorted(_NOUNS)}
_PARTS = frozenset({"part", "parts", "areas", "half", "regions", "provinces"})


def side(structure: Structure, first: int, last: int, record: Record) -> tuple[int, int, Record] | None:
    """The stretch of tokens that names a side of `record`, and the side's own record, where there is one."""
    if record.feature not in _SIDED:
        return None
    tokens = structure.tokens
    direction, start = direction_before(structure, first)
    if direction is None:
        at = first - 1
        at -= at >= 0 and tokens[at].lower == "the"
        if at >= 1 and tokens[at].lower == "of":
            at -= 1
            at -= at >= 1 and tokens[at].lower in _PARTS
            direction, start = direction_before(structure, at + 1)
            if direction and tokens[start - 1].lower not in {"the", "in"}:
                return None
    if direction is None:
        return None
    found = side_of(direction, record)
    return (start, last, found) if found else None


def side_of(direction: str, record: Record) -> Record | None:
    """The record of a side ("eastern") of a country or area, where the gazetteer has one."""
    hits = gazetteer().find(key(f"{direction} {record.name}"))
    return next((h.record for h in hits if h.record.country == record.country and h.record.feature == "area"), None)


def side_named(word: str) -> str | None:
    """The direction that a noun names ("east": eastern)."""
    return _ADJECTIVES[word] if word in _NOUNS else None


def side_of_country(word: str, name: str, country: str) -> Record | None:
    """The record of the side that a noun ("east") names, of a country by its English name and code."""
    hits = gazetteer().find(key(f"{_ADJECTIVES[word]} {name}")) if word in _NOUNS else ()
    return next((h.record for h in hits if h.record.country == country and h.record.feature == "area"), None)


def direction_before(structure: Structure, first: int) -> tuple[str | None, int]:
    """The direction that ends before token `first`, as one adjective ("northeastern"), and its first token."""
    tokens = structure.tokens
    if first < 1:
        return None, first
    word, start = tokens[first - 1].lower, first - 1
    if first >= 3 and tokens[first - 2].text in {"-", "–"} and tokens[first - 3].lower in {"north", "south"}:
        word, start = tokens[first - 3].lower + word, first - 3
    return _ADJECTIVES.get(word.replace("-", "")), start
