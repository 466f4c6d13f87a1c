"""Sources and their track records; coverage; search."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

from fogline.api.models.claims import Claim, ReportRow


class Source(BaseModel):
    """One source over all reports."""

    key: str = Field(examples=["named:defence ministry russia"])
    name: str
    kind: str
    side: str
    aliases: dict[str, int] = Field(description="Forms by which reports call it, with how often.")
    because: str
    claims: int
    reports: int = Field(description="How many origins it has: copies count once.")


class Capture(BaseModel):
    """A claim to have taken a place, and what the ledger holds on it since; it passes no verdict."""

    place: str
    name: str
    side: str
    day: str
    claims: list[int]
    conceded: str | None
    conceded_by: list[str]
    denied_by: list[str]
    reversed: str | None
    open: bool
    maps: dict[str, str | None]


class Profile(BaseModel):
    """One source: what it claims, and what became of its claims to have taken places."""

    source: Source
    events: dict[str, int]
    stances: dict[str, int]
    days: list[dict[str, Any]]
    outlets: dict[str, int]
    captures: list[Capture]
    counts: dict[str, int]
    days_to_concession: list[int]
    others: list[Source]


class Score(BaseModel):
    """One figure of the reader on annotated reports."""

    id: str
    value: float = Field(ge=0, le=1)
    words: str = Field(description="What it tells, in plain words.")


class Scores(BaseModel):
    """How the reader does on reports that people annotated."""

    annotated: dict[str, Any] = Field(description="On what it was measured.")
    items: list[Score]


class Coverage(BaseModel):
    """What the ledger rests on, and what is missing."""

    reports: int
    copies: int
    origins: int
    days: list[dict[str, Any]]
    outlets: list[dict[str, Any]]
    languages: list[dict[str, Any]]
    sides: list[dict[str, Any]]
    matrix: list[dict[str, Any]] = Field(description="Claims by outlet and side.")
    missing: dict[str, int]
    scores: Scores | None = Field(description="How the reader scores on annotated reports, in plain words.")


class FoundPlace(BaseModel):
    """A place that a search found, and the form of its name that fits."""

    key: str
    name: str
    form: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    claims: int


class Found(BaseModel):
    """What a search found."""

    places: list[FoundPlace]
    sources: list[Source]
    reports: list[ReportRow]
    claims: list[Claim]
    claims_total: int
