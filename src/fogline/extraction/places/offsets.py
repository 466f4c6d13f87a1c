"""Distances and directions told from a place: "20 km north of", "about 15 miles to the south-east of"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from fogline.knowledge.load import load_yaml
from fogline.knowledge.schemas.numerals import Numeral
from fogline.model import Structure

BEARINGS = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0, "south": 180.0, "southwest": 225.0,
    "west": 270.0, "northwest": 315.0,
}  # fmt: skip
_UNIT = re.compile(r"(kilomet(?:er|re)s?|kms?)|(miles?|mi)|(met(?:er|re)s?|m)")
_KM = (1.0, 1.609344, 0.001)
_SHORT = ("km", "miles", "m")
_SKIPPED = frozenset({"the", "to", "further", "farther", "just", ")", "away", "due"})
_COUNTED = frozenset(
    {"city", "town", "village", "settlement", "the", "a", "strategic", "key", "port", "regional", "capital"}
)
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Offset:
    """What stands before a place: kilometres and degrees clockwise from north, None where not told; in plain words."""

    first: int
    km: float | None
    bearing: float | None
    plain: str


@cache
def _numerals() -> Mapping[str, float]:
    """The words that alone are a number; "a kilometre" is one."""
    cardinals = [n for n in load_yaml("amounts_numerals.yaml", Numeral) if n.role in {"unit", "tens"}]
    return {"a": 1.0, **{word: n.value for n in cardinals for word in n.words}}


def offset_before(structure: Structure, first: int) -> Offset | None:
    """The distance or direction that leads from the place that starts at token `first`."""
    tokens = structure.tokens
    at = first - 1
    while at >= 0 and (tokens[at].lower in _COUNTED or (tokens[at].lower == "of" and tokens[at - 1].lower in _COUNTED)):
        at -= 1
    if at < 1 or tokens[at].sentence != tokens[first].sentence or tokens[at].lower not in {"of", "from", "outside"}:
        return None
    bearing, start = _direction(structure, at)
    unit = start - 1
    while unit > 0 and tokens[unit].lower in _SKIPPED:
        unit -= 1
    found = _distance(structure, unit) if unit > 0 and tokens[unit].sentence == tokens[first].sentence else None
    word = _plain_direction(bearing) if bearing is not None else ""
    link = f"{word} of" if word else "from"
    if found is not None:
        begin, km, plain = found
        return Offset(begin, km, bearing, f"{plain} {link}")
    return Offset(start, None, bearing, link) if bearing is not None and tokens[at].lower == "of" else None


def _direction(structure: Structure, at: int) -> tuple[float | None, int]:
    """The bearing told before the "of" at a token, and its first token; `at` itself where none is."""
    tokens = structure.tokens
    word, start = tokens[at - 1].lower.replace("-", ""), at - 1
    if at >= 3 and tokens[at - 2].text in {"-", "–"} and tokens[at - 3].lower in {"north", "south"}:
        word, start = tokens[at - 3].lower + word, at - 3
    return (BEARINGS[word], start) if word in BEARINGS else (None, at)


def _plain_direction(bearing: float) -> str:
    return next(word for word, degrees in BEARINGS.items() if degrees == bearing)


def _distance(structure: Structure, unit: int) -> tuple[int, float, str] | None:
    """The first token, the kilometres and the plain words of the distance whose unit is at a token."""
    tokens = structure.tokens
    if tokens[unit].text == ")":
        return None
    kind = _UNIT.fullmatch(tokens[unit].lower)
    if kind is None:
        return None
    which = next(i for i, group in enumerate(kind.groups()) if group)
    text = tokens[unit - 1].lower
    value = float(text.replace(",", "")) if _NUMBER.fullmatch(text) else _numerals().get(text)
    if value is None:
        return None
    return unit - 1, value * _KM[which], f"{tokens[unit - 1].text} {_SHORT[which]}"
