"""What the gazetteer holds: places and the names they go by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

Feature = Literal["settlement", "district", "region", "country", "area", "water", "mountains", "island", "facility"]


class NameKind(IntEnum):
    """How a place came by a name; the lower, the more it is the place's own."""

    MAIN = 0
    REVIEWED = 1
    ALTERNATE = 2
    BARE = 3  # without its Arabic article


@dataclass(frozen=True, slots=True)
class Record:
    """One place.

    `name` is plain English. `lat`, `lon` are decimal degrees (WGS 84) of a settlement or of a region's centre. `admin1`
    is the plain English name of the first-level region. `population` is 0 where unknown. `radius_m` is the radius in
    metres that holds most of the place. `fame` is the number of names that the sources have for a settlement: the more
    languages name it, the better known it is. `area` is a region of conflict or custom without an administration.
    `admin2` is the plain English name of the second-level region. `source` is the id of the data's source.
    """

    id: int
    name: str
    lat: float
    lon: float
    geonames: int | None
    country: str | None
    admin1: str | None
    feature: Feature
    population: int
    radius_m: int
    fame: int = 0
    admin2: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where records come from, and under which licence."""

    id: str
    name: str
    licence: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A name in another language or script: found by who asks for it, not looked for in English reports."""

    name: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A record that is to be compiled, with its names: (name, kind, used by), and those in other languages."""

    record: Record
    names: tuple[tuple[str, NameKind, str | None], ...]
    foreign: tuple[Foreign, ...] = ()
