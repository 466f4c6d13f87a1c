"""Incidents, disputes, tolls, changes."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

from fogline.api.models.claims import Claim


class Number(BaseModel):
    """One number of a source."""

    day: str
    low: float | None
    best: float | None
    high: float | None
    scope: str | None
    claim: str


class SourceToll(BaseModel):
    """The numbers of one source, in order of days."""

    source: str
    name: str
    side: str
    numbers: list[Number]


class Toll(BaseModel):
    """One count of an incident; numbers of several sources are never added up."""

    incident: int | None
    event: str
    who: str | None
    kind: str = Field(description="`total`, `since` a day, or `further` to a count before.")
    since: str | None
    lowest: float
    highest: float
    sources: list[SourceToll]


class IncidentRow(BaseModel):
    """An event that several claims tell of."""

    id: int
    event: str
    place: str | None
    place_name: str | None
    lat: float | None
    lon: float | None
    begin: str | None
    until: str | None
    claims: int
    origins: int
    sides: list[str]
    disputed: bool


class Member(Claim):
    """A claim of an incident, with the record number of the earlier claim that it was joined to, and why."""

    joined_to: int | None
    because: str


class Incident(IncidentRow):
    """An event with its claims and tolls."""

    members: list[Member]
    tolls: list[Toll]


class DisputeSide(BaseModel):
    """What one side says; `none` are third parties."""

    side: str
    claims: list[Claim]


class Contradiction(BaseModel):
    """A claim that contradicts another one, by their record numbers, and by which rule."""

    claim: int
    other: int
    because: str


class Dispute(BaseModel):
    """Claims that cannot all hold."""

    incident: int
    what: str = Field(description="`control`, `blame`, `count` or `event`.")
    place: str | None
    name: str | None
    since: str
    latest: str
    sides: list[DisputeSide]
    contradictions: list[Contradiction]


class Tie(BaseModel):
    """A later claim, and the earlier one that it denies, concedes or revises, or whose count differs."""

    later: Claim
    earlier: Claim
    because: str


class StatusChange(BaseModel):
    """A place whose status is another one than before."""

    place: str
    name: str
    before: dict[str, Any] | None
    now: dict[str, Any] | None


class Changes(BaseModel):
    """What is new."""

    since: str
    now: str | None = Field(description="The time of the newest record: give it as `since` next time.")
    claims: list[Claim]
    claims_total: int
    denies: list[Tie]
    differs: list[Tie]
    concedes: list[Tie]
    revises: list[Tie]
    status: list[StatusChange]
