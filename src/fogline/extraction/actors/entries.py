"""Schemas of the tables in `knowledge/actors/`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from fogline.model import SourceKind


def _listed(cell: object) -> object:
    return [part.strip() for part in cell.split(";") if part.strip()] if isinstance(cell, str) else cell


Words = Annotated[tuple[str, ...], BeforeValidator(_listed)]
Who = Literal["person", "body", "people", "record", "thing"]


class _Row(BaseModel):
    """What all rows have: in `example` the entry is found, in `not` it must not be."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=lambda name: name.rstrip("_"))

    id: str
    example: str
    not_: str | None = None


class CountryRow(_Row):
    """A country, territory or people: its plain name, its other names, adjectives, people and capital.

    `stateless` marks peoples and territories whose fighters are no state's army ("Kurdish fighters").
    """

    alpha2: str | None = None
    name: str
    also: Words = ()
    adjective: Words = ()
    people: Words = ()
    capital: Words = ()
    stateless: Literal["yes"] | None = None


class GroupRow(_Row):
    """A party that is no state, under its plain name: an armed group unless `kind` tells another.

    `within` is the wider plain name that a report may use for it.
    """

    side: str
    words: Words
    within: str | None = None
    kind: SourceKind = "armed_group"


class BodyRow(_Row):
    """A body with a name of its own: seat of power, agency, outlet, think tank, international organisation.

    One that `yields` shares its short name with bodies of states and is not meant where a country stands before it. One
    that `rules` a country is one of its rival governments: where it is named alone, that country's forces are its own.
    """

    words: Words
    kind: SourceKind
    side: str | None = None
    yields: Literal["yes"] | None = None
    rules: str | None = None


class PersonRow(_Row):
    """A person of public life, with the short names and spellings in use."""

    name: str
    also: Words = ()
    side: str | None = None
    kind: SourceKind
    gender: Literal["m", "f"]


class RoleRow(_Row):
    """Nouns that name somebody by what they are; see the head of `roles.yaml`."""

    words: tuple[str, ...]
    kind: SourceKind | None = None
    who: Who
    inherits: bool | Literal["side", "side_state", "source", "deed"] = False
    side: str | None = None
    home: bool = False
    vague: bool = False
    orphan: bool = False


class WordsRow(_Row):
    """A small class of words under its id."""

    words: tuple[str, ...]
