"""Schemas of the `places_*.yaml` tables."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class CountryGroup(BaseModel):
    """Countries by a trait of their place names; ISO 3166 codes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    countries: tuple[str, ...]


class WordRow(BaseModel):
    """Words that tell something of the name they stand beside; `role` says what."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    role: Literal[
        "preposition", "type_before", "type_after", "facility", "part", "direction", "organisation", "title", "common",
        "speaking", "bridge", "street", "deed", "measuring", "resident",
    ]  # fmt: skip
    words: frozenset[str]
    feature: Literal["settlement", "region", "district", "area"] | None = None
    example: str


class EpithetRow(BaseModel):
    """Nouns that stand for a place named before, and the features of the places they fit, best first.

    `near` marks sites that lie in or near the place rather than being it, `adverb` words that are no nouns ("there").
    `fading` is what each sentence between costs: a town is spoken of for long, "the area" is the one named last.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    nouns: tuple[str, ...]
    fits: tuple[str, ...]
    least: int = 0
    most: int | None = None
    capital: bool = False
    near: bool = False
    adverb: bool = False
    fading: float = 0.25
    example: str


class CalledRow(BaseModel):
    """Nouns for places of the gazetteer that hold a settlement named before."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    nouns: tuple[str, ...]
    places: tuple[str, ...]
    example: str


class ShortenedRow(BaseModel):
    """A first word of names in short ("N." in "N. Kivu"), and what it stands for.

    `large` limits it to regions, countries and the like: before other names it is mostly an initial of a person.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    word: str
    whole: str
    large: Literal["yes"] | None = None
    example: str
    not_: str = Field(alias="not")


class PeopleRow(BaseModel):
    """A word for the people and things of an area that is no country ("Gazan"): the area's name in the gazetteer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    word: str
    place: str
    country: str | None = None
    example: str
    not_: str = Field(alias="not")


class AbbreviationRow(BaseModel):
    """The abbreviation of a first-level region behind a town, and the region's English name."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    abbreviation: str
    name: str
    country: str
    example: str
    not_: str = Field(alias="not")


class InflectionRow(BaseModel):
    """What words of some languages add to a name: a case ending, or a particle that opens the word.

    `becomes` are what may stand in its place in the name itself. With `cut` the ending is all from its first letter on.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    languages: frozenset[str]
    ending: str = ""
    opens: str = ""
    cut: bool = False
    becomes: tuple[str, ...]
    example: str
