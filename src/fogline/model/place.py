"""Where: mentions of places and what they were resolved to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Precision = Literal["exact", "near", "settlement", "district", "region", "country"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A gazetteer record that a name may stand for, with the score that the context gave it (0 to 1)."""

    name: str
    lat: float
    lon: float
    geonames: int | None
    country: str | None
    admin1: str | None
    feature: str
    score: float


@dataclass(frozen=True, slots=True)
class Place:
    """One mention of a place, or of one by an epithet ("the town", "the industrial hub").

    `name` is the plain English name used today; `lat`, `lon` in decimal degrees (WGS 84), None where it could not be
    resolved. `precision_m` is the radius in metres within which the true position is believed to lie. `relation`
    holds words like "outskirts of", "20 km north of"; where these give the mention a point of its own, `anchor_point`
    is that of the place named. `anchor` is the index in `Document.places` of the mention that an epithet stands for.
    `used_by` names who uses this form of the name ("Dzerzhinsk": Russia).
    `adjectival` marks forms that qualify or act rather than locate ("Donetsk native", "Kyiv said"); `of_people` those
    among them that are words for a place's people and things ("Gazan officials"). `population` is the gazetteer's, None
    where unknown.
    """

    start: int
    end: int
    text: str
    first: int
    last: int
    name: str
    lat: float | None
    lon: float | None
    geonames: int | None
    country: str | None
    admin1: str | None
    feature: str
    precision: Precision
    precision_m: int | None
    because: tuple[str, ...] = ()
    alternatives: tuple[Candidate, ...] = ()
    relation: str | None = None
    anchor: int | None = None
    used_by: str | None = None
    adjectival: bool = False
    population: int | None = None
    of_people: bool = False
    anchor_point: tuple[float, float] | None = None
